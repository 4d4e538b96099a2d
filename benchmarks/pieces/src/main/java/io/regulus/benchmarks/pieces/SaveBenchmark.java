package io.regulus.benchmarks.pieces;

import io.regulus.save.ModelFile;
import io.regulus.save.ModelState;
import io.regulus.save.NamedTensor;
import io.regulus.save.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Saving and loading a model of four million numbers, 16 MB: the bare file, and with digest and flush to the disk. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SaveBenchmark {
    private static final int LAYERS = 16;
    private static final int SIDE = 512;
    private static final Map<String, String> NO_METADATA = Map.of();

    private final List<NamedTensor> tensors = new ArrayList<>();
    private ModelState state;
    private Path folder;
    private Path bare;
    private Path model;

    /** Makes the model and saves it once, for loading. */
    @Setup
    public void setUp() throws IOException {
        float[] values = Numbers.floats(SIDE * SIDE);
        for (int layer = 0; layer < LAYERS; layer++) {
            tensors.add(NamedTensor.of("layer" + layer + "/kernel", values, SIDE, SIDE));
        }
        state = new ModelState(
                "io.regulus.benchmarks.pieces.PieceNet", 1, Map.of("network.l2", "1.0E-4"), Map.of(), tensors);
        folder = Files.createTempDirectory("regulus-pieces");
        bare = folder.resolve("bare.safetensors");
        model = folder.resolve("model");
        writeBare();
        save();
    }

    /** Deletes the files. */
    @TearDown
    public void tearDown() throws IOException {
        for (Path deepFirst : TemporaryFiles.deepFirst(folder)) {
            Files.delete(deepFirst);
        }
    }

    /** Only the file. */
    @Benchmark
    public void writeBare() {
        SafetensorsFile.write(bare, NO_METADATA, tensors);
    }

    /** Only the file. */
    @Benchmark
    public SafetensorsFile.Content readBare() {
        return SafetensorsFile.read(bare);
    }

    /** As a model is saved. */
    @Benchmark
    public void save() {
        ModelFile.write(model, state);
    }

    /** As a model is loaded. */
    @Benchmark
    public ModelState load() {
        return ModelFile.read(model);
    }
}
