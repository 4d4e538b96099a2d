package io.regulus.report;

import io.regulus.metrics.Reliability;

/** Share of hits by confidence, bin by bin, as bars beside the line on which they should end. */
final class ReliabilityFigure {
    private static final int SIZE = 320;
    private static final int LEFT = 52;
    private static final int BOTTOM = 26;
    private static final int EDGE = 10;

    private ReliabilityFigure() {}

    static String of(Judgement.Calibrated calibrated) {
        Reliability reliability = calibrated.reliability();
        Scale across = new Scale(0, 1, 0.25, LEFT, SIZE - EDGE);
        Scale up = new Scale(0, 1, 0.25, SIZE - BOTTOM, EDGE);
        Html html = new Html();
        html.raw("<figure><figcaption>")
                .text(calibrated.output() + ": share that was right by confidence")
                .raw("</figcaption>\n<svg viewBox=\"0 0 " + SIZE + " " + SIZE
                        + "\" role=\"img\" aria-label=\"share that was right by confidence\">\n");
        for (double mark : across.marks()) {
            String x = Figures.coordinate(across.at(mark));
            String y = Figures.coordinate(up.at(mark));
            html.raw("<line class=\"grid\" x1=\"" + LEFT + "\" x2=\"" + (SIZE - EDGE) + "\" y1=\"" + y + "\" y2=\"" + y
                    + "\"/><text class=\"y\" x=\"" + (LEFT - 6) + "\" y=\"" + y + "\">" + Figures.of(mark)
                    + "</text><text class=\"x\" x=\"" + x + "\" y=\"" + (SIZE - 8) + "\">" + Figures.of(mark)
                    + "</text>\n");
        }
        for (Reliability.Bin bin : reliability.bins()) {
            if (bin.rows() > 0) {
                double left = across.at(bin.from());
                double top = up.at(bin.hits());
                String share = Figures.of(bin.rows() / (double) reliability.rows());
                // the fewer rows, the fainter
                html.raw("<rect class=\"f0 hits\" style=\"--v:" + share + "\" x=\"" + Figures.coordinate(left + 1)
                        + "\" y=\"" + Figures.coordinate(top) + "\" width=\""
                        + Figures.coordinate(across.at(bin.to()) - left - 2) + "\" height=\""
                        + Figures.coordinate(Math.max(1, up.at(0) - top)) + "\"><title>" + Figures.count(bin.rows())
                        + " rows, confidence " + Figures.of(bin.confidence()) + ", right " + Figures.of(bin.hits())
                        + "</title></rect>\n");
            }
        }
        html.raw("<line class=\"right\" x1=\"" + LEFT + "\" y1=\"" + (SIZE - BOTTOM) + "\" x2=\"" + (SIZE - EDGE)
                + "\" y2=\"" + EDGE + "\"/>\n");
        for (Reliability.Bin bin : reliability.bins()) {
            if (bin.rows() > 0) {
                html.raw("<circle class=\"f1\" r=\"3\" cx=\"" + Figures.coordinate(across.at(bin.confidence()))
                        + "\" cy=\"" + Figures.coordinate(up.at(bin.hits())) + "\"/>");
            }
        }
        return html.raw("\n</svg>\n<dl>")
                .raw(number("expected calibration error", reliability.expectedError()))
                .raw(number("maximum calibration error", reliability.maximumError()))
                .raw(number("Brier score", reliability.brierScore()))
                .raw(number("negative log-likelihood", reliability.negativeLogLikelihood()))
                .raw(
                        "</dl><p class=\"legend\">A bar above the dashed line: right more often than it says; below: too sure."
                                + " Darker bars have more rows.</p></figure>\n")
                .toString();
    }

    private static String number(String name, double value) {
        return "<dt>" + name + "</dt><dd>" + Figures.of(value) + "</dd>";
    }
}
