package io.regulus.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulus.data.Dataset;
import io.regulus.save.ModelFile;
import io.regulus.save.NamedTensor;
import io.regulus.save.SafetensorsFile;
import io.regulus.save.SaveFormatException;
import io.regulus.testing.Samples;
import io.regulus.testing.errors.ByteFuzz;
import io.regulus.train.Fit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models, checkpoints and files of weights with random damage: the first two have a digest, so that none of it goes unnoticed. */
class CheckpointFuzzTest {
    private static final Dataset DATA = Samples.labelled(70, 6, 3, 9);
    private static final int TRIALS = 500;
    private static final long MOST_BYTES = 64L << 20;

    @TempDir
    Path folder;

    private static ByteFuzz fuzz(byte[] whole, long seed) {
        return new ByteFuzz(whole, seed, MOST_BYTES, List.of(SaveFormatException.class));
    }

    private Path checkpoint() {
        try (RunModels_EverythingModel model = RunModels_EverythingModel.create()) {
            model.fit(
                    DATA,
                    Fit.epochs(1).batchSize(16).verbose(false).validateOn(DATA).checkpoints(Checkpoints.in(folder)));
        }
        return folder.resolve("step-000000000005-epoch-1");
    }

    @Test
    void models() throws IOException {
        Path checkpoint = checkpoint();
        Path file = checkpoint.resolve(ModelFile.FILE_NAME);
        byte[] whole = Files.readAllBytes(file);
        var state = ModelFile.read(checkpoint);
        ByteFuzz.Outcome outcome = fuzz(whole, 1).check(TRIALS, bytes -> {
            Files.write(file, bytes);
            assertEquals(state, ModelFile.read(checkpoint), "damage that goes unnoticed");
        });
        // what writes the value that is there already is no damage
        assertTrue(outcome.refused() > TRIALS * 9 / 10, outcome.toString());
    }

    @Test
    void runs() throws IOException {
        Path checkpoint = checkpoint();
        Path file = checkpoint.resolve(StoredRun.FILE_NAME);
        byte[] whole = Files.readAllBytes(file);
        String run = text(StoredRun.read(checkpoint));
        ByteFuzz.Outcome outcome = fuzz(whole, 2).check(TRIALS, bytes -> {
            Files.write(file, bytes);
            assertEquals(run, text(StoredRun.read(checkpoint)), "damage that goes unnoticed");
        });
        assertTrue(outcome.refused() > TRIALS * 9 / 10, outcome.toString());
    }

    private static String text(StoredRun run) {
        return run.step() + " " + run.settings() + run.best() + run.state().epochs()
                + run.state().steps() + run.state().history()
                + run.state().callbacks().keySet();
    }

    /** Without a digest a changed weight is another weight. */
    @Test
    void weights() throws IOException {
        Path file = folder.resolve("net.safetensors");
        SafetensorsFile.write(
                file,
                Map.of("format", "pt"),
                List.of(NamedTensor.of("w", new float[200], 20, 10), NamedTensor.of("step", new long[] {3})));
        ByteFuzz.Outcome outcome = fuzz(Files.readAllBytes(file), 3)
                .check(TRIALS, bytes -> SafetensorsFile.read(Files.write(file, bytes)));
        assertTrue(outcome.read() > 0 && outcome.refused() > 0, outcome.toString());
    }
}
