package io.regulus.train;

import io.regulus.engine.BatchBuffer;
import io.regulus.engine.OutputPort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Loss and metrics over rows, of batches of any size. Several outputs have theirs one by one, under Keras's names:
 * {@code digit_loss}, {@code digit_accuracy}.
 */
final class Means {
    /** How many sums there are before those of the outputs. */
    private static final int SUMS = 3;

    private final List<OutputPort> outputs;
    private final List<BatchMetrics> metrics;
    private final double[] losses;
    private double loss;
    private double activityPenalty;
    private long rows;

    Means(List<OutputPort> outputs) {
        this.outputs = List.copyOf(outputs);
        metrics =
                outputs.stream().map(output -> BatchMetrics.of(output.target())).toList();
        losses = new double[outputs.size()];
    }

    void add(float batchLoss, BatchBuffer batch) {
        loss += (double) batchLoss * batch.countedRows();
        activityPenalty += (double) batch.activityPenalty() * batch.countedRows();
        rows += batch.countedRows();
        for (int i = 0; i < metrics.size(); i++) {
            losses[i] += (double) batch.loss(i) * batch.countedRows();
            metrics.get(i).add(batch, i);
        }
    }

    /**
     * What was added up, as means.
     *
     * @param ofWeights the penalty of the weights, to which that of the activities is added
     */
    Evaluation evaluation(double ofWeights) {
        return new Evaluation(
                loss / rows,
                ofWeights + activityPenalty / rows,
                outputs.size() == 1 ? metrics.get(0).result() : named(),
                rows);
    }

    /** What was added up so far, doubles by their bits: the losses, then the metrics output by output. */
    List<long[]> state() {
        long[] sums = new long[SUMS + losses.length];
        sums[0] = rows;
        sums[1] = Double.doubleToRawLongBits(loss);
        sums[2] = Double.doubleToRawLongBits(activityPenalty);
        for (int i = 0; i < losses.length; i++) {
            sums[SUMS + i] = Double.doubleToRawLongBits(losses[i]);
        }
        List<long[]> state = new ArrayList<>();
        state.add(sums);
        metrics.forEach(metric -> state.add(metric.metrics().state()));
        return state;
    }

    /** Goes on with what other means of the same outputs had added up. */
    void restore(List<long[]> state) {
        long[] sums = state.get(0);
        rows = sums[0];
        loss = Double.longBitsToDouble(sums[1]);
        activityPenalty = Double.longBitsToDouble(sums[2]);
        for (int i = 0; i < losses.length; i++) {
            losses[i] = Double.longBitsToDouble(sums[SUMS + i]);
            metrics.get(i).metrics().restore(state.get(1 + i));
        }
    }

    /** Adds what other means of the same outputs had added up. */
    void merge(List<long[]> state) {
        long[] sums = state.get(0);
        rows += sums[0];
        loss += Double.longBitsToDouble(sums[1]);
        activityPenalty += Double.longBitsToDouble(sums[2]);
        for (int i = 0; i < losses.length; i++) {
            losses[i] += Double.longBitsToDouble(sums[SUMS + i]);
            metrics.get(i).metrics().merge(state.get(1 + i));
        }
    }

    private Map<String, Double> named() {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < losses.length; i++) {
            named.put(outputs.get(i).name() + "_loss", losses[i] / rows);
        }
        for (int i = 0; i < losses.length; i++) {
            String prefix = outputs.get(i).name() + "_";
            metrics.get(i).result().forEach((name, value) -> named.put(prefix + name, value));
        }
        return named;
    }
}
