package io.regulus.processor.graph;

import static io.regulus.processor.spec.FieldSpec.typeName;

import io.regulus.processor.check.Parameters;
import io.regulus.processor.spec.ConstraintSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.NumberUse;
import java.util.List;

/**
 * A constraint of one variable.
 *
 * @param variable what it falls on
 * @param kind what is asked of it
 * @param depthwise whether it is the kernel of a depthwise convolution, [height, width, channels, multiplier], whose last two axes
 *     number the outputs
 * @param numbers of the annotation, in the order of its elements
 * @param source the annotation it comes from, as written
 */
public record ConstraintTerm(
        Variable variable, ConstraintSpec.Kind kind, boolean depthwise, List<Hyperparameter> numbers, String source) {
    /** What a constraint asks of a layer's variables; its number is the layer's where it stands there. */
    static List<ConstraintTerm> of(LayerNode layer, FieldSpec field, ConstraintSpec spec, Hyperparameters numbers) {
        return layer.variables().stream()
                .filter(variable -> Parameters.named(field, variable.suffix()).isIn(spec.on()))
                .map(variable -> new ConstraintTerm(
                        variable,
                        spec.kind(),
                        isDepthwise(layer, variable),
                        numbers(field, spec, numbers),
                        spec.usage().text()))
                .toList();
    }

    private static List<Hyperparameter> numbers(FieldSpec field, ConstraintSpec spec, Hyperparameters numbers) {
        boolean ofField = field.policies().contains(spec);
        return spec.usage().numbers().stream()
                .map(number -> ofField
                        ? numbers.of(field.group(), nameOnField(spec, number), spec.usage(), number.element())
                        : numbers.of(spec.group(), number.element(), spec.usage(), number.element()))
                .toList();
    }

    /** {@code maxNorm}, {@code minMaxNormRate}. */
    private static String nameOnField(ConstraintSpec spec, NumberUse number) {
        return number.element().equals("value") ? spec.group() : spec.group() + typeName(number.element());
    }

    private static boolean isDepthwise(LayerNode layer, Variable variable) {
        return layer.operations().stream()
                .anyMatch(operation -> operation instanceof DepthwiseConv2DOp convolution
                        && convolution.kernel().equals(variable));
    }
}
