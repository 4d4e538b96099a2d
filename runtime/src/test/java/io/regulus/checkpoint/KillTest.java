package io.regulus.checkpoint;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.data.Dataset;
import io.regulus.save.ModelFile;
import io.regulus.save.NamedTensor;
import io.regulus.testing.ForkedJvm;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.train.Callback;
import io.regulus.train.CsvLog;
import io.regulus.train.EarlyStopping;
import io.regulus.train.Fit;
import io.regulus.train.History;
import io.regulus.train.StepResult;
import io.regulus.train.StopOnShutdown;
import io.regulus.train.TrainingRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at random moments, until a run has come to its end: no checkpoint is lost or torn, and weights, optimizer, averages and
 * history are those of a run that was never killed.
 */
class KillTest {
    private static final String BEGIN = "begin";
    private static final String END = "end ";
    private static final String LOG = "epochs.csv";
    private static final String STEP = "step";
    /** That a process takes before it is killed, counted so that the load of the machine does not matter; a run has some 200. */
    private static final int MOST_STEPS = 12;

    private static final int MOST_MICROS = 20_000;

    @TempDir
    Path folder;

    /** A program as a user would write it: it says nothing of going on. */
    static final class Program {
        private static final Dataset DATA = learnable(70, 9);
        private static final Dataset VALIDATION = learnable(300, 4);

        private Program() {}

        /** The class is the largest of the first three numbers, so that many epochs are better than the one before. */
        private static Dataset learnable(int count, long seed) {
            float[][] rows = Samples.rows(count, 6, seed);
            int[] labels = new int[count];
            for (int row = 0; row < count; row++) {
                for (int column = 1; column < 3; column++) {
                    labels[row] = rows[row][column] > rows[row][labels[row]] ? column : labels[row];
                }
            }
            return Dataset.of(rows, labels);
        }

        public static void main(String... args) throws IOException {
            Path folder = Path.of(System.getProperty("folder"));
            Fit fit = (Boolean.getBoolean("kept")
                            ? fit(folder.resolve(LOG))
                                    .checkpoints(
                                            Checkpoints.in(folder).everySteps(2).keepBest("val_loss"))
                            : fit(folder.resolve(LOG)))
                    .callback(new StopOnShutdown())
                    .callback(new Callback() {
                        @Override
                        public void onStep(TrainingRun run, StepResult step) {
                            System.out.println(STEP);
                        }
                    });
            try (RunModels_EverythingModel model = RunModels_EverythingModel.create()) {
                System.out.println(BEGIN);
                History history = model.fit(DATA, fit);
                System.out.println(END + summary(model, history));
            }
        }

        static Fit fit(Path log) {
            return Fit.epochs(40)
                    .batchSize(16)
                    .validateOn(VALIDATION)
                    .schedule(moment -> 1 / (1 + 0.1 * moment.epochsDone()))
                    .callback(EarlyStopping.patience(30).monitor("val_accuracy"))
                    .callback(new CsvLog(log))
                    .verbose(false);
        }

        /** All that is to be the same, in one line; not how long it took. */
        static String summary(RunModels_EverythingModel model, History history) {
            return SavedState.of(model).bits() + " " + Timeless.of(history) + " " + history.ending();
        }
    }

