package io.regulus.effects;

import java.util.ArrayList;
import java.util.List;

/**
 * The paths of two weights down a loss that is a valley: lines of equal loss, and a dot for each step.
 *
 * @param words above all
 * @param bottom the weights of the least loss
 * @param curvature the second derivatives of the loss: of the first weight, of both, of the second
 * @param paths the first in grey
 */
record Valley(String words, List<Double> bottom, List<Double> curvature, List<Path> paths) implements Figure {
    private static final int HEIGHT = 250;
    private static final int TOP = 28;
    private static final int CORNERS = 72;
    private static final List<String> STYLES = List.of("b", "a", "c");

    /** Weights after each step, the start first. */
    record Path(String words, List<double[]> steps) {
        double[] end() {
            return steps.get(steps.size() - 1);
        }
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void draw(Svg svg) {
        // what is beyond is cut off: one step may lead far away
        Axis x = new Axis(-1.5, 2.5, Svg.EDGE, Svg.WIDTH - Svg.EDGE);
        Axis y = new Axis(-0.9, 1.6, HEIGHT - 8, TOP);
        svg.raw("<clipPath id=\"v\"><rect x=\"" + Svg.EDGE + "\" y=\"" + TOP + "\" width=\""
                + (Svg.WIDTH - 2 * Svg.EDGE) + "\" height=\"" + (HEIGHT - 8 - TOP)
                + "\"/></clipPath><g clip-path=\"url(#v)\">");
        for (double size = 0.25; size <= 4; size *= 2) {
            svg.path(ellipse(size, x, y), "grid thin");
        }
        svg.dot(x.at(bottom.get(0)), y.at(bottom.get(1)), 4, "fc");
        for (int i = 0; i < paths.size(); i++) {
            String style = STYLES.get(i + (paths.size() == 1 ? 1 : 0));
            List<double[]> points = paths.get(i).steps().stream()
                    .map(step -> new double[] {x.at(step[0]), y.at(step[1])})
                    .toList();
            svg.path(points, style + " thin");
            double size = points.size() == 1 ? 6 : 2;
            points.forEach(point -> svg.dot(point[0], point[1], size, "f" + style));
        }
        svg.raw("</g>");
        svg.text(Svg.EDGE, 18, "start", "", words);
        double legend = Svg.WIDTH - Svg.EDGE;
        for (int i = paths.size() - 1; i >= 0 && paths.size() > 1; i--) {
            svg.text(legend, 18, "end", "f" + STYLES.get(i), paths.get(i).words());
            legend -= Svg.width(paths.get(i).words()) + 22;
        }
    }

    /** Where the loss is as far above its least as at a distance along the flat direction. */
    private List<double[]> ellipse(double size, Axis x, Axis y) {
        double mean = (curvature.get(0) + curvature.get(2)) / 2;
        double half = Math.hypot((curvature.get(0) - curvature.get(2)) / 2, curvature.get(1));
        double flat = mean - half;
        double steep = mean + half;
        double angle =
                Math.atan2(2 * curvature.get(1), curvature.get(0) - curvature.get(2)) / 2; // of the steep direction
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i <= CORNERS; i++) {
            double turn = 2 * Math.PI * i / CORNERS;
            double along = size * Math.cos(turn);
            double up = size * Math.sqrt(flat / steep) * Math.sin(turn);
            points.add(new double[] {
                x.at(bottom.get(0) - along * Math.sin(angle) + up * Math.cos(angle)),
                y.at(bottom.get(1) + along * Math.cos(angle) + up * Math.sin(angle))
            });
        }
        return points;
    }
}
