package io.regulus.spark;

import io.regulus.spark.data.ColumnNames;
import io.regulus.spark.data.ColumnNames.Chosen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** The columns of a stage, by its parameters. */
final class StageColumns {
    private StageColumns() {}

    /** Sets what the columns are called where nobody says otherwise. */
    static void set(ColumnParams<?> stage, ModelClass network) {
        stage.setDefault(stage.featuresCol(), "features");
        stage.setDefault(stage.predictionCol(), "prediction");
        stage.setDefault(stage.probabilityCol(), "probability");
        stage.setDefault(stage.predictedLabelCol(), network.namesClasses() ? "predictedLabel" : "");
        defaultToPorts(stage, network.inputCols(stage), network.inputs());
    }

    /** Sets the columns of inputs or outputs to their own names. */
    static void defaultToPorts(Params stage, List<Param<String>> params, List<String> ports) {
        for (int i = 0; i < params.size(); i++) {
            stage.setDefault(params.get(i), ports.get(i));
        }
    }

    /** What a stage predicts on. */
    static ColumnNames toPredict(ColumnParams<?> stage, ModelClass network) {
        requireNoneOf(network, stage, List.of(stage.featuresCol()));
        return new ColumnNames(inputs(stage, network), Map.of(), Optional.empty(), Optional.empty());
    }

    /** What a stage trains on. */
    static ColumnNames toTrain(NetworkEstimator stage, ModelClass network) {
        requireNoneOf(network, stage, List.of(stage.featuresCol(), stage.labelCol(), stage.weightCol()));
        return new ColumnNames(
                inputs(stage, network),
                chosen(stage, network.outputs(), stage.labelCol(), network.labelCols(stage)),
                optional(stage, stage.weightCol()),
                optional(stage, stage.validationIndicatorCol()));
    }

    /**
     * Refuses columns where those of a record are read.
     *
     * @throws IllegalArgumentException naming the parameter, if one of these is set
     */
    private static void requireNoneOf(ModelClass network, Params stage, List<Param<String>> params) {
        for (Param<String> param : params) {
            if (network.isTyped() && stage.isSet(param)) {
                throw new IllegalArgumentException(param.name() + " = '" + stage.getOrDefault(param) + "', and "
                        + network.plan().name()
                        + " reads the columns that the components of its record are called, label and weight"
                        + " among them: do not set it, and rename columns, or name them with @Column");
            }
        }
    }

    private static Map<String, Chosen> inputs(ColumnParams<?> stage, ModelClass network) {
        return chosen(stage, network.inputs(), stage.featuresCol(), network.inputCols(stage));
    }

    /** The column of each input or output, by its name. */
    private static Map<String, Chosen> chosen(
            Params stage, List<String> ports, Param<String> only, List<Param<String>> ofSeveral) {
        Map<String, Chosen> chosen = new LinkedHashMap<>();
        for (int i = 0; i < ports.size(); i++) {
            chosen.put(ports.get(i), chosen(stage, ofSeveral.isEmpty() ? only : ofSeveral.get(i)));
        }
        return chosen;
    }

    /** A column that there need not be. */
    private static Optional<Chosen> optional(Params stage, Param<String> param) {
        return Optional.of(chosen(stage, param))
                .filter(chosen -> !chosen.column().isEmpty());
    }

    private static Chosen chosen(Params stage, Param<String> param) {
        return new Chosen(stage.getOrDefault(param), param.name());
    }
}
