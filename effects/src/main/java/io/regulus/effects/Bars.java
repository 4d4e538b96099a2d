package io.regulus.effects;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Rows of bars, one below the other, all on one scale: mostly numbers without an annotation, and below them with it.
 *
 * @param rows from the top
 * @param names below the bars; none where there are many
 * @param truth what the bars would be at best, as marks; empty where nobody knows
 */
record Bars(List<Row> rows, List<String> names, List<Double> truth) implements Figure {
    private static final int HEIGHT = 84;
    private static final int TITLE = 22;
    private static final int NAMES = 16;

    /** A row under its words. */
    record Row(String words, List<Double> values) {
        static Row of(String words, double... values) {
            return new Row(words, DoubleStream.of(values).boxed().toList());
        }
    }

    static Bars of(List<Row> rows, String... names) {
        return new Bars(rows, List.of(names), List.of());
    }

    @Override
    public int height() {
        return rows.size() * (HEIGHT + TITLE) + (names.isEmpty() ? 0 : NAMES) + 8;
    }

    @Override
    public void draw(Svg svg) {
        DoubleStream all = DoubleStream.concat(
                DoubleStream.concat(DoubleStream.of(0), truth.stream().mapToDouble(Double::doubleValue)),
                rows.stream().flatMapToDouble(row -> row.values().stream().mapToDouble(Double::doubleValue)));
        double[] values = all.toArray();
        double top = 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            svg.text(Svg.EDGE, top + 16, "start", "", row.words());
            Axis y = new Axis(
                    DoubleStream.of(values).min().orElse(0),
                    DoubleStream.of(values).max().orElse(1),
                    top + TITLE + HEIGHT - 6,
                    top + TITLE + 4);
            bars(svg, row, y, i == 0 ? "fb" : "fa");
            top += TITLE + HEIGHT;
        }
        double each = each();
        for (int i = 0; i < names.size(); i++) {
            svg.text(Svg.EDGE + (i + 0.5) * each, top + 8, "middle", "soft", names.get(i));
        }
    }

    private double each() {
        return (Svg.WIDTH - 2.0 * Svg.EDGE) / rows.get(0).values().size();
    }

    private void bars(Svg svg, Row row, Axis y, String style) {
        double each = each();
        double zero = y.at(0);
        svg.line(Svg.EDGE, zero, Svg.WIDTH - Svg.EDGE, zero, "grid");
        double width = Math.min(40, each * 0.7);
        for (int i = 0; i < row.values().size(); i++) {
            double x = Svg.EDGE + (i + 0.5) * each - width / 2;
            double at = y.at(row.values().get(i));
            svg.box(x, Math.min(zero, at), width, Math.abs(at - zero), style);
            if (!truth.isEmpty()) {
                svg.line(x - 1, y.at(truth.get(i)), x + width + 1, y.at(truth.get(i)), "c");
            }
        }
    }
}
