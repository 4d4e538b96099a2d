package io.regulus.files;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulus.testing.PublicData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFilesErrorsTest {
    @TempDir
    Path folder;

    private CsvFiles csv(String text) throws IOException {
        return CsvFiles.read(Files.writeString(folder.resolve("data.csv"), text));
    }

    private String refused(CsvFiles request, String... parts) {
        DataFileException failure = assertFails(DataFileException.class, request::load, parts);
        assertTrue(failure.getMessage().startsWith(folder.resolve("data.csv").toString()));
        return failure.getMessage();
    }

    @Test
    void valuesAreNamedByLineAndColumn() throws IOException {
        String message = refused(
                csv("a,b,y\n1,2,3\n,2,3\n1,abc,3\n1,2,1e99\n").target("y"),
                "3 problems:",
                "line 3, column 'a': is empty",
                "line 4, column 'b': 'abc' is not a number",
                "line 5, column 'y': '1e99' is too large",
                "drop(\"a\")",
                "drop(\"b\")");
        assertFalse(message.contains("listed"));
        assertFalse(message.contains("drop(\"y\")"));
    }

    @Test
    void wordsThatJavaWouldTakeForNumbers() throws IOException {
        for (String word :
                new String[] {"NaN", "Infinity", "1f", "2d", "0x1p3", "NA", "?", "1,5", "1 2", "-", "e", "١"}) {
            refused(
                    csv("a;b\n\"" + word + "\";1\n").delimiter(';'),
                    "line 2, column 'a': '" + word + "' is not a number");
        }
    }

    @Test
    void problemsOfAKindAreShownOnceAndAllCounted() throws IOException {
        String message = refused(
                csv("a,b\n" + "x,1\n".repeat(25) + "1,\n"),
                "26 problems, 2 of them listed:",
                "line 2, column 'a': 'x' is not a number (25 of this kind)",
                "line 27, column 'b': is empty\n");
        assertFalse(message.contains("line 3,"));
        assertEquals(2, message.split("Correct or fill in", -1).length - 1);
    }

    @Test
    void tenProblemsAreShownEachKindFirst() throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int row = 0; row < 25; row++) {
            text.append("x").append(row).append(",1\n");
        }
        String message =
                refused(csv(text + "1,\n"), "26 problems, 10 of them listed:", "'x0' is not a number (25", "line 27,");
        assertTrue(message.contains("line 10,"));
        assertFalse(message.contains("line 11,"));
    }

    @Test
    void aTargetOfTextIsMostLikelyAClass() throws IOException {
        String message = refused(
                csv("1,R\n2,M\n").noHeader().target("c2"), "column 'c2': 'R' is not a number", "classLabel(\"c2\")");
        assertFalse(message.contains("drop("));
    }

    @Test
    void decimalCommasAreExplained() throws IOException {
        refused(csv("a;b\n1,5;1\n").delimiter(';'), "'1,5' is not a number: decimals need a point, not a comma");
    }

    @Test
    void valuesAreCutAndControlCharactersEscaped() throws IOException {
        refused(csv("a,b\n" + "x".repeat(500) + ",1\n"), "'" + "x".repeat(40) + "...' is not a number");
        refused(csv("a,b\n\"1\n\u001b[2J\tx\",1\n"), "'1\\n\\u001b[2J\\tx' is not a number");
    }

    @Test
    void lineNumbersCountBlankAndQuotedLines() throws IOException {
        refused(csv("a,b\n\n\"1\n\",2\nx,2\n"), "line 5, column 'a': 'x'");
        refused(csv("# one\n# two\na,b\n1,2\n1,x\n").skipLines(2), "line 5, column 'b': 'x'");
    }

    @Test
    void linesOfAnotherLength() throws IOException {
        refused(
                csv("a,b\n1,2\n1\n1,2,3\n"),
                "line 3, has 1 fields, but there are 2 columns",
                "line 4, has 3 fields",
                "double quotes");
    }

    @Test
    void unknownColumns() throws IOException {
        String text = "Sepal,petal,species\n1,2,x\n";
        refused(csv(text).classLabel("specie"), "no column 'specie' (class label)", "did you mean 'species'?");
        refused(csv(text).classLabel("SPECIES"), "did you mean 'species'?");
        refused(csv(text).target("zzz"), "no column 'zzz' (target). The columns are [Sepal, petal, species]");
        refused(csv(text).drop("id"), "no column 'id' (column to drop)");
        refused(csv(text).features("sepal"), "(feature)", "did you mean 'Sepal'?");
        refused(csv("1,2\n3,4\n").classLabel("y"), "The first line looks like values", "noHeader()");
        refused(csv("a;b\n1;2\n").classLabel("b"), "one column only", "delimiter");
        refused(csv("a;b\n1;2\n").noHeader().classLabel("c2"), "one column only", "delimiter");
    }

    @Test
    void headers() throws IOException {
        refused(csv("a,b,a\n1,2,3\n"), "columns 1 and 3 are both named 'a'");
        refused(csv("1,1\n1,2\n"), "both named '1'", "noHeader()");
        refused(csv(""), "the file is empty");
        refused(csv("\n\n"), "the file is empty");
        refused(csv("a\n").skipLines(1), "empty after 1 skipped lines");
        refused(csv("a\n").skipLines(5), "skipLines(5), but the file ends before");
        refused(csv("a,b\n"), "no line of data", "noHeader()");
        refused(csv("y\n1\n").target("y"), "no column is left as a feature");
        refused(csv("x,y\n1,2\n").features("x", "y").target("y"), "'y' is asked for both");
    }

    @Test
    void classes() throws IOException {
        refused(csv("x,y\n1,\n").classLabel("y"), "line 2, column 'y': the class label is empty");
        refused(
                csv("x,y\n1,cat\n1,dgo\n").classLabel("y").classes("cat", "dog"),
                "line 3, column 'y': 'dgo' is none of the classes",
                "did you mean 'dog'?");
        assertFails(
                IllegalArgumentException.class,
                () -> csv("x\n").classes("a", "a"),
                "'a' occurs twice among the 2 names");
    }

    @Test
    void requestsThatContradictThemselves() throws IOException {
        assertFails(
                IllegalStateException.class,
                () -> csv("x\n").classLabel("x").target("y").load(),
                "keep one of them");
        assertFails(IllegalStateException.class, () -> csv("x\n").classes("x").load(), "without classLabel");
        assertFails(
                IllegalStateException.class,
                () -> csv("x\n").features("x").drop("y").load(),
                "keep one of them");
        assertFails(IllegalArgumentException.class, () -> csv("x\n").skipLines(-1), "skipLines(-1)");
        assertFails(IllegalArgumentException.class, () -> CsvFiles.read(null), "path is null");
    }

    @Test
    void textThatIsNoCsv() throws IOException {
        refused(csv("a,b\n1,2\n\"3,4\n5,6\n"), "after line 2", "closing quote");
        Path path = folder.resolve("data.csv");
        Files.writeString(path, "a,类\n1,花\n", Charset.forName("GB18030"));
        refused(CsvFiles.read(path), "not UTF-8 text", "charset(");
        Files.write(path, new byte[] {0x1F, (byte) 0x8B, 8, 0, 0});
        refused(CsvFiles.read(path), "broken gzip");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            for (int row = 0; row < 50_000; row++) {
                out.write((row + "," + row * row + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
        Files.write(path, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
        refused(CsvFiles.read(path).noHeader(), "broken gzip", "cut off");
        Path absent = folder.resolve("absent.csv");
        assertFails(
                UncheckedIOException.class,
                () -> CsvFiles.read(absent).load(),
                "cannot read " + absent,
                "no such file");
    }

    @Test
    void blanksOfARealTable() {
        CsvFiles houses = CsvFiles.read(PublicData.require("tabular/california_housing.csv"))
                .drop("ocean_proximity")
                .target("median_house_value");
        assertFails(
                DataFileException.class,
                houses::load,
                "207 problems, 1 of them listed:",
                "line 292, column 'total_bedrooms': is empty (207 of this kind)",
                "drop(\"total_bedrooms\")");
    }
}
