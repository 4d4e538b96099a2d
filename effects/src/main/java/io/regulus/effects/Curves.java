package io.regulus.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Panels of curves beside each other, or one, on one scale of y.
 *
 * @param across what x counts
 * @param limit a value that is marked in every panel
 */
record Curves(List<Panel> panels, String across, OptionalDouble limit) implements Figure {
    private static final int HEIGHT = 190;
    private static final int TOP = 28;
    private static final int BOTTOM = 34;
    private static final int LEFT = 46;
    private static final List<String> STYLES = List.of("a", "b", "c");

    /** Curves under words. */
    record Panel(String words, List<Curve> curves) {}

    /** A curve; without words where they stand above. */
    record Curve(String words, List<Double> x, List<Double> y, int style) {
        static Curve of(String words, double[] x, double[] y, int style) {
            return new Curve(
                    words,
                    DoubleStream.of(x).boxed().toList(),
                    DoubleStream.of(y).boxed().toList(),
                    style);
        }

        static Curve of(String words, double[] y, int style) {
            double[] x = new double[y.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = i;
            }
            return of(words, x, y, style);
        }
    }

    static Curves one(String words, String across, Curve... curves) {
        return new Curves(List.of(new Panel(words, List.of(curves))), across, OptionalDouble.empty());
    }

    Curves withLimit(double value) {
        return new Curves(panels, across, OptionalDouble.of(value));
    }

    private List<Curve> all() {
        return panels.stream().flatMap(panel -> panel.curves().stream()).toList();
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void draw(Svg svg) {
        DoubleStream ys =
                all().stream().flatMapToDouble(curve -> curve.y().stream().mapToDouble(Double::doubleValue));
        Axis y = Axis.of(
                limit.isPresent() ? DoubleStream.concat(ys, DoubleStream.of(limit.getAsDouble())) : ys,
                HEIGHT - BOTTOM,
                TOP + 6);
        double width = (Svg.WIDTH - 2.0 * Svg.EDGE) / panels.size();
        for (int i = 0; i < panels.size(); i++) {
            draw(svg, panels.get(i), y, Svg.EDGE + i * width + LEFT, Svg.EDGE + (i + 1) * width - 8);
        }
    }

    private void draw(Svg svg, Panel panel, Axis y, double left, double right) {
        Axis x = Axis.of(
                panel.curves().stream()
                        .flatMapToDouble(curve -> curve.x().stream().mapToDouble(Double::doubleValue)),
                left,
                right);
        svg.text(left - LEFT + 4, 18, "start", "", panel.words());
        for (double mark : y.marks()) {
            svg.line(left, y.at(mark), right, y.at(mark), "grid");
            svg.text(left - 5, y.at(mark) + 4, "end", "soft", Axis.words(mark));
        }
        for (double mark : x.marks()) {
            svg.text(x.at(mark), HEIGHT - BOTTOM + 15, "middle", "soft", Axis.words(mark));
        }
        svg.text(right, HEIGHT - 5, "end", "soft", across);
        if (limit.isPresent()) {
            svg.line(left, y.at(limit.getAsDouble()), right, y.at(limit.getAsDouble()), "limit");
        }
        double legend = right;
        for (Curve curve : panel.curves()) {
            List<double[]> points = new ArrayList<>();
            for (int i = 0; i < curve.x().size(); i++) {
                points.add(new double[] {x.at(curve.x().get(i)), y.at(curve.y().get(i))});
            }
            svg.path(points, STYLES.get(curve.style()) + (panel.curves().size() > 4 ? " thin" : ""));
        }
        for (int i = panel.curves().size() - 1; i >= 0; i--) {
            Curve curve = panel.curves().get(i);
            if (!curve.words().isEmpty()) {
                svg.text(legend, 18, "end", "f" + STYLES.get(curve.style()), curve.words());
                legend -= Svg.width(curve.words()) + 22;
            }
        }
    }
}
