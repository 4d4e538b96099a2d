package io.regulus.report;

import java.util.List;

/**
 * What one regulariser added to the penalty.
 *
 * @param weight what it falls on, such as {@code head/kernel}
 * @param kind such as {@code L2}
 * @param coefficient its coefficient
 * @param values its share of the penalty after each epoch
 */
public record PenaltyTrace(String weight, String kind, double coefficient, List<Double> values) {
    public PenaltyTrace {
        values = List.copyOf(values);
    }
}
