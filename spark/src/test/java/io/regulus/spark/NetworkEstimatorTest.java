package io.regulus.spark;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class NetworkEstimatorTest {
    private static final StructType READINGS = new StructType()
            .add("pixels", DataTypes.BinaryType)
            .add("meta", DataTypes.createArrayType(DataTypes.DoubleType))
            .add("place", DataTypes.IntegerType)
            .add("kind", DataTypes.IntegerType)
            .add("sizes", SQLDataTypes.VectorType());

    @Test
    void parametersHaveDefaultsSettersAndExplanations() {
        NetworkEstimator estimator = new NetworkEstimator(FlowersModel.class)
                .setEpochs(5)
                .setBatchSize(128)
                .setWorkers(2)
                .setHyperparameter("hidden.dropout", 0.25);
        assertThat(estimator.getEpochs()).isEqualTo(5);
        assertThat(estimator.getHyperparameter("hidden.dropout")).isEqualTo(0.25);
        assertThat(estimator.getHyperparameter("optimizer.learningRate")).isEqualTo(0.02);
        assertThat(estimator.getModelClass()).isEqualTo(FlowersModel.class.getName());
        assertThat(estimator.explainParams()).contains("hidden.dropout: hyperparameter of " + Flowers.class.getName());
        for (Param<?> param : estimator.params()) {
            assertThat(estimator.isDefined(param)).isTrue();
            assertThat(param.doc()).isNotEmpty();
        }
    }

    @Test
    void everySetterSetsItsParameter() throws ReflectiveOperationException {
        NetworkEstimator estimator = new NetworkEstimator(FlowersModel.class);
        for (Param<?> param : estimator.params()) {
            String name = param.name();
            if (name.contains(".") || name.equals("modelClass")) {
                continue;
            }
            String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            var getter = NetworkEstimator.class.getMethod("get" + capital);
            var setter = NetworkEstimator.class.getMethod("set" + capital, getter.getReturnType());
            Object other = other(getter.invoke(estimator), name);
            assertThat(setter.invoke(estimator, other)).isSameInstanceAs(estimator);
            assertThat(getter.invoke(estimator)).isEqualTo(other);
            assertThat(estimator.isSet(param)).isTrue();
        }
    }

    private static Object other(Object value, String name) {
        if (value instanceof Integer number) {
            return number + 7;
        }
        if (value instanceof Long number) {
            return number + 7;
        }
        if (value instanceof Boolean truth) {
            return !truth;
        }
        return value instanceof String ? name.equals("device") ? "cpu" : "other" : new String[] {"-Xmx1g"};
    }

    @Test
    void whatIsOutOfRangeOrUnknownIsRefused() {
        NetworkEstimator estimator = new NetworkEstimator(FlowersModel.class);
        assertThat(message(() -> estimator.setEpochs(0))).isEqualTo("epochs = 0: must be at least 1");
        assertThat(message(() -> estimator.setFirstPort(70000))).isEqualTo("firstPort = 70000: must be 0 to 65535");
        assertThat(estimator.explainParams()).contains("epochs: passes over the rows (at least 1)");
        assertThrows(IllegalArgumentException.class, () -> estimator.setDevice("tpu"));
        assertThat(message(() -> estimator.setHyperparameter("hiden.dropout", 0.1)))
                .contains("did you mean 'hidden.dropout'?");
        assertThat(message(() -> estimator.setInputCol("x", "y"))).contains("featuresCol");
        assertThat(message(() -> new NetworkEstimator(ReadingsModel.class).setInputCol("pixel", "y")))
                .contains("did you mean 'pixels'?");
        String outside = "hidden.dropout = 1.5 is outside [0, 1)";
        assertThat(message(() -> estimator.setHyperparameter("hidden.dropout", 1.5)))
                .isEqualTo(outside);
        assertThat(message(() -> new ParamGridBuilder()
                        .addGrid(estimator.hyperparameter("hidden.dropout"), new double[] {0.5, 1.5})
                        .build()))
                .isEqualTo(outside);
        assertThat(estimator.getHyperparameter("hidden.dropout")).isEqualTo(0.1);
        NetworkEstimator crowd = new NetworkEstimator(FlowersModel.class).setWorkers(33);
        assertThat(message(() -> crowd.transformSchema(FlowerRows.schema())))
                .contains("workers = 33, and batchSize = 32");
        NetworkEstimator ports = new NetworkEstimator(FlowersModel.class).setFirstPort(5);
        assertThat(message(() -> ports.transformSchema(FlowerRows.schema()))).contains("ports 5 to 0");
    }

    @Test
    void copiesTakeOtherParameters() {
        NetworkEstimator estimator = new NetworkEstimator(FlowersModel.class).setEpochs(3);
        ParamMap[] grid = new ParamGridBuilder()
                .addGrid(estimator.hyperparameter("hidden.dropout"), new double[] {0.1, 0.2})
                .addGrid(estimator.batchSize(), new int[] {8})
                .build();
        List<Double> dropouts = Arrays.stream(grid)
                .map(map -> estimator.copy(map).getHyperparameter("hidden.dropout"))
                .toList();
        assertThat(dropouts).containsExactly(0.1, 0.2).inOrder();
        NetworkEstimator copy = estimator.copy(grid[0]);
        assertThat(copy.uid()).isEqualTo(estimator.uid());
        assertThat(copy.getEpochs()).isEqualTo(3);
        assertThat(copy.getBatchSize()).isEqualTo(8);
        assertThat(estimator.getBatchSize()).isEqualTo(32);
    }

    @Test
    void predictionsAreColumnsBehindThose() {
        StructType fitted = new NetworkEstimator(FlowersModel.class)
                .setPredictedLabelCol("named")
                .transformSchema(FlowerRows.schema());
        assertThat(type(fitted, "prediction")).isEqualTo(DataTypes.DoubleType);
        assertThat(type(fitted, "probability")).isEqualTo(SQLDataTypes.VectorType());
        assertThat(type(fitted, "named")).isEqualTo(DataTypes.StringType);
        StructType several = new NetworkEstimator(ReadingsModel.class).transformSchema(READINGS);
        assertThat(several.fieldNames())
                .asList()
                .containsExactly(
                        "pixels",
                        "meta",
                        "place",
                        "kind",
                        "sizes",
                        "prediction_kind",
                        "probability_kind",
                        "prediction_sizes")
                .inOrder();
        assertThat(type(several, "prediction_sizes")).isEqualTo(SQLDataTypes.VectorType());
        assertThat(new NetworkEstimator(FlowersModel.class)
                        .setProbabilityCol("")
                        .transformSchema(FlowerRows.schema())
                        .fieldNames())
                .asList()
                .doesNotContain("probability");
    }

    private static DataType type(StructType schema, String column) {
        assertThat(schema.apply(column).nullable()).isFalse();
        return schema.apply(column).dataType();
    }

    @Test
    void columnsThatDoNotFitAreRefusedByName() {
        NetworkEstimator flowers = new NetworkEstimator(FlowersModel.class);
        StructType rows = FlowerRows.schema();
        assertThat(message(() ->
                        flowers.copy(ParamMap.empty()).setFeaturesCol("feature").transformSchema(rows)))
                .contains("no column 'feature', which featuresCol names");
        assertThat(message(() ->
                        flowers.copy(ParamMap.empty()).setFeaturesCol("feature").transformSchema(rows)))
                .contains("did you mean 'features'?");
        assertThat(message(() ->
                        flowers.copy(ParamMap.empty()).setLabelCol("species").transformSchema(rows)))
                .contains("column 'species', which labelCol names, is of type string");
        assertThat(message(() ->
                        flowers.copy(ParamMap.empty()).setWeightCol("features").transformSchema(rows)))
                .contains("column 'features', which weightCol names, is of type vector");
        assertThat(message(() -> flowers.copy(ParamMap.empty())
                        .setValidationIndicatorCol("a")
                        .transformSchema(rows)))
                .contains("boolean");
        assertThat(message(() -> flowers.transformSchema(rows.add("prediction", DataTypes.StringType))))
                .contains("there is a column 'prediction' already");
        assertThat(message(() -> new NetworkEstimator(ReadingsModel.class)
                        .setInputCol("meta", "place")
                        .transformSchema(READINGS)))
                .contains("inputCol.meta");
        assertThat(message(() -> new NetworkEstimator(ReadingsModel.class)
                        .setPredictedLabelCol("x")
                        .transformSchema(READINGS)))
                .contains("predictedLabelCol = 'x'");
    }

    @Test
    void columnsOfARecordAreNotNamedByParameters() {
        NetworkEstimator homes = new NetworkEstimator(HomesModel.class);
        assertThat(homes.transformSchema(RecordRows.HOMES).fieldNames())
                .asList()
                .contains("prediction");
        assertThat(new NetworkEstimator(VisitsModel.class)
                        .transformSchema(RecordRows.VISITS)
                        .fieldNames())
                .asList()
                .containsAtLeast("prediction", "probability", "predictedLabel")
                .inOrder();
        assertThat(message(
                        () -> homes.copy(ParamMap.empty()).setLabelCol("price").transformSchema(RecordRows.HOMES)))
                .contains("labelCol = 'price', and io.regulus.spark.Homes reads the columns");
        assertThat(message(() -> homes.setWeightCol("seen").transformSchema(RecordRows.HOMES)))
                .contains("weightCol = 'seen'");
    }

    @Test
    void moreClassesThanTheNetworkHasAreRefused() {
        NominalAttribute classes =
                NominalAttribute.defaultAttr().withName("label").withValues(new String[] {"a", "b", "c", "d"});
        StructType rows =
                new StructType().add("features", SQLDataTypes.VectorType()).add(classes.toStructField());
        assertThat(message(() -> new NetworkEstimator(FlowersModel.class).transformSchema(rows)))
                .contains("column 'label' stands for 4 classes, [a, b, c, d], and the network tells 3 apart");
    }

    private static String message(Runnable action) {
        return assertThrows(IllegalArgumentException.class, action::run).getMessage();
    }
}
