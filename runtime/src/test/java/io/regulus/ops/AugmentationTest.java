package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.testing.Samples;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Random changes of images: the formulas with the draws as they are in the graph, and the distributions of the draws. */
class AugmentationTest {
    private static final int ROWS = 12;
    private static final int H = 5;
    private static final int W = 7;
    private static final int C = 2;
    private static final int MANY = 40_000;
    private static final float[] IMAGES = Samples.normal(ROWS * H * W * C, 3);

    private static InputGraph images() {
        return new InputGraph(1, H, W, C);
    }

    private static int at(int row, int y, int x, int c) {
        return ((row * H + y) * W + x) * C + c;
    }

    /** What a pixel becomes. */
    private interface Pixel {
        double value(int row, int y, int x, int c);
    }

    private static void assertImages(float[] actual, double tolerance, Pixel expected) {
        assertThat(actual).hasLength(IMAGES.length);
        for (int row = 0; row < ROWS; row++) {
            for (int y = 0; y < H; y++) {
                for (int x = 0; x < W; x++) {
                    for (int c = 0; c < C; c++) {
                        assertWithMessage("row %s, y %s, x %s, channel %s", row, y, x, c)
                                .that((double) actual[at(row, y, x, c)])
                                .isWithin(tolerance)
                                .of(expected.value(row, y, x, c));
                    }
                }
            }
        }
    }

    private static float image(int row, int y, int x, int c) {
        return IMAGES[at(row, y, x, c)];
    }

    private static float imageOrZero(int row, int y, int x, int c) {
        return y < 0 || y >= H || x < 0 || x >= W ? 0 : image(row, y, x, c);
    }

    @Test
    void flipsMirrorTheRowsThatAreDrawn() {
        try (InputGraph graph = images()) {
            Operand<TFloat32> flipped = Augmentation.flip(graph.pass(), "image", graph.x(), true, true);
            float[] across =
                    graph.run(Augmentation.flips(graph.pass(), "image", "flip horizontal", graph.x()), ROWS, 7, IMAGES);
            float[] down =
                    graph.run(Augmentation.flips(graph.pass(), "image", "flip vertical", graph.x()), ROWS, 7, IMAGES);
            assertThat(across).usingExactEquality().contains(0f);
            assertThat(across).usingExactEquality().contains(1f);
            assertThat(across).isNotEqualTo(down);
            assertImages(
                    graph.run(flipped, ROWS, 7, IMAGES),
                    0,
                    (row, y, x, c) -> image(row, down[row] == 1 ? H - 1 - y : y, across[row] == 1 ? W - 1 - x : x, c));
        }
    }

    @Test
    void aFlipOfOneWayLeavesTheOther() {
        try (InputGraph graph = images()) {
            float[] flipped =
                    graph.run(Augmentation.flip(graph.pass(), "image", graph.x(), false, true), ROWS, 0, IMAGES);
            float[] down =
                    graph.run(Augmentation.flips(graph.pass(), "image", "flip vertical", graph.x()), ROWS, 0, IMAGES);
            assertImages(flipped, 0, (row, y, x, c) -> image(row, down[row] == 1 ? H - 1 - y : y, x, c));
        }
    }

    @Test
    void cropsAreWindowsOfTheImageInABorderOfZeros() {
        int padding = 2;
        try (InputGraph graph = images()) {
            float[] cropped = graph.run(Augmentation.crop(graph.pass(), "image", graph.x(), padding), ROWS, 4, IMAGES);
            float[] top = graph.run(
                    Augmentation.crops(graph.pass(), "image", "crop top", graph.x(), padding), ROWS, 4, IMAGES);
            float[] left = graph.run(
                    Augmentation.crops(graph.pass(), "image", "crop left", graph.x(), padding), ROWS, 4, IMAGES);
            assertThat(top).isNotEqualTo(left);
            assertImages(
                    cropped,
                    0,
                    (row, y, x, c) -> imageOrZero(row, y + (int) top[row] - padding, x + (int) left[row] - padding, c));
        }
    }

    @Test
    void rotationsInterpolateAroundTheCentre() {
        float fill = 0.25f;
        try (InputGraph graph = images()) {
            float[] turned =
                    graph.run(Augmentation.rotate(graph.pass(), "image", graph.x(), 40, fill), ROWS, 4, IMAGES);
            float[] angles = graph.run(Augmentation.angles(graph.pass(), "image", graph.x(), 40), ROWS, 4, IMAGES);
            assertImages(turned, 2e-5, (row, y, x, c) -> {
                // turning back by the angle tells where a pixel was; y points down, so that a positive angle is
                // counter-clockwise
                double dy = y - (H - 1) / 2.0;
                double dx = x - (W - 1) / 2.0;
                double fromX = Math.cos(angles[row]) * dx - Math.sin(angles[row]) * dy + (W - 1) / 2.0;
                double fromY = Math.sin(angles[row]) * dx + Math.cos(angles[row]) * dy + (H - 1) / 2.0;
                return between(row, fromY, fromX, c, fill);
            });
        }
    }

