package io.regulus.samples.glyphs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulus.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GlyphsTest {
    private static final int CLASSES = Glyph.values().length;

    @Test
    void sameSeedDrawsTheSameLetters() {
        assertArrayEquals(pixels(Glyphs.draw(50, 7)), pixels(Glyphs.draw(50, 7)));
        assertArrayEquals(pixels(Glyphs.draw(20, 7)), pixels(Glyphs.draw(50, 7).take(20)));
    }

    @Test
    void anotherSeedOrRowIsAnotherHand() {
        byte[][] letters = pixels(Glyphs.draw(50, 7));
        assertFalse(Arrays.equals(letters[0], pixels(Glyphs.draw(1, 8))[0]));
        assertFalse(Arrays.equals(letters[0], letters[CLASSES]), "two letters of one class");
    }

    @Test
    void classesComeInTurnUnderTheirNames() {
        Dataset letters = Glyphs.draw(25, 1);
        assertArrayEquals(
                IntStream.range(0, 25).map(row -> row % CLASSES).toArray(),
                letters.labels().toArray());
        assertEquals(List.of("B", "C", "D", "E", "F", "G", "O", "P", "R", "S"), letters.classNames());
    }

    @Test
    void lettersStayOnTheCanvas() {
        for (byte[] letter : pixels(Glyphs.draw(500, 3))) {
            double ink = 0;
            double onBorder = 0;
            for (int i = 0; i < letter.length; i++) {
                int row = i / Canvas.SIZE;
                int column = i % Canvas.SIZE;
                boolean border = row == 0 || column == 0 || row == Canvas.SIZE - 1 || column == Canvas.SIZE - 1;
                ink += letter[i] & 0xFF;
                onBorder += border ? letter[i] & 0xFF : 0;
            }
            assertTrue(ink / 255 > 20, "hardly any ink");
            assertTrue(onBorder < 0.25 * ink, "most ink on the border");
        }
    }

    @Test
    void nearestMeanImageTellsMostClassesApart() {
        Dataset letters = Glyphs.draw(1500, 5);
        byte[][] images = pixels(letters);
        double[][] means = new double[CLASSES][Canvas.SIZE * Canvas.SIZE];
        for (int row = 0; row < 1000; row++) {
            for (int i = 0; i < images[row].length; i++) {
                means[row % CLASSES][i] += (images[row][i] & 0xFF) / 100.0;
            }
        }
        long right = IntStream.range(1000, 1500)
                .filter(row -> nearest(means, images[row]) == letters.labels().at(row))
                .count();
        assertTrue(right > 0.35 * 500, right + " of 500 right; chance is 50");
        assertTrue(right < 0.95 * 500, right + " of 500 right: too easy a task for the demo");
    }

    private static int nearest(double[][] means, byte[] image) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int label = 0; label < means.length; label++) {
            double distance = 0;
            for (int i = 0; i < image.length; i++) {
                double difference = means[label][i] - (image[i] & 0xFF);
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                best = label;
            }
        }
        return best;
    }

    private static byte[][] pixels(Dataset data) {
        byte[][] rows = new byte[data.size()][data.rowLength()];
        for (int row = 0; row < rows.length; row++) {
            data.copyBytes(new int[] {row}, 0, 1, rows[row]);
        }
        return rows;
    }
}
