package io.regulus.benchmarks.pieces;

import io.regulus.data.Dataset;
import io.regulus.data.Order;
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

/** Gathering the rows of a shuffled epoch batch by batch, as the training loop does, and shuffling them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RowsBenchmark {
    private static final int ROWS = 20_000;
    private static final int LENGTH = 28 * 28;
    private static final int BATCH = 32;
    private static final long SEED = 1;

    private final float[] floatBatch = new float[BATCH * LENGTH];
    private final byte[] byteBatch = new byte[BATCH * LENGTH];
    private Dataset floats;
    private Dataset bytes;
    private int[] order;
    private int epoch;

    /** Makes the data. */
    @Setup
    public void setUp() {
        floats = Dataset.ofFlat(Numbers.floats(ROWS * LENGTH), LENGTH);
        bytes = Dataset.ofFlatBytes(Numbers.bytes(ROWS * LENGTH), LENGTH);
        order = Order.shuffled(ROWS, SEED, 0);
    }

    /** All rows of floats. */
    @Benchmark
    public float[] copyFloats() {
        for (int from = 0; from < ROWS; from += BATCH) {
            floats.copyFloats(order, from, BATCH, floatBatch);
        }
        return floatBatch;
    }

    /** All rows of bytes, as bytes. */
    @Benchmark
    public byte[] copyBytes() {
        for (int from = 0; from < ROWS; from += BATCH) {
            bytes.copyBytes(order, from, BATCH, byteBatch);
        }
        return byteBatch;
    }

    /** All rows of bytes, as floats. */
    @Benchmark
    public float[] copyBytesAsFloats() {
        for (int from = 0; from < ROWS; from += BATCH) {
            bytes.copyFloats(order, from, BATCH, floatBatch);
        }
        return floatBatch;
    }

    /** Another order for each epoch. */
    @Benchmark
    public int[] shuffled() {
        return Order.shuffled(ROWS, SEED, epoch++);
    }
}
