package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Which rectangles are erased: as they are drawn, and how those are distributed. */
class ErasingTest {
    private static final int SIDE = 20;
    private static final int ROWS = 20_000;
    private static final double MIN = 0.05;
    private static final double MAX = 0.25;

    @Test
    void rectanglesAreThoseThatAreDrawn() {
        int rows = 40;
        float[] ones = new float[rows * SIDE * SIDE * 2];
        Arrays.fill(ones, 1);
        try (InputGraph graph = new InputGraph(1, SIDE, SIDE, 2)) {
            float[] erased =
                    graph.run(Erasing.apply(graph.pass(), "image", graph.x(), 0.5, MIN, MAX, 3, 0.25), rows, 3, ones);
            Erasing.Rectangles drawn = Erasing.rectangles(graph.pass(), "image", graph.x(), 0.5, MIN, MAX, 3);
            float[] which = graph.run(drawn.erased(), rows, 3, ones);
            float[] top = graph.run(drawn.top(), rows, 3, ones);
            float[] left = graph.run(drawn.left(), rows, 3, ones);
            float[] height = graph.run(drawn.height(), rows, 3, ones);
            float[] width = graph.run(drawn.width(), rows, 3, ones);
            for (int i = 0; i < erased.length; i++) {
                int row = i / (SIDE * SIDE * 2);
                int y = i / (SIDE * 2) % SIDE;
                int x = i / 2 % SIDE;
                boolean inside =
                        y >= top[row] && y < top[row] + height[row] && x >= left[row] && x < left[row] + width[row];
                assertThat(erased[i]).isEqualTo(which[row] == 1 && inside ? 0.25f : 1f);
            }
        }
    }

    @Test
    void areaAspectAndPlaceAreUniform() {
        float[] none = new float[ROWS * SIDE * SIDE];
        try (InputGraph graph = new InputGraph(1, SIDE, SIDE, 1)) {
            Erasing.Rectangles drawn = Erasing.rectangles(graph.pass(), "image", graph.x(), 0.3, MIN, MAX, 2);
            float[] which = graph.run(drawn.erased(), ROWS, 0, none);
            float[] top = graph.run(drawn.top(), ROWS, 0, none);
            float[] height = graph.run(drawn.height(), ROWS, 0, none);
            float[] width = graph.run(drawn.width(), ROWS, 0, none);
            float[] areas = new float[ROWS];
            float[] aspects = new float[ROWS];
            float[] left = graph.run(drawn.left(), ROWS, 0, none);
            float[] places = new float[ROWS];
            float[] across = new float[ROWS];
            for (int i = 0; i < ROWS; i++) {
                areas[i] = height[i] * width[i] / (SIDE * SIDE);
                aspects[i] = (float) Math.log(height[i] / width[i]);
                // (0, 1], by the middle of a place among all there are
                places[i] = (top[i] + 0.5f) / (SIDE - height[i] + 1);
                across[i] = (left[i] + 0.5f) / (SIDE - width[i] + 1);
                assertThat(left[i] + width[i]).isAtMost(SIDE);
                assertThat(left[i]).isAtLeast(0);
                assertThat(top[i] + height[i]).isAtMost(SIDE);
                assertThat(top[i]).isAtLeast(0);
            }
            assertThat(Moments.of(which).mean()).isWithin(0.015).of(0.3);
            // sides are rounded to pixels
            assertUniform(Moments.of(areas), MIN, MAX, 0.06);
            assertUniform(Moments.of(aspects), -Math.log(2), Math.log(2), 0.06);
            assertUniform(Moments.of(places), 0, 1, 0.03);
            assertUniform(Moments.of(across), 0, 1, 0.03);
            assertThat(Moments.correlation(places, across)).isWithin(0.03).of(0);
            assertThat(Moments.correlation(areas, aspects)).isWithin(0.03).of(0);
            assertThat(Moments.correlation(which, areas)).isWithin(0.03).of(0);
        }
    }

    @Test
    void sidesEndWithTheImage() {
        float[] none = new float[200 * 2 * SIDE];
        try (InputGraph graph = new InputGraph(1, 2, SIDE, 1)) {
            Erasing.Rectangles drawn = Erasing.rectangles(graph.pass(), "image", graph.x(), 1, 0.5, 1, 3);
            assertThat(Moments.of(graph.run(drawn.height(), 200, 0, none)).max())
                    .isEqualTo(2);
            assertThat(Moments.of(graph.run(drawn.top(), 200, 0, none)).max()).isEqualTo(0);
        }
    }

    private static void assertUniform(Moments moments, double low, double high, double tolerance) {
        double range = high - low;
        assertThat(moments.mean()).isWithin(tolerance * range).of((low + high) / 2);
        assertThat(moments.variance())
                .isWithin(tolerance * range * range / 12 * 3)
                .of(range * range / 12);
    }
}