    @Test
    void translationsShiftByPartsOfPixels() {
        float fill = 0.25f;
        try (InputGraph graph = images()) {
            float[] moved = graph.run(
                    Augmentation.translate(graph.pass(), "image", graph.x(), 0.4, 0.3, fill), ROWS, 4, IMAGES);
            float[] down = graph.run(
                    Augmentation.changes(graph.pass(), "image", "translation down", graph.x(), 0.4 * H),
                    ROWS,
                    4,
                    IMAGES);
            float[] across = graph.run(
                    Augmentation.changes(graph.pass(), "image", "translation across", graph.x(), 0.3 * W),
                    ROWS,
                    4,
                    IMAGES);
            assertImages(moved, 2e-5, (row, y, x, c) -> between(row, y + down[row], x + across[row], c, fill));
        }
    }

    /** The value between four pixels; what lies outside of the image has a value of its own. */
    private static double between(int row, double y, double x, int c, double fill) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        double sum = 0;
        for (int yy = y0; yy <= y0 + 1; yy++) {
            for (int xx = x0; xx <= x0 + 1; xx++) {
                boolean inside = yy >= 0 && yy < H && xx >= 0 && xx < W;
                sum += (1 - Math.abs(y - yy)) * (1 - Math.abs(x - xx)) * (inside ? image(row, yy, xx, c) : fill);
            }
        }
        return sum;
    }

    @Test
    void brightnessAddsTheSameToAllOfARow() {
        try (InputGraph graph = images()) {
            float[] brightened =
                    graph.run(Augmentation.brighten(graph.pass(), "image", graph.x(), 0.3), ROWS, 4, IMAGES);
            float[] changes = graph.run(
                    Augmentation.changes(graph.pass(), "image", "brightness", graph.x(), 0.3), ROWS, 4, IMAGES);
            assertImages(brightened, 1e-6, (row, y, x, c) -> image(row, y, x, c) + changes[row]);
        }
    }

    @Test
    void contrastStretchesAboutTheMeanOfEachChannel() {
        try (InputGraph graph = images()) {
            float[] contrasted =
                    graph.run(Augmentation.contrast(graph.pass(), "image", graph.x(), 0.5), ROWS, 4, IMAGES);
            float[] changes =
                    graph.run(Augmentation.changes(graph.pass(), "image", "contrast", graph.x(), 0.5), ROWS, 4, IMAGES);
            assertImages(contrasted, 1e-6, (row, y, x, c) -> {
                double mean = 0;
                for (int yy = 0; yy < H; yy++) {
                    for (int xx = 0; xx < W; xx++) {
                        mean += image(row, yy, xx, c) / (double) (H * W);
                    }
                }
                return (image(row, y, x, c) - mean) * (1.0 + changes[row]) + mean;
            });
        }
    }

    @Test
    void cutoutBlanksASquareAboutItsCentre() {
        for (int size : new int[] {2, 3}) {
            try (InputGraph graph = images()) {
                float[] cut = graph.run(Augmentation.cutout(graph.pass(), "image", graph.x(), size), ROWS, 4, IMAGES);
                float[] cy = graph.run(
                        Augmentation.centres(graph.pass(), "image", "cutout row", graph.x(), 1), ROWS, 4, IMAGES);
                float[] cx = graph.run(
                        Augmentation.centres(graph.pass(), "image", "cutout column", graph.x(), 2), ROWS, 4, IMAGES);
                assertImages(cut, 0, (row, y, x, c) -> {
                    int top = (int) cy[row] - size / 2;
                    int left = (int) cx[row] - size / 2;
                    boolean down = y >= top && y < top + size;
                    boolean across = x >= left && x < left + size;
                    return down && across ? 0 : image(row, y, x, c);
                });
            }
        }
    }

    @Test
    void drawsAreUniform() {
        float[] none = new float[MANY];
        try (InputGraph graph = new InputGraph(1, 1, 1, 1)) {
            Pass pass = graph.pass();
            float[] flips = graph.run(Augmentation.flips(pass, "image", "flip horizontal", graph.x()), MANY, 0, none);
            float[] otherFlips =
                    graph.run(Augmentation.flips(pass, "image", "flip vertical", graph.x()), MANY, 0, none);
            float[] nextFlips =
                    graph.run(Augmentation.flips(pass, "image", "flip horizontal", graph.x()), MANY, 1, none);
            assertThat(Moments.of(flips).mean()).isWithin(0.01).of(0.5);
            assertThat(Moments.correlation(flips, otherFlips)).isWithin(0.02).of(0);
            assertThat(Moments.correlation(flips, nextFlips)).isWithin(0.02).of(0);
            float[] crops = graph.run(Augmentation.crops(pass, "image", "crop top", graph.x(), 4), MANY, 0, none);
            for (int place = 0; place <= 8; place++) {
                assertThat(share(crops, place)).isWithin(0.008).of(1 / 9.0);
            }
            Moments angles = Moments.of(graph.run(Augmentation.angles(pass, "image", graph.x(), 30), MANY, 0, none));
            assertUniform(angles, Math.PI / 6);
            assertUniform(
                    Moments.of(graph.run(
                            Augmentation.changes(pass, "image", "brightness", graph.x(), 0.4), MANY, 0, none)),
                    0.4);
        }
        try (InputGraph graph = new InputGraph(1, 6, 1, 1)) {
            float[] centres = graph.run(
                    Augmentation.centres(graph.pass(), "image", "cutout row", graph.x(), 1),
                    MANY,
                    0,
                    new float[6 * MANY]);
            for (int place = 0; place < 6; place++) {
                assertThat(share(centres, place)).isWithin(0.01).of(1 / 6.0);
            }
        }
    }

    private static double share(float[] values, int value) {
        int found = 0;
        for (float each : values) {
            found += each == value ? 1 : 0;
        }
        return found / (double) values.length;
    }

    private static void assertUniform(Moments moments, double limit) {
        assertThat(moments.mean()).isWithin(0.02 * limit).of(0);
        assertThat(moments.variance()).isWithin(0.02 * limit * limit).of(limit * limit / 3);
        assertThat(moments.max()).isAtMost(limit * (1 + 1e-6));
        assertThat(moments.min()).isAtLeast(-limit * (1 + 1e-6));
        assertThat(moments.max()).isAtLeast(0.99 * limit);
    }

    @Test
    void anotherInputAndAnotherSeedDrawOtherwise() {
        float[] none = new float[200];
        float[] first;
        try (InputGraph graph = new InputGraph(1, 1, 1, 1)) {
            first = graph.run(Augmentation.angles(graph.pass(), "image", graph.x(), 30), 200, 5, none);
            assertThat(graph.run(Augmentation.angles(graph.pass(), "other", graph.x(), 30), 200, 5, none))
                    .isNotEqualTo(first);
        }
        try (InputGraph graph = new InputGraph(1, 1, 1, 1)) {
            assertThat(graph.run(Augmentation.angles(graph.pass(), "image", graph.x(), 30), 200, 5, none))
                    .isEqualTo(first);
        }
        try (InputGraph graph = new InputGraph(2, 1, 1, 1)) {
            assertThat(graph.run(Augmentation.angles(graph.pass(), "image", graph.x(), 30), 200, 5, none))
                    .isNotEqualTo(first);
        }
    }

    @Test
    void inInferenceAndWhereANumberIsZeroNothingHappens() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Pass inference = Pass.inference(tf, new Variables(1));
            Pass training = Pass.training(tf, new Variables(1), Pass.Method.PLAIN);
            Operand<TFloat32> x =
                    tf.placeholder(TFloat32.class, Placeholder.shape(org.tensorflow.ndarray.Shape.of(-1, H, W, C)));
            for (Operand<TFloat32> same : Arrays.asList(
                    Augmentation.flip(inference, "image", x, true, true),
                    Augmentation.crop(inference, "image", x, 2),
                    Augmentation.rotate(inference, "image", x, 40, 0),
                    Augmentation.brighten(inference, "image", x, 0.3),
                    Augmentation.contrast(inference, "image", x, 0.3),
                    Augmentation.cutout(inference, "image", x, 3),
                    Augmentation.translate(inference, "image", x, 0.3, 0.3, 0),
                    Colours.hue(inference, "image", x, 0.3),
                    Colours.saturation(inference, "image", x, 0.3),
                    Erasing.apply(inference, "image", x, 0.5, 0.1, 0.2, 2, 0),
                    TrivialAugment.apply(inference, "image", x, 1),
                    Augmentation.translate(training, "image", x, 0, 0, 1),
                    Colours.hue(training, "image", x, 0),
                    Colours.saturation(training, "image", x, 0),
                    Erasing.apply(training, "image", x, 0, 0.1, 0.2, 2, 0),
                    Augmentation.rotate(training, "image", x, 0, 1),
                    Augmentation.brighten(training, "image", x, 0),
                    Augmentation.contrast(training, "image", x, 0))) {
                assertThat(same).isSameInstanceAs(x);
            }
        }
    }
}
