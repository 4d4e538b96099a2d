package io.regulus.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What an output said, as a table of classes or a cloud of points. */
final class JudgementFigure {
    /** A wider table would not be read. */
    private static final int MOST_CLASSES = 20;

    private static final int PAIRS = 20;
    private static final int MOST_POINTS = 2_000;
    private static final int SIZE = 320;
    private static final int LEFT = 52;
    private static final int BOTTOM = 26;
    private static final int EDGE = 10;

    private JudgementFigure() {}

    static String of(Judgement judgement) {
        if (judgement instanceof Judgement.Confusion confusion) {
            return confusion.classes().size() <= MOST_CLASSES ? matrix(confusion) : pairs(confusion);
        }
        if (judgement instanceof Judgement.Calibrated calibrated) {
            return ReliabilityFigure.of(calibrated);
        }
        return cloud((Judgement.Residuals) judgement);
    }

    private static String matrix(Judgement.Confusion confusion) {
        Html html = new Html();
        html.raw("<figure class=\"wide\"><figcaption>")
                .text(confusion.output() + ": true class by row, predicted class by column")
                .raw("</figcaption>\n");
        html.raw("<div class=\"scroll\"><table class=\"matrix\"><tr><th></th>");
        confusion
                .classes()
                .forEach(name -> html.raw("<th scope=\"col\">").text(name).raw("</th>"));
        html.raw("<th scope=\"col\">right</th></tr>\n");
        for (int row = 0; row < confusion.counts().size(); row++) {
            List<Long> counts = confusion.counts().get(row);
            long all = counts.stream().mapToLong(Long::longValue).sum();
            html.raw("<tr><th scope=\"row\">")
                    .text(confusion.classes().get(row))
                    .raw("</th>");
            for (int column = 0; column < counts.size(); column++) {
                double share = all == 0 ? 0 : counts.get(column) / (double) all;
                html.raw("<td class=\"" + (row == column ? "good" : "bad") + "\" style=\"--v:" + Figures.of(share)
                        + "\">" + (counts.get(column) == 0 ? "" : Figures.count(counts.get(column))) + "</td>");
            }
            html.raw("<td>" + (all == 0 ? "" : Figures.percent(counts.get(row) / (double) all)) + "</td></tr>\n");
        }
        return html.raw("</table></div></figure>\n").toString();
    }

    /** Of many classes those that are taken for each other most. */
    private static String pairs(Judgement.Confusion confusion) {
        record Pair(String wanted, String predicted, long count, long rows) {}
        List<Pair> pairs = new ArrayList<>();
        for (int row = 0; row < confusion.counts().size(); row++) {
            List<Long> counts = confusion.counts().get(row);
            long all = counts.stream().mapToLong(Long::longValue).sum();
            for (int column = 0; column < counts.size(); column++) {
                if (row != column && counts.get(column) > 0) {
                    pairs.add(new Pair(
                            confusion.classes().get(row), confusion.classes().get(column), counts.get(column), all));
                }
            }
        }
        pairs.sort(Comparator.comparingLong(Pair::count).reversed());
        Html html = new Html();
        html.raw("<figure class=\"wide\"><figcaption>")
                .text(confusion.output() + ": the most frequent mistakes among "
                        + confusion.classes().size() + " classes")
                .raw("</figcaption>\n");
        html.raw(
                "<div class=\"scroll\"><table><tr><th>true class</th><th>taken for</th><th class=\"n\">rows</th><th class=\"n\">of the class</th></tr>\n");
        pairs.stream()
                .limit(PAIRS)
                .forEach(pair -> html.raw("<tr><td>")
                        .text(pair.wanted())
                        .raw("</td><td>")
                        .text(pair.predicted())
                        .raw("</td><td class=\"n\">" + Figures.count(pair.count()) + "</td><td class=\"n\">"
                                + Figures.percent(pair.count() / (double) pair.rows()) + "</td></tr>\n"));
        return html.raw("</table></div></figure>\n").toString();
    }

    private static String cloud(Judgement.Residuals residuals) {
        List<Double> wanted = residuals.wanted();
        List<Double> predicted = residuals.predicted();
        // one scale for both, so that what is right lies on the diagonal
        Scale across = Scale.of(
                Stream.concat(wanted.stream(), predicted.stream()).mapToDouble(Double::doubleValue), LEFT, SIZE - EDGE);
        Scale up = new Scale(across.least(), across.most(), across.step(), SIZE - BOTTOM, EDGE);
        int every = Math.max(1, (int) Math.ceil(wanted.size() / (double) MOST_POINTS));
        Html html = new Html();
        html.raw("<figure><figcaption>")
                .text(residuals.output() + ": predicted by true value"
                        + (every > 1 ? ", one of " + every + " rows" : ""))
                .raw("</figcaption>\n");
        html.raw("<svg viewBox=\"0 0 " + SIZE + " " + SIZE
                + "\" role=\"img\" aria-label=\"predicted by true value\">\n");
        for (double mark : across.marks()) {
            String x = Figures.coordinate(across.at(mark));
            String y = Figures.coordinate(up.at(mark));
            html.raw("<line class=\"grid\" x1=\"" + LEFT + "\" x2=\"" + (SIZE - EDGE) + "\" y1=\"" + y + "\" y2=\"" + y
                    + "\"/>");
            html.raw("<text class=\"y\" x=\"" + (LEFT - 6) + "\" y=\"" + y + "\">" + Figures.of(mark) + "</text>");
            html.raw("<text class=\"x\" x=\"" + x + "\" y=\"" + (SIZE - 8) + "\">" + Figures.of(mark) + "</text>\n");
        }
        html.raw("<line class=\"right\" x1=\"" + LEFT + "\" y1=\"" + (SIZE - BOTTOM) + "\" x2=\"" + (SIZE - EDGE)
                + "\" y2=\"" + EDGE + "\"/>\n");
        for (int i = 0; i < wanted.size(); i += every) {
            if (Double.isFinite(wanted.get(i)) && Double.isFinite(predicted.get(i))) {
                html.raw("<circle class=\"f0 dot\" cx=\"" + Figures.coordinate(across.at(wanted.get(i))) + "\" cy=\""
                        + Figures.coordinate(up.at(predicted.get(i))) + "\" r=\"2\"/>");
            }
        }
        return html.raw("\n</svg></figure>\n").toString();
    }
}
