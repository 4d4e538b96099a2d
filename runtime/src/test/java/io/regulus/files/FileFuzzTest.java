package io.regulus.files;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulus.testing.errors.ByteFuzz;
import io.regulus.tfrecord.TfRecordFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with random damage are read, where it lies in their values, or refused: no other failure, no hang, no memory without bound. */
class FileFuzzTest {
    private static final Path FIXTURES = Path.of("src/test/resources/files");
    private static final int TRIALS = 250;
    /** More than the small files here need by far, and far less than a header may claim. */
    private static final long MOST_BYTES = 64L << 20;

    @TempDir
    Path folder;

    private ByteFuzz.Outcome check(byte[] whole, String name, Reading reading) throws IOException {
        return check(whole, name, MOST_BYTES, reading);
    }

    private ByteFuzz.Outcome check(byte[] whole, String name, long mostBytes, Reading reading) throws IOException {
        Path file = Files.createDirectories(folder.resolve("files/class")).resolve(name);
        ByteFuzz.Outcome outcome = new ByteFuzz(whole, name.hashCode(), mostBytes, List.of(DataFileException.class))
                .check(TRIALS, bytes -> reading.read(Files.write(file, bytes)));
        assertTrue(outcome.refused() > 0, "nothing was refused: " + outcome);
        return outcome;
    }

    private interface Reading {
        void read(Path file) throws IOException;
    }

    private static byte[] random(int length, int most) {
        byte[] bytes = new byte[length];
        Random random = new Random(5);
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt(most);
        }
        return bytes;
    }

    /** An IDX file by hand. */
    private static byte[] idx() {
        byte[] file = random(16 + 4 * 3 * 3, 256);
        System.arraycopy(new byte[] {0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 3, 0, 0, 0, 3}, 0, file, 0, 16);
        return file;
    }

    private static byte[] gzip(byte... content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void idxImages() throws IOException {
        check(idx(), "idx", IdxFiles::readBytes);
    }

    @Test
    void idxLabels() throws IOException {
        Path images = Files.write(folder.resolve("images"), idx());
        byte[] labels = {0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 2, 1};
        check(
                labels,
                "labels",
                file -> IdxFiles.of(images, file).classes("a", "b", "c").load());
    }

    @Test
    void cifar() throws IOException {
        check(random(3 * 3073, 10), "cifar", file -> CifarFiles.cifar10(file).load());
    }

    @Test
    void tfRecords() throws IOException {
        byte[] five = Files.readAllBytes(FIXTURES.resolve("five.tfrecord"));
        check(
                five,
                "five.tfrecord",
                file -> TfRecordFiles.read(file)
                        .floats("x", 3)
                        .label("label", 5)
                        .load());
    }

    @Test
    void csv() throws IOException {
        byte[] text = "a,b,kind\n1,2.5,cat\n3,-4e3,\"dog, large\"\n0,0,cat\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        check(text, "csv", file -> CsvFiles.read(file).classLabel("kind").load());
    }

    @Test
    void text() throws IOException {
        byte[] text = "one two\tx\nthrée\ty\nfour\tx\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        check(text, "text", file -> TextFiles.read(file).labelled().texts());
    }

    @Test
    void gzip() throws IOException {
        check(gzip(idx()), "idx.gz", IdxFiles::readBytes);
        check(
                gzip(random(3 * 3073, 10)),
                "cifar.gz",
                file -> CifarFiles.cifar10(file).load());
        byte[] five = Files.readAllBytes(FIXTURES.resolve("five.tfrecord"));
        check(
                gzip(five),
                "five.gz",
                file -> TfRecordFiles.read(file).floats("x", 3).load());
    }

    /** A few bytes may unpack to gigabytes. */
    @Test
    void gzipThatUnpacksToMoreThanIsAskedFor() throws IOException {
        byte[] zeros = new byte[16 + 64 * 64 * 64];
        System.arraycopy(new byte[] {0, 0, 8, 3, 0, 0, 0, 64, 0, 0, 0, 64, 0, 0, 0, 64}, 0, zeros, 0, 16);
        check(gzip(zeros), "zeros.gz", IdxFiles::readBytes);
    }

    /** Pixels are decoded as the header says, up to 2^27 of three bytes, of which ImageIO keeps a copy. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rgb.png",
                "grey.png",
                "palette.png",
                "photo.jpg",
                "progressive.jpg",
                "grey.jpg",
                "rgb.gif",
                "rgb.bmp"
            })
    void images(String name) throws IOException {
        byte[] whole = Files.readAllBytes(FIXTURES.resolve("images").resolve(name));
        check(
                whole,
                name,
                1L << 30,
                file -> ImageFolder.read(folder.resolve("files")).size(8, 8).load());
    }
}
