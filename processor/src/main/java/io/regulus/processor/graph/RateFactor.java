package io.regulus.processor.graph;

import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.LayerwiseRateDecaySpec;
import io.regulus.processor.spec.RateFactorSpec;
import io.regulus.processor.spec.Usage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A factor of the learning rate of one variable.
 *
 * @param variable whose rate it is
 * @param number the factor, or what is raised to the power of the depth
 * @param depth layers with weights between the variable's and the output; empty where the number is the factor itself
 * @param source the annotation it comes from, as written
 */
public record RateFactor(Variable variable, Hyperparameter number, Optional<Integer> depth, String source) {
    /** The factor that a layer's annotation gives each of its trained variables. */
    static List<RateFactor> of(LayerNode layer, FieldSpec field, RateFactorSpec spec, Hyperparameters numbers) {
        return trained(layer).stream()
                .map(variable -> new RateFactor(
                        variable,
                        numbers.of(field.group(), "learningRateFactor", spec.usage(), "value"),
                        Optional.empty(),
                        spec.usage().text()))
                .toList();
    }

    /** The factors that fall with the distance from the output; none for what no layer with weights follows. */
    static List<RateFactor> byDepth(List<LayerNode> layers, LayerwiseRateDecaySpec spec, Hyperparameters numbers) {
        Usage usage = spec.usage();
        Hyperparameter number = numbers.of(spec.group(), "value", usage, "value");
        Map<String, Integer> depths = depths(layers);
        List<RateFactor> factors = new ArrayList<>();
        for (LayerNode layer : layers) {
            int depth = depths.getOrDefault(layer.name(), 0);
            if (depth > 0) {
                trained(layer)
                        .forEach(variable ->
                                factors.add(new RateFactor(variable, number, Optional.of(depth), usage.text())));
            }
        }
        return factors;
    }

    /** Per layer the number of layers with weights on the longest way behind it. */
    private static Map<String, Integer> depths(List<LayerNode> layers) {
        Map<String, Integer> depths = new HashMap<>();
        for (int i = layers.size() - 1; i >= 0; i--) {
            LayerNode layer = layers.get(i);
            int before = depths.getOrDefault(layer.name(), 0) + (trained(layer).isEmpty() ? 0 : 1);
            layer.inputs().forEach(input -> depths.merge(input, before, Math::max));
        }
        return depths;
    }

    private static List<Variable> trained(LayerNode layer) {
        return layer.variables().stream().filter(Variable::trained).toList();
    }
}
