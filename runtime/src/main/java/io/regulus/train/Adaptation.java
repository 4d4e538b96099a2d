package io.regulus.train;

import io.regulus.data.Dataset;
import io.regulus.data.Features;
import io.regulus.data.Order;
import io.regulus.engine.Engine;
import io.regulus.engine.InputPort;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.types.TFloat32;

/** What a network learns from its data before the first step: mean and deviation of each input that is standardised. */
final class Adaptation {
    private final Engine engine;
    private final List<InputPort<?>> ports;
    /** The number of the engine's replacements at which something was known to be learned; below 0 for none. */
    private volatile long learnedAt = -1;

    Adaptation(Engine engine) {
        this.engine = engine;
        this.ports = engine.plan().inputs().stream()
                .filter(port -> port.standard().isPresent())
                .toList();
    }

    /** Learns from the data, whatever was learned before. */
    void learn(Dataset data) {
        if (ports.isEmpty()) {
            throw new IllegalStateException(engine.plan().name()
                    + " learns nothing from data before training; write @Standardize on its input, or leave adapt out");
        }
        Map<String, byte[]> values = new LinkedHashMap<>();
        boolean one = engine.plan().inputs().size() == 1;
        for (InputPort<?> port : ports) {
            Moments moments = Moments.of(one ? data.features() : data.features(port.name()), port);
            values.put(standard(port).mean(), bytes(moments.mean));
            values.put(standard(port).deviation(), bytes(moments.deviation));
        }
        engine.writeVariables(values);
    }

    /** Learns from the data unless something was learned before, or came with a saved model. */
    void learnOnce(Dataset data) {
        if (!isDone()) {
            learn(data);
        }
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
        long now = engine.replacements();
        if (ports.isEmpty() || learnedAt == now) {
            return true;
        }
        List<String> names = new ArrayList<>();
        ports.forEach(port -> names.add(standard(port).deviation()));
        boolean learned = engine.readVariables(names).values().stream().allMatch(Adaptation::isLearned);
        learnedAt = learned ? now : -1;
        return learned;
    }

    /** A deviation is 0 only as long as nothing is learned: that of a constant is written as 1. */
    private static boolean isLearned(byte[] deviation) {
        return Engine.bytes(deviation).getFloat() > 0;
    }

    private static byte[] bytes(double[] values) {
        byte[] bytes = new byte[Math.multiplyExact(values.length, Float.BYTES)];
        ByteBuffer buffer = Engine.bytes(bytes);
        for (double value : values) {
            buffer.putFloat((float) value);
        }
        return bytes;
    }

    /** Mean and standard deviation over all rows, channel by channel, in double precision and in two passes. */
    private static final class Moments {
        private final Features features;
        private final InputPort<?> port;
        private final int[] order;
        private final float[] row;
        private final int[] whole;
        private final double[] mean;
        private final double[] deviation;

        private Moments(Features features, InputPort<?> port) {
            this.features = features;
            this.port = port;
            this.order = Order.sequential(features.size());
            this.row = new float[features.rowLength()];
            this.whole = new int[features.rowLength()];
            int channels = Math.toIntExact(port.row().get(port.row().size() - 1));
            this.mean = new double[channels];
            this.deviation = new double[channels];
        }

        static Moments of(Features features, InputPort<?> port) {
            Moments moments = new Moments(features, port);
            moments.means();
            moments.deviations();
            return moments;
        }

        private void means() {
            for (int i = 0; i < order.length; i++) {
                read(i);
                for (int at = 0; at < row.length; at++) {
                    mean[at % mean.length] += row[at];
                }
            }
            for (int channel = 0; channel < mean.length; channel++) {
                mean[channel] /= perChannel();
            }
        }

        private void deviations() {
            for (int i = 0; i < order.length; i++) {
                read(i);
                for (int at = 0; at < row.length; at++) {
                    double centred = row[at] - mean[at % mean.length];
                    deviation[at % mean.length] += centred * centred;
                }
            }
            for (int channel = 0; channel < mean.length; channel++) {
                double found = Math.sqrt(deviation[channel] / perChannel());
                // divided by 1 a constant becomes 0; by 0 it would be NaN
                deviation[channel] = (float) found == 0 ? 1 : found;
            }
        }

        private double perChannel() {
            return order.length * (row.length / (double) mean.length);
        }

        /** A row as the network sees it, by the roundings of the graph. */
        private void read(int i) {
            if (port.type() == TFloat32.class) {
                features.copyFloats(order, i, 1, row);
            } else {
                features.copyInts(order, i, 1, whole);
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
