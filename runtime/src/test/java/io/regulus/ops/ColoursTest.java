package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.testing.Samples;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Colours by hue, saturation and value, written out on their own: values from 0 to 50. */
class ColoursTest {
    private static final int ROWS = 40;
    private static final int PIXELS = 6;
    private static final float[] IMAGES = colours();

    private static float[] colours() {
        float[] values = Samples.normal(ROWS * PIXELS * 3, 3);
        for (int i = 0; i < values.length; i++) {
            values[i] = 50 * Math.min(1, Math.abs(values[i]) / 3);
        }
        return values;
    }

    /** Hue from 0 to 6, saturation, value. */
    private static double[] hsv(double r, double g, double b) {
        double value = Math.max(r, Math.max(g, b));
        double range = value - Math.min(r, Math.min(g, b));
        double hue = 4 + (r - g) / range;
        if (value == r) {
            hue = (g - b) / range;
        } else if (value == g) {
            hue = 2 + (b - r) / range;
        }
        return new double[] {hue, range / value, value};
    }

    /** The channel that is n sixths of a turn from red: 5, 3, 1 (the formula without cases). */
    private static double channel(double hue, double saturation, double value, int n) {
        double k = ((n + hue) % 6 + 6) % 6;
        return value - value * saturation * Math.max(0, Math.min(1, Math.min(k, 4 - k)));
    }

    private static void assertColours(float[] actual, float[] draws, boolean ofHue) {
        int changed = 0;
        for (int pixel = 0; pixel < ROWS * PIXELS; pixel++) {
            double[] hsv = hsv(IMAGES[3 * pixel], IMAGES[3 * pixel + 1], IMAGES[3 * pixel + 2]);
            double draw = draws[pixel / PIXELS];
            double hue = ofHue ? hsv[0] + 6 * draw : hsv[0];
            double saturation = ofHue ? hsv[1] : Math.min(1, hsv[1] * (1 + draw));
            for (int c = 0; c < 3; c++) {
                double expected = channel(hue, saturation, hsv[2], 5 - 2 * c);
                assertWithMessage("pixel %s, channel %s", pixel, c)
                        .that((double) actual[3 * pixel + c])
                        .isWithin(1e-3)
                        .of(expected);
                changed += Math.abs(expected - IMAGES[3 * pixel + c]) > 1 ? 1 : 0;
            }
        }
        assertThat(changed).isGreaterThan(ROWS * PIXELS);
    }

    @Test
    void theHueTurns() {
        try (InputGraph graph = new InputGraph(1, 2, 3, 3)) {
            Operand<TFloat32> turned = Colours.hue(graph.pass(), "image", graph.x(), 0.4);
            float[] draws =
                    graph.run(Augmentation.changes(graph.pass(), "image", "hue", graph.x(), 0.4), ROWS, 7, IMAGES);
            assertColours(graph.run(turned, ROWS, 7, IMAGES), draws, true);
        }
    }

    @Test
    void theSaturationIsMultipliedAndCut() {
        try (InputGraph graph = new InputGraph(1, 2, 3, 3)) {
            Operand<TFloat32> stronger = Colours.saturation(graph.pass(), "image", graph.x(), 0.9);
            float[] draws = graph.run(
                    Augmentation.changes(graph.pass(), "image", "saturation", graph.x(), 0.9), ROWS, 7, IMAGES);
            assertColours(graph.run(stronger, ROWS, 7, IMAGES), draws, false);
        }
    }
}
