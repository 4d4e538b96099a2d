package io.regulus.effects;

import java.util.List;
import java.util.Locale;

/** A drawing that stands for itself: light or dark as the reader's screen is, its texts large enough for a phone. */
final class Svg {
    /** Of every drawing; what is drawn leaves {@link #EDGE} at both sides. */
    static final int WIDTH = 480;

    static final int EDGE = 12;

    private static final String STYLE = """
            svg{font:12px system-ui,sans-serif}
            .card{fill:#f6f7f9;stroke:#d8dde6}text{fill:#1c2330}.soft{fill:#667085}.grid{stroke:#d8dde6}
            .a{stroke:#0b6bcb}.b{stroke:#8a94a6}.c{stroke:#d9480f}.fa{fill:#0b6bcb}.fb{fill:#8a94a6}.fc{fill:#d9480f}
            path{fill:none;stroke-width:2;stroke-linejoin:round}.thin{stroke-width:1}.limit{stroke:#d9480f;stroke-dasharray:5 4}
            .box{fill:none;stroke:#8a94a6}image{image-rendering:pixelated}
            @media(prefers-color-scheme:dark){.card{fill:#1b212b;stroke:#313a48}text{fill:#e6e9ef}.soft{fill:#98a2b3}.grid{stroke:#313a48}
            .a{stroke:#5aa9f5}.b{stroke:#7d8798}.c{stroke:#ff9357}.fa{fill:#5aa9f5}.fb{fill:#7d8798}.fc{fill:#ff9357}.limit{stroke:#ff9357}}
            """;

    private final StringBuilder body = new StringBuilder();

    /**
     * Words.
     *
     * @throws IllegalStateException if they do not fit beside the edges
     */
    Svg text(double x, double y, String anchor, String style, String text) {
        double left = x - width(text) * (anchor.equals("start") ? 0 : anchor.equals("end") ? 1 : 0.5);
        if (left < 0 || left + width(text) > WIDTH) {
            throw new IllegalStateException("'" + text + "' goes beyond the edge of the drawing");
        }
        return raw("<text x=\"%s\" y=\"%s\"%s%s>%s</text>"
                .formatted(
                        of(x),
                        of(y),
                        anchor.equals("start") ? "" : " text-anchor=\"" + anchor + "\"",
                        style.isEmpty() ? "" : " class=\"" + style + "\"",
                        escape(text)));
    }

    /** About that of a text, in a wide font. */
    static double width(String text) {
        return 7.2 * text.length();
    }

    Svg line(double x1, double y1, double x2, double y2, String style) {
        return raw("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>"
                .formatted(of(x1), of(y1), of(x2), of(y2), style));
    }

    Svg box(double x, double y, double width, double height, String style) {
        return raw("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" class=\"%s\"/>"
                .formatted(of(x), of(y), of(width), of(height), style));
    }

    Svg dot(double x, double y, double radius, String style) {
        return raw("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" class=\"%s\"/>".formatted(of(x), of(y), of(radius), style));
    }

    /** A line through points. */
    Svg path(List<double[]> points, String style) {
        StringBuilder moves = new StringBuilder();
        for (double[] point : points) {
            moves.append(moves.isEmpty() ? 'M' : 'L')
                    .append(of(point[0]))
                    .append(' ')
                    .append(of(point[1]));
        }
        return raw("<path d=\"" + moves + "\" class=\"" + style + "\"/>");
    }

    Svg raw(String element) {
        body.append(element).append('\n');
        return this;
    }

    /** The whole file. */
    String file(String title, int height) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + height + "\" width=\"" + WIDTH
                + "\" role=\"img\">\n<title>" + escape(title) + "</title>\n<style>\n" + STYLE + "</style>\n"
                + "<rect class=\"card\" x=\".5\" y=\".5\" width=\"" + (WIDTH - 1) + "\" height=\"" + (height - 1)
                + "\" rx=\"8\"/>\n" + body + "</svg>\n";
    }

    /** A tenth of a unit is finer than any screen shows. */
    static String of(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate).replaceFirst("\\.0$", "");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
