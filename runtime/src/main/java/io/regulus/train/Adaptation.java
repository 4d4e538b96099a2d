package io.regulus.train;

import io.regulus.data.InputFeatures;
import io.regulus.data.Order;
import io.regulus.engine.Engine;
import io.regulus.engine.InputPort;
import io.regulus.engine.NetworkState;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tensorflow.types.TFloat32;

/** What a network learns from its data before the first step: mean and deviation of each input that is standardised. */
final class Adaptation {
    private final Engine engine;
    private final Consensus consensus;
    private final List<InputPort<?>> ports;
    /** The number of the engine's replacements at which something was known to be learned; below 0 for none. */
    private volatile long learnedAt = -1;

    Adaptation(Engine engine) {
        this.engine = engine;
        this.consensus = new Consensus(engine);
        this.ports = engine.plan().inputs().stream()
                .filter(port -> port.standard().isPresent())
                .toList();
    }

    /** Learns from all rows of the data, whatever was learned before. */
    void learn(RowSource data) {
        if (ports.isEmpty()) {
            throw new IllegalStateException(engine.plan().name()
                    + " learns nothing from data before training; write @Standardize on its input, or leave adapt out");
        }
        List<Moments> all = ports.stream().map(Moments::new).toList();
        boolean one = engine.plan().inputs().size() == 1;
        data.forEachPart(part ->
                all.forEach(moments -> moments.add(one ? part.features() : part.features(moments.port.name()))));
        if (consensus.isShared()) {
            all.forEach(moments -> moments.restore(consensus.gather(moments.state())));
        }
        Map<String, byte[]> values = new LinkedHashMap<>();
        for (Moments moments : all) {
            values.put(standard(moments.port).mean(), bytes(moments.mean));
            values.put(standard(moments.port).deviation(), bytes(moments.deviations()));
        }
        engine.state().writeVariables(values);
    }

    /**
     * Learns from the data unless something was learned before, or came with a saved model.
     *
     * @return takes back what was learned
     */
    Runnable learnOnce(RowSource data) {
        if (isDone()) {
            return () -> {};
        }
        List<String> names = ports.stream()
                .map(Adaptation::standard)
                .flatMap(standard -> Stream.of(standard.mean(), standard.deviation()))
                .toList();
        Map<String, byte[]> before = engine.state().readVariables(names);
        learn(data);
        return () -> engine.state().writeVariables(before);
    }

    /**
     * Does nothing once something was learned.
     *
     * @throws IllegalStateException if nothing was
     */
    void require() {
        if (!isDone()) {
            throw new IllegalStateException("the input of " + engine.plan().name()
                    + " is standardised, and its mean and deviation are not known yet: call fit or adapt(data) first, or load a"
                    + " trained model");
        }
    }

    private static InputPort.Standard standard(InputPort<?> port) {
        return port.standard().orElseThrow();
    }

    /** Whether something is learned; looked up again whenever variables were replaced, as by what was saved before. */
    private boolean isDone() {
        long now = engine.state().replacements();
        if (ports.isEmpty() || learnedAt == now) {
            return true;
        }
        List<String> names = new ArrayList<>();
        ports.forEach(port -> names.add(standard(port).deviation()));
        boolean learned = engine.state().readVariables(names).values().stream().allMatch(Adaptation::isLearned);
        learnedAt = learned ? now : -1;
        return learned;
    }

    /** A deviation is 0 only as long as nothing is learned: that of a constant is written as 1. */
    private static boolean isLearned(byte[] deviation) {
        return NetworkState.bytes(deviation).getFloat() > 0;
    }

    private static byte[] bytes(double[] values) {
        byte[] bytes = new byte[Math.multiplyExact(values.length, Float.BYTES)];
        ByteBuffer buffer = NetworkState.bytes(bytes);
        for (double value : values) {
            buffer.putFloat((float) value);
        }
        return bytes;
    }

