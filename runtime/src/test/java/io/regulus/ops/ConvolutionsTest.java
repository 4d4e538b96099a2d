package io.regulus.ops;

import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.testing.Samples;
import io.regulus.testing.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Every combination of padding, stride, dilation, window and size against the sum that defines it, and its two gradients against
 * those of that sum: a convolution is linear in its input and in its kernel, so both are sums too.
 */
class ConvolutionsTest {
    private static final int ROWS = 2;
    private static final int CHANNELS = 2;
    private static final int FILTERS = 3;
    private static final double TOLERANCE = 2e-6;

    /** One direction: how many values, and what slides over them. */
    private record Line(int size, int window, int stride, int dilation, String padding) {
        int span() {
            return (window - 1) * dilation + 1;
        }

        /** Keras's: all places of whole windows; else a place per stride. */
        int places() {
            return padding.equals("VALID") ? (size - span()) / stride + 1 : (size + stride - 1) / stride;
        }

        /** Zeros before the first value: half of what is needed, or all that the window reads back. */
        int before() {
            return switch (padding) {
                case "SAME" -> Math.max(0, (places() - 1) * stride + span() - size) / 2;
                case "CAUSAL" -> span() - 1;
                default -> 0;
            };
        }

        /** The value that a place reads, outside of the line where it is a zero. */
        int reads(int place, int at) {
            return place * stride - before() + at * dilation;
        }
    }

    /** A case: the lines of an image, or of a sequence and an image of one row. */
    private record Case(String kind, Line down, Line right) {
        boolean isDepthwise() {
            return kind.startsWith("depthwise");
        }

        /** Whether the places are what comes in, and the values that they read what comes out. */
        boolean isTransposed() {
            return kind.equals("transposed");
        }

        @Override
        public String toString() {
            return kind + " " + (kind.equals("conv1d") ? right : down + ", " + right);
        }
    }

    private static final Line ROW = new Line(1, 1, 1, 1, "VALID");

    static Stream<Case> sequences() {
        return lines(List.of("VALID", "SAME", "CAUSAL")).stream().map(line -> new Case("conv1d", ROW, line));
    }

    /** Both directions differ in size, window and dilation; the native op is right where nothing is dilated. */
    static Stream<Case> images() {
        List<Case> cases = new ArrayList<>();
        for (String padding : List.of("VALID", "SAME")) {
            for (int size : new int[] {5, 6, 7}) {
                for (int window : new int[] {1, 2, 3}) {
                    for (int dilation : new int[] {1, 2, 3}) {
                        Line down = new Line(size, window, 1, dilation, padding);
                        Line right = new Line(8 - window, 2, 1, 4 - dilation, padding);
                        if (fits(down) && fits(right)) {
                            cases.add(new Case("dilated", down, right));
                            cases.add(new Case("depthwise dilated", down, right));
                        }
                    }
                    for (int stride : new int[] {1, 2, 3}) {
                        Line down = new Line(size, window, stride, 1, padding);
                        Line right = new Line(9 - window, 3, stride, 1, padding);
                        cases.add(new Case("depthwise", down, right));
                        cases.add(new Case("transposed", down, right));
                    }
                }
            }
        }
        return cases.stream();
    }

    private static List<Line> lines(List<String> paddings) {
        List<Line> lines = new ArrayList<>();
        for (String padding : paddings) {
            for (int size : new int[] {4, 5, 7}) {
                for (int window : new int[] {1, 2, 3, 4}) {
                    for (int number : new int[] {1, 2, 3}) {
                        lines.add(new Line(size, window, number, 1, padding));
                        lines.add(new Line(size, window, 1, number, padding));
                    }
                }
            }
        }
        return lines.stream().filter(ConvolutionsTest::fits).distinct().toList();
    }

    private static boolean fits(Line line) {
        return !line.padding().equals("VALID") || line.span() <= line.size();
    }

