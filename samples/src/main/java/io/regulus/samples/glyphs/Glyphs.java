package io.regulus.samples.glyphs;

import io.regulus.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A data set made out of nothing: 28 x 28 letters, each drawn by another hand. */
final class Glyphs {
    private Glyphs() {}

    /**
     * Draws letters, the classes in turn.
     *
     * @param rows how many
     * @param seed the same seed draws the same letters, and fewer rows are the first of more
     */
    static Dataset draw(int rows, long seed) {
        Random random = new Random(seed);
        Glyph[] glyphs = Glyph.values();
        byte[][] images = new byte[rows][];
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = row % glyphs.length;
            images[row] = draw(glyphs[labels[row]], random);
        }
        return Dataset.ofBytes(images, labels)
                .withClassNames(Arrays.stream(glyphs).map(Glyph::name).toList());
    }

    private static byte[] draw(Glyph glyph, Random random) {
        Distortion hand = Distortion.random(random);
        double pen = 1.3 + 1.7 * random.nextDouble();
        Canvas canvas = new Canvas();
        for (Stroke stroke : glyph.strokes()) {
            List<Point> points = stroke.points().stream().map(hand).toList();
            canvas.draw(points, pen);
        }
        return canvas.develop(0.6 + 0.4 * random.nextDouble(), 0.12, random);
    }
}
