package io.regulus.model;

import io.regulus.checkpoint.SavedVariables;
import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.data.SharedRows;
import io.regulus.engine.Engine;
import io.regulus.engine.NetworkPlan;
import io.regulus.engine.NetworkState;
import io.regulus.engine.Placement;
import io.regulus.engine.SavedModelExport;
import io.regulus.engine.Settings;
import io.regulus.engine.Usage;
import io.regulus.interchange.ImportReport;
import io.regulus.interchange.WeightMapping;
import io.regulus.ops.Role;
import io.regulus.ops.Variable;
import io.regulus.report.Progress;
import io.regulus.save.Compatibility;
import io.regulus.save.ModelFile;
import io.regulus.save.ModelState;
import io.regulus.save.NamedTensor;
import io.regulus.save.SafetensorsFile;
import io.regulus.train.BatchResult;
import io.regulus.train.ClassNames;
import io.regulus.train.Diagnosis;
import io.regulus.train.Evaluation;
import io.regulus.train.Fit;
import io.regulus.train.FitPlan;
import io.regulus.train.History;
import io.regulus.train.MonteCarlo;
import io.regulus.train.Trainer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A network that can be trained, evaluated, asked and saved: what every generated {@code XModel} is. It owns native memory:
 * close it, best in try-with-resources; a closed model throws {@link IllegalStateException} on every use but another close.
 *
 * <p>Predictions and evaluations may run on any number of threads, also during training, whose weights they then see as they
 * are. One thread at a time may train.
 */
public abstract class Model implements AutoCloseable {
    /** The weights that are multiplied by, or looked up. */
    private static final Set<Role> COUNTED = Set.of(Role.KERNEL, Role.RECURRENT_KERNEL, Role.EMBEDDING);

    private final Engine engine;
    private final Trainer trainer;
    private final ModelTexts attachments = new ModelTexts();

    /**
     * Builds the network and draws its initial weights.
     *
     * @throws io.regulus.engine.MissingNativesException saying which dependency to add, if TensorFlow's native library for
     *     this platform is not on the class path
     * @throws io.regulus.engine.MissingDeviceException saying what to look at, if the settings ask for a GPU and there is none
     */
    protected Model(NetworkPlan network, Settings settings) {
        this(network, FitPlan.NONE, settings);
    }

    /** The same, for a class that says how its network is to be fitted. */
    protected Model(NetworkPlan network, FitPlan plan, Settings settings) {
        this.engine = Engine.of(network, settings);
        this.trainer = new Trainer(engine, plan, attachments);
    }

    /**
     * Trains the network.
     *
     * @param data rows with targets
     * @param fit epochs, batch size and the like
     * @return loss, penalty and metrics of every epoch, and why the fit ended
     * @throws IllegalArgumentException if the data does not fit the network, naming the row and the value; or a network with
     *     {@code @Distill} has no teacher, or one that says something else
     * @throws io.regulus.engine.NonFiniteException if the loss or a gradient becomes NaN or infinite, naming step and layer;
     *     the weights of the step before are kept
     * @throws IllegalStateException if the model is closed or being trained by another thread
     * @throws io.regulus.checkpoint.CheckpointMismatchException listing what differs, if the fit has checkpoints of another run
     */
    public final History fit(Dataset data, Fit fit) {
        return trainer.fit(data, told(fit));
    }

    /**
     * Trains the network on a stream, which is read once in each epoch, by another thread than the one that trains. The stream
     * says in what order, by {@link DataStream#shuffle}; {@link Fit#shuffle} and {@link Fit#seed} are for rows in memory.
     *
     * <p>A schedule has to know the number of steps of an epoch: where the stream does not, its rows are counted before the first epoch,
     * in a pass of their own.
     *
     * @param data rows with targets
     * @param fit as for a dataset, but for {@link Fit#validationSplit}
     * @return loss, penalty and metrics of every epoch
     * @throws IllegalArgumentException if the stream has no rows or one that does not fit the network, naming the row, counted over the
     *     pass, and the value; the weights are those of the step before
     * @throws io.regulus.engine.NonFiniteException as for a dataset
     * @throws IllegalStateException if the model is closed or being trained by another thread
     */
    public final History fit(DataStream data, Fit fit) {
        return trainer.fit(data, told(fit));
    }