    @ParameterizedTest
    @MethodSource({"sequences", "images"})
    void valuesAndGradientsAreThoseOfTheSum(Case convolution) {
        Line down = convolution.down();
        Line right = convolution.right();
        int outputs = convolution.isDepthwise() ? CHANNELS * FILTERS : FILTERS;
        int values = down.size() * right.size();
        int places = down.places() * right.places();
        boolean back = convolution.isTransposed();
        float[] x = Samples.normal(ROWS * (back ? places : values) * CHANNELS, 1);
        float[] kernel = Samples.normal(down.window() * right.window() * CHANNELS * FILTERS, 2);
        float[] weights = Samples.normal(ROWS * (back ? values : places) * outputs, 3);

        double[] y = new double[weights.length];
        double[] ofX = new double[x.length];
        double[] ofKernel = new double[kernel.length];
        for (int row = 0; row < ROWS; row++) {
            for (int i = 0; i < down.places() * down.window(); i++) {
                int placeDown = i / down.window();
                int fromDown = down.reads(placeDown, i % down.window());
                for (int j = 0; j < right.places() * right.window(); j++) {
                    int placeRight = j / right.window();
                    int fromRight = right.reads(placeRight, j % right.window());
                    boolean isZero =
                            fromDown < 0 || fromDown >= down.size() || fromRight < 0 || fromRight >= right.size();
                    for (int k = 0; k < CHANNELS * FILTERS && !isZero; k++) {
                        int channel = k / FILTERS;
                        int filter = convolution.isDepthwise() ? k : k % FILTERS;
                        int value = (row * down.size() + fromDown) * right.size() + fromRight;
                        int place = (row * down.places() + placeDown) * right.places() + placeRight;
                        int of = (back ? place : value) * CHANNELS + channel;
                        int at = (back ? value : place) * outputs + filter;
                        int by = ((i % down.window()) * right.window() + j % right.window()) * CHANNELS * FILTERS + k;
                        y[at] += (double) x[of] * kernel[by];
                        ofX[of] += (double) weights[at] * kernel[by];
                        ofKernel[by] += (double) weights[at] * x[of];
                    }
                }
            }
        }
        List<float[]> computed = compute(convolution, x, kernel, weights);
        assertClose("values", computed.get(0), y);
        assertClose("gradient of the input", computed.get(1), ofX);
        assertClose("gradient of the kernel", computed.get(2), ofKernel);
    }

    /** Values, then the gradients of their weighted sum. */
    private static List<float[]> compute(Case convolution, float[] x, float[] kernel, float[] weights) {
        Line down = convolution.down();
        Line right = convolution.right();
        boolean isSequence = convolution.kind().equals("conv1d");
        Shape input = isSequence
                ? Shape.of(ROWS, right.size(), CHANNELS)
                : convolution.isTransposed()
                        ? Shape.of(ROWS, down.places(), right.places(), CHANNELS)
                        : Shape.of(ROWS, down.size(), right.size(), CHANNELS);
        Shape window = isSequence
                ? Shape.of(right.window(), CHANNELS, FILTERS)
                : Shape.of(down.window(), right.window(), CHANNELS, FILTERS);
        try (Graph graph = new Graph();
                Session session = new Session(graph);
                Tensor fedX = TFloat32.tensorOf(input, DataBuffers.of(x));
                Tensor fedKernel = TFloat32.tensorOf(window, DataBuffers.of(kernel))) {
            Ops tf = Ops.create(graph);
            // as in a model: how many rows there are is known when it runs
            Shape anyRows = Shape.of(-1).append(input.tail());
            Placeholder<TFloat32> in = tf.placeholder(TFloat32.class, Placeholder.shape(anyRows));
            Placeholder<TFloat32> by = tf.placeholder(TFloat32.class, Placeholder.shape(window));
            Operand<TFloat32> y = operation(tf, convolution, in, by);
            Operand<TFloat32> flat = tf.reshape(y, tf.constant(new int[] {-1}));
            Operand<TFloat32> sum = tf.sum(tf.math.mul(flat, tf.constant(weights)), tf.constant(0));
            Gradients gradients = tf.gradients(sum, List.of(in, by));
            try (Result result = session.runner()
                    .feed(in, fedX)
                    .feed(by, fedKernel)
                    .fetch(y)
                    .fetch(gradients.dy(0))
                    .fetch(gradients.dy(1))
                    .run()) {
                assertWithMessage("shape inferred while the graph is built")
                        .that(y.shape().tail())
                        .isEqualTo(result.get(0).shape().tail());
                return Stream.of(0, 1, 2).map(i -> Values.of(result.get(i))).toList();
            }
        }
    }

    private static Operand<TFloat32> operation(
            Ops tf, Case convolution, Operand<TFloat32> x, Operand<TFloat32> kernel) {
        Line down = convolution.down();
        Line right = convolution.right();
        List<Long> dilation = List.of((long) down.dilation(), (long) right.dilation());
        return switch (convolution.kind()) {
            case "conv1d" -> Convolutions.conv1d(tf, x, kernel, right.stride(), right.dilation(), right.padding());
            case "transposed" ->
                Convolutions.transposed(
                        tf,
                        x,
                        kernel,
                        List.of((long) down.stride(), (long) right.stride()),
                        List.of((long) down.size(), (long) right.size()),
                        right.padding());
            case "dilated" -> Convolutions.dilated(tf, x, kernel, dilation, right.padding());
            case "depthwise dilated" -> Convolutions.dilatedDepthwise(tf, x, kernel, dilation, right.padding());
            default ->
                tf.nn.depthwiseConv2dNative(
                        x, kernel, List.of(1L, (long) down.stride(), (long) right.stride(), 1L), right.padding());
        };
    }

    private static void assertClose(String what, float[] actual, double[] expected) {
        assertWithMessage(what + ": number of values").that(actual.length).isEqualTo(expected.length);
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.pow(actual[i] - expected[i], 2);
            norm += Math.pow(expected[i], 2);
        }
        assertWithMessage(what + ": size").that(norm).isGreaterThan(0.1);
        assertWithMessage(what + ": relative distance")
                .that(Math.sqrt(difference / norm))
                .isAtMost(TOLERANCE);
    }
}
