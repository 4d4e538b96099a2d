package io.regulus.spark.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.data.Dataset;
import io.regulus.data.Order;
import io.regulus.model.ModelType;
import io.regulus.rows.RowEncoder;
import io.regulus.rows.RowLearner;
import io.regulus.rows.RowSchema;
import io.regulus.rows.Target;
import io.regulus.spark.Homes;
import io.regulus.spark.HomesModel;
import io.regulus.spark.Homes_HomeRows;
import io.regulus.spark.RecordRows;
import io.regulus.spark.Visits;
import io.regulus.spark.VisitsModel;
import io.regulus.spark.Visits_VisitRows;
import io.regulus.spark.cluster.TestCluster;
import io.regulus.spark.data.ColumnNames.Chosen;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import scala.Tuple2;

@EnabledForJreRange(
        max = JRE.JAVA_23,
        disabledReason = "Hadoop 3.4 calls Subject.getSubject, which JDK 24 has disabled")
class RecordNetworkRowsTest {
    private static final RowSchema<Homes.Home> HOME = Homes_HomeRows.schema();

    private static final ColumnNames NO_NAMES = new ColumnNames(Map.of(), Map.of(), Optional.empty(), Optional.empty());

    @TempDir
    static Path disk;

    private static JavaSparkContext spark;
    private static SparkSession session;

