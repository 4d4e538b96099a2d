package io.regulus.benchmarks.pieces;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.train.BatchResult;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Predicting with a small network, and training it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ModelBenchmark {
    private static final int MANY = 1000;
    private static final int BATCH = 32;

    private final float[][] one = Numbers.rows(1, PieceNet.INPUTS);
    private final float[][] many = Numbers.rows(MANY, PieceNet.INPUTS);
    private Dataset batch;
    private PieceNetModel model;

    /** Creates the network. */
    @Setup
    public void setUp() {
        batch = Dataset.of(Numbers.rows(BATCH, PieceNet.INPUTS), Numbers.labels(BATCH, PieceNet.CLASSES));
        model = PieceNetModel.create(Settings.defaults().withSeed(1));
    }

    /** Closes it. */
    @TearDown
    public void tearDown() {
        model.close();
    }

    /** One row. */
    @Benchmark
    public float[][] predictOne() {
        return model.predict(one);
    }

    /** A thousand rows. */
    @Benchmark
    public float[][] predictThousand() {
        return model.predict(many);
    }

    /** One step. */
    @Benchmark
    public BatchResult trainOnBatch() {
        return model.trainOnBatch(batch);
    }
}
