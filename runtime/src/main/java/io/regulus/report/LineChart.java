package io.regulus.report;

import java.util.ArrayList;
import java.util.List;

/** Curves over the epochs, with a legend, as SVG in a figure; what is not finite is left out of a curve. */
final class LineChart {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 240;
    private static final int LEFT = 52;
    private static final int RIGHT = 10;
    private static final int TOP = 10;
    private static final int BOTTOM = 26;
    /** More would lie on each other. */
    private static final int DOTS = 40;

    private static final int EPOCH_MARKS = 8;

    /**
     * A curve.
     *
     * @param colour which of the page's colours, from 0
     * @param values one for each epoch
     */
    record Curve(String name, int colour, List<Double> values) {
        Curve {
            values = List.copyOf(values);
        }
    }

    private final String title;
    private final List<Integer> epochs;
    private final List<Curve> curves;
    private final Scale across;
    private final Scale up;

    private LineChart(String title, List<Integer> epochs, List<Curve> curves) {
        this.title = title;
        this.epochs = epochs;
        this.curves = curves;
        double first = epochs.get(0);
        double last = epochs.get(epochs.size() - 1);
        across = new Scale(first, Math.max(last, first + 1), 1, LEFT, WIDTH - RIGHT);
        up = Scale.of(
                curves.stream().flatMap(curve -> curve.values().stream()).mapToDouble(Double::doubleValue),
                HEIGHT - BOTTOM,
                TOP);
    }

    /** A figure of curves that have a value for each epoch. */
    static String of(String title, List<Integer> epochs, List<Curve> curves) {
        return new LineChart(title, epochs, curves).figure();
    }

    private String figure() {
        Html html = new Html();
        html.raw("<figure><figcaption>").text(title).raw("</figcaption>\n");
        html.raw("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\" aria-label=\"" + Html.escaped(title)
                + "\">\n");
        grid(html);
        curves.forEach(curve -> curve(html, curve));
        html.raw("</svg>\n<p class=\"legend\">");
        curves.forEach(curve -> html.raw("<span><i class=\"b" + curve.colour() + "\"></i>")
                .text(curve.name())
                .raw("</span> "));
        return html.raw("</p></figure>\n").toString();
    }

    private void grid(Html html) {
        for (double mark : up.marks()) {
            String y = Figures.coordinate(up.at(mark));
            html.raw("<line class=\"grid\" x1=\"" + LEFT + "\" x2=\"" + (WIDTH - RIGHT) + "\" y1=\"" + y + "\" y2=\""
                    + y + "\"/>");
            html.raw("<text class=\"y\" x=\"" + (LEFT - 6) + "\" y=\"" + y + "\">")
                    .text(Figures.of(mark))
                    .raw("</text>\n");
        }
        int every = Math.max(1, (int) Math.ceil(epochs.size() / (double) EPOCH_MARKS));
        for (int i = 0; i < epochs.size(); i += every) {
            String x = Figures.coordinate(across.at(epochs.get(i)));
            html.raw("<text class=\"x\" x=\"" + x + "\" y=\"" + (HEIGHT - 8) + "\">")
                    .text(epochs.get(i).toString())
                    .raw("</text>");
        }
        html.raw("\n");
    }

    private void curve(Html html, Curve curve) {
        List<String> points = new ArrayList<>();
        StringBuilder dots = new StringBuilder();
        for (int i = 0; i < curve.values().size(); i++) {
            double value = curve.values().get(i);
            if (!Double.isFinite(value)) {
                line(html, curve, points);
                points.clear();
                continue;
            }
            String x = Figures.coordinate(across.at(epochs.get(i)));
            String y = Figures.coordinate(up.at(value));
            points.add(x + "," + y);
            boolean shown = curve.values().size() <= DOTS;
            dots.append("<circle class=\"f")
                    .append(curve.colour())
                    .append(shown ? "" : " bare")
                    .append("\" cx=\"")
                    .append(x)
                    .append("\" cy=\"")
                    .append(y)
                    .append("\" r=\"")
                    .append(shown ? "2.5" : "5")
                    .append("\"><title>")
                    .append(Html.escaped(curve.name() + ", epoch " + epochs.get(i) + ": " + Figures.of(value)))
                    .append("</title></circle>");
        }
        line(html, curve, points);
        html.raw(dots.toString()).raw("\n");
    }

    private static void line(Html html, Curve curve, List<String> points) {
        if (points.size() > 1) {
            html.raw("<polyline class=\"c" + curve.colour() + "\" points=\"" + String.join(" ", points) + "\"/>\n");
        }
    }
}
