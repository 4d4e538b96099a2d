package io.regulus.train;

import io.regulus.engine.BatchBuffer;
import io.regulus.engine.TargetPort;
import io.regulus.engine.TensorColumn;
import io.regulus.metrics.Accuracy;
import io.regulus.metrics.BinaryMetrics;
import io.regulus.metrics.LabelMetrics;
import io.regulus.metrics.MetricAccumulator;
import io.regulus.metrics.RegressionMetrics;
import io.regulus.metrics.ValueMetrics;
import java.util.Map;

/** The metrics of one output's task, added up batch by batch from what the engine leaves in a buffer. */
sealed interface BatchMetrics {
    /** The metrics of a task. */
    static BatchMetrics of(TargetPort<?> target) {
        if (target instanceof TargetPort.Classes classes) {
            return new OfLabels(classes.outputs() == 1 ? new BinaryMetrics() : new Accuracy(classes.classes()));
        }
        return new OfValues(new RegressionMetrics(target.outputs()));
    }

    /** Adds the rows of a batch that was run, as one of its outputs gave them. */
    void add(BatchBuffer batch, int output);

    /** What adds them up. */
    MetricAccumulator metrics();

    /** The metrics so far. */
    default Map<String, Double> result() {
        return metrics().result();
    }

    /** For classifiers. */
    record OfLabels(LabelMetrics metrics) implements BatchMetrics {
        @Override
        public void add(BatchBuffer batch, int output) {
            metrics.add(batch.outputs(output), ((TensorColumn.Ints) batch.target(output)).array(), batch.countedRows());
        }
    }

    /** For regressors. */
    record OfValues(ValueMetrics metrics) implements BatchMetrics {
        @Override
        public void add(BatchBuffer batch, int output) {
            metrics.add(
                    batch.outputs(output), ((TensorColumn.Floats) batch.target(output)).array(), batch.countedRows());
        }
    }
}
