package io.regulus.benchmarks.pieces;

import io.regulus.metrics.Accuracy;
import io.regulus.metrics.RegressionMetrics;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Metrics over rows, batch by batch. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MetricsBenchmark {
    private static final int BATCHES = 300;
    private static final int BATCH = 32;
    private static final int CLASSES = 10;

    private final Accuracy accuracy = new Accuracy(CLASSES);
    private final RegressionMetrics regression = new RegressionMetrics(1);
    private float[] outputs;
    private float[] targets;
    private int[] labels;

    /** Makes outputs and targets of a batch. */
    @Setup
    public void setUp() {
        outputs = Numbers.floats(BATCH * CLASSES);
        targets = Numbers.floats(BATCH);
        labels = Numbers.labels(BATCH, CLASSES);
    }

    /** Accuracy of a classifier. */
    @Benchmark
    public Map<String, Double> accuracy() {
        accuracy.reset();
        for (int i = 0; i < BATCHES; i++) {
            accuracy.add(outputs, labels, BATCH);
        }
        return accuracy.result();
    }

    /** Errors of a regression. */
    @Benchmark
    public Map<String, Double> regression() {
        regression.reset();
        for (int i = 0; i < BATCHES; i++) {
            regression.add(outputs, targets, BATCH);
        }
        return regression.result();
    }
}
