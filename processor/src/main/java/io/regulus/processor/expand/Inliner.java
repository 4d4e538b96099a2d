package io.regulus.processor.expand;

import io.regulus.processor.spec.AdviceSpec;
import io.regulus.processor.spec.BlockSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.FromSpec;
import io.regulus.processor.spec.Inlining;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.PenaltySpec;
import io.regulus.processor.spec.Place;
import io.regulus.processor.spec.PolicySpec;
import io.regulus.processor.spec.Reuse;
import io.regulus.processor.spec.Usage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the plain layers of a network. Whatever would not work has been reported before. */
final class Inliner {
    private final List<FieldSpec> layers = new ArrayList<>();

    private Inliner() {}

    static List<FieldSpec> layers(NetworkSpec spec) {
        Inliner inliner = new Inliner();
        Scope scope = Scope.of(spec);
        // what the first field reads is known to later stages; a network without an input is reported there
        String input = scope.inputs().stream().findFirst().orElse(BlockSpec.INPUT);
        inliner.scope(scope, new Use("", Optional.empty(), Map.of(), Optional.empty()), input);
        return inliner.layers.stream().map(inliner::asOwner).toList();
    }

    /** A layer that uses another one's weights computes with them what the other one does: frozen, or under a weight norm. */
    private FieldSpec asOwner(FieldSpec layer) {
        return layers.stream()
                .filter(other ->
                        layer.reuse().owner().filter(other.name()::equals).isPresent())
                .findFirst()
                .map(owner -> layer.withOuter(
                        owner.policies().stream()
                                .filter(PolicySpec::changesLayer)
                                .toList(),
                        Optional.empty()))
                .orElse(layer);
    }

    /**
     * One use of a scope.
     *
     * @param prefix what the names of its layers start with
     * @param owner what the names of the layers that have the weights start with, where they are not its own
     * @param inputs what the names of inputs stand for, where that is another name
     * @param around the use of the block; none for the network
     */
    private record Use(String prefix, Optional<String> owner, Map<String, String> inputs, Optional<Around> around) {
        /** The name of what has the weights of a field in this use; empty where that is the field in this use itself. */
        Optional<String> weightsOf(FieldSpec field, FieldSpec ownerInScope) {
            return field.equals(ownerInScope) && owner.isEmpty()
                    ? Optional.empty()
                    : Optional.of(owner.orElse(prefix) + ownerInScope.name());
        }
    }

    /** What the fields that use a block say of its layers, without what it reads; see {@link Inlining}. */
    private record Around(
            String block,
            Place place,
            String group,
            List<PenaltySpec> penalties,
            Optional<Usage> exclude,
            List<PolicySpec> policies,
            Optional<AdviceSpec> acceptAdvice,
            Map<String, String> comments) {}

    private void scope(Scope scope, Use use, String input) {
        String above = input;
        for (FieldSpec field : scope.fields()) {
            Optional<Scope> block = scope.block(field);
            if (block.isPresent()) {
                above = block(scope, block.get(), field, use, reads(scope, field, use, above));
            } else {
                layers.add(layer(scope, field, use, input, above));
                above = isRead(field) ? use.prefix() + field.name() : above;
            }
        }
    }

    /** Whether the field below reads it: it is a layer or an input. */
    private static boolean isRead(FieldSpec field) {
        return field.isLayer() || !field.ops().isEmpty() || field.input().isPresent();
    }

    private static String reads(Scope scope, FieldSpec field, Use use, String above) {
        return field.from()
                .map(from -> resolved(scope, use, from.names().get(0).value()))
                .orElse(above);
    }

    /** The layer that a name in a scope stands for. */
    private static String resolved(Scope scope, Use use, String name) {
        return use.inputs()
                .getOrDefault(
                        name,
                        scope.field(name)
                                .map(field -> output(scope, field, use.prefix()))
                                .orElse(name));
    }

    /** The layer that gives what a field gives. */
    private static String output(Scope scope, FieldSpec field, String prefix) {
        Optional<Scope> block = scope.block(field);
        if (block.isEmpty()) {
            return prefix + field.name();
        }
        String last = scope.repeat(field)
                .map(repeat -> "/" + (repeat.times().value() - 1))
                .orElse("");
        return output(block.get(), block.get().output(), prefix + field.name() + last + "/");
    }

    private FieldSpec layer(Scope scope, FieldSpec field, Use use, String input, String above) {
        FieldSpec owner = scope.owner(field).orElseThrow();
        Optional<FromSpec> from = field.from()
                .map(written -> new FromSpec(
                        written.usage(),
                        written.names().stream()
                                .map(name -> name.with(resolved(scope, use, name.value())))
                                .toList()));
        FieldSpec expanded = field.expanded(
                use.prefix() + field.name(),
                owner.ops(),
                from,
                new Reuse(
                        Optional.empty(),
                        Optional.empty(),
                        field.reuse().shares(),
                        use.weightsOf(field, owner),
                        Optional.of(above),
                        use.around().map(around -> inlining(around, input))));
        return use.around()
                .map(around -> expanded.withOuter(around.policies(), around.acceptAdvice()))
                .orElse(expanded);
    }

    private static Inlining inlining(Around around, String input) {
        return new Inlining(
                around.block(),
                around.place(),
                input,
                around.group(),
                around.penalties(),
                around.exclude(),
                around.comments());
    }

    /** Puts a block there; gives the name of its output. */
    private String block(Scope scope, Scope block, FieldSpec field, Use use, String input) {
        String name = use.prefix() + field.name();
        Optional<String> owners = use.weightsOf(field, scope.owner(field).orElseThrow());
        Optional<Integer> times =
                scope.repeat(field).map(repeat -> repeat.times().value());
        Around around = around(block, field, name, use);
        String read = input;
        for (int i = 0; i < times.orElse(1); i++) {
            String repetition = times.isPresent() ? "/" + i + "/" : "/";
            Use inner = new Use(
                    name + repetition,
                    owners.map(start -> start + repetition),
                    Map.of(BlockSpec.INPUT, read),
                    Optional.of(around));
            scope(block, inner, read);
            read = output(block, block.output(), inner.prefix());
        }
        return read;
    }

    /** What a field says of the layers of its block: its own word before that of the block around it. */
    private static Around around(Scope block, FieldSpec field, String name, Use use) {
        Optional<Around> outer = use.around();
        Map<String, String> comments = new HashMap<>(outer.map(Around::comments).orElse(Map.of()));
        comments.put(name, comment(field, block.title()));
        boolean says = !field.penalties().isEmpty() || field.exclude().isPresent();
        List<PolicySpec> policies = new ArrayList<>(field.policies());
        outer.stream().flatMap(around -> around.policies().stream()).forEach(policies::add);
        return new Around(
                block.title(),
                outer.map(Around::place).orElse(field.place()),
                says ? FieldSpec.group(name) : outer.map(Around::group).orElse(FieldSpec.group(name)),
                says ? field.penalties() : outer.map(Around::penalties).orElse(List.of()),
                says ? field.exclude() : outer.flatMap(Around::exclude),
                policies,
                AdviceSpec.both(field.acceptAdvice(), outer.flatMap(Around::acceptAdvice)),
                comments);
    }

    private static String comment(FieldSpec field, String block) {
        return Stream.of(
                        field.sources().stream(),
                        field.reuse().repeat().stream()
                                .map(repeat -> repeat.usage().text()),
                        Stream.of(block))
                .flatMap(words -> words)
                .reduce((left, right) -> left + " " + right)
                .orElseThrow();
    }
}
