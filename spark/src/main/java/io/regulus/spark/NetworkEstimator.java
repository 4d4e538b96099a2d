package io.regulus.spark;

import io.regulus.engine.Device;
import io.regulus.model.Model;
import io.regulus.spark.cluster.FitJobs;
import io.regulus.spark.cluster.JobRunner;
import io.regulus.spark.data.CountedRows;
import io.regulus.spark.data.NetworkRows;
import io.regulus.spark.data.TrainingRows;
import io.regulus.spark.job.CheckpointSpec;
import io.regulus.spark.job.ClusterSpec;
import io.regulus.spark.job.FitSpec;
import io.regulus.spark.job.Limits;
import io.regulus.spark.job.PortRange;
import io.regulus.spark.job.TrainedNetwork;
import io.regulus.spark.job.TrainingJob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/**
 * Trains a network that was declared as an annotated class, on a Spark cluster:
 *
 * <pre>{@code
 * NetworkTransformer net = new NetworkEstimator(FashionNetModel.class)
 *         .setEpochs(5)
 *         .setBatchSize(128)
 *         .setWorkers(4)
 *         .fit(images);
 * }</pre>
 *
 * <p>The weights are those of one machine that trains on batches of the same size, but for the last digits: workers add up their gradients
 * in every step. Each hyperparameter of the class is a parameter of this stage, by its name: {@code estimator.hyperparameter("head.dropout")}.
 */
