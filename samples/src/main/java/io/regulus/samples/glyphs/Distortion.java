package io.regulus.samples.glyphs;

import java.util.Random;
import java.util.function.UnaryOperator;

/** A random hand: turns, stretches, slants, moves and bends a glyph. */
record Distortion(
        double turn,
        double stretchX,
        double stretchY,
        double slant,
        double moveX,
        double moveY,
        double bendX,
        double bendY,
        double phaseX,
        double phaseY)
        implements UnaryOperator<Point> {
    private static final double MOST_TURN = Math.toRadians(22);
    private static final double WAVES = 2.2;

    static Distortion random(Random random) {
        return new Distortion(
                within(random, MOST_TURN),
                0.85 + within(random, 0.25),
                0.85 + within(random, 0.2),
                within(random, 0.35),
                within(random, 0.25),
                within(random, 0.25),
                within(random, 0.16),
                within(random, 0.16),
                within(random, Math.PI),
                within(random, Math.PI));
    }

    private static double within(Random random, double most) {
        return most * (2 * random.nextDouble() - 1);
    }

    @Override
    public Point apply(Point point) {
        double x = stretchX * (point.x() + slant * point.y() + bendX * Math.sin(WAVES * point.y() + phaseX));
        double y = stretchY * (point.y() + bendY * Math.sin(WAVES * point.x() + phaseY));
        return new Point(
                x * Math.cos(turn) - y * Math.sin(turn) + moveX, x * Math.sin(turn) + y * Math.cos(turn) + moveY);
    }
}
