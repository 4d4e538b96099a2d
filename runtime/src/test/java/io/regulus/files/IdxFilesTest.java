package io.regulus.files;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulus.data.Dataset;
import io.regulus.testing.PublicData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFilesTest {
    /** Two images of 2 x 3, by hand. */
    private static final byte[] IMAGES = {
        0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, (byte) 200
    };

    private static final byte[] LABELS = {0, 0, 8, 1, 0, 0, 0, 2, 9, 0};

    @TempDir
    Path folder;

    private Path images;
    private Path labels;

    @BeforeEach
    void writeFiles() throws IOException {
        images = Files.write(folder.resolve("images"), IMAGES);
        labels = Files.write(folder.resolve("labels"), LABELS);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }

    private void damaged(byte[] content, String... parts) throws IOException {
        Path path = file(content);
        DataFileException failure = assertFails(DataFileException.class, () -> IdxFiles.readBytes(path), parts);
        assertTrue(failure.getMessage().startsWith(path.toString()));
    }

    private static byte[] edited(byte[] content, int at, int value) {
        byte[] copy = content.clone();
        copy[at] = (byte) value;
        return copy;
    }

    @Test
    void imagesWithLabels() {
        Dataset data = IdxFiles.read(images, labels);
        assertEquals(2, data.size());
        assertEquals(6, data.rowLength());
        assertArrayEquals(new int[] {9, 0}, data.labels().toArray());
        float[] row = new float[6];
        data.withByteScale(1).copyFloats(new int[] {1}, 0, 1, row);
        assertArrayEquals(new float[] {7, 8, 9, 10, 11, 200}, row);
    }

    @Test
    void gzipIsToldByContentNotByName() throws IOException {
        Files.write(images, gzip(IMAGES));
        Path misnamed = Files.write(folder.resolve("labels.gz"), LABELS);
        assertEquals(2, IdxFiles.read(images, misnamed).size());
    }

    @Test
    void writtenFilesAreReadBack() throws IOException {
        Random random = new Random(3);
        for (String name : new String[] {"plain", "packed.gz"}) {
            byte[] values = new byte[3 * 5 * 7];
            random.nextBytes(values);
            Path path = folder.resolve(name);
            IdxFiles.write(path, new IdxArray(new int[] {3, 5, 7}, values));
            IdxArray read = IdxFiles.readBytes(path);
            assertArrayEquals(new int[] {3, 5, 7}, read.shape());
            assertArrayEquals(values, read.data());
        }
        IdxFiles.write(images, new IdxArray(new int[] {2, 2, 3}, Arrays.copyOfRange(IMAGES, 16, 28)));
        assertArrayEquals(IMAGES, Files.readAllBytes(images));
    }

    @Test
    void damagedFiles() throws IOException {
        damaged(new byte[0], "the file is empty");
        damaged(new byte[] {0, 0}, "offset 2", "cut off");
        damaged(edited(IMAGES, 0, 'P'), "offset 0", "found 50 00", "another format");
        damaged(edited(IMAGES, 2, 0x0D), "offset 2", "unsigned byte", "0D (float)");
        damaged(edited(IMAGES, 2, 0x77), "77 (no IDX type)");
        damaged(edited(IMAGES, 3, 0), "offset 3", "at least one dimension");
        damaged(Arrays.copyOf(IMAGES, 10), "offset 10", "expected 3 dimensions", "after 1");
        damaged(edited(IMAGES, 4, 0x80), "offset 4", "dimension 0 is -2147483646");
        damaged(edited(IMAGES, 11, 0), "offset 8", "dimension 1 is 0");
        damaged(edited(edited(IMAGES, 4, 0x7F), 8, 0x7F), "offset 8", "more than 2^31 - 1 values");
        damaged(edited(IMAGES, 4, 0x10), "expected 1610612748 values", "after 12", "cut off");
        damaged(Arrays.copyOf(IMAGES, 27), "offset 27", "expected 12 values", "after 11");
        damaged(Arrays.copyOf(IMAGES, 29), "offset 28", "end of the file", "more bytes");
        byte[] packed = gzip(IMAGES);
        damaged(Arrays.copyOf(packed, packed.length - 12), "broken gzip", "fetch it again");
        damaged(Arrays.copyOf(packed, 5), "broken gzip");
    }

    @Test
    void filesThatDoNotBelongTogether() throws IOException {
        Path three = file(new byte[] {0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3});
        assertFails(
                DataFileException.class,
                () -> IdxFiles.read(images, three),
                images.toString(),
                "2 images",
                three.toString(),
                "3 labels");
        assertFails(DataFileException.class, () -> IdxFiles.read(labels, images), "are these the labels?");
        assertFails(DataFileException.class, () -> IdxFiles.read(images, images), "are these the images?");
    }

    @Test
    void filesThatCannotBeOpened() {
        Path absent = folder.resolve("absent");
        assertFails(
                UncheckedIOException.class,
                () -> IdxFiles.readBytes(absent),
                "cannot read " + absent,
                "there is no such file");
        assertFails(UncheckedIOException.class, () -> IdxFiles.readBytes(folder), "cannot read " + folder);
        assertFails(
                UncheckedIOException.class,
                () -> IdxFiles.write(folder, new IdxArray(new int[] {1}, new byte[1])),
                "cannot write " + folder);
    }

    @Test
    void arraysThatDoNotFitTheirShape() {
        assertFails(
                IllegalArgumentException.class,
                () -> new IdxArray(new int[] {2, 3}, new byte[5]),
                "[2, 3]",
                "5 values");
        assertFails(IllegalArgumentException.class, () -> new IdxArray(new int[0], new byte[1]), "0 dimensions");
        assertFails(IllegalArgumentException.class, () -> new IdxArray(new int[] {-1, -1}, new byte[1]), "at least 1");
        int[] huge = new int[255];
        Arrays.fill(huge, Integer.MAX_VALUE);
        assertFails(IllegalArgumentException.class, () -> new IdxArray(huge, new byte[1]), "does not fit");
    }

    /** Whatever happens to the bytes: an array that fits its shape, or the documented exception. */
    @Test
    void anyDamageIsRefusedOrHarmless() throws IOException {
        for (byte[] whole : new byte[][] {IMAGES, gzip(IMAGES)}) {
            for (int length = 0; length < whole.length; length++) {
                readOrRefuse(Arrays.copyOf(whole, length));
            }
            for (int at = 0; at < whole.length; at++) {
                for (int bit = 0; bit < 8; bit++) {
                    readOrRefuse(edited(whole, at, whole[at] ^ (1 << bit)));
                }
            }
            Random random = new Random(11);
            for (int trial = 0; trial < 1000; trial++) {
                byte[] copy = Arrays.copyOf(whole, 1 + random.nextInt(whole.length + 8));
                for (int edits = random.nextInt(6); edits >= 0; edits--) {
                    copy[random.nextInt(copy.length)] = (byte) random.nextInt();
                }
                readOrRefuse(copy);
            }
        }
    }

    private void readOrRefuse(byte[] content) throws IOException {
        Path path = file(content);
        try {
            IdxArray array = IdxFiles.readBytes(path);
            assertEquals(array.data().length, Arrays.stream(array.shape()).reduce(1, (a, b) -> a * b));
        } catch (DataFileException refused) {
            assertTrue(refused.getMessage().startsWith(path.toString()));
        }
    }

    @Test
    void mnist() {
        Dataset data = IdxFiles.read(
                PublicData.require("mnist/train-images-idx3-ubyte.gz"),
                PublicData.require("mnist/train-labels-idx1-ubyte.gz"));
        assertEquals(60_000, data.size());
        assertEquals(784, data.rowLength());
        assertEquals(5, data.labels().at(0));
        assertEquals(9, data.labels().max());
    }
}
