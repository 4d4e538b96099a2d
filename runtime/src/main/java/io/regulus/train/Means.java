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
    private final List<OutputPort> outputs;
    private final List<BatchMetrics> metrics;
    private final double[] losses;
    private double loss;
    private long rows;

    Means(List<OutputPort> outputs) {
        this.outputs = List.copyOf(outputs);
        metrics =
                outputs.stream().map(output -> BatchMetrics.of(output.target())).toList();
        losses = new double[outputs.size()];
    }

    void add(float batchLoss, BatchBuffer batch) {
        loss += (double) batchLoss * batch.countedRows();
        rows += batch.countedRows();
        for (int i = 0; i < metrics.size(); i++) {
            losses[i] += (double) batch.loss(i) * batch.countedRows();
            metrics.get(i).add(batch, i);
        }
    }

    Evaluation evaluation(double penalty) {
        return new Evaluation(
                loss / rows, penalty, outputs.size() == 1 ? metrics.get(0).result() : named(), rows);
    }

    /** What was added up so far, doubles by their bits: the losses, then the metrics output by output. */
    List<long[]> state() {
        long[] sums = new long[2 + losses.length];
        sums[0] = rows;
        sums[1] = Double.doubleToRawLongBits(loss);
        for (int i = 0; i < losses.length; i++) {
            sums[2 + i] = Double.doubleToRawLongBits(losses[i]);
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
        for (int i = 0; i < losses.length; i++) {
            losses[i] = Double.longBitsToDouble(sums[2 + i]);
            metrics.get(i).metrics().restore(state.get(1 + i));
        }
    }

    /** Adds what other means of the same outputs had added up. */
    void merge(List<long[]> state) {
        long[] sums = state.get(0);
        rows += sums[0];
        loss += Double.longBitsToDouble(sums[1]);
        for (int i = 0; i < losses.length; i++) {
            losses[i] += Double.longBitsToDouble(sums[2 + i]);
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
