package io.regulus.samples.chart;

import java.util.Arrays;
import java.util.Locale;

/** The same picture as SVG, written as text: whoever shows it brings the fonts. */
final class SvgText {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 600;
    private static final int LEFT = 80;
    private static final int RIGHT = 730;
    private static final int TOP = 60;
    private static final int BOTTOM = 530;
    /** Fewer would have marks between epochs. */
    private static final int FEWEST_EPOCHS = 6;

    private final StringBuilder svg = new StringBuilder();
    private final LearningCurve chart;
    private final Ticks epochs;
    private final Ticks values;

    SvgText(LearningCurve chart) {
        this.chart = chart;
        this.epochs = Ticks.over(0, Math.max(chart.epochs(), FEWEST_EPOCHS));
        double[] all = chart.series().stream()
                .flatMap(series -> series.values().stream())
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray();
        this.values = Ticks.over(
                Arrays.stream(all).min().orElse(0), Arrays.stream(all).max().orElse(1));
        write();
    }

    private void write() {
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"14\">",
                WIDTH, HEIGHT, WIDTH, HEIGHT);
        line("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        text((LEFT + RIGHT) / 2.0, 32, "text-anchor=\"middle\" font-size=\"18\" font-weight=\"bold\"", chart.title());
        axes();
        int number = 0;
        for (LearningCurve.Series series : chart.series()) {
            curve(series);
            legend(series, number++);
        }
        line("</svg>");
    }

    private void axes() {
        for (double value : values.values()) {
            line("<path d=\"M%d %.1f H%d\" stroke=\"#ddd\"/>", LEFT, y(value), RIGHT);
            text(LEFT - 8, y(value) + 5, "text-anchor=\"end\"", values.label(value));
        }
        for (double epoch : epochs.values()) {
            line("<path d=\"M%.1f %d V%d\" stroke=\"#ddd\"/>", x(epoch), TOP, BOTTOM);
            text(x(epoch), BOTTOM + 20, "text-anchor=\"middle\"", epochs.label(epoch));
        }
        line(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"black\"/>",
                LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP);
        text((LEFT + RIGHT) / 2.0, BOTTOM + 48, "text-anchor=\"middle\"", "epoch");
        double middle = (TOP + BOTTOM) / 2.0;
        String turned = String.format(Locale.ROOT, "text-anchor=\"middle\" transform=\"rotate(-90 26 %.1f)\"", middle);
        text(26, middle, turned, chart.valueTitle());
    }

    private void curve(LearningCurve.Series series) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < series.values().size(); i++) {
            double value = series.values().get(i);
            if (Double.isFinite(value)) {
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", pen ? "L" : "M", x(i + 1), y(value)));
            }
            pen = Double.isFinite(value);
        }
        line("<path d=\"%s\" fill=\"none\" stroke-linejoin=\"round\" %s/>", path, stroke(series));
    }

    private void legend(LearningCurve.Series series, int number) {
        int y = TOP + 16 + 26 * number;
        line("<path d=\"M%d %d h36\" %s/>", RIGHT + 20, y, stroke(series));
        text(RIGHT + 66, y + 5, "", series.name());
    }

    private static String stroke(LearningCurve.Series series) {
        String dashes = series.line() == LearningCurve.Line.DASHED ? " stroke-dasharray=\"7 5\"" : "";
        return String.format(Locale.ROOT, "stroke=\"#%06X\" stroke-width=\"2.2\"%s", series.colour(), dashes);
    }

    private void text(double x, double y, String attributes, String content) {
        line("<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>", x, y, attributes, escaped(content));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private double x(double epoch) {
        return LEFT + (RIGHT - LEFT) * (epoch - epochs.first()) / (epochs.last() - epochs.first());
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * (value - values.first()) / (values.last() - values.first());
    }

    private void line(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    @Override
    public String toString() {
        return svg.toString();
    }
}
