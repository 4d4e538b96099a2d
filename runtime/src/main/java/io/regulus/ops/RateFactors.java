package io.regulus.ops;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the learning rate is multiplied by, weight by weight; 1 for weights that are not named. Factors of one weight multiply. */
public final class RateFactors {
    private final Map<Weight, Double> factors = new LinkedHashMap<>();

    /** Every factor is 1. */
    public RateFactors() {}

    /** A weight's rate is multiplied by the factor. */
    public RateFactors times(Weight weight, double factor) {
        factors.merge(weight, factor, (one, other) -> one * other);
        return this;
    }

    /**
     * A weight's rate is multiplied by decay^depth.
     *
     * @param decay in (0, 1]
     * @param depth number of layers with weights between the weight's layer and the output
     */
    public RateFactors byDepth(Weight weight, double decay, int depth) {
        return times(weight, Math.pow(decay, depth));
    }

    /** The factors that are not 1, by name of the weight. */
    Map<String, Double> byName() {
        Map<String, Double> byName = new LinkedHashMap<>();
        factors.forEach((weight, factor) -> {
            if (factor != 1) {
                byName.put(weight.name(), factor);
            }
        });
        return byName;
    }

    double of(Weight weight) {
        return factors.getOrDefault(weight, 1.0);
    }
}