    @BeforeAll
    static void start() {
        spark = TestCluster.context("local[1]", disk);
        session = SparkSession.builder().getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static NetworkRows homes(Optional<String> validation) {
        return NetworkRows.of(
                ModelType.of(HomesModel.class),
                new ColumnNames(
                        Map.of(),
                        Map.of(),
                        Optional.empty(),
                        validation.map(column -> new Chosen(column, "validationIndicatorCol"))));
    }

    @Test
    void rowsBecomeRecords() {
        Row row = RowFactory.create(true, 500.25, null, 0.1, "near bay", " gas ", 3);
        assertThat(RecordColumns.training(HOME, RecordRows.HOMES).records(HOME, List.of(row)))
                .containsExactly(new Homes.Home(null, 0.1, null, Homes.Place.NEAR_BAY, "gas", 3, 500.25f));
    }

    @Test
    void valuesOfEveryTypeAreTexts() {
        StructType table = new StructType()
                .add("page", DataTypes.TimestampType)
                .add("seconds", DataTypes.LongType)
                .add("bought", DataTypes.BooleanType);
        RowSchema<Visits.Visit> visit = Visits_VisitRows.schema();
        RecordColumns columns = RecordColumns.training(visit, table);
        assertThat(columns.records(
                        visit,
                        List.of(
                                RowFactory.create(Timestamp.from(Instant.ofEpochSecond(60)), 16_777_216L, false),
                                RowFactory.create(Date.valueOf("2024-02-29"), 1.5e-7f, null),
                                RowFactory.create(true, Double.MIN_VALUE, 1.0))))
                .containsExactly(
                        new Visits.Visit("1970-01-01T00:01:00Z", 16_777_216, false),
                        new Visits.Visit("2024-02-29", 1.5e-7f, null),
                        new Visits.Visit("true", 0, true))
                .inOrder();
    }

    @Test
    void columnsThatDoNotFitAreRefusedByName() {
        NetworkRows rows = homes(Optional.empty());
        rows.requireTrainable(RecordRows.HOMES);
        assertThat(message(() -> rows.requireTrainable(without("area").add("aera", DataTypes.DoubleType))))
                .isEqualTo(
                        "there is no column 'area' (did you mean 'aera'?). The columns are [held, price, total rooms,"
                                + " place, heating, Seen, aera]. Rename them, or say their names with @Column(\"...\").");
        assertThat(message(() -> rows.requireTrainable(without("price")))).contains("no column 'price'");
        rows.predictor(without("price"));
        assertThat(message(() -> rows.predictor(without("place")))).contains("no column 'place'");
        assertThat(message(() -> rows.requireTrainable(without("price").add("price", DataTypes.DateType))))
                .isEqualTo(
                        "column 'price' is of type date, and the label 'price' is a number: cast it, or name another with"
                                + " @Column(\"...\")");
        rows.requireTrainable(without("price").add("price", DataTypes.StringType));
        // called otherwise than its component
        NetworkRows visits = NetworkRows.of(ModelType.of(VisitsModel.class), NO_NAMES);
        visits.requireTrainable(RecordRows.VISITS);
        StructType noLabel = new StructType().add("page", DataTypes.IntegerType).add("seconds", DataTypes.FloatType);
        assertThat(message(() -> visits.requireTrainable(noLabel))).contains("no column 'bought'");
        visits.predictor(noLabel);
        assertThat(message(() -> rows.requireTrainable(without("area").add("area", SQLDataTypes.VectorType()))))
                .contains("column 'area' is of type vector");
        assertThat(message(() -> homes(Optional.of("Seen")).requireTrainable(RecordRows.HOMES)))
                .contains("'Seen', which validationIndicatorCol names, is of type int");
    }

    private static StructType without(String column) {
        StructType schema = new StructType();
        for (var field : RecordRows.HOMES.fields()) {
            schema = field.name().equals(column) ? schema : schema.add(field);
        }
        return schema;
    }

    @Test
    void partitionsTeachWhatAllRowsTeach() {
        // more than a block in a partition, and an empty one
        List<Row> rows = RecordRows.homes(20_000);
        RecordColumns columns = RecordColumns.training(HOME, RecordRows.HOMES);
        Target target = new Target.Amounts();
        List<Row> training = rows.stream().filter(row -> !row.getBoolean(0)).toList();
        RowEncoder<Homes.Home> all = RowEncoder.learn(HOME, target, columns.records(HOME, training));

        RowLearner<Homes.Home> learner = PartitionLearner.learn(
                spark.parallelize(rows, 3).union(spark.parallelize(new ArrayList<Row>(), 1)),
                HomesModel.class.getName(),
                new ModelType.Rows<>(HOME, target),
                columns,
                new RowUses(0));

        assertThat(learner.rows()).isEqualTo(18_000);
        List<Homes.Home> some = columns.records(HOME, rows.subList(0, 9));
        assertThat(floats(learner.encoder().features(some)))
                .usingTolerance(1e-5)
                .containsExactly(floats(all.features(some)))
                .inOrder();
        // of the only one bit for bit
        RowLearner<Homes.Home> one = PartitionLearner.learn(
                spark.parallelize(rows.subList(0, 4_000), 1),
                HomesModel.class.getName(),
                new ModelType.Rows<>(HOME, target),
                columns,
                new RowUses(0));
        List<Homes.Home> first = columns.records(
                HOME,
                rows.subList(0, 4_000).stream()
                        .filter(row -> !row.getBoolean(0))
                        .toList());
        assertThat(one.encoder().toJson())
                .isEqualTo(RowEncoder.learn(HOME, target, first).toJson());
    }

    @Test
    void bytesOfRowsAreWhatThePlainModelReads() {
        List<Row> rows = RecordRows.homes(3_000);
        org.apache.spark.sql.Dataset<Row> table = session.createDataFrame(rows, RecordRows.HOMES);
        try (TrainingRows training = homes(Optional.of("held")).training(table)) {
            List<Row> taught = rows.stream().filter(row -> !row.getBoolean(0)).toList();
            RowEncoder<Homes.Home> encoder = RowEncoder.fromJson(
                    HOME, new Target.Amounts(), training.attachments().get("rows"));
            Dataset expected = encoder.encode(
                    RecordColumns.training(HOME, RecordRows.HOMES).records(HOME, taught));
            Dataset found = read(training);
            assertThat(floats(found)).isEqualTo(floats(expected));
            assertThat(found.values().toArray()).isEqualTo(expected.values().toArray());
            assertThat(found.rowWeights().orElseThrow().toArray())
                    .isEqualTo(expected.rowWeights().orElseThrow().toArray());
            assertThat(training.rows().validation().orElseThrow().count()).isEqualTo(300);
            assertThat(training.attachments().get("rows")).doesNotContain("peat");
        }
        assertThat(spark.getPersistentRDDs()).isEmpty();
    }

    @Test
    void embeddedCategoriesAreInputsOfTheirOwn() {
        List<Row> rows = RecordRows.visits(100);
        ModelType<?> type = ModelType.of(VisitsModel.class);
        try (TrainingRows training =
                NetworkRows.of(type, NO_NAMES).training(session.createDataFrame(rows, RecordRows.VISITS))) {
            assertThat(training.classNames()).containsExactly("false", "true").inOrder();
            RowSchema<Visits.Visit> visit = Visits_VisitRows.schema();
            Dataset expected = RowEncoder.fromJson(
                            visit, new Target.Classes(2), training.attachments().get("rows"))
                    .encode(RecordColumns.training(visit, RecordRows.VISITS).records(visit, rows));
            Dataset found = read(training);
            int[] ids = new int[100];
            int[] expectedIds = new int[100];
            found.features("page").copyInts(Order.sequential(100), 0, 100, ids);
            expected.features("page").copyInts(Order.sequential(100), 0, 100, expectedIds);
            assertThat(ids).isEqualTo(expectedIds);
            assertThat(found.labels().toArray()).isEqualTo(expected.labels().toArray());
        }
    }

    @Test
    void theFirstRowThatIsFlawedIsNamedByItsNumber() {
        List<Row> rows = new ArrayList<>(RecordRows.homes(900));
        rows.set(601, RowFactory.create(false, 1.0, null, Double.NaN, "Inland", "gas", 1));
        assertThat(message(() -> training(rows)))
                .startsWith("training row 601 (number 1 of partition 2, counted from 0): column 'area': is missing.");
        rows.set(450, RowFactory.create(false, null, null, 1.0, "Inland", "gas", 1));
        assertThat(message(() -> training(rows)))
                .startsWith("training row 450 (number 150 of partition 1, counted from 0): price is missing.");
        rows.set(449, RowFactory.create(false, 1.0, null, 1.0, "Offshore", "gas", 1));
        assertThat(message(() -> training(rows))).contains("column 'place': 'Offshore' is none of [INLAND, NEAR_BAY]");
        assertThat(spark.getPersistentRDDs()).isEmpty();
    }

    private static void training(List<Row> rows) {
        homes(Optional.empty())
                .training(session.createDataFrame(spark.parallelize(rows, 3), RecordRows.HOMES))
                .close();
    }

    private static Dataset read(TrainingRows training) {
        List<Tuple2<Long, byte[]>> rows = training.rows().training().rows().collect();
        ByteBuffer bytes = ByteBuffer.allocate(rows.size() * training.layout().bytes());
        rows.forEach(row -> bytes.put(row._2()));
        return training.layout().dataset(List.of(bytes.flip().order(ByteOrder.LITTLE_ENDIAN)), training.classNames());
    }

    private static float[] floats(Dataset data) {
        float[] values = new float[data.size() * data.features().rowLength()];
        data.features().copyFloats(Order.sequential(data.size()), 0, data.size(), values);
        return values;
    }

    private static String message(Runnable action) {
        return assertThrows(IllegalArgumentException.class, action::run).getMessage();
    }
}
