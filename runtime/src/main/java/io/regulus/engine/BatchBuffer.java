package io.regulus.engine;

import io.regulus.data.ByteFeatures;
import io.regulus.data.Dataset;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * The tensors of one batch, made once and refilled for every batch of its size, and the network's outputs for it. Not safe
 * for use by several threads.
 */
public final class BatchBuffer implements AutoCloseable {
    private final int rows;
    private final Storage storage;
    private final TFloat32 scale;
    private final Column input;
    private final Column target;
    private final float[] outputs;
    private boolean closed;
    private final Map<Purpose, Session.Runner> runners = new EnumMap<>(Purpose.class);

    /** What a run is for. */
    enum Purpose {
        TRAIN,
        TRAIN_WITH_PENALTY,
        EVALUATE,
        PREDICT
    }

    /**
     * How features are held on their way into the network.
     *
     * @param scaledBytes whether as bytes that the graph turns into floats, for a network of float inputs
     * @param scale what such a byte is multiplied by
     */
    record Storage(boolean scaledBytes, float scale) {
        /** As the network declares its input. */
        static final Storage DECLARED = new Storage(false, 1);

        /** Whether it is that of this data; written out, for a record's own comparison is slow when first used. */
        boolean isThatOf(InputPort<?> port, Dataset data) {
            Storage other = of(port, data);
            return scaledBytes == other.scaledBytes && scale == other.scale;
        }

        /** The cheapest for features of this kind. */
        static Storage of(InputPort<?> port, Dataset data) {
            return port.type() == TFloat32.class && data.features() instanceof ByteFeatures bytes
                    ? new Storage(true, bytes.scale())
                    : DECLARED;
        }
    }

    BatchBuffer(Blueprint<?, ?> blueprint, int rows, Storage storage) {
        InputPort<?> port = blueprint.input();
        this.rows = rows;
        this.storage = storage;
        this.outputs = new float[Math.multiplyExact(rows, blueprint.target().outputs())];
        this.scale = TFloat32.scalarOf(storage.scale());
        Column features = null;
        try {
            features = Column.of(
                    storage.scaledBytes()
                            ? Tensor.of(TUint8.class, port.batch(rows))
                            : Tensor.of(port.type(), port.batch(rows)));
            this.input = features;
            this.target = Column.of(
                    Tensor.of(blueprint.target().type(), blueprint.target().batch(rows)));
        } catch (RuntimeException | Error failure) {
            scale.close();
            if (features != null) {
                features.close();
            }
            throw failure;
        }
    }

    /** Whether rows of this data can be loaded, {@code count} at a time. */
    public boolean fits(InputPort<?> port, Dataset data, int count) {
        return rows == count && storage.isThatOf(port, data);
    }

    Storage storage() {
        return storage;
    }

    /** What bytes are multiplied by in the graph. */
    TFloat32 scale() {
        return scale;
    }

    /** Rows of the batch. */
    public int rows() {
        return rows;
    }

    /** What the network gave in the last run, row after row: the array itself, overwritten by the next run. */
    public float[] outputs() {
        return outputs;
    }

    /** The targets of the batch. */
    public Column target() {
        return target;
    }

    Column input() {
        return input;
    }

    /** A runner fed with this buffer's tensors, kept: putting one together asks TensorFlow a dozen questions. */
    Session.Runner runner(Purpose purpose, Supplier<Session.Runner> create) {
        return runners.computeIfAbsent(purpose, any -> create.get());
    }

    /** Fills in features and targets of the rows {@code order[from]} and following. */
    public void load(Dataset data, int[] order, int from) {
        loadFeatures(data, order, from);
        loadTargets(data, order, from);
    }

    /** Fills in the features of the rows {@code order[from]} and following. */
    public void loadFeatures(Dataset data, int[] order, int from) {
        requireOpen();
        if (input instanceof Column.Floats floats) {
            data.copyFloats(order, from, rows, floats.array());
        } else if (input instanceof Column.Bytes bytes) {
            data.copyBytes(order, from, rows, bytes.array());
        } else if (input instanceof Column.Ints ints) {
            data.copyInts(order, from, rows, ints.array());
        }
        input.flush();
    }

    /** Fills in the targets of the rows {@code order[from]} and following. */
    public void loadTargets(Dataset data, int[] order, int from) {
        requireOpen();
        if (target instanceof Column.Ints labels) {
            data.copyLabels(order, from, rows, labels.array());
        } else if (target instanceof Column.Floats values) {
            data.copyValues(order, from, rows, values.array());
        }
        target.flush();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this batch is closed");
        }
    }

    @Override
    public void close() {
        closed = true;
        scale.close();
        input.close();
        target.close();
    }
}
