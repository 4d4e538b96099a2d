package io.regulus.files;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import io.regulus.data.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
    private static final Path FIXTURES = Path.of("src/test/resources/files");

    @TempDir
    Path folder;

    /** Copies a fixture into the folder of a class. */
    private Path add(String image, String to) throws IOException {
        Path target = folder.resolve(to);
        Files.createDirectories(target.getParent());
        return Files.copy(FIXTURES.resolve("images").resolve(image), target);
    }

    private static int[] bytes(Dataset data, int row) {
        int[] values = new int[data.rowLength()];
        data.copyInts(new int[] {row}, 0, 1, values);
        return values;
    }

    /** What Pillow decodes and TensorFlow resizes, see make_file_fixtures.py. */
    @TestFactory
    List<DynamicTest> valuesAreThoseOfPillowAndTensorFlow() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : Files.readAllLines(FIXTURES.resolve("expected.csv"))) {
            String[] parts = line.split(",", 6);
            String name = parts[0] + " " + parts[1] + " " + parts[2] + "x" + parts[3] + "x" + parts[4];
            double[] values = Arrays.stream(parts[5].split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            tests.add(DynamicTest.dynamicTest(
                    name,
                    () -> check(
                            parts[1],
                            Integer.parseInt(parts[2]),
                            Integer.parseInt(parts[3]),
                            Integer.parseInt(parts[4]),
                            values)));
        }
        assertEquals(34, tests.size());
        return tests;
    }

    private void check(String image, int height, int width, int channels, double[] expected) throws IOException {
        Path root = folder.resolve(image + height + "-" + width + "-" + channels);
        Files.createDirectories(root.resolve("only"));
        Files.copy(
                FIXTURES.resolve("images").resolve(image), root.resolve("only").resolve(image));
        ImageFolder reader = ImageFolder.read(root).size(height, width);
        int[] found = bytes((channels == 1 ? reader.grey() : reader).load(), 0);
        assertEquals(expected.length, found.length);
        // Whole values have to be equal, those between two whole ones rounded; JPEG decoders may differ by one.
        double allowed = image.endsWith(".jpg") ? 1 : 0.5005;
        for (int i = 0; i < found.length; i++) {
            assertEquals(expected[i], found[i], allowed, "value " + i);
        }
    }

    @Test
    void classesAreTheFoldersSortedAndRowsComeByClassAndName() throws IOException {
        add("grey.png", "dog/b.png");
        add("rgb.png", "cat/2.png");
        add("grey.png", "cat/1.png");
        Files.createDirectories(folder.resolve(".hidden"));
        Files.writeString(folder.resolve("cat/.DS_Store"), "x");
        Files.writeString(folder.resolve("dog/Thumbs.db"), "x");
        Files.writeString(folder.resolve("readme.txt"), "beside the classes");
        Dataset data = ImageFolder.read(folder).size(9, 14).load();
        assertEquals(List.of("cat", "dog"), data.classNames());
        assertArrayEquals(new int[] {0, 0, 1}, data.labels().toArray());
        assertArrayEquals(bytes(data, 0), bytes(data, 2));
        assertEquals(9 * 14 * 3, data.rowLength());
    }

    @Test
    void classesOfTrainingFixTheLabels() throws IOException {
        add("grey.png", "test/dog/1.png");
        List<String> classes = List.of("bird", "cat", "dog");
        ImageFolder reader = ImageFolder.read(folder.resolve("test")).size(2, 2);
        Dataset data = reader.classes(classes).load();
        assertArrayEquals(new int[] {2}, data.labels().toArray());
        assertEquals(classes, data.classNames());
        assertFails(
                DataFileException.class,
                () -> reader.classes(List.of("cat", "doge")).load(),
                "dog: is none of the classes [cat, doge]",
                "did you mean 'doge'?");
    }

    @Test
    void blocksAreTheRowsOfTheWhole() throws IOException {
        for (int i = 0; i < 5; i++) {
            add(i % 2 == 0 ? "rgb.png" : "alpha.png", "a/" + i + ".png");
            add(i % 2 == 0 ? "grey.png" : "palette.png", "b/" + i + ".png");
        }
        ImageFolder reader = ImageFolder.read(folder).size(3, 3).shuffled(5);
        Dataset all = reader.load();
        int[] order = Order.shuffled(10, 5, 0);
        assertArrayEquals(
                IntStream.of(order).map(i -> i / 5).toArray(), all.labels().toArray());
        int row = 0;
        try (Blocks blocks = reader.open()) {
            for (int size : new int[] {4, 4, 2}) {
                Dataset block = blocks.next(4).orElseThrow();
                assertEquals(size, block.size());
                for (int i = 0; i < size; i++, row++) {
                    assertArrayEquals(bytes(all, row), bytes(block, i));
                    assertEquals(all.labels().at(row), block.labels().at(i));
                }
            }
            assertEquals(0, blocks.next(4).stream().count());
        }
    }

    @Test
    void theMiddleIsCutOutWhereAsked() throws IOException {
        add("rgb.png", "a/1.png");
        int[] whole = bytes(ImageFolder.read(folder).size(9, 14).load(), 0);
        int[] cropped = bytes(ImageFolder.read(folder).size(9, 9).cropped().load(), 0);
        // 14 columns, 9 of them from the third on (counted from 0: 2).
        for (int y = 0; y < 9; y++) {
            assertArrayEquals(
                    Arrays.copyOfRange(whole, (y * 14 + 2) * 3, (y * 14 + 11) * 3),
                    Arrays.copyOfRange(cropped, y * 27, y * 27 + 27));
        }
    }

    @Test
    void badImagesAreSkippedAndNamed() throws IOException {
        add("rgb.png", "a/1.png");
        Files.writeString(folder.resolve("a/notes.txt"), "no image");
        Path cut = add("photo.jpg", "b/2.jpg");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 700));
        add("grey.png", "b/3.png");
        List<BadRow> skipped = new ArrayList<>();
        ImageFolder reader = ImageFolder.read(folder).size(2, 2).badRows(BadRows.skip(2, skipped::add));
        Dataset data = reader.load();
        assertArrayEquals(new int[] {0, 1}, data.labels().toArray());
        Dataset alone =
                ImageFolder.read(folder).size(2, 2).badRows(BadRows.skip(2)).load();
        assertArrayEquals(bytes(data, 1), bytes(alone, 1));
        assertEquals(2, skipped.size());
        assertEquals(folder.resolve("a/notes.txt"), skipped.get(0).file());
        assertEquals(cut, skipped.get(1).file());
        assertFails(
                DataFileException.class,
                () -> reader.badRows(BadRows.skip(1)).load(),
                "more bad rows than BadRows.skip(1) allows",
                "2 problems",
                "notes.txt, is no PNG, JPEG, GIF, BMP or TIFF image",
                "2.jpg, the image is damaged or cut off (");
    }
}
