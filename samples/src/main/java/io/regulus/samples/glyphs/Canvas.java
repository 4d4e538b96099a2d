package io.regulus.samples.glyphs;

import java.util.List;
import java.util.Random;

/** A small grey picture that lines are drawn on, with smooth edges. */
final class Canvas {
    static final int SIZE = 28;
    private static final double PIXELS_PER_UNIT = 9.5;
    private static final double CENTRE = (SIZE - 1) / 2.0;

    private final double[] ink = new double[SIZE * SIZE];

    /**
     * Draws straight lines from point to point.
     *
     * @param width of the pen, in pixels
     */
    void draw(List<Point> points, double width) {
        for (int i = 1; i < points.size(); i++) {
            draw(points.get(i - 1), points.get(i), width);
        }
    }

    /** A pixel is inked by how far it lies inside the line's edge: fully from half a pixel on. */
    private void draw(Point from, Point to, double width) {
        double x1 = pixel(from.x());
        double y1 = pixel(from.y());
        double dx = pixel(to.x()) - x1;
        double dy = pixel(to.y()) - y1;
        double square = dx * dx + dy * dy;
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double along = square == 0 ? 0 : ((column - x1) * dx + (row - y1) * dy) / square;
                double nearest = clamp(along);
                double distance = Math.hypot(column - x1 - nearest * dx, row - y1 - nearest * dy);
                int at = row * SIZE + column;
                ink[at] = Math.max(ink[at], clamp(width / 2 - distance + 0.5));
            }
        }
    }

    /**
     * The picture as bytes, 0 for paper and 255 for ink.
     *
     * @param strength of the ink, up to 1
     * @param grain standard deviation of the noise on each pixel
     */
    byte[] develop(double strength, double grain, Random random) {
        byte[] pixels = new byte[ink.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(255 * clamp(strength * ink[i] + grain * random.nextGaussian()));
        }
        return pixels;
    }

    private static double pixel(double place) {
        return CENTRE + PIXELS_PER_UNIT * place;
    }

    private static double clamp(double value) {
        return Math.min(Math.max(value, 0), 1);
    }
}
