package io.regulus.processor.spec;

import io.regulus.annotations.ActivationFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field of the model class or of a block that carries at least one annotation of ours, or whose type is {@code Layer} or a
 * block.
 *
 * @param name its name; a layer that comes from a block is named by its way, as {@code stage1/0/conv}
 * @param place the field
 * @param type its type as source, for messages
 * @param isLayer whether the type is {@code io.regulus.annotations.Layer}
 * @param ops its operations, in the order of {@link Slot} and within a slot as written
 * @param penalties {@code @L1}, {@code @L2}, {@code @ElasticNet} as written
 * @param policies what else changes how it is trained, as written
 * @param tasks what it is an output for, as written; nothing where it is none, or the class says it
 * @param input the {@code @Input} on it
 * @param from the {@code @From} on it
 * @param exclude the {@code @ExcludeFromDecay} on it
 * @param reuse what it takes from a block or from another field
 * @param acceptAdvice the {@code @AcceptAdvice} on it
 */
public record FieldSpec(
        String name,
        Place place,
        String type,
        boolean isLayer,
        List<OpSpec> ops,
        List<PenaltySpec> penalties,
        List<PolicySpec> policies,
        List<TaskSpec> tasks,
        Optional<InputSpec> input,
        Optional<FromSpec> from,
        Optional<Usage> exclude,
        Reuse reuse,
        Optional<AdviceSpec> acceptAdvice) {
    public FieldSpec {
        ops = List.copyOf(ops);
        penalties = List.copyOf(penalties);
        policies = List.copyOf(policies);
        tasks = List.copyOf(tasks);
    }

    /** The policies of one type on it. */
    public <P extends PolicySpec> List<P> policies(Class<P> type) {
        return PolicySpec.of(type, policies);
    }

    /** Whether its weights are left as they are. */
    public boolean isFrozen() {
        return !policies(FreezeSpec.class).isEmpty();
    }

    /** The name of the type that is generated for a field, layer or group of this name: with a capital first letter. */
    public static String typeName(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The name of the type that is generated for it. */
    public String typeName() {
        return typeName(identifier(name));
    }

    /** A layer's name where Java wants an identifier: {@code stage1_0_conv} for {@code stage1/0/conv}. */
    public static String identifier(String name) {
        return name.replace('/', '_');
    }

    /** The name of its hyperparameters, which repetitions of a block and layers of the same weights have in common. */
    public String group() {
        return group(owner());
    }

    /** The name of the hyperparameters of what has this name. */
    public static String group(String name) {
        return identifier(name.replaceAll("/\\d+(?=/|$)", ""));
    }

    /** The name of the field of the model class that it is or comes from. */
    public String declaredName() {
        return name.split("/", 2)[0];
    }

    /** The field of the model class that it is or comes from. */
    public Place declaredPlace() {
        return reuse.inlining().map(Inlining::place).orElse(place);
    }

    /** The name that its parameters start with: its own, or that of the layer whose weights it uses. */
    public String owner() {
        return reuse.owner().orElse(name);
    }

    /** The same annotations under another name, with what it reads and reuses. */
    public FieldSpec expanded(String newName, List<OpSpec> newOps, Optional<FromSpec> newFrom, Reuse newReuse) {
        return new FieldSpec(
                newName,
                place,
                type,
                isLayer,
                newOps,
                penalties,
                policies,
                tasks,
                input,
                newFrom,
                exclude,
                newReuse,
                acceptAdvice);
    }

    /** The same with what the field that uses its block says: policies of a type that it says nothing of itself, accepted advice. */
    public FieldSpec withOuter(List<PolicySpec> outer, Optional<AdviceSpec> accepted) {
        List<PolicySpec> all = new ArrayList<>(policies);
        outer.stream()
                .filter(policy -> all.stream().noneMatch(own -> own.replaces(policy)))
                .forEach(all::add);
        return new FieldSpec(
                name,
                place,
                type,
                isLayer,
                ops,
                penalties,
                all,
                tasks,
                input,
                from,
                exclude,
                reuse,
                AdviceSpec.both(acceptAdvice, accepted));
    }

    /** The same with other operations. */
    public FieldSpec with(List<OpSpec> newOps) {
        return expanded(name, newOps, from, reuse);
    }

    /** The operation in a slot. */
    public Optional<OpSpec> op(Slot slot) {
        return ops.stream().filter(op -> op.slot() == slot).findFirst();
    }

    /** Whether it takes what it reads as whole numbers, as fed, instead of as floats. */
    public boolean readsIds() {
        return !ops.isEmpty() && ops.get(0) instanceof EmbeddingSpec;
    }

    /** The operation that has a kernel. */
    public Optional<WeightedSpec> weighted() {
        return ops.stream()
                .filter(WeightedSpec.class::isInstance)
                .map(WeightedSpec.class::cast)
                .findFirst();
    }

    /** The activation, whether it is written in the layer or as an operation of its own; linear where there is none. */
    public Written<ActivationFunction> activation() {
        Stream<Written<ActivationFunction>> steps = ops.stream()
                .filter(ActivationSpec.class::isInstance)
                .map(ActivationSpec.class::cast)
                .map(step -> new Written<>(step.function(), true, step.usage().place()));
        Stream<Written<ActivationFunction>> inLayer = weighted().map(WeightedSpec::activation).stream();
        return Stream.concat(steps, inLayer)
                .findFirst()
                .orElseGet(() -> new Written<>(ActivationFunction.LINEAR, false, place));
    }

    /** The annotations of ours that make the layer what it is, as source, in the order of the operations: for comments. */
    public List<String> sources() {
        Stream<Sourced> sourced = Stream.of(
                        from.stream(),
                        reuse.shares().stream(),
                        input.stream(),
                        ops.stream(),
                        penalties.stream(),
                        policies.stream(),
                        tasks.stream())
                .flatMap(specs -> specs);
        return Stream.concat(sourced.map(Sourced::usage), exclude.stream())
                .map(Usage::text)
                .toList();
    }
}
