package io.regulus.spark;

import io.regulus.engine.OutputPort;
import io.regulus.engine.TargetPort;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns that predictions are put into.
 *
 * @param columns in the order in which they are put behind those that there are
 */
record PredictionColumns(List<Column> columns) implements Serializable {
    private static final long serialVersionUID = 1;

    private static final double HALF = 0.5;

    /** What stands in a column. */
    enum Content {
        /** The number of the class. */
        CLASS,
        /** A probability for each class. */
        PROBABILITIES,
        /** The name of the class. */
        CLASS_NAME,
        /** The only value. */
        VALUE,
        /** Several values. */
        VALUES;

        private DataType type() {
            return switch (this) {
                case CLASS, VALUE -> DataTypes.DoubleType;
                case PROBABILITIES, VALUES -> SQLDataTypes.VectorType();
                case CLASS_NAME -> DataTypes.StringType;
            };
        }
    }

    /**
     * A column.
     *
     * @param output number of the output that it is about
     * @param param the parameter that names it
     */
    record Column(String name, int output, Content content, String param) implements Serializable {
        private static final long serialVersionUID = 1;

        StructField field() {
            return DataTypes.createStructField(name, content.type(), false);
        }

        /** What stands in it for a prediction. */
        Object value(float[] prediction, List<String> classNames) {
            return switch (content) {
                case CLASS -> (double) likeliest(prediction);
                case PROBABILITIES -> Vectors.dense(probabilities(prediction));
                case CLASS_NAME -> classNames.get(likeliest(prediction));
                case VALUE -> (double) prediction[0];
                case VALUES -> Vectors.dense(doubles(prediction));
            };
        }
    }

    /** Those of a stage. */
    static PredictionColumns of(ModelClass network, ColumnParams<?> stage) {
        List<OutputPort> outputs = network.plan().outputs();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            String suffix = outputs.size() == 1 ? "" : "_" + outputs.get(i).name();
            TargetPort<?> target = outputs.get(i).target();
            if (target instanceof TargetPort.Classes) {
                add(columns, stage.getPredictionCol(), suffix, i, Content.CLASS, "predictionCol");
                add(columns, stage.getProbabilityCol(), suffix, i, Content.PROBABILITIES, "probabilityCol");
            } else {
                Content content = target.outputs() == 1 ? Content.VALUE : Content.VALUES;
                add(columns, stage.getPredictionCol(), suffix, i, content, "predictionCol");
            }
        }
        if (!stage.getPredictedLabelCol().isEmpty()) {
            if (!network.isClassifier()) {
                throw new IllegalArgumentException("predictedLabelCol = '" + stage.getPredictedLabelCol() + "', and "
                        + network.plan().name()
                        + " is no classifier with one output, whose classes could have names: leave it empty");
            }
            add(columns, stage.getPredictedLabelCol(), "", 0, Content.CLASS_NAME, "predictedLabelCol");
        }
        return new PredictionColumns(columns);
    }

    private static void add(
            List<Column> columns, String name, String suffix, int output, Content content, String param) {
        if (!name.isEmpty()) {
            columns.add(new Column(name + suffix, output, content, param));
        }
    }

    /**
     * Columns with these behind them.
     *
     * @throws IllegalArgumentException if there is one of such a name already
     */
    StructType appendedTo(StructType schema) {
        StructType all = schema;
        for (Column column : columns) {
            if (Arrays.asList(all.fieldNames()).contains(column.name())) {
                throw new IllegalArgumentException("there is a column '" + column.name() + "' already, and "
                        + column.param() + " puts predictions into one of this name: drop it, or name another with "
                        + column.param() + ", empty for none");
            }
            all = all.add(column.field());
        }
        return all;
    }

    boolean nameClasses() {
        return columns.stream().anyMatch(column -> column.content() == Content.CLASS_NAME);
    }

    /**
     * What stands in the columns for a row.
     *
     * @param predictions output by output those of all rows
     * @param classNames in the order of their labels
     */
    Object[] values(List<float[][]> predictions, int row, List<String> classNames) {
        return columns.stream()
                .map(column -> column.value(predictions.get(column.output())[row], classNames))
                .toArray();
    }

    /** The lowest of equal ones; of one probability, that of the second class, the second where it has a half. */
    private static int likeliest(float[] probabilities) {
        if (probabilities.length == 1) {
            return probabilities[0] >= HALF ? 1 : 0;
        }
        int likeliest = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[likeliest]) {
                likeliest = i;
            }
        }
        return likeliest;
    }

    private static double[] probabilities(float[] prediction) {
        return prediction.length == 1 ? new double[] {1 - (double) prediction[0], prediction[0]} : doubles(prediction);
    }

    private static double[] doubles(float[] prediction) {
        return IntStream.range(0, prediction.length)
                .mapToDouble(i -> prediction[i])
                .toArray();
    }
}
