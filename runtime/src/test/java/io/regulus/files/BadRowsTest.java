package io.regulus.files;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRowsTest {
    @TempDir
    Path folder;

    private CsvFiles csv(String text) throws IOException {
        return CsvFiles.read(Files.writeString(folder.resolve("data.csv"), text));
    }

    @Test
    void whatWasReadOfABadLineIsTakenBack() throws IOException {
        CsvFiles reader =
                csv("a,b,y\n1,2,x\n3,bad,y\n4,5\n6,7,\n8,9,z\n").classLabel("y").badRows(BadRows.skip(3));
        Dataset data = reader.load();
        assertEquals(2, data.size());
        assertArrayEquals(new float[] {1, 2}, data.row(0));
        assertArrayEquals(new float[] {8, 9}, data.row(1));
        assertEquals(List.of("x", "z"), data.classNames());
        assertEquals(
                List.of("line 3", "line 4", "line 5"),
                reader.skipped().stream().map(BadRow::place).toList());
        assertEquals(
                folder.resolve("data.csv") + ", line 3, column 'b': 'bad' is not a number",
                reader.skipped().get(0).toString());
    }

    @Test
    void problemsOfOneLineAreOneRow() throws IOException {
        CsvFiles reader = csv("a,b\nx,y\n1,2\n").badRows(BadRows.skip(1));
        assertEquals(1, reader.load().size());
        assertEquals(
                "column 'a': 'x' is not a number; column 'b': 'y' is not a number",
                reader.skipped().get(0).problem());
    }

    @Test
    void whatTheLastReadingSkippedIsTold() throws IOException {
        CsvFiles reader = csv("a\n1\nx\n").badRows(BadRows.skip(1));
        reader.load();
        reader.load();
        assertEquals(1, reader.skipped().size());
        reader.badRows(BadRows.REFUSE);
        assertFails(DataFileException.class, reader::load, "1 problem:");
        assertEquals(List.of(), reader.skipped());
    }

    @Test
    void blocksAreRefusedAtTheirOwnBadRows() throws IOException {
        CsvFiles reader = csv("a,y\n1,10\n2,20\n3,30\nx,40\n").target("y");
        try (Blocks blocks = reader.open()) {
            Dataset first = blocks.next(2).orElseThrow();
            assertArrayEquals(new float[] {10, 20}, first.values().toArray());
            assertFails(DataFileException.class, () -> blocks.next(2), "line 5, column 'a': 'x'");
        }
        try (Blocks blocks = reader.badRows(BadRows.skip(1)).open()) {
            blocks.next(2);
            assertArrayEquals(
                    new float[] {30}, blocks.next(2).orElseThrow().values().toArray());
            assertEquals(Optional.empty(), blocks.next(2));
            assertEquals(1, reader.skipped().size());
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
        IdxFiles reader = IdxFiles.of(images, labels).classes("a", "b").badRows(BadRows.skip(1));
        Dataset data = reader.load();
        int[] values = new int[6];
        data.copyInts(new int[] {0, 1, 2}, 0, 3, values);
        assertArrayEquals(new int[] {1, 2, 5, 6, 7, 8}, values);
        assertArrayEquals(new int[] {1, 0, 1}, data.labels().toArray());
        assertEquals("row 1", reader.skipped().get(0).place());
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
        assertFails(IllegalArgumentException.class, () -> new BadRows(-1), "at least 0");
    }
}
