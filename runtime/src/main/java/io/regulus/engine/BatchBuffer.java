package io.regulus.engine;

import io.regulus.data.ByteFeatures;
import io.regulus.data.Dataset;
import io.regulus.data.InputFeatures;
import io.regulus.data.Labels;
import io.regulus.data.Targets;
import io.regulus.data.Values;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/**
 * The tensors of one batch, made once and refilled for every batch of its size, and what the network's outputs were for it. Not
 * safe for use by several threads.
 */
public final class BatchBuffer implements AutoCloseable {
    private final int rows;
    private final List<Input> inputs = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private final Optional<TensorColumn.Floats> rowWeights;
    /** What a teacher says, output by output; none where the data has none. */
    private final List<TensorColumn.Floats> softTargets = new ArrayList<>();

    /** What layers gave was penalised by in the last run, the mean over the rows. */
    private float activityPenalty;

    /** Where the rows stand in a batch that several processes share; empty where it is none. */
    private Optional<Place> place = Optional.empty();

    /** Whether the rows are some of the batch that is trained on. */
    private boolean counts = true;

    private boolean closed;
    private final Map<Purpose, Session.Runner> runners = new EnumMap<>(Purpose.class);

    /**
     * Where rows stand in a batch.
     *
     * @param first [1]
     * @param total [1]
     * @param present [1], 1 or 0
     */
    record Place(TInt32 first, TInt32 total, TInt32 present) {
        static Place of() {
            return new Place(TInt32.vectorOf(0), TInt32.vectorOf(0), TInt32.vectorOf(1));
        }

        void close() {
            first.close();
            total.close();
            present.close();
        }
    }

    /** What a run is for. */
    enum Purpose {
        TRAIN,
        TRAIN_WITH_PENALTY,
        TRAIN_WITH_NORM,
        BEGIN_STEP,
        ADD_TO_STEP,
        EVALUATE,
        PREDICT
    }

    /**
     * How features are held on their way into the network.
     *
     * @param scaledBytes whether as bytes that the graph turns into floats, for an input of floats
     * @param scale what such a byte is multiplied by
     */
    record Storage(boolean scaledBytes, float scale) {
        /** As the network declares its input. */
        static final Storage DECLARED = new Storage(false, 1);

        /** Whether it is that of these features; written out, for a record's own comparison is slow when first used. */
        boolean isThatOf(InputPort<?> port, InputFeatures features) {
            Storage other = of(port, features);
            return scaledBytes == other.scaledBytes && scale == other.scale;
        }

        /** The cheapest for features of this kind. */
        static Storage of(InputPort<?> port, InputFeatures features) {
            return port.type() == TFloat32.class && features instanceof ByteFeatures bytes
                    ? new Storage(true, bytes.scale())
                    : DECLARED;
        }
    }

    /**
     * Features of one input.
     *
     * @param scale what bytes are multiplied by in the graph
     */
    record Input(InputPort<?> port, Storage storage, TensorColumn values, TFloat32 scale) {
        static Input of(InputPort<?> port, int rows, Storage storage) {
            TensorColumn values = TensorColumn.of(
                    storage.scaledBytes()
                            ? Tensor.of(TUint8.class, port.batch(rows))
                            : Tensor.of(port.type(), port.batch(rows)));
            return new Input(port, storage, values, TFloat32.scalarOf(storage.scale()));
        }

        void close() {
            values.close();
            scale.close();
        }
    }

    /** Targets of one output, and what it gave. */
    private static final class Output {
        private final OutputPort port;
        private final TensorColumn target;
        private final float[] values;
        private float loss;

        Output(OutputPort port, int rows) {
            this.port = port;
            values = new float[Math.multiplyExact(rows, port.target().outputs())];
            target = TensorColumn.of(
                    Tensor.of(port.target().type(), port.target().batch(rows)));
        }
    }

    BatchBuffer(NetworkPlan plan, int rows, Dataset data) {
        this.rows = rows;
        try {
            for (InputPort<?> port : plan.inputs()) {
                inputs.add(Input.of(
                        port, rows, Storage.of(port, features(plan.inputs().size(), port, data))));
            }
            for (OutputPort port : plan.outputs()) {
                outputs.add(new Output(port, rows));
            }
            data.softTargets().forEach(soft -> softTargets.add(TensorColumn.floats(Shape.of(rows, soft.width()))));
            this.rowWeights = data.rowWeights().map(weights -> TensorColumn.floats(Shape.of(rows)));
        } catch (RuntimeException | Error failure) {
            closeColumns();
            throw failure;
        }
    }

    /** A single input takes whatever single features there are; several are told apart by their names. */
    private static InputFeatures features(int inputs, InputPort<?> port, Dataset data) {
        return inputs == 1 ? data.features() : data.features(port.name());
    }

    /** Whether rows of this data can be loaded, {@code count} at a time. */
    public boolean fits(Dataset data, int count) {
        if (rows != count
                || data.rowWeights().isPresent() != rowWeights.isPresent()
                || data.softTargets().size() != softTargets.size()) {
            return false;
        }
        for (Input input : inputs) {
            if (!input.storage.isThatOf(input.port, features(inputs.size(), input.port, data))) {
                return false;
            }
        }
        return true;
    }

    Input input(int index) {
        return inputs.get(index);
    }

    List<Input> inputs() {
        return inputs;
    }

    /** Rows of the batch. */
    public int rows() {
        return rows;
    }

    /** Rows of the batch that count: none where this process has none of a batch that is shared. */
    public int countedRows() {
        return counts ? rows : 0;
    }

    /** Rows of the batch over all processes that share it. */
    public int stepRows() {
        return place.map(at -> at.total().getInt(0)).orElse(rows);
    }