    /**
     * Mean and standard deviation over all rows, channel by channel, in double precision: in two passes over each part, parts put
     * together by the formula of Chan, Golub and LeVeque (1979), so that one pass over a file does.
     */
    private static final class Moments {
        private final InputPort<?> port;
        private final float[] row;
        private final int[] whole;
        private final double[] mean;
        /** Sums of the squares of what is left when the mean is taken away. */
        private final double[] squares;

        private long rows;

        Moments(InputPort<?> port) {
            this.port = port;
            this.row = new float[port.rowLength()];
            this.whole = new int[port.rowLength()];
            int channels = Math.toIntExact(port.row().get(port.row().size() - 1));
            this.mean = new double[channels];
            this.squares = new double[channels];
        }

        void add(InputFeatures part) {
            int[] order = Order.sequential(part.size());
            double[] partMean = means(part, order);
            add(order.length, partMean, squares(part, order, partMean));
        }

        private void add(long partRows, double[] partMean, double[] partSquares) {
            double share = (double) partRows / (rows + partRows);
            for (int channel = 0; channel < mean.length; channel++) {
                double apart = partMean[channel] - mean[channel];
                mean[channel] += apart * share;
                squares[channel] += partSquares[channel] + apart * apart * share * rows * perRow();
            }
            rows += partRows;
        }

        /** What was added up, doubles by their bits. */
        long[] state() {
            long[] state = new long[1 + 2 * mean.length];
            state[0] = rows;
            for (int channel = 0; channel < mean.length; channel++) {
                state[1 + channel] = Double.doubleToRawLongBits(mean[channel]);
                state[1 + mean.length + channel] = Double.doubleToRawLongBits(squares[channel]);
            }
            return state;
        }

        /** Starts anew with what was added up of several parts, in their order. */
        void restore(List<long[]> states) {
            rows = 0;
            Arrays.fill(mean, 0);
            Arrays.fill(squares, 0);
            for (long[] state : states) {
                double[] partMean = new double[mean.length];
                double[] partSquares = new double[mean.length];
                for (int channel = 0; channel < mean.length; channel++) {
                    partMean[channel] = Double.longBitsToDouble(state[1 + channel]);
                    partSquares[channel] = Double.longBitsToDouble(state[1 + mean.length + channel]);
                }
                add(state[0], partMean, partSquares);
            }
        }

        private double[] means(InputFeatures part, int[] order) {
            double[] means = new double[mean.length];
            for (int i = 0; i < order.length; i++) {
                read(part, order, i);
                for (int at = 0; at < row.length; at++) {
                    means[at % means.length] += row[at];
                }
            }
            for (int channel = 0; channel < means.length; channel++) {
                means[channel] /= order.length * perRow();
            }
            return means;
        }

        private double[] squares(InputFeatures part, int[] order, double[] means) {
            double[] sums = new double[means.length];
            for (int i = 0; i < order.length; i++) {
                read(part, order, i);
                for (int at = 0; at < row.length; at++) {
                    double centred = row[at] - means[at % means.length];
                    sums[at % means.length] += centred * centred;
                }
            }
            return sums;
        }

        double[] deviations() {
            double[] deviations = new double[squares.length];
            for (int channel = 0; channel < deviations.length; channel++) {
                double found = Math.sqrt(squares[channel] / (rows * perRow()));
                // divided by 1 a constant becomes 0; by 0 it would be NaN
                deviations[channel] = (float) found == 0 ? 1 : found;
            }
            return deviations;
        }

        /** Values of a channel in a row. */
        private double perRow() {
            return row.length / (double) mean.length;
        }

        /** A row as the network sees it, by the roundings of the graph. */
        private void read(InputFeatures part, int[] order, int i) {
            if (port.type() == TFloat32.class) {
                part.copyFloats(order, i, 1, row);
            } else {
                part.copyInts(order, i, 1, whole);
                for (int at = 0; at < row.length; at++) {
                    row[at] = whole[at];
                }
            }
            float scale = (float) standard(port).scale();
            for (int at = 0; at < row.length; at++) {
                row[at] *= scale;
            }
        }
    }
}
