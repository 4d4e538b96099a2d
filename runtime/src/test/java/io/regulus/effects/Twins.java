package io.regulus.effects;

import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import io.regulus.train.BatchResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * Two models that differ in one number and start from the same random weights: what one step does to the one and not to
 * the other is the effect of that number.
 */
final class Twins implements AutoCloseable {
    private static final double TOLERANCE = 3e-6;

    private final Model plain;
    private final Model changed;
    private final Weights start;

    Twins(Model plain, Model changed) {
        this.plain = plain;
        this.changed = changed;
        Weights weights = plain.weights();
        int seed = 0;
        for (String name : weights.names()) {
            if (!name.endsWith("/mean") && !name.endsWith("/variance")) {
                float[] values = Samples.normal(weights.get(name).length, seed++);
                weights = weights.with(name, values);
            }
        }
        start = weights;
        plain.setWeights(start);
        changed.setWeights(start);
    }

    void learningRate(double rate) {
        plain.setLearningRate(rate);
        changed.setLearningRate(rate);
    }

    /** The weights both start from. */
    Weights start() {
        return start;
    }

    /** What a step led to. */
    record Steps(BatchResult plain, BatchResult changed, Weights afterPlain, Weights afterChanged) {}

    Steps step(Dataset batch) {
        return new Steps(plain.trainOnBatch(batch), changed.trainOnBatch(batch), plain.weights(), changed.weights());
    }

    /**
     * Takes a step with both.
     *
     * @param shifts by weight, what the number adds to each value of it, from its value before the step; what is not named
     *     must not differ in a single bit
     */
    Steps assertStepShifts(Dataset batch, Map<String, DoubleUnaryOperator> shifts) {
        Steps steps = step(batch);
        Map<String, DoubleUnaryOperator> unchecked = new LinkedHashMap<>(shifts);
        for (String name : start.names()) {
            DoubleUnaryOperator shift = unchecked.remove(name);
            float[] before = start.get(name);
            float[] without = steps.afterPlain().get(name);
            float[] with = steps.afterChanged().get(name);
            for (int i = 0; i < before.length; i++) {
                String what = name + "[" + i + "], " + before[i] + " before the step";
                if (shift == null) {
                    assertWithMessage(what).that(with[i]).isEqualTo(without[i]);
                } else {
                    assertWithMessage(what)
                            .that((double) with[i] - without[i])
                            .isWithin(TOLERANCE)
                            .of(shift.applyAsDouble(before[i]));
                }
            }
        }
        assertWithMessage("weights that there are not").that(unchecked).isEmpty();
        return steps;
    }

    /** Sum of squares of a weight at the start. */
    double squares(String name) {
        double sum = 0;
        for (float value : start.get(name)) {
            sum += (double) value * value;
        }
        return sum;
    }

    /** Sum of absolute values of a weight at the start. */
    double absolutes(String name) {
        double sum = 0;
        for (float value : start.get(name)) {
            sum += Math.abs(value);
        }
        return sum;
    }

    @Override
    public void close() {
        plain.close();
        changed.close();
    }
}