public final class NetworkEstimator extends Estimator<NetworkTransformer>
        implements FitParams<NetworkEstimator>,
                ClusterParams<NetworkEstimator>,
                ColumnParams<NetworkEstimator>,
                LabelParams<NetworkEstimator>,
                DefaultParamsWritable {
    private static final long serialVersionUID = 1;

    private final String uid;
    private final String modelClass;
    private transient Param<?>[] params;

    /**
     * For a generated class, with the hyperparameters as annotated.
     *
     * @throws IllegalArgumentException if the class is no generated model
     */
    public NetworkEstimator(Class<? extends Model> modelClass) {
        this(Identifiable$.MODULE$.randomUID("network"), modelClass.getName());
    }

    NetworkEstimator(String uid, String modelClass) {
        this.uid = uid;
        this.modelClass = modelClass;
        set(modelClass(), modelClass);
        setDefaults();
    }

    private void setDefaults() {
        ModelClass network = network();
        setDefault(epochs(), 10);
        setDefault(batchSize(), 32);
        setDefault(seed(), 1L);
        setDefault(shuffle(), true);
        setDefault(rowSeed(), 0L);
        setDefault(workers(), 0);
        setDefault(averagedEvery(), 0);
        setDefault(threads(), 0);
        setDefault(device(), "auto");
        setDefault(checkpointFolder(), "");
        setDefault(checkpointEverySteps(), 0);
        setDefault(checkpointEveryEpochs(), 1);
        setDefault(keepCheckpoints(), 2);
        setDefault(maxRestarts(), 3);
        setDefault(startSeconds(), 300);
        setDefault(stallSeconds(), 300);
        setDefault(queueSeconds(), 3600);
        setDefault(firstPort(), 0);
        setDefault(lastPort(), 0);
        setDefault(jvmOptions(), new String[0]);
        StageColumns.set(this, network);
        setDefault(labelCol(), "label");
        setDefault(weightCol(), "");
        setDefault(validationIndicatorCol(), "");
        StageColumns.defaultToPorts(this, network.labelCols(this), network.outputs());
        network.type().defaults().forEach((name, value) -> setDefault(hyperparameter(name), value));
    }

    /**
     * The parameter of a hyperparameter, for grids and maps of parameters: as annotated by default. A number outside the range of its
     * annotation is refused where it is set, be it in a grid, with an {@code IllegalArgumentException} that names it and the range.
     *
     * @param name such as {@code head.dropout}, as {@code toMap()} of the generated {@code XHyperparameters} has it
     * @throws IllegalArgumentException naming those there are, if there is none of this name
     */
    public DoubleParam hyperparameter(String name) {
        return network().hyperparameter(this, name);
    }

    /**
     * {@link #hyperparameter}.
     *
     * @throws IllegalArgumentException naming those there are, if there is none of this name
     */
    public double getHyperparameter(String name) {
        return (double) getOrDefault(hyperparameter(name));
    }

    /**
     * {@link #hyperparameter}.
     *
     * @throws IllegalArgumentException naming those there are, if there is none of this name; or naming the range, if the number is outside
     */
    public NetworkEstimator setHyperparameter(String name, double value) {
        return Fluent.set(this, hyperparameter(name), value);
    }

    @Override
    public String getModelClass() {
        return modelClass;
    }

    private ModelClass network() {
        return ModelClass.of(modelClass);
    }

    /** All parameters: the hyperparameters of the class, and the columns of several inputs and outputs, are among them. */
    @Override
    public Param<?>[] params() {
        if (params == null) {
            ModelClass network = network();
            List<Param<?>> ofNetwork = new ArrayList<>(network.inputCols(this));
            ofNetwork.addAll(network.labelCols(this));
            ofNetwork.addAll(network.hyperparameters(this));
            params = ModelClass.params(super.params(), ofNetwork);
        }
        return params.clone();
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public NetworkEstimator copy(ParamMap extra) {
        return copyValues(new NetworkEstimator(uid, modelClass), extra);
    }

    /**
     * The columns that the fitted stage makes of those given.
     *
     * @throws IllegalArgumentException naming the column or the parameter, if the network cannot be trained on such columns, or not with
     *     these parameters
     */
    @Override
    public StructType transformSchema(StructType schema) {
        network().type().plan(hyperparameters());
        new Workers(getWorkers(), getBatchSize());
        clusterSpec(1);
        rows().requireTrainable(schema);
        return PredictionColumns.of(network(), this).appendedTo(schema);
    }

    private NetworkRows rows() {
        ModelClass network = network();
        return NetworkRows.of(network.type(), StageColumns.toTrain(this, network));
    }

    private Map<String, Double> hyperparameters() {
        Map<String, Double> numbers = new TreeMap<>();
        network().type().defaults().keySet().forEach(name -> numbers.put(name, getHyperparameter(name)));
        return numbers;
    }

    /**
     * Trains on the rows of a data frame, which are computed once and kept, encoded, in memory and on the disks of the executors until
     * training is over.
     *
     * <p>Rows are numbered in the order of the partitions and of the rows within them. An input that gives its rows in another order when it
     * is read again, such as one behind a shuffle or a query of a database without an order, makes another run see them in another order,
     * and so does the loss of an executor that kept some of them: write such an input to files, or {@code checkpoint()} it, where two runs
     * are to give the same weights.
     *
     * @param data with the columns that the parameters name; for a network that learns from records those of their components
     * @throws IllegalArgumentException naming the column, the row and the value, if the data does not fit the network; naming the parameter, if
     *     there are fewer rows, or a batch has fewer, than workers, or the folder of checkpoints is that of another run; if the data frame is
     *     streaming, or the application allocates executors dynamically
     * @throws io.regulus.spark.job.TrainingFailedException if training failed for good, or this thread was interrupted, with the cause
     */
    @Override
    public NetworkTransformer fit(Dataset<?> data) {
        transformSchema(data.schema());
        if (data.isStreaming()) {
            throw new IllegalArgumentException(
                    "a network cannot be trained on a streaming data frame: give one that ends");
        }
        JavaSparkContext spark = new JavaSparkContext(data.sparkSession().sparkContext());
        JobRunner.requireCapable(spark);
        SavedNetwork trained = FitJobs.run(spark.sc(), () -> trained(spark, data));
        return copyValues(
                new NetworkTransformer(uid, modelClass, new SentNetwork(trained)).setParent(this), ParamMap.empty());
    }

    private SavedNetwork trained(JavaSparkContext spark, Dataset<?> data) {
        try (TrainingRows rows = rows().training(data)) {
            requireClassNames(rows.classNames());
            CountedRows training = rows.rows().training();
            Optional<CountedRows> validation = rows.rows().validation();
            int workers = new Workers(getWorkers(), getBatchSize())
                    .count(
                            Executors.count(spark),
                            training.count(),
                            validation.map(CountedRows::count).orElse(0L));
            TrainingJob job = new TrainingJob(
                    modelClass,
                    hyperparameters(),
                    new FitSpec(getEpochs(), getBatchSize(), getShuffle(), getRowSeed(), getSeed(), rows.classNames()),
                    rows.layout(),
                    rows.attachments(),
                    clusterSpec(workers));
            TrainedNetwork trained = JobRunner.run(spark, job, training, validation);
            return new SavedNetwork(trained.files(), rows.classNames(), trained.history());
        }
    }

    private void requireClassNames(List<String> known) {
        if (known.isEmpty() && !getPredictedLabelCol().isEmpty()) {
            throw new IllegalArgumentException("predictedLabelCol = '" + getPredictedLabelCol()
                    + "', and the labels do not name every class of the network: make them with a StringIndexer that has seen a"
                    + " row of each class (a part of the rows, as a fold, may lack one), or leave it empty");
        }
    }

    private ClusterSpec clusterSpec(int workers) {
        return new ClusterSpec(
                workers,
                getAveragedEvery(),
                getThreads(),
                Device.valueOf(getDevice().toUpperCase(Locale.ROOT)),
                new CheckpointSpec(
                        getCheckpointFolder(),
                        getCheckpointEverySteps(),
                        getCheckpointEveryEpochs(),
                        getKeepCheckpoints()),
                getMaxRestarts(),
                new Limits(getStartSeconds(), getStallSeconds(), getQueueSeconds()),
                new PortRange(getFirstPort(), getLastPort()),
                List.of(getJvmOptions()));
    }

    /**
     * Saves the parameters to a folder of any file system that Hadoop knows; {@code write().overwrite().save(path)} replaces what is there.
     *
     * @throws IOException if it cannot be written, or there is something in the folder already
     */
    @Override
    public void save(String path) throws IOException {
        write().save(path);
    }

    /** Reads what {@code write()} has written. */
    public static MLReader<NetworkEstimator> read() {
        return new EstimatorReader();
    }

    /**
     * Reads what {@link #save} has saved.
     *
     * @throws IllegalArgumentException if the generated class is not on the class path, or naming a number that is out of its range now
     */
    public static NetworkEstimator load(String path) {
        return read().load(path);
    }
}
