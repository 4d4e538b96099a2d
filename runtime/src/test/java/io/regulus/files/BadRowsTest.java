package io.regulus.files;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulus.data.Blocks;
import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.tfrecord.TfRecordFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRowsTest {
    @TempDir
    Path folder;

    private final List<BadRow> skipped = new ArrayList<>();

    private CsvFiles csv(String text) throws IOException {
        return CsvFiles.read(Files.writeString(folder.resolve("data.csv"), text));
    }

    @Test
    void whatWasReadOfABadLineIsTakenBack() throws IOException {
        CsvFiles reader =
                csv("a,b,y\n1,2,x\n3,bad,y\n4,5\n6,7,\n8,9,z\n").classLabel("y").badRows(BadRows.skip(3, skipped::add));
        Dataset data = reader.load();
        assertEquals(2, data.size());
        assertArrayEquals(new float[] {1, 2}, data.row(0));
        assertArrayEquals(new float[] {8, 9}, data.row(1));
        assertEquals(List.of("x", "z"), data.classNames());
        assertEquals(
                List.of("line 3", "line 4", "line 5"),
                skipped.stream().map(BadRow::place).toList());
        assertEquals(
                folder.resolve("data.csv") + ", line 3, column 'b': 'bad' is not a number",
                skipped.get(0).toString());
    }

    @Test
    void problemsOfOneLineAreOneRow() throws IOException {
        CsvFiles reader = csv("a,b\nx,y\n1,2\n").badRows(BadRows.skip(1, skipped::add));
        assertEquals(1, reader.load().size());
        assertEquals(
                "column 'a': 'x' is not a number; column 'b': 'y' is not a number",
                skipped.get(0).problem());
    }

    @Test
    void everyPassTellsWhatItSkips() throws IOException {
        CsvFiles reader = csv("a\n1\nx\n").badRows(BadRows.skip(1, skipped::add));
        reader.load();
        assertEquals(List.of("line 3"), places());
        reader.load();
        assertEquals(List.of("line 3", "line 3"), places());
        // a reader with another policy is another reader
        assertFails(
                DataFileException.class, () -> reader.badRows(BadRows.REFUSE).load(), "1 problem:");
        assertEquals(1, reader.load().size());
    }

    private List<String> places() {
        return skipped.stream().map(BadRow::place).toList();
    }

    /** What is set on a reader changes no stream that was made of it before, nor what the reader itself skips. */
    @Test
    void streamsKeepTheReaderTheyAreMadeOf() throws IOException {
        CsvFiles reader = csv("a,b,y\n1,2,3\nx,2,3\n").target("y").badRows(BadRows.skip(1, skipped::add));
        DataStream stream = reader.stream();
        List<BadRow> others = new ArrayList<>();
        DataStream other = reader.drop("b").badRows(BadRows.skip(1, others::add)).stream();
        assertArrayEquals(new float[] {1, 2}, stream.toDataset().row(0));
        assertArrayEquals(new float[] {1}, other.toDataset().row(0));
        assertEquals(1, skipped.size());
        assertEquals(1, others.size());
    }

    /** Whatever each reader is told gives another reader. */
    @Test
    void readersAreImmutable() throws IOException {
        CsvFiles csv = csv("1;2\n3;?\n");
        assertFails(DataFileException.class, csv.noHeader().delimiter(';')::load, "line 2, column 'c2'");
        assertFails(DataFileException.class, csv::load, "line 2, column '1;2'");

        Path text = Files.writeString(folder.resolve("text"), "a\tx\n");
        TextFiles texts = TextFiles.read(text);
        assertEquals(List.of("a"), texts.labelled().texts().texts());
        assertEquals(List.of("a\tx"), texts.texts().texts());

        TfRecordFiles records = TfRecordFiles.read(Path.of("src/test/resources/files/five.tfrecord"));
        assertEquals(3, records.floats("x", 3).load().rowLength());
        assertFails(IllegalStateException.class, records::load, "no inputs");

        ImageFolder images = ImageFolder.read(folder);
        assertFails(DataFileException.class, images.size(1, 1)::load, "has no folders");
        assertFails(IllegalStateException.class, images.grey()::load, "no size");

        Path bytes = Files.write(folder.resolve("cifar"), new byte[3074]);
        CifarFiles cifar = CifarFiles.cifar100(bytes);
        assertEquals(1, cifar.coarse().load().size());
        Files.write(bytes, changed(new byte[3074], 1, 50));
        assertEquals(50, cifar.load().labels().at(0));

        Path pixels = folder.resolve("pixels");
        Path labels = folder.resolve("labels");
        IdxFiles.write(pixels, new IdxArray(new int[] {1, 2}, new byte[] {1, 2}));
        IdxFiles.write(labels, new IdxArray(new int[] {1}, new byte[] {0}));
        IdxFiles idx = IdxFiles.of(pixels, labels);
        assertEquals(List.of("one", "two"), idx.classes("one", "two").load().classNames());
        assertEquals(List.of(), idx.load().classNames());
    }

    private static byte[] changed(byte[] content, int at, int value) {
        content[at] = (byte) value;
        return content;
    }

    @Test
    void blocksAreRefusedAtTheirOwnBadRows() throws IOException {
        CsvFiles reader = csv("a,y\n1,10\n2,20\n3,30\nx,40\n").target("y");
        try (Blocks blocks = reader.open()) {
            Dataset first = blocks.next(2).orElseThrow();
            assertArrayEquals(new float[] {10, 20}, first.values().toArray());
            assertFails(DataFileException.class, () -> blocks.next(2), "line 5, column 'a': 'x'");
        }
        try (Blocks blocks = reader.badRows(BadRows.skip(1, skipped::add)).open()) {
            blocks.next(2);
            assertArrayEquals(
                    new float[] {30}, blocks.next(2).orElseThrow().values().toArray());
            assertEquals(Optional.empty(), blocks.next(2));
            assertEquals(1, skipped.size());
        }
    }

    @Test
    void classesHaveToBeKnownToReadInBlocks() throws IOException {
        CsvFiles reader = csv("a,y\n1,x\n2,z\n").classLabel("y");
        assertFails(IllegalStateException.class, reader::open, "classLabel(\"y\")", "classes(...)");
        try (Blocks blocks = reader.classes("z", "x").open()) {
            assertArrayEquals(
                    new int[] {1}, blocks.next(1).orElseThrow().labels().toArray());
            assertArrayEquals(
                    new int[] {0}, blocks.next(1).orElseThrow().labels().toArray());
        }
    }

    @Test
    void imagesOfWrongLabelsAreLeftOutOfIdx() throws IOException {
        Path images = folder.resolve("images");
        Path labels = folder.resolve("labels");
        IdxFiles.write(images, new IdxArray(new int[] {4, 2}, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
        IdxFiles.write(labels, new IdxArray(new int[] {4}, new byte[] {1, 9, 0, 1}));
        IdxFiles reader = IdxFiles.of(images, labels).classes("a", "b").badRows(BadRows.skip(1, skipped::add));
        Dataset data = reader.load();
        int[] values = new int[6];
        data.copyInts(new int[] {0, 1, 2}, 0, 3, values);
        assertArrayEquals(new int[] {1, 2, 5, 6, 7, 8}, values);
        assertArrayEquals(new int[] {1, 0, 1}, data.labels().toArray());
        assertEquals("row 1", skipped.get(0).place());
        try (Blocks blocks = reader.open()) {
            assertEquals(1, blocks.next(2).orElseThrow().size());
            assertEquals(2, blocks.next(2).orElseThrow().size());
            assertEquals(Optional.empty(), blocks.next(2));
        }
    }

    @Test
    void thePolicySaysWhatItIs() {
        assertEquals("BadRows.skip(3)", BadRows.skip(3).toString());
        assertEquals("BadRows.REFUSE", BadRows.REFUSE.toString());
        assertFails(IllegalArgumentException.class, () -> BadRows.skip(0), "BadRows.skip(0)", "at least 1");
        assertFails(IllegalArgumentException.class, () -> new BadRows(-1, skipped::add), "at least 0");
    }
}