    /** What an output gave in the last run, row after row: the array itself, overwritten by the next run. */
    public float[] outputs(int index) {
        return outputs.get(index).values;
    }

    /** The data loss of an output in the last run, not weighted; of a network with several outputs only. */
    public float loss(int index) {
        return outputs.get(index).loss;
    }

    /** The targets that an output of the batch has. */
    public TensorColumn target(int index) {
        return outputs.get(index).target;
    }

    /** The penalty on what layers gave in the last run, the mean over the rows; 0 where there is none. */
    public float activityPenalty() {
        return activityPenalty;
    }

    /** What the rows count in the loss, where they do not all count the same. */
    public Optional<TensorColumn.Floats> rowWeights() {
        return rowWeights;
    }

    /** What a teacher says, for an output; empty where the data has none. */
    Optional<TensorColumn.Floats> softTarget(int index) {
        return softTargets.isEmpty() ? Optional.empty() : Optional.of(softTargets.get(index));
    }

    /** Takes the outputs from a run, the loss of each where there are several, and the penalty on what layers gave where there is one. */
    void keep(Result result, int from) {
        int at = from;
        for (int i = 0; i < outputs.size(); i++) {
            result.get(at++).asRawTensor().data().asFloats().read(outputs.get(i).values);
        }
        keepLosses(result, at);
        int last = at + (outputs.size() > 1 ? outputs.size() : 0);
        activityPenalty = last < result.size() ? ((TFloat32) result.get(last)).getFloat() : 0;
    }

    /** Takes the loss of each output from a run, where there are several. */
    void keepLosses(Result result, int from) {
        if (outputs.size() > 1) {
            for (int i = 0; i < outputs.size(); i++) {
                outputs.get(i).loss = ((TFloat32) result.get(from + i)).getFloat();
            }
        }
    }

    /** What an output is said to have given, as a tensor that the caller closes. */
    TFloat32 tensorOfOutputs(int index) {
        Output output = outputs.get(index);
        return TFloat32.tensorOf(
                Shape.of(rows, output.port.target().outputs()),
                values -> values.asRawTensor().data().asFloats().write(output.values));
    }

    /** Takes the predictions from a run. */
    void keepPredictions(Result result) {
        for (int i = 0; i < outputs.size(); i++) {
            result.get(i).asRawTensor().data().asFloats().read(outputs.get(i).values);
        }
    }

    /** A runner fed with this buffer's tensors, kept: putting one together asks TensorFlow a dozen questions. */
    Session.Runner runner(Purpose purpose, Supplier<Session.Runner> create) {
        return runners.computeIfAbsent(purpose, any -> create.get());
    }

    /** Fills in features, targets and weights of the rows {@code order[from]} and following. */
    public void load(Dataset data, int[] order, int from) {
        loadFeatures(data, order, from);
        loadTargets(data, order, from);
    }

    /** Fills in the features of the rows {@code order[from]} and following. */
    public void loadFeatures(Dataset data, int[] order, int from) {
        requireOpen();
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            InputFeatures features = features(inputs.size(), input.port, data);
            if (input.values instanceof TensorColumn.Floats floats) {
                features.copyFloats(order, from, rows, floats.array());
            } else if (input.values instanceof TensorColumn.Bytes bytes) {
                features.copyBytes(order, from, rows, bytes.array());
            } else if (input.values instanceof TensorColumn.Ints ints) {
                features.copyInts(order, from, rows, ints.array());
            }
            input.values.flush();
        }
    }

    /** Fills in the targets, and the weights, of the rows {@code order[from]} and following. */
    public void loadTargets(Dataset data, int[] order, int from) {
        requireOpen();
        for (int i = 0; i < outputs.size(); i++) {
            Output output = outputs.get(i);
            Targets targets = outputs.size() == 1 ? data.targets() : data.targets(output.port.name());
            if (output.target instanceof TensorColumn.Ints ints && targets instanceof Labels labels) {
                labels.copy(order, from, rows, ints.array());
            } else if (output.target instanceof TensorColumn.Floats floats && targets instanceof Values values) {
                values.copy(order, from, rows, floats.array());
            } else {
                throw new IllegalStateException("the targets " + targets + " do not fit the output " + output.port);
            }
            output.target.flush();
        }
        for (int i = 0; i < softTargets.size(); i++) {
            data.softTargets().get(i).copy(order, from, rows, softTargets.get(i).array());
            softTargets.get(i).flush();
        }
        if (rowWeights.isPresent()) {
            TensorColumn.Floats weights = rowWeights.get();
            data.rowWeights().orElseThrow().copy(order, from, rows, weights.array());
            weights.flush();
        }
    }

    /**
     * Says where the rows stand in a batch that several processes share.
     *
     * @param first number of the first of them in the batch
     * @param total rows of the batch over all processes
     * @param present whether they are rows of the batch; else this process has none of them, and what is loaded counts nothing
     */
    public void place(int first, int total, boolean present) {
        requireOpen();
        Place at = place.orElseGet(Place::of);
        at.first().setInt(first, 0);
        at.total().setInt(total, 0);
        at.present().setInt(present ? 1 : 0, 0);
        counts = present;
        place = Optional.of(at);
    }

    /**
     * Where the rows stand.
     *
     * @throws IllegalStateException if nobody said
     */
    Place place() {
        return place.orElseThrow(() -> new IllegalStateException("this batch is not part of one that is shared"));
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this batch is closed");
        }
    }

    @Override
    public void close() {
        closed = true;
        closeColumns();
        rowWeights.ifPresent(TensorColumn::close);
        place.ifPresent(Place::close);
    }

    private void closeColumns() {
        inputs.forEach(Input::close);
        outputs.forEach(output -> output.target.close());
        softTargets.forEach(TensorColumn::close);
    }
}
