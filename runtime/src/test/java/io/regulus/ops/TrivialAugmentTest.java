package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.ops.TrivialAugment.Kind;
import io.regulus.testing.Samples;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each operation of the policy, pixel by pixel and in doubles, with the draws as they are in the graph. */
class TrivialAugmentTest {
    private static final int ROWS = 150;
    private static final int H = 9;
    private static final int W = 8;
    private static final int MANY = 40_000;
    private static final double WHITE = 2;

    private final int channels = 3;
    private final float[] images = images(channels);

    /** Multiples of 2 / 255, as of bytes, from 0 to 2. */
    private static float[] images(int channels) {
        float[] values = Samples.normal(ROWS * H * W * channels, 3);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (Math.rint(255 * Math.min(1, Math.abs(values[i]) / 2)) * WHITE / 255);
        }
        return values;
    }

    private double image(int row, int y, int x, int c) {
        boolean inside = y >= 0 && y < H && x >= 0 && x < W;
        return inside ? images[((row * H + y) * W + x) * channels + c] : 0;
    }

    private double grey(int row, int y, int x) {
        return 0.299 * image(row, y, x, 0) + 0.587 * image(row, y, x, 1) + 0.114 * image(row, y, x, 2);
    }

    private double meanGrey(int row) {
        double sum = 0;
        for (int i = 0; i < H * W; i++) {
            sum += grey(row, i / W, i % W);
        }
        return sum / (H * W);
    }

    private double smooth(int row, int y, int x, int c) {
        if (y == 0 || x == 0 || y == H - 1 || x == W - 1) {
            return image(row, y, x, c);
        }
        double sum = 4 * image(row, y, x, c);
        for (int i = 0; i < 9; i++) {
            sum += image(row, y - 1 + i / 3, x - 1 + i % 3, c);
        }
        return sum / 13;
    }

    /** Between four pixels. */
    private double at(int row, double y, double x, int c) {
        int y0 = (int) Math.floor(y);
        int x0 = (int) Math.floor(x);
        double down = y - y0;
        double right = x - x0;
        return (1 - down) * ((1 - right) * image(row, y0, x0, c) + right * image(row, y0, x0 + 1, c))
                + down * ((1 - right) * image(row, y0 + 1, x0, c) + right * image(row, y0 + 1, x0 + 1, c));
    }

    private static double enhanced(double base, double x, double amount) {
        return Math.max(0, Math.min(WHITE, base + (1 + 0.99 * amount) * (x - base)));
    }

    private double stretched(int row, int c, double value) {
        double low = Double.MAX_VALUE;
        double high = 0;
        for (int i = 0; i < H * W; i++) {
            low = Math.min(low, image(row, i / W, i % W, c));
            high = Math.max(high, image(row, i / W, i % W, c));
        }
        return (value - low) / (high - low) * WHITE;
    }

    private double expected(Kind kind, double strength, double sign, int row, int y, int x, int c) {
        double value = image(row, y, x, c);
        double amount = strength * sign;
        double angle = Math.toRadians(135 * amount);
        double dx = x - (W - 1) / 2.0;
        double dy = y - (H - 1) / 2.0;
        int together = 1 << Math.round(6 * (float) strength);
        return switch (kind) {
            case NOTHING -> value;
            case ROTATE ->
                at(
                        row,
                        Math.sin(angle) * dx + Math.cos(angle) * dy + (H - 1) / 2.0,
                        Math.cos(angle) * dx - Math.sin(angle) * dy + (W - 1) / 2.0,
                        c);
            case SHEAR_ACROSS -> at(row, y, x + 0.99 * amount * y, c);
            case SHEAR_DOWN -> at(row, y + 0.99 * amount * x, x, c);
            case SHIFT_ACROSS -> at(row, y, x + 32 * amount, c);
            case SHIFT_DOWN -> at(row, y + 32 * amount, x, c);
            case BRIGHTNESS -> enhanced(0, value, amount);
            case COLOUR -> enhanced(grey(row, y, x), value, amount);
            case CONTRAST -> enhanced(meanGrey(row), value, amount);
            case SHARPNESS -> enhanced(smooth(row, y, x, c), value, amount);
            case POSTERIZE -> Math.floor(Math.rint(value / WHITE * 255) / together) * together * WHITE / 255;
            case SOLARIZE -> value >= WHITE * (1 - strength) - 1e-6 ? WHITE - value : value;
            case AUTO_CONTRAST -> stretched(row, c, value);
        };
    }

    @Test
    void everyOperationIsItsFormula() {
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        try (InputGraph graph = new InputGraph(1, H, W, channels)) {
            float[] changed = graph.run(TrivialAugment.apply(graph.pass(), "image", graph.x(), WHITE), ROWS, 5, images);
            TrivialAugment.Draws draws = TrivialAugment.Draws.of(graph.pass(), "image", graph.x());
            float[] kinds = graph.run(draws.kind(), ROWS, 5, images);
            float[] strengths = graph.run(draws.strength(), ROWS, 5, images);
            float[] signs = graph.run(draws.sign(), ROWS, 5, images);
            for (int i = 0; i < changed.length; i++) {
                int row = i / (H * W * channels);
                Kind kind = TrivialAugment.KINDS.get((int) kinds[row]);
                seen.add(kind);
                int y = i / (W * channels) % H;
                int x = i / channels % W;
                assertWithMessage("%s by %s * %s at %s, %s", kind, signs[row], strengths[row], y, x)
                        .that((double) changed[i])
                        .isWithin(3e-4)
                        .of(expected(kind, strengths[row], signs[row], row, y, x, i % channels));
            }
        }
        assertThat(seen).hasSize(13);
    }

    @Test
    void aGreyImageHasNoColourAndAFlatOneNoContrast() {
        try (InputGraph graph = new InputGraph(1, 4, 4, 1)) {
            float[] flat = new float[ROWS * 16];
            Arrays.fill(flat, 0.5f);
            float[] changed = graph.run(TrivialAugment.apply(graph.pass(), "image", graph.x(), 1), ROWS, 5, flat);
            float[] kinds = graph.run(
                    TrivialAugment.Draws.of(graph.pass(), "image", graph.x()).kind(), ROWS, 5, flat);
            for (int i = 0; i < changed.length; i++) {
                Kind kind = TrivialAugment.KINDS.get((int) kinds[i / 16]);
                if (Set.of(Kind.COLOUR, Kind.CONTRAST, Kind.SHARPNESS, Kind.AUTO_CONTRAST, Kind.NOTHING)
                        .contains(kind)) {
                    assertWithMessage(kind.name())
                            .that(changed[i])
                            .isWithin(1e-6f)
                            .of(0.5f);
                }
            }
        }
    }

    @Test
    void operationsStrengthsAndSignsAreEquallyLikely() {
        float[] none = new float[MANY];
        try (InputGraph graph = new InputGraph(1, 1, 1, 1)) {
            TrivialAugment.Draws draws = TrivialAugment.Draws.of(graph.pass(), "image", graph.x());
            float[] kinds = graph.run(draws.kind(), MANY, 0, none);
            float[] strengths = graph.run(draws.strength(), MANY, 0, none);
            float[] signs = graph.run(draws.sign(), MANY, 0, none);
            int[] ofKind = new int[TrivialAugment.KINDS.size()];
            int[] ofStrength = new int[31];
            for (int i = 0; i < MANY; i++) {
                ofKind[(int) kinds[i]]++;
                ofStrength[Math.round(30 * strengths[i])]++;
                assertThat(Math.abs(signs[i])).isEqualTo(1f);
            }
            for (int count : ofKind) {
                assertThat(count / (double) MANY).isWithin(0.006).of(1 / 13.0);
            }
            for (int count : ofStrength) {
                assertThat(count / (double) MANY).isWithin(0.005).of(1 / 31.0);
            }
            assertThat(Moments.of(signs).mean()).isWithin(0.02).of(0);
            assertThat(Moments.correlation(kinds, strengths)).isWithin(0.02).of(0);
            assertThat(Moments.correlation(signs, strengths)).isWithin(0.02).of(0);
            assertThat(graph.run(draws.kind(), MANY, 1, none)).isNotEqualTo(kinds);
        }
    }
}