    private static Fit told(Fit fit) {
        Objects.requireNonNull(fit, "fit is null; give one, such as Fit.epochs(5)");
        return fit.verbose() ? fit.callback(new Progress()) : fit;
    }

    /**
     * Learns mean and deviation of the inputs with {@code @Standardize} from data, again if they are known already. The first
     * {@link #fit} does so by itself, from its training rows.
     *
     * @param data rows; targets, if any, are not looked at
     * @throws IllegalArgumentException if the data does not fit the network
     * @throws IllegalStateException if no input is standardised
     */
    public final void adapt(Dataset data) {
        trainer.adapt(data);
    }

    /**
     * Learns mean and deviation from a stream, in one pass.
     *
     * @throws IllegalArgumentException if a row does not fit the network
     * @throws IllegalStateException if no input is standardised
     */
    public final void adapt(DataStream data) {
        trainer.adapt(data);
    }

    /**
     * Takes one step on all rows at once.
     *
     * @return loss and penalty at the weights before the step
     * @throws IllegalArgumentException if the data does not fit the network
     * @throws io.regulus.engine.NonFiniteException if the loss or a gradient is NaN or infinite; nothing has changed then
     */
    public final BatchResult trainOnBatch(Dataset batch) {
        return trainer.trainOnBatch(batch);
    }

    /**
     * Loss, penalty and metrics on data, without dropout and with the moving statistics of norms. The loss is the task's,
     * label smoothing included.
     *
     * @throws IllegalArgumentException if the data does not fit the network
     */
    public final Evaluation evaluate(Dataset data) {
        return trainer.evaluate(data);
    }

    /**
     * What the curves of a fit of this model say, in words, with what to try next.
     *
     * @param history as {@code fit} returned it
     */
    public final Diagnosis diagnose(History history) {
        return Diagnosis.of(history, engine.plan());
    }

    /**
     * The same, with the training rows evaluated as validation rows are: the loss of training is measured with dropout and the like on
     * and cannot be compared with that of validation.
     *
     * @param train the training rows, or some of them drawn at random
     * @throws IllegalArgumentException if the data does not fit the network
     */
    public final Diagnosis diagnose(History history, Dataset train) {
        return Diagnosis.of(history, engine.plan(), evaluate(train));
    }

    /**
     * The same, and whether validation rows are training rows, which no curve shows: each has the inputs of another, to the last bit.
     *
     * @param validation the rows that the fit validated on
     * @throws IllegalArgumentException if the data does not fit the network
     */
    public final Diagnosis diagnose(History history, Dataset train, Dataset validation) {
        return diagnose(history, train).and(SharedRows.of(validation, train));
    }

    /**
     * Loss and metrics of predictions that something else than this model made, such as several models together, held against the
     * targets of the data as this model's own would be; the penalty is that of this model.
     *
     * @param predictions as by {@link #outputs}: output by output a row per row of the data, probabilities of a classifier, values of a
     *     regressor
     * @throws IllegalArgumentException if the data does not fit the network, or the predictions do not fit both
     */
    public final Evaluation evaluate(Dataset data, List<float[][]> predictions) {
        return trainer.judge(data, predictions);
    }

    /**
     * Loss, penalty and metrics on a stream. For predictions ask block by block: {@code stream.forEach(1_024, block ->
     * write(model.predict(block)))}.
     *
     * @throws IllegalArgumentException if the stream has no rows or one that does not fit the network
     */
    public final Evaluation evaluate(DataStream data) {
        return trainer.evaluate(data);
    }

    /**
     * Predictions, a row per row of the data, whose targets, if any, are not looked at: probabilities of a classifier,
     * values of a regressor; of the first output where there are several. The generated model has {@code predict} with the
     * shape that fits its task.
     *
     * @throws IllegalArgumentException if the data does not fit the network
     */
    public final float[][] predictions(Dataset data) {
        return trainer.predict(data).get(0);
    }

    /**
     * Predictions as {@link #predictions}, output by output.
     *
     * @throws IllegalArgumentException if the data does not fit the network
     */
    public final List<float[][]> outputs(Dataset data) {
        return trainer.predict(data);
    }

