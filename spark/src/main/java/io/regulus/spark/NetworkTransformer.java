package io.regulus.spark;

import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.spark.data.NetworkRows;
import io.regulus.spark.data.RowPredictor;
import io.regulus.train.History;
import java.io.IOException;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * A trained network that predicts on the rows of data frames: what {@link NetworkEstimator} makes. Each executor loads the network once, and
 * predicts the same bits as the model on one machine.
 */
public final class NetworkTransformer extends org.apache.spark.ml.Model<NetworkTransformer>
        implements ColumnParams<NetworkTransformer>, MLWritable {
    private static final long serialVersionUID = 1;

    private final String uid;
    private final String modelClass;
    private final SentNetwork sent;
    private transient Param<?>[] params;

    NetworkTransformer(String uid, String modelClass, SentNetwork sent) {
        this.uid = uid;
        this.modelClass = modelClass;
        this.sent = sent;
        set(modelClass(), modelClass);
        StageColumns.set(this, network());
    }

    @Override
    public String getModelClass() {
        return modelClass;
    }

    private ModelClass network() {
        return ModelClass.of(modelClass);
    }

    /** All parameters: the columns of several inputs are among them. */
    @Override
    public Param<?>[] params() {
        if (params == null) {
            params = ModelClass.params(super.params(), network().inputCols(this));
        }
        return params.clone();
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public NetworkTransformer copy(ParamMap extra) {
        NetworkTransformer copy = copyValues(new NetworkTransformer(uid, modelClass, sent), extra);
        return hasParent() ? copy.setParent(parent()) : copy;
    }

    /** Loss and metrics of every epoch of training, and why it ended. */
    public History history() {
        return saved().history();
    }

    /** The names of the classes, in the order of their labels and of the probabilities; none where they have no names. */
    public List<String> classNames() {
        return saved().classNames();
    }

    /**
     * The network as a model of Regulus in this JVM, to evaluate it, look at it, export it, or train it on. It is the caller's to close.
     *
     * @param type the generated class
     * @throws IllegalArgumentException if it is a network of another class
     * @throws io.regulus.save.IncompatibleModelException if the class has changed since
     */
    public <M extends Model> M model(Class<M> type) {
        if (!type.getName().equals(modelClass)) {
            throw new IllegalArgumentException(
                    "this is a network of " + modelClass + ", not of " + type.getName() + ": give " + modelClass);
        }
        return saved().load(ModelType.of(type), Settings.defaults());
    }

    /**
     * The columns given, with those of the predictions behind them.
     *
     * @throws IllegalArgumentException naming the column or the parameter, if the network cannot predict on such columns
     */
    @Override
    public StructType transformSchema(StructType schema) {
        predictor(schema);
        return columns().appendedTo(schema);
    }

    /**
     * Puts predictions behind the rows of a data frame. As with every transformer they are computed when they are asked for, and again each
     * time unless they are kept; so a row that has what the network cannot use fails the action that asks, naming row and column.
     *
     * <p>The network is sent to each executor once, for this stage and its copies together, and removed from there when neither they nor data
     * frames with its predictions can be reached any more.
     *
     * @throws IllegalArgumentException naming the column or the parameter, if the network cannot predict on such columns
     */
    @Override
    public Dataset<Row> transform(Dataset<?> data) {
        StructType schema = transformSchema(data.schema());
        JavaSparkContext spark = new JavaSparkContext(data.sparkSession().sparkContext());
        return data.toDF()
                .mapPartitions(
                        new PartitionPredictor(modelClass, sent.in(spark), predictor(data.schema()), columns()),
                        Encoders.row(schema));
    }

    private RowPredictor predictor(StructType schema) {
        return NetworkRows.of(network().type(), StageColumns.toPredict(this, network()))
                .predictor(schema);
    }

    private PredictionColumns columns() {
        PredictionColumns columns = PredictionColumns.of(network(), this);
        if (columns.nameClasses() && classNames().isEmpty()) {
            throw new IllegalArgumentException(
                    "predictedLabelCol = '" + getPredictedLabelCol()
                            + "', and the classes have no names: train on labels that a StringIndexer has made, or leave it empty");
        }
        return columns;
    }

    SentNetwork sent() {
        return sent;
    }

    SavedNetwork saved() {
        return sent.network();
    }

    @Override
    public MLWriter write() {
        return new NetworkWriter(this);
    }

    /**
     * Saves to a folder of any file system that Hadoop knows; {@code write().overwrite().save(path)} replaces what is there.
     *
     * @throws IOException if it cannot be written, or there is something in the folder already
     */
    @Override
    public void save(String path) throws IOException {
        write().save(path);
    }

    /** Reads what {@link #write} has written. */
    public static MLReader<NetworkTransformer> read() {
        return new TransformerReader();
    }

    /**
     * Reads what {@link #save} has saved.
     *
     * @throws IllegalArgumentException if the generated class is not on the class path
     * @throws java.io.UncheckedIOException naming the file, if one is missing or cannot be read
     */
    public static NetworkTransformer load(String path) {
        return read().load(path);
    }
}
