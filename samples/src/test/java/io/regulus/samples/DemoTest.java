package io.regulus.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulus.files.IdxArray;
import io.regulus.files.IdxFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DemoTest {
    @TempDir
    private Path folder;

    /** What a run said and how it ended. */
    private record Run(int code, String out, String err) {}

    @BeforeAll
    static void headless() {
        System.setProperty("java.awt.headless", "true");
    }

    private static Run demo(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Demo.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = Demo.run(commandLine, args);
        return new Run(code, out.toString(), err.toString());
    }

    @Test
    void lettersAreTrainedOnAndReported() throws IOException {
        Run run = demo("--epochs", "2", "--train-rows", "60", "--test-rows", "40", "--out", folder.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("60 rows, 12 with a wrong label"), run.out());
        assertTrue(run.out().contains("wrong labels learnt"), run.out());
        assertTrue(run.out().contains("red frame: label is wrong"), run.out());
        assertTrue(run.out().contains("train accuracy  test accuracy"), run.out());
        assertTrue(run.out().lines().anyMatch(line -> line.startsWith("plain ")), run.out());
        assertTrue(run.out().lines().anyMatch(line -> line.startsWith("regularised ")), run.out());
        assertTrue(run.out().contains("learning-curve."), run.out());
        assertTrue(Files.exists(folder.resolve("learning-curve.png"))
                || Files.exists(folder.resolve("learning-curve.svg")));
        for (String report : List.of("plain.html", "regularised.html")) {
            assertTrue(run.out().contains(report), run.out());
            String page = Files.readString(folder.resolve(report));
            assertTrue(page.contains("</html>"), report);
            // its classes by their names
            for (String letter : List.of("B", "S")) {
                assertTrue(page.contains("<th scope=\"col\">" + letter + "</th>"), report);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"''", ".gz"})
    void idxFilesAreTrainedOn(String ending) {
        Path data = idxFolder(ending, 28);
        Run run = demo("glyphs", "--data", data.toString(), "--epochs", "1", "--out", folder.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("40 rows, labels as given"), run.out());
        assertTrue(run.out().contains("20 rows, labels as given"), run.out());
        assertTrue(!run.out().contains("are wrong"), run.out());
        assertTrue(!run.out().contains("wrong labels learnt"), run.out());
        assertTrue(!run.out().contains("red frame"), run.out());
    }

    @Test
    void regressionIsRunAndReported() {
        Run run = demo("regression", "--epochs", "1", "--seeds", "2");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("train loss"), run.out());
        assertTrue(run.out().contains("mean of 2 seeds"), run.out());
        assertTrue(run.out().lines().filter(line -> line.contains(" +- ")).count() >= 3, run.out());
    }

    @Test
    void oneSeedHasNoDeviation() {
        Run run = demo("regression", "--epochs", "1", "--seeds", "1");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("of one seed."), run.out());
        assertTrue(!run.out().contains("+-"), run.out());
    }

    @ParameterizedTest
    @CsvSource({"--epochs", "--batch", "--seeds"})
    void numbersOfTheRegressionAreRefused(String option) {
        Run run = demo("regression", option, "0");
        assertEquals(CommandLine.ExitCode.SOFTWARE, run.code());
        assertEquals(option + " = 0: must be at least 1", run.err().strip());
        assertEquals("", run.out());
    }

    @Test
    void missingFolderIsNamedWithTheCure() {
        Path missing = folder.resolve("nowhere");
        Run run = demo("--data", missing.toString());
        assertEquals(CommandLine.ExitCode.SOFTWARE, run.code());
        assertTrue(run.err().startsWith("there is no folder " + missing.toAbsolutePath()), run.err());
        assertTrue(run.err().contains("train-images-idx3-ubyte"), run.err());
        assertTrue(run.err().contains("https://github.com/zalandoresearch/fashion-mnist"), run.err());
    }

    @Test
    void missingFileIsNamedWithTheCure() throws Exception {
        Path data = idxFolder(".gz", 28);
        Files.delete(data.resolve("t10k-labels-idx1-ubyte.gz"));
        Run run = demo("--data", data.toString());
        assertEquals(CommandLine.ExitCode.SOFTWARE, run.code());
        assertTrue(
                run.err().startsWith("neither t10k-labels-idx1-ubyte.gz nor t10k-labels-idx1-ubyte is in " + data),
                run.err());
    }

    @Test
    void damagedFileIsToldInOneLine() throws Exception {
        Path data = idxFolder("", 28);
        Files.writeString(data.resolve("t10k-images-idx3-ubyte"), "not images");
        Run run = demo("--data", data.toString());
        assertEquals(CommandLine.ExitCode.SOFTWARE, run.code());
        assertTrue(run.err().contains("t10k-images-idx3-ubyte"), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void imagesOfAnotherSizeAreRefused() {
        Run run = demo("--data", idxFolder("", 8).toString());
        assertEquals(CommandLine.ExitCode.SOFTWARE, run.code());
        assertTrue(run.err().contains("images of 64 pixels; the demo's networks take 28 x 28 = 784"), run.err());
    }

    @ParameterizedTest
    @CsvSource({
        "--epochs, 0, '--epochs = 0: must be at least 1'",
        "--batch, 0, '--batch = 0: must be at least 1'",
        "--label-noise, 20, '--label-noise = 20.0: must be in [0, 1); 0.2 is a fifth'",
        "--train-rows, 0, '--train-rows = 0: must be at least 1'",
        "--test-rows, -3, '--test-rows = -3: must be at least 1'"
    })
    void numbersOutOfRangeAreRefused(String option, String value, String message) {
        Run run = demo(option, value, "--out", folder.toString());
        assertEquals(CommandLine.ExitCode.SOFTWARE, run.code());
        assertEquals(message, run.err().strip());
    }

    @Test
    void mistypedOptionIsExplained() {
        Run run = demo("--epoch", "3");
        assertEquals(CommandLine.ExitCode.USAGE, run.code());
        assertTrue(run.err().contains("--epoch"), run.err());
        assertTrue(run.err().contains("Help: demo glyphs --help"), run.err());
    }

    @Test
    void helpListsCommandsAndOptions() {
        assertTrue(demo("--help").out().contains("regression"));
        assertTrue(demo("glyphs", "--help").out().contains("--label-noise=<share>"));
    }

    private Path idxFolder(String ending, int side) {
        write("train", 40, ending, side);
        write("t10k", 20, ending, side);
        return folder;
    }

    private void write(String part, int rows, String ending, int side) {
        byte[] pixels = new byte[rows * side * side];
        new Random(rows).nextBytes(pixels);
        byte[] labels = new byte[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = (byte) (row % 10);
        }
        IdxFiles.write(
                folder.resolve(part + "-images-idx3-ubyte" + ending),
                new IdxArray(new int[] {rows, side, side}, pixels));
        IdxFiles.write(folder.resolve(part + "-labels-idx1-ubyte" + ending), new IdxArray(new int[] {rows}, labels));
    }

    @Test
    void titlesAreTrainedOnAndCompared() throws IOException {
        titles("train45k.txt.gz", 60);
        titles("test.txt.gz", 40);
        Run run = demo("titles", "--data", folder.toString(), "--epochs", "2", "--train-rows", "50", "--seeds", "1");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("50 to train on, 40 to test on"), run.out());
        for (String network : List.of("plain ", "+ dropout ", "+ L2 ", "+ norm ")) {
            assertTrue(
                    run.out().lines().filter(line -> line.startsWith(network)).count() == 2, run.out());
        }
        assertTrue(run.out().contains("train accuracy  test accuracy"), run.out());
    }

    @Test
    void aLineThatIsNoTitleIsNamed() throws IOException {
        titles("test.txt.gz", 5);
        write("train45k.txt.gz", "a title\t3\nanother one\n");
        Run run = demo("titles", "--data", folder.toString());
        assertEquals(1, run.code());
        assertTrue(
                run.err().contains("train45k.txt.gz: 1 problem:\n  line 2, 'another one' has no tab before a class"),
                run.err());
        write("train45k.txt.gz", "a title\t10\n");
        assertTrue(demo("titles", "--data", folder.toString())
                .err()
                .contains("line 1, the class '10' is none of the classes"));
        assertTrue(demo("titles", "--data", folder.resolve("none").toString())
                .err()
                .contains("cannot read"));
    }

    /** Titles of the letter that stands for their class. */
    private void titles(String file, int count) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String letter = String.valueOf((char) ('a' + i % 10));
            lines.append(letter.repeat(3 + i % 5)).append('\t').append(i % 10).append('\n');
        }
        write(file, lines.toString());
    }

    private void write(String file, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(file)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void techniquesAreComparedAndGoOn() throws IOException {
        Path data = idxFolder("", 28);
        Path out = folder.resolve("out");
        String[] first = techniques(data, out, "1");
        Run run = demo(first);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("30 to train on, 20 to test on"), run.out());
        assertTrue(run.out().contains("2 techniques, 1 seeds; 0 runs are there"), run.out());
        assertTrue(run.out().lines().anyMatch(line -> line.startsWith("L2 1e-4 ")), run.out());
        List<String> runs = Files.readAllLines(out.resolve("runs.csv"));
        assertEquals(3, runs.size(), runs.toString());
        assertTrue(Files.readString(out.resolve("summary.md")).contains("| **baseline** |"));

        Run more = demo(techniques(data, out, "2"));
        assertEquals(0, more.code(), more.err());
        assertTrue(more.out().contains("2 techniques, 2 seeds; 2 runs are there"), more.out());
        List<String> both = Files.readAllLines(out.resolve("runs.csv"));
        assertEquals(5, both.size(), both.toString());
        assertEquals(runs, both.subList(0, 3));

        String[] longer = techniques(data, out, "1");
        longer[longer.length - 1] = "2";
        Run refused = demo(longer);
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("have other settings"), refused.err());
        assertEquals(1, refused.err().lines().count(), refused.err());
    }

    private static String[] techniques(Path data, Path out, String seeds) {
        return new String[] {
            "techniques",
            "--data",
            data.toString(),
            "--only",
            "l2-1e-4",
            "--train-rows",
            "30",
            "--batch",
            "10",
            "--out",
            out.toString(),
            "--seeds",
            seeds,
            "--epochs",
            "1"
        };
    }

    @Test
    void searchesAreReportedAndGoOn() throws IOException {
        Path data = idxFolder("", 28);
        Path out = folder.resolve("out");
        String[] search = search(data, out, "30");
        Run run = demo(search);
        assertEquals(0, run.code(), run.err());
        String table = run.out().substring(run.out().indexOf("network.l2"));
        assertEquals(13, Files.readAllLines(out.resolve("trials.csv")).size());
        assertTrue(Files.readString(out.resolve("search.html")).contains("</html>"));

        Path journal = out.resolve("search/trials.journal");
        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, lines.subList(0, 6));
        Run again = demo(search);
        assertEquals(0, again.code(), again.err());
        assertEquals(table, again.out().substring(again.out().indexOf("network.l2")));

        Run other = demo(search(data, out, "29"));
        assertEquals(1, other.code());
        assertTrue(other.err().contains("is that of another search"), other.err());
        Run tooMany = demo(search(data, out, "31"));
        assertEquals(
                "--train-rows = 31 and --validation-rows = 10: there are 40",
                tooMany.err().strip());
    }

    private static String[] search(Path data, Path out, String trainRows) {
        return new String[] {
            "tune",
            "--data",
            data.toString(),
            "--train-rows",
            trainRows,
            "--validation-rows",
            "10",
            "--trials",
            "12",
            "--epochs",
            "1",
            "--out",
            out.toString()
        };
    }

    @Test
    void networksAreExplained() throws IOException {
        Path out = folder.resolve("out");
        Run run = demo(
                "explain",
                "--data",
                idxFolder("", 28).toString(),
                "--train-rows",
                "20",
                "--validation-rows",
                "20",
                "--epochs",
                "3",
                "--seeds",
                "2",
                "--out",
                out.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("Calibration on 20 test rows"), run.out());
        for (String regulariser : List.of("@L2(", "@Dropout(", "@GaussianNoise(", "labelSmoothing of @Classifier")) {
            assertTrue(run.out().contains("without " + regulariser), run.out());
        }
        assertTrue(run.out().contains("without all of them, seed 2"), run.out());
        for (String page : List.of("explained.html", "ablation.html")) {
            assertTrue(Files.readString(out.resolve(page)).contains("</html>"), page);
        }
    }

    @Test
    void moreTrainingRowsThanThereAreAreRefused() {
        Run run = demo("dropout-paper", "--data", idxFolder("", 28).toString(), "--out", folder.toString());
        assertEquals(1, run.code());
        assertEquals("--train-rows = 10000: there are 40", run.err().strip());
    }
}
