package io.regulus.train;

import io.regulus.engine.BatchBuffer;
import io.regulus.engine.OutputPort;
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
    private int rows;

    Means(List<OutputPort> outputs) {
        this.outputs = List.copyOf(outputs);
        metrics =
                outputs.stream().map(output -> BatchMetrics.of(output.target())).toList();
        losses = new double[outputs.size()];
    }

    void add(float batchLoss, BatchBuffer batch) {
        loss += (double) batchLoss * batch.rows();
        rows += batch.rows();
        for (int i = 0; i < metrics.size(); i++) {
            losses[i] += (double) batch.loss(i) * batch.rows();
            metrics.get(i).add(batch, i);
        }
    }

    Evaluation evaluation(double penalty) {
        return new Evaluation(
                loss / rows, penalty, outputs.size() == 1 ? metrics.get(0).result() : named(), rows);
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
