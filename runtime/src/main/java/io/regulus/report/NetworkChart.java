package io.regulus.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The network as boxes and arrows, as SVG: a box for each input and layer, below all that it reads. What it reads from further up than the
 * row above goes past the boxes between, on the right.
 */
final class NetworkChart {
    private static final int BOX_WIDTH = 230;
    private static final int BOX_HEIGHT = 46;
    private static final int GAP = 22;
    private static final int MARGIN = 8;
    private static final int LANE = 14;
    /** As many letters as a box is wide. */
    private static final int LETTERS = 34;

    private final List<NetworkNode> nodes;
    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();

    /** What an arrow goes past boxes on. */
    private record Lane(String from, String to) {}

    private final List<Lane> lanes = new ArrayList<>();
    private final int width;
    private final int height;

    private NetworkChart(List<NetworkNode> nodes) {
        this.nodes = nodes;
        Map<Integer, Integer> taken = new HashMap<>();
        for (NetworkNode node : nodes) {
            int row = node.from().stream()
                    .mapToInt(from -> rows.get(from) + 1)
                    .max()
                    .orElse(0);
            rows.put(node.name(), row);
            columns.put(node.name(), taken.merge(row, 1, Integer::sum) - 1);
        }
        for (NetworkNode node : nodes) {
            node.from().stream()
                    .filter(from -> rows.get(node.name()) - rows.get(from) > 1)
                    .forEach(from -> lanes.add(new Lane(from, node.name())));
        }
        int widest = taken.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        width = 2 * MARGIN + widest * BOX_WIDTH + (widest - 1) * GAP + lanes.size() * LANE;
        height = 2 * MARGIN + taken.size() * (BOX_HEIGHT + GAP) - GAP;
    }

    static String of(List<NetworkNode> nodes) {
        return new NetworkChart(nodes).svg();
    }

    private String svg() {
        Html html = new Html();
        html.raw("<svg class=\"network\" style=\"max-width:" + width * 5 / 4 + "px\" viewBox=\"0 0 " + width + " "
                + height + "\" role=\"img\" aria-label=\"the network\">\n");
        html.raw(
                "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">"
                        + "<path d=\"M0 0 L8 4 L0 8 z\" class=\"tip\"/></marker></defs>\n");
        nodes.forEach(node -> node.from().forEach(from -> arrow(html, from, node.name())));
        nodes.forEach(node -> box(html, node));
        return html.raw("</svg>\n").toString();
    }

    private void arrow(Html html, String from, String to) {
        int lane = lanes.indexOf(new Lane(from, to));
        if (lane < 0) {
            html.raw("<path class=\"arrow\" d=\"M" + middle(from) + " " + (top(from) + BOX_HEIGHT) + " L" + middle(to)
                    + " " + (top(to) - 1) + "\"/>\n");
            return;
        }
        int past = width - MARGIN - lane * LANE - LANE / 2;
        int start = top(from) + BOX_HEIGHT / 2;
        int end = top(to) + BOX_HEIGHT / 2;
        html.raw("<path class=\"arrow\" d=\"M" + right(from) + " " + start + " H" + (past - 6) + " Q" + past + " "
                + start + " " + past
                + " " + (start + 6) + " V" + (end - 6) + " Q" + past + " " + end + " " + (past - 6) + " " + end + " H"
                + (right(to) + 1) + "\"/>\n");
    }

    private void box(Html html, NetworkNode node) {
        int x = left(node.name());
        int y = top(node.name());
        String kind = node.from().isEmpty() ? "input" : "layer";
        String title = node.operations().isEmpty() ? "input" : node.operations();
        html.raw("<g><title>")
                .text(node.name() + ": " + title + ", " + node.output())
                .raw("</title>");
        html.raw("<rect class=\"" + kind + "\" x=\"" + x + "\" y=\"" + y + "\" width=\"" + BOX_WIDTH + "\" height=\""
                + BOX_HEIGHT + "\" rx=\"6\"/>");
        html.raw("<text class=\"name\" x=\"" + (x + 9) + "\" y=\"" + (y + 18) + "\">")
                .text(shortened(node.name(), LETTERS / 2))
                .raw("</text>");
        html.raw("<text class=\"shape\" x=\"" + (x + BOX_WIDTH - 9) + "\" y=\"" + (y + 18) + "\">")
                .text(node.output())
                .raw("</text>");
        html.raw("<text x=\"" + (x + 9) + "\" y=\"" + (y + 36) + "\">")
                .text(shortened(title, LETTERS))
                .raw("</text></g>\n");
    }

    private static String shortened(String text, int letters) {
        return text.length() <= letters ? text : text.substring(0, letters - 1) + "…";
    }

    private int left(String node) {
        return MARGIN + columns.get(node) * (BOX_WIDTH + GAP);
    }

    private int right(String node) {
        return left(node) + BOX_WIDTH;
    }

    private int middle(String node) {
        return left(node) + BOX_WIDTH / 2;
    }

    private int top(String node) {
        return MARGIN + rows.get(node) * (BOX_HEIGHT + GAP);
    }
}
