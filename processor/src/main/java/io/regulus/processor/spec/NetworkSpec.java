package io.regulus.processor.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the user wrote: the first stage's result. Nothing in it is checked; lists hold whatever stood there, twice or not
 * at all.
 *
 * @param type the class
 * @param network the {@code @Network} annotation
 * @param networkInput {@code @Network(input)}, where written
 * @param rows {@code @Network(rows)}, where written
 * @param fields the fields, in declaration order
 * @param blocks the blocks that are types of fields, of the class or of other blocks, by qualified name
 * @param tasks task annotations on the class, which say what the one output is for
 * @param optimizers optimizer annotations on the class
 * @param penalties penalties on the class: the defaults
 * @param policies what else changes how it is trained, as written on the class
 * @param exclude {@code @ExcludeFromDecay} on the class
 * @param mixedPrecision {@code @MixedPrecision} on the class
 * @param acceptAdvice {@code @AcceptAdvice} on the class
 */
public record NetworkSpec(
        ModelClass type,
        Usage network,
        Optional<InputSpec> networkInput,
        Optional<RowsSpec> rows,
        List<FieldSpec> fields,
        Map<String, BlockSpec> blocks,
        List<TaskSpec> tasks,
        List<OptimizerSpec> optimizers,
        List<PenaltySpec> penalties,
        List<PolicySpec> policies,
        Optional<Usage> exclude,
        Optional<Usage> mixedPrecision,
        Optional<AdviceSpec> acceptAdvice) {
    public NetworkSpec {
        fields = List.copyOf(fields);
        blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks)); // in the order met, for the messages
        tasks = List.copyOf(tasks);
        optimizers = List.copyOf(optimizers);
        penalties = List.copyOf(penalties);
        policies = List.copyOf(policies);
    }

    /** The same class with other fields. */
    public NetworkSpec with(List<FieldSpec> newFields) {
        return with(networkInput, newFields);
    }

    /** The same class with an input and with other fields. */
    public NetworkSpec with(InputSpec input, List<FieldSpec> newFields) {
        return with(Optional.of(input), newFields);
    }

    private NetworkSpec with(Optional<InputSpec> newInput, List<FieldSpec> newFields) {
        return new NetworkSpec(
                type,
                network,
                newInput,
                rows,
                newFields,
                blocks,
                tasks,
                optimizers,
                penalties,
                policies,
                exclude,
                mixedPrecision,
                acceptAdvice);
    }

    /** The policies of one type on the class. */
    public <P extends PolicySpec> List<P> policies(Class<P> type) {
        return PolicySpec.of(type, policies);
    }

    /** Everything that declares an input, in the order written. */
    public List<InputSpec> inputs() {
        return Stream.concat(networkInput.stream(), fields.stream().flatMap(field -> field.input().stream()))
                .toList();
    }

    /** Every task there is: those of the class, then those of the fields. */
    public List<TaskSpec> allTasks() {
        return Stream.concat(tasks.stream(), fields.stream().flatMap(field -> field.tasks().stream()))
                .toList();
    }

    /** What happens to an input before the first layer, as written on it, or on the class that declares it. */
    public List<DataSpec> data(InputSpec input) {
        if (networkInput.equals(Optional.of(input))) {
            return DataSpec.among(policies);
        }
        return fields.stream()
                .filter(field -> field.input().equals(Optional.of(input)))
                .flatMap(field -> DataSpec.among(field.policies()).stream())
                .toList();
    }

    /** The fields that are layers or were meant to be: all but inputs and mere bearers of a misplaced annotation. */
    public List<FieldSpec> layers() {
        return fields.stream()
                .filter(field -> field.input().isEmpty()
                        && (field.isLayer() || !field.ops().isEmpty()))
                .toList();
    }
}
