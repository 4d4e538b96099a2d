package io.regulus.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A page in the style of the reports about fits, section by section: one file, nothing loaded from elsewhere, light and dark, for screens of
 * every width. All texts are escaped.
 */
public final class Page {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 230;
    private static final int LEFT = 52;
    private static final int RIGHT = 12;
    private static final int TOP = 10;
    private static final int BOTTOM = 24;

    private final Html html = new Html();

    /**
     * A mark in a figure.
     *
     * @param label told where the mouse rests
     * @param emphasised one of the few that matter
     */
    public record Point(double x, double y, String label, boolean emphasised) {}

    /** A page without sections so far. */
    public Page(String title, String subtitle) {
        ReportPage.open(html, title);
        html.raw("<header>").element("h1", title).element("p", subtitle).raw("</header>\n");
    }

    /** Adds the heading of a section. */
    public Page heading(String text) {
        html.element("h2", text);
        return this;
    }

    /** Adds numbers to see first, in groups by name. */
    public Page tiles(Map<String, Map<String, String>> groups) {
        return groups("tiles", "h2", groups);
    }

    /** Adds settings, in groups by name. */
    public Page settings(Map<String, Map<String, String>> groups) {
        return groups("settings", "h3", groups);
    }

    private Page groups(String style, String heading, Map<String, Map<String, String>> groups) {
        html.raw("<section class=\"" + style + "\">\n");
        groups.forEach((name, entries) -> {
            html.raw("<div>").element(heading, name).raw("<dl>");
            entries.forEach((key, value) -> html.element("dt", key).element("dd", value));
            html.raw("</dl></div>\n");
        });
        html.raw("</section>\n");
        return this;
    }

    /** Adds a table, its cells at the right but for those of the last column. */
    public Page table(List<String> titles, List<List<String>> rows) {
        html.raw("<div class=\"scroll\"><table><tr>");
        titles.forEach(title -> cell("th", title, title.equals(titles.get(titles.size() - 1))));
        html.raw("</tr>\n");
        for (List<String> row : rows) {
            html.raw("<tr>");
            for (int i = 0; i < row.size(); i++) {
                cell("td", row.get(i), i == row.size() - 1);
            }
            html.raw("</tr>\n");
        }
        html.raw("</table></div>\n");
        return this;
    }

    private void cell(String element, String text, boolean left) {
        html.raw("<" + element + (left ? ">" : " class=\"n\">")).text(text).raw("</" + element + ">");
    }

    /** Begins figures, as many beside each other as there is room for. */
    public Page beginFigures() {
        html.raw("<section class=\"figures\">\n");
        return this;
    }

    /** Ends the figures. */
    public Page endFigures() {
        html.raw("</section>\n");
        return this;
    }

    /**
     * Adds a figure of points.
     *
     * @param logarithmic whether x is shown by its powers of ten; all are above 0 then
     */
    public Page scatter(String title, boolean logarithmic, List<Point> points) {
        Scale x = Scale.of(
                points.stream().mapToDouble(point -> logarithmic ? Math.log10(point.x()) : point.x()),
                LEFT,
                WIDTH - RIGHT);
        Scale y = Scale.of(points.stream().mapToDouble(Point::y), HEIGHT - BOTTOM, TOP);
        html.raw("<figure>")
                .element("figcaption", title)
                .raw("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\">\n");
        for (double mark : y.marks()) {
            html.raw(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text class=\"y\" x=\"%d\" y=\"%.1f\">%s</text>%n",
                    LEFT,
                    WIDTH - RIGHT,
                    y.at(mark),
                    y.at(mark),
                    LEFT - 6,
                    y.at(mark),
                    Figures.of(mark)));
        }
        for (double mark : logarithmic ? powers(x) : x.marks()) {
            html.raw(String.format(
                    Locale.ROOT,
                    "<text class=\"x\" x=\"%.1f\" y=\"%d\">%s</text>%n",
                    x.at(mark),
                    HEIGHT - 6,
                    Figures.of(logarithmic ? Math.pow(10, mark) : mark)));
        }
        for (Point point : points) {
            html.raw(String.format(
                            Locale.ROOT,
                            "<circle class=\"f%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"><title>",
                            point.emphasised() ? 1 : 0,
                            x.at(logarithmic ? Math.log10(point.x()) : point.x()),
                            y.at(point.y()),
                            point.emphasised() ? 6 : 4))
                    .text(point.label())
                    .raw("</title></circle>\n");
        }
        html.raw("</svg></figure>\n");
        return this;
    }

    /** The logarithms of 1 and 3 times each power of ten on a scale of logarithms. */
    private static List<Double> powers(Scale logarithms) {
        int first = (int) Math.floor(logarithms.least());
        int last = (int) Math.ceil(logarithms.most());
        return IntStream.rangeClosed(first, last)
                .boxed()
                .flatMap(power -> Stream.of((double) power, power + Math.log10(3)))
                .filter(mark -> mark > logarithms.least() - 1e-9 && mark < logarithms.most() + 1e-9)
                .toList();
    }

    /** The whole page. */
    public String html() {
        return html + "</main>\n</body>\n</html>\n";
    }
}
