package io.regulus.benchmarks.pieces;

import io.regulus.engine.Settings;
import io.regulus.serve.Batching;
import io.regulus.serve.BatchingPredictor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Rows a second of many callers with a row each: alone, gathered, and, as the limit, in whole batches. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@Threads(ServingBenchmark.CALLERS)
public class ServingBenchmark {
    static final int CALLERS = 64;
    private static final int BATCH = 64;

    /** Runs of gathered rows at a time; the other two have none. */
    @Param({"1", "2"})
    public int workers;

    private final float[] row = Numbers.rows(1, ServedNet.INPUTS)[0];
    private final float[][] batch = Numbers.rows(BATCH, ServedNet.INPUTS);
    private ServedNetModel model;
    private BatchingPredictor<float[], float[]> predictor;

    /** Creates the network. */
    @Setup
    public void setUp() {
        model = ServedNetModel.create(Settings.defaults().withSeed(1));
        predictor = BatchingPredictor.ofRows(
                model::predict, Batching.defaults().maxRows(BATCH).workers(workers));
    }

    /** Closes it. */
    @TearDown
    public void tearDown() {
        predictor.close();
        model.close();
    }

    /** Each caller's row is a run. */
    @Benchmark
    public float[][] oneByOne() {
        return model.predict(new float[][] {row});
    }

    /** The callers' rows are gathered. */
    @Benchmark
    public float[] gathered() throws InterruptedException {
        return predictor.predict(row);
    }

    /** Batches that were there from the start, from one thread. */
    @Benchmark
    @Threads(1)
    @OperationsPerInvocation(BATCH)
    public float[][] wholeBatches() {
        return model.predict(batch);
    }
}
