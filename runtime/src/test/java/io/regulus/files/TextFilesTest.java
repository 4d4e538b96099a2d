package io.regulus.files;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import io.regulus.testing.PublicData;
import io.regulus.text.TextEncoder;
import io.regulus.text.Tokenizer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("texts.txt"), text);
    }

    @Test
    void linesWithTheirClasses() throws IOException {
        Texts texts = TextFiles.read(file("\uFEFFone\ttwo\t10\r\n\n  three \t 9\n \t\n"))
                .labelled()
                .texts();
        assertEquals(List.of("one\ttwo", "three"), texts.texts());
        assertEquals(List.of("10", "9"), texts.labels());
        assertEquals(List.of("9", "10"), texts.classes());
        assertEquals(List.of("10"), texts.take(1).labels());
    }

    @Test
    void linesWithoutClassesInOtherEncodingsAndPacked() throws IOException {
        assertEquals(
                List.of("a\tb", "c"), TextFiles.read(file("a\tb\nc")).texts().texts());
        Charset gb = Charset.forName("GB18030");
        Path packed = folder.resolve("texts.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("中文\n".getBytes(gb));
        }
        assertEquals(List.of("中文"), TextFiles.read(packed).charset(gb).texts().texts());
    }

    @Test
    void blocksAreTheRowsOfTheWhole() throws IOException {
        Path file = file("a\tx\nb\ty\nbad\nc\tx\n");
        Texts texts = TextFiles.read(file).labelled().badRows(BadRows.skip(1)).texts();
        TextEncoder encoder = TextEncoder.of(Tokenizer.characters(), 2)
                .withVocabulary(9, texts.texts())
                .withClasses(texts.classes());
        List<BadRow> skipped = new ArrayList<>();
        TextFiles reader = TextFiles.read(file).labelled().encodedBy(encoder).badRows(BadRows.skip(1, skipped::add));
        assertArrayEquals(new int[] {0, 1, 0}, reader.load().labels().toArray());
        assertEquals("line 3", skipped.get(0).place());
        try (Blocks blocks = reader.open()) {
            assertArrayEquals(
                    new int[] {0, 1}, blocks.next(2).orElseThrow().labels().toArray());
            Dataset last = blocks.next(2).orElseThrow();
            assertArrayEquals(new int[] {0}, last.labels().toArray());
            assertArrayEquals(new float[] {4, 0}, last.row(0));
            assertEquals(Optional.empty(), blocks.next(2));
        }
        assertFails(
                DataFileException.class,
                () -> TextFiles.read(file)
                        .labelled()
                        .encodedBy(encoder.withClasses("x"))
                        .badRows(BadRows.skip(1))
                        .load(),
                "more bad rows than BadRows.skip(1) allows; 2 problems:",
                "line 2, the class 'y' is none of the classes",
                "line 3, 'bad' has no tab");
    }

    @Test
    void anEncoderIsNeededForRows() throws IOException {
        Path file = file("a\tx\n");
        assertFails(IllegalStateException.class, () -> TextFiles.read(file).load(), "encodedBy(encoder)", "texts()");
        assertFails(
                IllegalStateException.class,
                () -> TextFiles.read(file)
                        .labelled()
                        .encodedBy(TextEncoder.of(Tokenizer.words(), 3))
                        .load(),
                "withClasses");
    }

    @Test
    void theTitlesOfThucnews() {
        Path path = PublicData.require("thucnews_titles/train45k.txt.gz");
        Texts titles = TextFiles.read(path).labelled().texts();
        assertEquals(45_000, titles.size());
        assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), titles.classes());
        TextEncoder encoder = TextEncoder.of(Tokenizer.characters(), 32)
                .withVocabulary(5000, titles.texts())
                .withClasses(titles.classes());
        Dataset rows = encoder.encode(titles.texts(), titles.labels());
        assertEquals(32, rows.rowLength());
    }
}
