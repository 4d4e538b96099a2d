package io.regulus.samples.glyphs;

import io.regulus.data.Dataset;
import java.util.List;
import java.util.Random;

/** Digits to learn from where there is no MNIST: 28 x 28, drawn from strokes, each by another hand. */
public final class Digits {
    private static final double GRAIN = 0.02;

    private Digits() {}

    /**
     * Draws digits, 0 to 9 in turn.
     *
     * @param rows how many
     * @param seed the same seed draws the same digits, and fewer rows are the first of more
     */
    public static Dataset draw(int rows, long seed) {
        Random random = new Random(seed);
        Digit[] digits = Digit.values();
        byte[][] images = new byte[rows][];
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = row % digits.length;
            images[row] = draw(digits[labels[row]], random);
        }
        return Dataset.ofBytes(images, labels);
    }

    private static byte[] draw(Digit digit, Random random) {
        Distortion hand = Distortion.random(random);
        double pen = 1.6 + 1.4 * random.nextDouble();
        Canvas canvas = new Canvas();
        for (Stroke stroke : digit.strokes()) {
            List<Point> points = stroke.points().stream().map(hand).toList();
            canvas.draw(points, pen);
        }
        return canvas.develop(1, GRAIN, random);
    }
}
