package io.regulus.files;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that make_file_fixtures.py wrote: value (channel, y, x) of record r is (85 channel + 7 y + 3 x + 11 r) mod 256. */
class CifarFilesTest {
    private static final Path TEN = Path.of("src/test/resources/files/cifar10.bin");
    private static final Path HUNDRED = Path.of("src/test/resources/files/cifar100.bin");

    @TempDir
    Path folder;

    private static void assertImage(Dataset data, int row, int record) {
        int[] values = new int[data.rowLength()];
        data.copyInts(new int[] {row}, 0, 1, values);
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    assertEquals(
                            (85 * channel + 7 * y + 3 * x + 11 * record) % 256,
                            values[(y * 32 + x) * 3 + channel],
                            "y " + y + ", x " + x + ", channel " + channel);
                }
            }
        }
    }

    private Path unpacked(Path file) throws IOException {
        Path target = folder.resolve(file.getFileName());
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            Files.copy(in, target);
        }
        return target;
    }

    @Test
    void imagesBecomeHeightWidthChannels() throws IOException {
        Path plain = unpacked(TEN);
        for (Path file : List.of(TEN, plain)) {
            Dataset data = CifarFiles.cifar10(file).load();
            assertEquals(3, data.size());
            assertArrayEquals(new int[] {1, 4, 7}, data.labels().toArray());
            for (int record = 0; record < 3; record++) {
                assertImage(data, record, record);
            }
        }
        Dataset both = CifarFiles.cifar10(TEN, plain).load();
        assertArrayEquals(new int[] {1, 4, 7, 1, 4, 7}, both.labels().toArray());
        assertImage(both, 5, 2);
    }

    @Test
    void ofTwoLabelsTheFineOneUnlessCoarseIsAsked() {
        assertArrayEquals(
                new int[] {1, 4, 7},
                CifarFiles.cifar100(HUNDRED).load().labels().toArray());
        Dataset coarse = CifarFiles.cifar100(HUNDRED).coarse().load();
        assertArrayEquals(new int[] {1, 2, 3}, coarse.labels().toArray());
        assertImage(coarse, 2, 2);
        assertFails(IllegalStateException.class, () -> CifarFiles.cifar10(TEN).coarse(), "CIFAR-10 has one label");
    }

    @Test
    void blocksRunOverTheEndsOfFiles() throws IOException {
        Path plain = unpacked(TEN);
        try (Blocks blocks = CifarFiles.cifar10(plain, TEN).open()) {
            assertArrayEquals(
                    new int[] {1, 4}, blocks.next(2).orElseThrow().labels().toArray());
            Dataset second = blocks.next(2).orElseThrow();
            assertArrayEquals(new int[] {7, 1}, second.labels().toArray());
            assertImage(second, 0, 2);
            assertImage(second, 1, 0);
            assertEquals(2, blocks.next(9).orElseThrow().size());
            assertEquals(0, blocks.next(9).stream().count());
        }
    }

    @Test
    void theNamesBesideTheDataAreTaken() throws IOException {
        Path file = unpacked(TEN);
        Files.writeString(folder.resolve("batches.meta.txt"), "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n");
        assertEquals(
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"),
                CifarFiles.cifar10(file).load().classNames());
        Files.writeString(folder.resolve("batches.meta.txt"), "a\nb\n");
        assertFails(
                DataFileException.class,
                () -> CifarFiles.cifar10(file).load(),
                "batches.meta.txt: has 2 names, expected 10");
    }

    @Test
    void aRecordWithAWrongLabelCanBeSkipped() throws IOException {
        Path file = unpacked(TEN);
        byte[] bytes = Files.readAllBytes(file);
        bytes[3073] = (byte) 200;
        Files.write(file, bytes);
        List<BadRow> skipped = new ArrayList<>();
        CifarFiles reader = CifarFiles.cifar10(file).badRows(BadRows.skip(1, skipped::add));
        Dataset data = reader.load();
        assertArrayEquals(new int[] {1, 7}, data.labels().toArray());
        assertImage(data, 1, 2);
        assertEquals(
                file + ", record 1, label 200 is out of range: there are 10 classes, 0 to 9",
                skipped.get(0).toString());
    }
}