    /**
     * Mean and spread of predictions with the noise of layers on, output by output (Monte-Carlo dropout: Gal and Ghahramani, 2016):
     * dropout drops as in training, while norms use their moving statistics and nothing happens to inputs. The generated model has
     * {@code monteCarlo} with the shape that fits its task.
     *
     * <p>What a pass draws for a row depends on the model's seed, the number of the pass and the number of the row in the data, and on
     * nothing else: the same rows get the same answer, however they are batched and whatever was asked before, and more passes begin
     * with those of fewer.
     *
     * @param passes how many times each row is predicted, at least 1; 30 to 100 are usual
     * @throws IllegalArgumentException if the data does not fit the network
     * @throws IllegalStateException if the network has no noise
     */
    public final List<MonteCarlo<float[][]>> monteCarloOutputs(Dataset data, int passes) {
        return trainer.sample(data, passes);
    }

    /** Mean and spread, output by output, for the rows of all inputs; of no rows, none. For generated code. */
    protected final List<MonteCarlo<float[][]>> monteCarloOutputs(InputRows rows, int passes) {
        return rows.isEmpty()
                ? noRows().stream().map(none -> new MonteCarlo<>(none, none)).toList()
                : monteCarloOutputs(rows.dataset(), passes);
    }

    /** Mean and spread of all outputs as a value each. For generated code. */
    protected static <P> MonteCarlo<P> together(
            List<MonteCarlo<float[][]>> outputs, Function<List<float[][]>, P> together) {
        return new MonteCarlo<>(
                together.apply(outputs.stream().map(MonteCarlo::mean).toList()),
                together.apply(outputs.stream().map(MonteCarlo::spread).toList()));
    }

    /** Predictions of rows; of none, none. For generated code. */
    protected final float[][] predictions(float[][] rows) {
        Objects.requireNonNull(rows, "rows is null; give some");
        return rows.length == 0 ? new float[0][] : predictions(Dataset.of(rows));
    }

    /** Predictions of rows of bytes, 0 to 255; of none, none. For generated code. */
    protected final float[][] predictions(byte[][] rows) {
        return rows.length == 0 ? new float[0][] : predictions(Dataset.ofBytes(rows));
    }

    /** Predictions of rows of ints; of none, none. For generated code. */
    protected final float[][] predictions(int[][] rows) {
        return rows.length == 0 ? new float[0][] : predictions(Dataset.ofInts(rows));
    }

    /** This model seen through records. For generated code. */
    protected final <R> TypedRows<R> rows(ModelType.Rows<R> record) {
        return new TypedRows<>(this, record.schema(), record.target());
    }

    /** Gathers the rows of several inputs. For generated code. */
    protected static InputRows inputs() {
        return new InputRows();
    }

    /** Predictions of the only output for the rows of several inputs. For generated code. */
    protected final float[][] predictions(InputRows rows) {
        return outputs(rows).get(0);
    }

    /** Predictions, output by output, for the rows of several inputs. For generated code. */
    protected final List<float[][]> outputs(InputRows rows) {
        return rows.isEmpty() ? noRows() : outputs(rows.dataset());
    }

    /** Predictions, output by output, of rows. For generated code. */
    protected final List<float[][]> outputs(float[][] rows) {
        return rows.length == 0 ? noRows() : outputs(Dataset.of(rows));
    }

    /** Predictions, output by output, of rows of bytes, 0 to 255. For generated code. */
    protected final List<float[][]> outputs(byte[][] rows) {
        return rows.length == 0 ? noRows() : outputs(Dataset.ofBytes(rows));
    }

    /** Predictions, output by output, of rows of ints. For generated code. */
    protected final List<float[][]> outputs(int[][] rows) {
        return rows.length == 0 ? noRows() : outputs(Dataset.ofInts(rows));
    }

    private List<float[][]> noRows() {
        return engine.plan().outputs().stream().map(output -> new float[0][]).toList();
    }

    /** The only value of each row, for generated code. */
    protected static float[] firstColumn(float[][] rows) {
        float[] column = new float[rows.length];
        for (int row = 0; row < rows.length; row++) {
            column[row] = rows[row][0];
        }
        return column;
    }

