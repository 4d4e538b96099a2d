package io.regulus.report;

import java.util.List;

/**
 * What became of one trained weight over the epochs.
 *
 * @param name such as {@code head/kernel}
 * @param values how many values it has
 * @param norms the root of the sum of their squares, before the first step and after each epoch
 * @param zeros the share of them that is exactly 0, in [0, 1], at the same times
 */
public record WeightTrace(String name, long values, List<Double> norms, List<Double> zeros) {
    public WeightTrace {
        norms = List.copyOf(norms);
        zeros = List.copyOf(zeros);
    }
}
