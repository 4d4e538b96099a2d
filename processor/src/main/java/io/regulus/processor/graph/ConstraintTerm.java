package io.regulus.processor.graph;

import io.regulus.processor.check.Parameters;
import io.regulus.processor.spec.ConstraintSpec;
import io.regulus.processor.spec.FieldSpec;
import java.util.List;
import java.util.Optional;

/**
 * A constraint of one variable.
 *
 * @param variable what it falls on
 * @param kind what is asked of its norm
 * @param depthwise whether it is the kernel of a depthwise convolution, [height, width, channels, multiplier], whose last two axes
 *     number the outputs
 * @param limit the largest norm; empty where the constraint has no number
 * @param source the annotation it comes from, as written
 */
public record ConstraintTerm(
        Variable variable, ConstraintSpec.Kind kind, boolean depthwise, Optional<Hyperparameter> limit, String source) {
    /** What a constraint asks of a layer's variables; its number is the layer's where it stands there. */
    static List<ConstraintTerm> of(LayerNode layer, FieldSpec field, ConstraintSpec spec, Hyperparameters numbers) {
        return layer.variables().stream()
                .filter(variable -> Parameters.named(field, variable.suffix()).isIn(spec.on()))
                .map(variable -> new ConstraintTerm(
                        variable,
                        spec.kind(),
                        isDepthwise(layer, variable),
                        limit(field, spec, numbers),
                        spec.usage().text()))
                .toList();
    }

    private static Optional<Hyperparameter> limit(FieldSpec field, ConstraintSpec spec, Hyperparameters numbers) {
        if (spec.kind() != ConstraintSpec.Kind.MAX_NORM) {
            return Optional.empty();
        }
        return Optional.of(
                field.policies().contains(spec)
                        ? numbers.of(field.group(), "maxNorm", spec.usage(), "value")
                        : numbers.of(spec.group(), "value", spec.usage(), "value"));
    }

    private static boolean isDepthwise(LayerNode layer, Variable variable) {
        return layer.operations().stream()
                .anyMatch(operation -> operation instanceof DepthwiseConv2DOp convolution
                        && convolution.kernel().equals(variable));
    }
}
