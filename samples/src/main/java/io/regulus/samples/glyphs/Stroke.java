package io.regulus.samples.glyphs;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/** One movement of the pen. */
sealed interface Stroke {
    /** Points close enough together that straight lines between them look like the stroke, even when bent. */
    List<Point> points();

    private static List<Point> along(int steps, DoubleFunction<Point> place) {
        return IntStream.rangeClosed(0, steps)
                .mapToObj(step -> place.apply((double) step / steps))
                .toList();
    }

    /** A straight line. */
    record Line(Point from, Point to) implements Stroke {
        private static final int STEPS = 6;

        @Override
        public List<Point> points() {
            return along(
                    STEPS,
                    share -> new Point(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y())));
        }
    }

    /**
     * A part of an ellipse.
     *
     * @param width half of it
     * @param height half of it
     * @param from angle in degrees, clockwise, 0 at the right
     * @param to angle
     */
    record Arc(Point centre, double width, double height, double from, double to) implements Stroke {
        private static final int STEPS = 14;

        @Override
        public List<Point> points() {
            return along(STEPS, share -> {
                double angle = Math.toRadians(from + share * (to - from));
                return new Point(centre.x() + width * Math.cos(angle), centre.y() + height * Math.sin(angle));
            });
        }
    }
}
