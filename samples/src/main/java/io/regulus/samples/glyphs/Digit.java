package io.regulus.samples.glyphs;

import java.util.List;

/** The ten digits as a hand draws them; those that are drawn in two ways have the commoner one. */
enum Digit {
    ZERO(arc(0, 0, 0.65, 1, 0, 360)),
    ONE(line(-0.35, -0.6, 0, -1), line(0, -1, 0, 1)),
    TWO(arc(0, -0.45, 0.6, 0.55, -170, 50), line(0.38, -0.03, -0.6, 1), line(-0.6, 1, 0.65, 1)),
    THREE(arc(0, -0.5, 0.55, 0.5, -160, 90), arc(0, 0.5, 0.6, 0.5, -90, 160)),
    FOUR(line(0.1, -1, -0.6, 0.3), line(-0.6, 0.3, 0.65, 0.3), line(0.3, -0.5, 0.3, 1)),
    FIVE(line(0.55, -1, -0.45, -1), line(-0.45, -1, -0.5, -0.15), arc(-0.05, 0.4, 0.6, 0.6, -130, 140)),
    SIX(arc(0.35, 0.4, 0.95, 1.4, 180, 270), arc(0, 0.45, 0.58, 0.55, 0, 360)),
    SEVEN(line(-0.6, -1, 0.6, -1), line(0.6, -1, -0.15, 1)),
    EIGHT(arc(0, -0.5, 0.5, 0.5, 0, 360), arc(0, 0.5, 0.58, 0.5, 0, 360)),
    NINE(arc(0, -0.45, 0.55, 0.55, 0, 360), line(0.55, -0.45, 0.45, 1));

    /** From List.of: it cannot change, though its type does not say so. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Stroke> strokes;

    Digit(Stroke... strokes) {
        this.strokes = List.of(strokes);
    }

    List<Stroke> strokes() {
        return strokes;
    }

    private static Stroke line(double x1, double y1, double x2, double y2) {
        return new Stroke.Line(new Point(x1, y1), new Point(x2, y2));
    }

    private static Stroke arc(double x, double y, double width, double height, double from, double to) {
        return new Stroke.Arc(new Point(x, y), width, height, from, to);
    }
}
