package io.regulus.train;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.checkpoint.Checkpoints;
import io.regulus.data.Dataset;
import io.regulus.testing.Nets_FullModel;
import io.regulus.testing.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvLogTest {
    private static final Dataset DATA = Samples.labelled(70, 6, 3, 9);
    private static final Dataset VALIDATION = Samples.labelled(20, 6, 3, 4);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("epochs.csv");
    }

    private Fit logged(int epochs) {
        return Fit.epochs(epochs).verbose(false).validateOn(VALIDATION).callback(new CsvLog(file()));
    }

    private static History train(Fit fit) {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            return model.fit(DATA, fit);
        }
    }

    @Test
    void aLineAnEpochWithAllDigits() throws IOException {
        History history = train(logged(2));
        List<String> lines = Files.readAllLines(file());
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .isEqualTo("epoch,steps,seconds,learning_rate,loss,penalty,accuracy,val_loss,val_penalty,val_accuracy");
        EpochResult second = history.last();
        Evaluation validated = second.validation().orElseThrow();
        double[] expected = {
            2,
            3,
            second.seconds(),
            0.01,
            second.training().loss(),
            second.training().penalty(),
            second.training().metric("accuracy"),
            validated.loss(),
            validated.penalty(),
            validated.metric("accuracy")
        };
        assertThat(Stream.of(lines.get(2).split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .isEqualTo(expected);
    }

    @Test
    void withoutValidationThereAreNoColumnsOfIt() throws IOException {
        train(Fit.epochs(1).verbose(false).callback(new CsvLog(file())));
        assertThat(Files.readAllLines(file()).get(0))
                .isEqualTo("epoch,steps,seconds,learning_rate,loss,penalty,accuracy");
    }

    @Test
    void aFitThatBeginsAnewWritesTheFileAnew() throws IOException {
        train(logged(3));
        train(logged(1));
        assertThat(Files.readAllLines(file())).hasSize(2);
    }

    @Test
    void aFitThatGoesOnAddsToTheFile() throws IOException {
        train(logged(3));
        List<String> before = Files.readAllLines(file());
        Files.writeString(
                file(),
                String.join("\n", before).substring(0, String.join("\n", before).length() - 3));
        train(logged(4).initialEpoch(2)); // the half-written third is trained again
        List<String> lines = Files.readAllLines(file());
        assertThat(lines.subList(0, 3)).isEqualTo(before.subList(0, 3));
        assertThat(lines.stream().map(line -> line.substring(0, line.indexOf(','))))
                .containsExactly("epoch", "1", "2", "3", "4")
                .inOrder();
    }

    @Test
    void aLogOfOtherColumnsIsNotAddedTo() throws IOException {
        String other = "epoch,steps,seconds,learning_rate,loss,penalty,mae\n1,3,0.1,0.01,0.5,0,0.2\n";
        Files.writeString(file(), other);
        assertFails(
                IllegalArgumentException.class,
                () -> train(logged(3).initialEpoch(1)),
                "epochs.csv has the columns epoch,steps,seconds,learning_rate,loss,penalty,mae, this fit has epoch,steps",
                "a file of its own");
        assertThat(Files.readString(file())).isEqualTo(other);
    }

    @Test
    void aFileThatIsNoLogIsNeverWrittenOver() throws IOException {
        for (byte[] mine : new byte[][] {
            "epoch,loss\n1,0.5\n".getBytes(StandardCharsets.UTF_8),
            "my thesis".getBytes(StandardCharsets.UTF_8),
            {1, -2, -1}
        }) {
            Files.write(file(), mine);
            for (Fit fit : List.of(logged(1), logged(3).initialEpoch(1))) {
                assertFails(
                        IllegalArgumentException.class,
                        () -> train(fit),
                        "the file " + file() + " is no log of epochs",
                        "a file of its own, or delete this one");
                assertOnlyFile(mine);
            }
        }
        Files.write(file(), new byte[0]);
        train(logged(1));
        assertThat(Files.readAllLines(file())).hasSize(2);
    }

    private void assertOnlyFile(byte... content) throws IOException {
        assertThat(Files.readAllBytes(file())).isEqualTo(content);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).containsExactly(file());
        }
    }

    @Test
    void aFolderIsNoLogAndNothingIsLeftBesideIt() throws IOException {
        Files.createDirectory(file());
        assertFails(IllegalArgumentException.class, () -> train(logged(1)), file() + " is a folder");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).containsExactly(file());
        }
    }

    /** With checkpoints a run goes on with its own log, whatever epochs it had come to, and not with that of another. */
    @Test
    void aRunThatGoesOnKnowsItsOwnLog() throws IOException {
        Fit kept = logged(2).checkpoints(Checkpoints.in(folder.resolve("run")));
        train(kept);
        List<String> before = Files.readAllLines(file());
        // an epoch that was logged and not stored
        Files.writeString(file(), before.get(2).replaceFirst("2", "3") + "\n", StandardOpenOption.APPEND);
        train(logged(3).checkpoints(Checkpoints.in(folder.resolve("run"))));
        List<String> after = Files.readAllLines(file());
        assertThat(after).hasSize(4);
        assertThat(after.subList(0, 3)).isEqualTo(before);
        assertThat(after.get(3)).isNotEqualTo(before.get(2).replaceFirst("2", "3"));

        train(logged(1).seed(8));
        byte[] another = Files.readAllBytes(file());
        assertFails(
                IllegalArgumentException.class,
                () -> train(logged(4).checkpoints(Checkpoints.in(folder.resolve("run")))),
                "has the line 1,3,",
                "and this run had 1,3,",
                "it is that of another run");
        assertThat(Files.readAllBytes(file())).isEqualTo(another);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Fit fit = Fit.epochs(1).verbose(false).callback(new CsvLog(folder.resolve("none/epochs.csv")));
        assertFails(UncheckedIOException.class, () -> train(fit), "none/epochs.csv", "folder that is there");
    }
}