    /** Index of the largest value of each row, the lowest of equal ones, for generated code. */
    protected static int[] likeliest(float[][] rows) {
        int[] classes = new int[rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 1; i < rows[row].length; i++) {
                if (rows[row][i] > rows[row][classes[row]]) {
                    classes[row] = i;
                }
            }
        }
        return classes;
    }

    /**
     * A copy of the weights and moving statistics that inference uses, of one moment: under {@code @MovingAverage} the averages, under
     * the names of the weights themselves; else the same as {@link #weights()}.
     */
    public final Weights inferenceWeights() {
        if (!engine.plan().averaged()) {
            return weights();
        }
        List<String> names =
                engine.state().weights().stream().map(Variable::name).toList();
        Weights averages = read(names.stream().map(Variable::averageOf).toList());
        return averages.renamed(names);
    }

    /**
     * A copy of all weights and moving statistics, of one moment: those that training goes on with, also where inference uses
     * moving averages.
     */
    public final Weights weights() {
        return read(engine.state().weightNames());
    }

    Weights weights(String name) {
        return read(List.of(name));
    }

    private Weights read(List<String> names) {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        engine.state()
                .variables()
                .forEach(
                        variable -> shapes.put(variable.name(), variable.shape().asArray()));
        Map<String, Weights.Values> values = new LinkedHashMap<>();
        engine.state().readVariables(names).forEach((name, bytes) -> {
            float[] floats = new float[bytes.length / Float.BYTES];
            NetworkState.bytes(bytes).asFloatBuffer().get(floats);
            values.put(name, new Weights.Values(shapes.get(name), floats));
        });
        return new Weights(values);
    }

    /**
     * Replaces weights; those that are not named stay, and so does the state of the optimizer. A moving average of a replaced weight
     * starts anew from the new value. NaN and infinite values are taken: a step of training then fails, naming the weight.
     *
     * @throws IllegalArgumentException if a name is unknown or a shape differs; nothing has changed then
     */
    public final void setWeights(Weights weights) {
        Objects.requireNonNull(weights, "weights is null; give those of weights(), changed by with(...)");
        for (Variable<?> variable : engine.state().variables()) {
            if (weights.names().contains(variable.name())) {
                requireShape(variable, weights.shape(variable.name()));
            }
        }
        Map<String, byte[]> values = new LinkedHashMap<>();
        for (String name : weights.names()) {
            float[] floats = weights.get(name);
            byte[] bytes = new byte[Math.multiplyExact(floats.length, Float.BYTES)];
            NetworkState.bytes(bytes).asFloatBuffer().put(floats);
            values.put(name, bytes);
        }
        engine.state().writeVariables(values);
    }

    /** Writes the weights under Regulus's own names: {@link #exportWeights(Path, WeightMapping)}. */
    public final void exportWeights(Path file) {
        exportWeights(file, WeightMapping.REGULUS);
    }

    /**
     * Writes the weights and moving statistics that inference uses as a plain safetensors file, for other libraries; unlike
     * {@link #save} without what training goes on with.
     *
     * @param file such as {@code net.safetensors}; replaced in one atomic move, the folders above it are made
     * @param mapping names and order of the numbers there
     * @throws IllegalArgumentException if the mapping does not fit the model, or the file is that of a saved model
     * @throws java.io.UncheckedIOException if the file cannot be written; one that was there stays whole
     */
    public final void exportWeights(Path file, WeightMapping mapping) {
        trainer.requireAdapted();
        WeightFiles.write(engine, inferenceWeights(), file, mapping);
    }

    /** Loads weights under Regulus's own names: {@link #importWeights(Path, WeightMapping)}. */
    public final ImportReport importWeights(Path file) {
        return importWeights(file, WeightMapping.REGULUS);
    }

    /**
     * Replaces weights by those of a safetensors file, such as other libraries write: F32, F16, BF16 and F64, without any metadata.
     * Weights that the file lacks stay as they are, and so does the state of the optimizer; moving averages start anew from what is
     * loaded. Everything is read and checked before the first weight is replaced.
     *
     * @param mapping names and order of the numbers there
     * @return what matched and what did not
     * @throws IllegalArgumentException if the mapping does not fit the model
     * @throws io.regulus.save.SaveFormatException if it is no whole safetensors file
     * @throws io.regulus.save.IncompatibleModelException if nothing matches, or under {@link WeightMapping#requireAll} not all;
     *     the message lists both sides with their shapes, and nothing has changed
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public final ImportReport importWeights(Path file, WeightMapping mapping) {
        return importWeights(SafetensorsFile.read(file).tensors(), file.toString(), mapping);
    }

    /**
     * The same for tensors that were read from any other place.
     *
     * @param tensors of different names
     * @param origin where they are from, for messages
     */
    public final ImportReport importWeights(List<NamedTensor> tensors, String origin, WeightMapping mapping) {
        return WeightFiles.load(engine, tensors, origin, mapping);
    }

    private static void requireShape(Variable<?> variable, long... shape) {
        if (!Arrays.equals(variable.shape().asArray(), shape)) {
            throw new IllegalArgumentException("weight '" + variable.name() + "' has the shape " + variable.shape()
                    + ", not " + Arrays.toString(shape));
        }
    }

    /**
     * The gradients that a step on all these rows would have, under the names of the weights; nothing is trained. They are of the data loss and
     * the penalty, with the dropout masks of the next step and before any clipping. Those of L2 terms are missing where native kernels take
     * part, whose update adds them.
     *
     * @throws IllegalArgumentException if the data does not fit the network
     * @throws IllegalStateException in a group of processes
     */
    public final Weights gradients(Dataset data) {
        return values(trainer.gradients(data));
    }

    private Weights values(Map<String, float[]> floats) {
        Map<String, Weights.Values> values = new LinkedHashMap<>();
        engine.state().variables().stream()
                .filter(variable -> floats.containsKey(variable.name()))
                .forEach(variable -> values.put(
                        variable.name(), new Weights.Values(variable.shape().asArray(), floats.get(variable.name()))));
        return new Weights(values);
    }

    /** What runs it. */
    Engine engine() {
        return engine;
    }

    /** A weight of this model, for generated code. */
    protected final Parameter parameter(String name) {
        return new Parameter(this, name);
    }

    /** The sum of the regularisation penalties of the weights as they are. */
    public final double penalty() {
        return engine.penalties().total();
    }

    /** The learning rate as it was set; under a schedule a step takes this rate times the schedule's factor. */
    public final double learningRate() {
        return engine.state().learningRate();
    }

    /**
     * Sets the learning rate; nothing is rebuilt.
     *
     * @throws IllegalArgumentException if it is not a positive number that a float can hold
     */
    public final void setLearningRate(double rate) {
        engine.state().learningRate(rate);
    }

    /** Number of steps trained over the life of the model, those before a save included. */
    public final long steps() {
        return engine.state().step();
    }

    /**
     * On which device the ops of a training step really run, for whoever wants to know that the GPU is used. Runs a step on some
     * rows forward and backward, and changes nothing.
     *
     * @param data rows with targets, of which the first 32 are taken
     * @throws IllegalArgumentException if the data does not fit the network
     */
    public final Placement placement(Dataset data) {
        return trainer.placement(data);
    }

    /** What this model has predicted since it was made or loaded; may be read at any time, from any thread, also when it is closed. */
    public final Usage usage() {
        return engine.inference().usage();
    }

    /** How many values of kernels, recurrent kernels and tables are 0 in the weights that inference uses, as after pruning. */
    public final Sparsity sparsity() {
        Weights weights = inferenceWeights();
        Map<String, Sparsity.Zeros> counted = new LinkedHashMap<>();
        engine.state().weights().stream()
                .filter(weight -> COUNTED.contains(weight.role()))
                .map(Variable::name)
                .forEach(name -> counted.put(name, Sparsity.Zeros.of(weights.get(name))));
        return new Sparsity(counted);
    }

    /** A table of layers, shapes and parameters, with the penalty and the decay that fall on each. */
    public final String summary() {
        engine.requireOpen();
        return new Summary(engine).text();
    }

    /**
     * Saves every variable, the state of the optimizer and the step included, so that training resumes bit for bit. The folder
     * is made where there is none; a model saved there before is replaced in one atomic move, and stays whole if anything
     * fails.
     *
     * @throws IllegalArgumentException if the folder holds a SavedModel
     * @throws java.io.UncheckedIOException if the folder cannot be written
     */
    public final void save(Path folder) {
        ModelFile.write(folder, SavedVariables.of(engine.state(), attachments.texts()));
    }

    /**
     * Keeps a text with the model, such as a vocabulary as JSON, in the place of any of that name: it is saved and loaded with the
     * weights.
     *
     * @param name at least one character
     * @param text any
     * @throws IllegalArgumentException if the name is empty
     */
    public final void attach(String name, String text) {
        Objects.requireNonNull(text, "the text to attach is null; give one");
        if (name.isEmpty()) {
            throw new IllegalArgumentException(
                    "the name of what is attached is empty; give it one, such as \"vocabulary\"");
        }
        attachments.add(Map.of(name, text));
    }

    void requireOpen() {
        engine.requireOpen();
    }

    void detach(String name) {
        attachments.remove(name);
    }

    boolean attachIfAbsent(String name, String text) {
        return attachments.addIfAbsent(name, text);
    }

    /** A text that was attached to this model, or came with the saved one. */
    public final Optional<String> attachment(String name) {
        return Optional.ofNullable(attachments.texts().get(name));
    }

    /**
     * The names of the classes that this model was trained on, in the order of their labels and of the probabilities that are predicted;
     * empty where the training data had none. They are saved with the model, and {@code fit} and {@code evaluate} refuse data that names
     * others.
     */
    public final List<String> classNames() {
        return new ClassNames(attachments).known();
    }

    /**
     * Says what labels stand for from now on: for a model that is to learn other classes than before.
     *
     * @param names in the order of their labels; none to forget them, so that the next fit takes those of its data
     * @throws IllegalArgumentException if one occurs twice
     */
    public final void setClassNames(List<String> names) {
        new ClassNames(attachments).replace(names);
    }

    /**
     * Replaces every variable by those of a saved model of the same class and shapes, and what is attached by what was attached to
     * it. The hyperparameters and the seed stay those of this model; {@code XModel.load} takes them from the file as well.
     *
     * <p>Predictions may run meanwhile. Each run of the network sees all weights of before or all of after, and each look at the
     * attached texts likewise; but weights and texts change one after the other. Where a prediction must see both of one moment, such
     * as one of records whose encoding differs in the saved model, load a second model and exchange the two.
     *
     * @throws io.regulus.save.SaveFormatException if there is no whole Regulus model in the folder, with the reason
     * @throws io.regulus.save.IncompatibleModelException listing what differs, if it is another network; in either case this
     *     model is left as it was
     */
    public final void restore(Path folder) {
        restore(ModelFile.read(folder));
    }

    private void restore(ModelState state) {
        SavedVariables.restore(engine.state(), state);
        attachments.replace(state.attachments());
    }

    /** Makes a model of the same class, numbers, seed and state, attached texts included. */
    static <M extends Model> M copy(M model, ModelType<M> type, Settings settings) {
        Model original = model;
        return like(SavedVariables.of(original.engine.state(), original.attachments.texts()), type, settings);
    }

    /**
     * Reads a saved model and makes one like it. Hyperparameters that it does not name are as annotated, and its seed is its own.
     *
     * @param settings how it is to run
     */
    static <M extends Model> M load(Path folder, ModelType<M> type, Settings settings) {
        ModelState state = ModelFile.read(folder);
        Compatibility.check(type.plan(Map.of()).name(), type.defaults().keySet(), state);
        return like(state, type, settings);
    }

    private static <M extends Model> M like(ModelState state, ModelType<M> type, Settings settings) {
        M model = type.create(SavedVariables.hyperparameters(state), settings.withSeed(state.seed()));
        try {
            ((Model) model).restore(state);
            return model;
        } catch (RuntimeException | Error failure) {
            model.close();
            throw failure;
        }
    }

    /**
     * Writes a SavedModel with the signature {@code serving_default}, from {@code input} to {@code predictions}, several of
     * them under the names of their fields, for TensorFlow Serving or any other TensorFlow. The update, the optimizer's state and the random
     * draws of training are not in it. Beside it, in {@code assets.extra/regulus.json}, stands what the tensors do not say: class,
     * version of Regulus, seed, hyperparameters, inputs and outputs with type and shape, and whatever is attached to the model.
     *
     * @param folder made anew; a SavedModel that stands there is replaced
     * @throws IllegalArgumentException if the folder holds anything else, beside a SavedModel too
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public final void exportSavedModel(Path folder) {
        trainer.requireAdapted();
        SavedModelExport.write(
                engine,
                folder,
                Map.of(ExportMetadata.FILE_NAME, ExportMetadata.json(engine, new TreeMap<>(attachments.texts()))));
    }

    /** Frees the native memory. A second call does nothing. */
    @Override
    public final void close() {
        engine.close();
        trainer.close();
    }
}
