package io.regulus.model;

import io.regulus.data.Dataset;
import io.regulus.engine.NetworkState;
import io.regulus.ops.Variable;
import io.regulus.tfrecord.EventFile;
import io.regulus.train.Callback;
import io.regulus.train.EpochResult;
import io.regulus.train.Evaluation;
import io.regulus.train.History;
import io.regulus.train.Snapshot;
import io.regulus.train.TrainingRun;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes event files, which TensorBoard shows: {@code tensorboard --logdir logs}. In the folder {@code train} stand, for every epoch, the
 * numbers {@code epoch_loss}, {@code epoch_penalty}, {@code epoch_learning_rate} and the metrics as {@code epoch_accuracy}, histograms of every
 * trained weight under its name, and the graph, once; in {@code validation} the numbers of the validation data. The names are those of
 * Keras's callback; a step is the number of an epoch, from 1.
 *
 * <pre>{@code
 * Fit.epochs(20).validateOn(validation).callback(TensorBoard.of(model, Path.of("logs", "first")).gradientsOn(train.take(64)))
 * }</pre>
 *
 * <p>Give each run a folder of its own, or TensorBoard draws their numbers as one curve; the log says so where event files are there and the fit
 * begins with its first epoch. One that goes on writes on.
 */
public final class TensorBoard implements Callback {
    private static final Logger LOG = LoggerFactory.getLogger(TensorBoard.class);

    private final Model model;
    private final Path folder;
    private final int histogramEpochs;
    private final Optional<Dataset> probe;
    /** Null between fits. */
    private EventFile training;

    /** Null between fits, and where nothing is validated. */
    private EventFile validation;

    private TensorBoard(Model model, Path folder, int histogramEpochs, Optional<Dataset> probe) {
        this.model = model;
        this.folder = folder;
        this.histogramEpochs = histogramEpochs;
        this.probe = probe;
    }

    /**
     * For the fits of a model, with histograms of its weights after every epoch.
     *
     * @param folder made where it is not there
     */
    public static TensorBoard of(Model model, Path folder) {
        Objects.requireNonNull(model, "model is null; give the one that is fitted");
        Objects.requireNonNull(folder, "folder is null; give one, such as Path.of(\"logs\", \"first\")");
        return new TensorBoard(model, folder, 1, Optional.empty());
    }

    /**
     * Histograms after every so many epochs only.
     *
     * @param epochs at least 0; 0 for none, and 1 by default
     * @throws IllegalArgumentException if it is negative
     */
    public TensorBoard histogramsEvery(int epochs) {
        if (epochs < 0) {
            throw new IllegalArgumentException(
                    "histogramsEvery = " + epochs + ": must be at least 0, which means none");
        }
        return new TensorBoard(model, folder, epochs, probe);
    }

    /**
     * Also histograms of the gradients that a step on these rows would have, as {@code head/kernel/gradient}: always the same rows, so that
     * epochs can be compared.
     *
     * @param rows with targets, as many as a batch
     */
    public TensorBoard gradientsOn(Dataset rows) {
        Objects.requireNonNull(rows, "rows is null; give some with targets, such as train.take(64)");
        return new TensorBoard(model, folder, histogramEpochs, Optional.of(rows));
    }

    /**
     * Begins the files.
     *
     * @throws java.io.UncheckedIOException if they cannot be written; nothing is trained then
     */
    @Override
    public void onFitStart(TrainingRun run) {
        Path ofTraining = folder.resolve("train");
        if (run.epoch() == 1 && run.step() == 0 && EventFile.areIn(ofTraining)) {
            LOG.warn("{} holds events of another run, which TensorBoard will show as one with those to come", folder);
        }
        training = EventFile.createIn(ofTraining);
        training.graph(model.engine().graph());
        if (run.monitored().contains("val_loss")) {
            validation = EventFile.createIn(folder.resolve("validation"));
        }
    }

    @Override
    public void onEpochEnd(TrainingRun run, EpochResult epoch) {
        training.scalar(epoch.epoch(), "epoch_learning_rate", epoch.learningRate());
        write(training, epoch.epoch(), epoch.training());
        epoch.validation().ifPresent(evaluation -> write(validation, epoch.epoch(), evaluation));
        if (histogramEpochs > 0 && epoch.epoch() % histogramEpochs == 0) {
            histograms(epoch.epoch(), run.snapshot());
        }
        flush();
    }

    private static void write(EventFile file, int epoch, Evaluation evaluation) {
        file.scalar(epoch, "epoch_loss", evaluation.loss());
        file.scalar(epoch, "epoch_penalty", evaluation.penalty());
        evaluation.metrics().forEach((name, value) -> file.scalar(epoch, "epoch_" + name, value));
    }

    private void histograms(int epoch, Snapshot snapshot) {
        model.engine().state().weights().stream()
                .filter(variable -> variable.role().trained())
                .map(Variable::name)
                .forEach(name ->
                        training.histogram(epoch, name, floats(snapshot.values().get(name))));
        probe.map(model::gradients)
                .ifPresent(gradients -> gradients
                        .names()
                        .forEach(name -> training.histogram(epoch, name + "/gradient", gradients.get(name))));
    }

    private static float[] floats(byte[] bytes) {
        FloatBuffer buffer = NetworkState.bytes(bytes).asFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    private void flush() {
        training.flush();
        if (validation != null) {
            validation.flush();
        }
    }

    @Override
    public void onFitEnd(TrainingRun run, History history) {
        if (training != null) {
            training.close();
            training = null;
        }
        if (validation != null) {
            validation.close();
            validation = null;
        }
    }
}
