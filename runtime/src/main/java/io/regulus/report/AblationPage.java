package io.regulus.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The page of an ablation: a figure of what each regulariser was worth, the table, every run, how it was made. */
final class AblationPage {
    private static final int WIDTH = 760;
    private static final int ROW = 44;
    private static final int EDGE = 14;
    private static final int BOTTOM = 26;

    private final AblationReport report;
    private final List<AblationReport.Worth> worth;
    private final Html html = new Html();

    AblationPage(AblationReport report) {
        this.report = report;
        this.worth = report.worth();
    }

    String html() {
        String name = report.network().substring(report.network().lastIndexOf('.') + 1);
        ReportPage.open(html, name + " – ablation");
        html.raw("<header>")
                .element("h1", name + ": what each regulariser was worth")
                .element("p", report.network())
                .raw("</header>\n");
        html.element("h2", "Validation loss without it, minus with it");
        figure();
        html.element("h2", "Table");
        table();
        kept();
        html.element("h2", "Every run");
        runs();
        html.element("h2", "Settings").raw("<section class=\"settings\"><div><dl>");
        report.settings().forEach((key, value) -> html.element("dt", key).element("dd", value));
        return html.raw("</dl></div></section>\n</main>\n</body>\n</html>\n").toString();
    }

    /** A line for each: the differences of the seeds as dots, mean and 95 % interval. */
    private void figure() {
        int height = worth.size() * ROW + BOTTOM;
        // with 0, from which all is read
        Scale across = Scale.of(
                DoubleStream.concat(
                        DoubleStream.of(0),
                        worth.stream()
                                .flatMapToDouble(of -> DoubleStream.concat(
                                        of.loss().values().stream().mapToDouble(Double::doubleValue),
                                        DoubleStream.of(of.loss().mean())))),
                EDGE,
                WIDTH - EDGE);
        html.raw("<figure><div class=\"scroll\"><svg class=\"worth\" viewBox=\"0 0 " + WIDTH + " " + height
                + "\" role=\"img\" aria-label=\"differences of the validation loss\">\n");
        for (double mark : across.marks()) {
            String x = Figures.coordinate(across.at(mark));
            html.raw("<line class=\"" + (mark == 0 ? "zero" : "grid") + "\" x1=\"" + x + "\" x2=\"" + x
                    + "\" y1=\"4\" y2=\"" + (height - BOTTOM) + "\"/><text class=\"x\" x=\"" + x + "\" y=\""
                    + (height - 8) + "\">" + Figures.of(mark) + "</text>\n");
        }
        for (int i = 0; i < worth.size(); i++) {
            line(worth.get(i), across, i * ROW);
        }
        html.raw(
                "</svg></div><p class=\"legend\"><span><i class=\"b0\"></i>mean and 95 % interval (Student's t)</span>"
                        + " <span><i class=\"b1\"></i>one seed</span> Right of 0: the network is worse without it.</p></figure>\n");
    }

    private void line(AblationReport.Worth of, Scale across, int top) {
        html.raw("<text class=\"label\" x=\"" + EDGE + "\" y=\"" + (top + 16) + "\">")
                .text(of.name().replaceFirst("^without ", "") + ": " + of.verdict())
                .raw("</text>\n");
        double y = top + 30;
        Differences loss = of.loss();
        if (Double.isFinite(loss.mean())) {
            if (Double.isFinite(loss.margin())) {
                double from = Math.max(EDGE, across.at(loss.mean() - loss.margin()));
                double to = Math.min(WIDTH - EDGE, across.at(loss.mean() + loss.margin()));
                html.raw("<line class=\"c0\" x1=\"" + Figures.coordinate(from) + "\" x2=\"" + Figures.coordinate(to)
                        + "\" y1=\"" + y + "\" y2=\"" + y + "\"/>");
            }
            html.raw("<rect class=\"f0\" x=\"" + Figures.coordinate(across.at(loss.mean()) - 4) + "\" y=\"" + (y - 4)
                    + "\" width=\"8\" height=\"8\"><title>" + Html.escaped(loss.toString()) + "</title></rect>");
        }
        for (double value : loss.values()) {
            if (Double.isFinite(value)) {
                html.raw("<circle class=\"f1\" r=\"3\" cx=\"" + Figures.coordinate(across.at(value)) + "\" cy=\""
                        + (y + 8) + "\"><title>" + Figures.of(value) + "</title></circle>\n");
            }
        }
    }

    private void table() {
        html.raw(
                "<div class=\"scroll\"><table><tr><th>network</th><th>changed</th><th class=\"n\">loss</th>"
                        + "<th class=\"n\">difference</th><th class=\"n\">" + Html.escaped(report.metric())
                        + "</th><th class=\"n\">difference</th><th class=\"n\">gap</th><th class=\"n\">difference</th><th>so</th></tr>\n");
        row(report.whole(), "", "", "", "");
        for (int i = 0; i < worth.size(); i++) {
            AblationReport.Worth of = worth.get(i);
            row(
                    report.without().get(i),
                    of.loss().toString(),
                    of.metric().toString(),
                    of.gap().toString(),
                    of.verdict());
        }
        html.raw("</table></div>\n")
                .element(
                        "p class=\"legend\"",
                        "Means over the seeds of the validation loss, of " + report.metric()
                                + " on the validation rows and of the generalisation gap, validation loss minus training loss, both"
                                + " evaluated after the fit. Differences: without minus whole, seed by seed, mean ± standard"
                                + " deviation. Within the noise: the 95 % interval of the mean difference of the loss holds 0; of many"
                                + " rows one in twenty lies outside by chance.");
    }

    private void row(AblationReport.Variant variant, String loss, String metric, String gap, String verdict) {
        html.raw("<tr>").element("td", variant.name()).element("td", variant.change());
        String[] cells = {report.mean(variant, 0), loss, report.mean(variant, 1), metric, report.mean(variant, 2), gap};
        for (String cell : cells) {
            html.element("td class=\"n\"", cell);
        }
        html.element("td class=\"so\"", verdict).raw("</tr>\n");
    }

    private void kept() {
        if (!report.kept().isEmpty()) {
            html.element(
                    "p",
                    "In every run, for no number switches it off: " + String.join("; ", report.kept())
                            + ". To compare, take it from a copy of the class.");
        }
    }

    private void runs() {
        html.raw(
                "<div class=\"scroll\"><table><tr><th>network</th><th class=\"n\">seed</th><th class=\"n\">loss</th><th class=\"n\">"
                        + Html.escaped(report.metric()) + "</th><th class=\"n\">gap</th></tr>\n");
        runs(report.whole());
        report.without().forEach(this::runs);
        html.raw("</table></div>\n");
    }

    private void runs(AblationReport.Variant variant) {
        for (AblationReport.Result result : variant.results()) {
            html.raw("<tr>").element("td", variant.name());
            html.raw(List.of(
                            Long.toString(result.seed()),
                            Figures.of(result.loss()),
                            Figures.of(result.value()),
                            Figures.of(result.gap()))
                    .stream()
                    .map(cell -> "<td class=\"n\">" + cell + "</td>")
                    .collect(Collectors.joining("", "", "</tr>\n")));
        }
    }
}
