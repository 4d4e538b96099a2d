package io.regulus.report;

import java.util.ArrayList;
import java.util.List;

/** A curve as small as a word, for the cell of a table. */
final class Sparkline {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 20;

    private Sparkline() {}

    static String of(List<Double> values) {
        Scale up = Scale.of(values.stream().mapToDouble(Double::doubleValue), HEIGHT - 2, 2);
        List<String> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (Double.isFinite(values.get(i))) {
                double x = values.size() == 1 ? 0 : i * (WIDTH - 2.0) / (values.size() - 1) + 1;
                points.add(Figures.coordinate(x) + "," + Figures.coordinate(up.at(values.get(i))));
            }
        }
        return "<svg class=\"spark\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" aria-hidden=\"true\"><polyline class=\"c0\" points=\"" + String.join(" ", points) + "\"/></svg>";
    }
}
