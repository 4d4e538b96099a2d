package io.regulus.samples.glyphs;

import java.util.List;

/** The ten classes: letters of which several differ in one stroke only. */
enum Glyph {
    B(stem(), arc(-0.6, -0.5, 1.1, 0.5, -90, 90), arc(-0.6, 0.5, 1.2, 0.5, -90, 90)),
    C(bow()),
    D(stem(), arc(-0.6, 0, 1.3, 1, -90, 90)),
    E(stem(), line(-0.6, -1, 0.6, -1), line(-0.6, 0, 0.4, 0), line(-0.6, 1, 0.6, 1)),
    F(stem(), line(-0.6, -1, 0.6, -1), line(-0.6, 0, 0.4, 0)),
    G(bow(), line(0.1, 0.1, 0.65, 0.1), line(0.65, 0.1, 0.65, 0.77)),
    O(arc(0, 0, 0.8, 1, 0, 360)),
    P(stem(), belly()),
    R(stem(), belly(), line(-0.1, 0.1, 0.65, 1)),
    S(arc(0, -0.5, 0.6, 0.5, -30, -270), arc(0, 0.5, 0.6, 0.5, -90, 150));

    /** From List.of: it cannot change, though its type does not say so. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Stroke> strokes;

    Glyph(Stroke... strokes) {
        this.strokes = List.of(strokes);
    }

    List<Stroke> strokes() {
        return strokes;
    }

    private static Stroke stem() {
        return line(-0.6, -1, -0.6, 1);
    }

    private static Stroke belly() {
        return arc(-0.6, -0.45, 1.2, 0.55, -90, 90);
    }

    private static Stroke bow() {
        return arc(0.1, 0, 0.8, 1, 50, 310);
    }

    private static Stroke line(double x1, double y1, double x2, double y2) {
        return new Stroke.Line(new Point(x1, y1), new Point(x2, y2));
    }

    private static Stroke arc(double x, double y, double width, double height, double from, double to) {
        return new Stroke.Arc(new Point(x, y), width, height, from, to);
    }
}