    /** Without checkpoints, and in a process of its own, too: in this one earlier tests may have fixed another number of threads, and with it other roundings. */
    private String straight() throws IOException, InterruptedException {
        Process process = start(Files.createDirectories(folder.resolve("straight")), false);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String end = output.lines()
                    .filter(line -> line.startsWith(END))
                    .findFirst()
                    .orElseThrow();
            assertThat(process.waitFor()).isEqualTo(0);
            return end;
        }
    }

    private static Process start(Path run) throws IOException {
        return start(run, true);
    }

    private static Process start(Path run, boolean kept) throws IOException {
        return ForkedJvm.start(
                Program.class,
                jar -> true,
                "-Dfolder=" + run,
                "-Dkept=" + kept,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m");
    }

    /** Kills runs so many times; returns how many of them came to their end. */
    private int kill(int times, long seed) throws IOException, InterruptedException {
        String straight = straight();
        List<String> log = withoutSeconds(folder.resolve("straight").resolve(LOG));
        Random random = new Random(seed);
        int kills = 0;
        int runs = 0;
        while (kills < times) {
            Path run = Files.createDirectories(folder.resolve("run" + runs));
            Optional<String> end = Optional.empty();
            while (end.isEmpty()) {
                Process process = start(run);
                try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                    List<String> said = new ArrayList<>();
                    await(output, BEGIN, said);
                    if (kills < times) {
                        int steps = random.nextInt(MOST_STEPS);
                        while (steps > 0 && await(output, STEP, said)) {
                            steps--;
                        }
                        TimeUnit.MICROSECONDS.sleep(random.nextInt(MOST_MICROS));
                        process.toHandle().destroyForcibly(); // that of the process would close its output
                    }
                    output.lines().forEach(said::add);
                    boolean killed = process.waitFor() != 0;
                    end = said.stream().filter(line -> line.startsWith(END)).findFirst();
                    assertWithMessage("killed or ended: %s", said)
                            .that((killed && kills < times) || end.isPresent())
                            .isTrue();
                    kills += killed ? 1 : 0;
                }
                assertAllAreWhole(run);
            }
            assertWithMessage("run %s after %s kills", runs, kills)
                    .that(end.get())
                    .isEqualTo(straight);
            assertThat(withoutSeconds(run.resolve(LOG))).isEqualTo(log);
            assertNothingIsLeftHalfWritten(run);
            runs++;
            System.out.println(kills + " kills, " + runs + " runs to the same end");
        }
        return runs;
    }

    /** Reads up to a line; whether it came. */
    private static boolean await(BufferedReader output, String awaited, List<String> said) throws IOException {
        String line = output.readLine();
        while (line != null) {
            said.add(line);
            if (line.equals(awaited)) {
                return true;
            }
            line = output.readLine();
        }
        return false;
    }

    private static void assertAllAreWhole(Path run) throws IOException {
        try (Stream<Path> entries = Files.list(run)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                assertThat(name).doesNotContain("damaged");
                if (name.startsWith("step-")) {
                    long step = StoredRun.read(entry).step();
                    assertThat(ModelFile.read(entry).variables().stream()
                                    .filter(variable -> variable.name().equals("training/step"))
                                    .map(NamedTensor::longs)
                                    .findFirst()
                                    .orElseThrow())
                            .isEqualTo(new long[] {step});
                } else if (name.equals("best") && Files.exists(entry.resolve(ModelFile.FILE_NAME))) {
                    ModelFile.read(entry);
                }
            }
        }
    }

    private static void assertNothingIsLeftHalfWritten(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.contains("tmp"))
                            .toList())
                    .isEmpty();
        }
    }

    private static List<String> withoutSeconds(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(line -> {
                    List<String> fields = new ArrayList<>(List.of(line.split(",")));
                    fields.remove(2);
                    return String.join(",", fields);
                })
                .toList();
    }

    @Test
    void aRunThatIsKilledEndsAsTheOneThatNeverWas() throws IOException, InterruptedException {
        assertThat(kill(4, 1)).isAtLeast(1);
    }

    @Test
    @Tag("heavy")
    void threeHundredKills() throws IOException, InterruptedException {
        assertThat(kill(300, 2)).isAtLeast(1);
    }

    /** What Ctrl-C and clusters send: the fit is paused, its history returned to the program, and the next start goes on. */
    @Test
    void aProcessThatIsAskedToEndPausesItsFit() throws IOException, InterruptedException {
        String straight = straight();
        Path run = Files.createDirectories(folder.resolve("asked"));
        Process first = start(run);
        try (BufferedReader output = first.inputReader(StandardCharsets.UTF_8)) {
            assertThat(await(output, STEP, new ArrayList<>())).isTrue();
            first.toHandle().destroy();
            String end = output.lines()
                    .filter(line -> line.startsWith(END))
                    .findFirst()
                    .orElseThrow();
            assertThat(end).contains("PAUSED");
            assertThat(end).contains("the process was asked to end");
            assertThat(first.waitFor()).isEqualTo(143);
        }
        Process second = start(run);
        try (BufferedReader output = second.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.lines().filter(line -> line.startsWith(END)).findFirst())
                    .hasValue(straight);
        }
    }
}
