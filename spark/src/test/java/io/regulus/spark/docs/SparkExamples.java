package io.regulus.spark.docs;

import io.regulus.spark.NetworkEstimator;
import io.regulus.spark.NetworkTransformer;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Runs the examples of the page about Spark with four slots, in a process of its own, for they leave files. */
final class SparkExamples {
    /** Enough for every fold of three to have every kind. */
    private static final int ROWS = 120;

    private static final String KINDS = "kinds";
    private static final Random RANDOM = new Random(4);

    private final SparkSession session;
    private final Dataset<Row> images;
    private final Dataset<Row> kinds;
    private final NetworkTransformer net;

    private SparkExamples(SparkSession session) {
        this.session = session;
        images = images();
        images.write().mode("overwrite").parquet(Path.of("train").toUri().toString());
        kinds = images.drop("label");
        net = new NetworkEstimator(FashionNetModel.class)
                .setEpochs(1)
                .setWorkers(1)
                .fit(images);
    }

    /** The arguments are the names of the methods of {@code Examples}, in their order, each with what it takes as given beside the rest. */
    public static void main(String[] arguments) throws Exception {
        // a search fits thirteen times, each time with as many workers as there are slots
        run(
                "local[1]",
                List.of(arguments).stream()
                        .filter(argument -> argument.endsWith(KINDS))
                        .toList());
        run(
                "local[4]",
                List.of(arguments).stream()
                        .filter(argument -> !argument.endsWith(KINDS))
                        .toList());
    }

    private static void run(String master, List<String> methods) throws Exception {
        String here = Path.of("").toAbsolutePath().toString();
        try (SparkSession session = SparkSession.builder()
                .master(master)
                .config("spark.ui.enabled", "false")
                .config("spark.local.dir", here)
                .config("spark.sql.warehouse.dir", here)
                .config("spark.sql.shuffle.partitions", "2")
                .getOrCreate()) {
            SparkExamples given = new SparkExamples(session);
            for (String argument : methods) {
                int colon = argument.indexOf(':');
                String method = argument.substring(0, colon);
                long start = System.nanoTime();
                given.run(method, argument.substring(colon + 1));
                System.out.println("ran " + method + " in " + (System.nanoTime() - start) / 1_000_000 + " ms");
            }
        }
    }

    private void run(String method, String needs) throws Exception {
        if (!needs.equals("group")) {
            invoke(method, needs.equals(KINDS) ? kinds : images, 0);
            return;
        }
        // one process of two: here both are threads
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Void>> both = new ArrayList<>();
            for (int rank = 0; rank < 2; rank++) {
                int own = rank;
                both.add(threads.submit((Callable<Void>) () -> {
                    invoke(method, images, own);
                    return null;
                }));
            }
            for (Future<Void> one : both) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw (Exception) failure.getCause();
        } finally {
            threads.shutdownNow();
        }
    }

    private void invoke(String method, Dataset<Row> rows, int rank) throws Exception {
        Class<?> type = Class.forName("io.regulus.spark.docs.Examples");
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object examples = constructor.newInstance();
        set(examples, "session", session);
        set(examples, "net", net);
        set(examples, "rank", rank);
        set(examples, "images", rows);
        set(examples, "readings", readings());
        set(examples, "houses", houses());
        set(examples, "all", FashionRows.all());
        Method example = type.getDeclaredMethod(method);
        example.setAccessible(true);
        try {
            example.invoke(examples);
        } catch (InvocationTargetException failure) {
            throw (Exception) failure.getCause();
        }
    }

    private static void set(Object examples, String name, Object value) throws ReflectiveOperationException {
        Field field = examples.getClass().getDeclaredField(name);
        field.setAccessible(true);
        field.set(examples, value);
    }

    private Dataset<Row> images() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            byte[] pixels = new byte[28 * 28];
            RANDOM.nextBytes(pixels);
            rows.add(RowFactory.create(pixels, i % 10, "kind " + i % 10));
        }
        return session.createDataFrame(
                rows,
                new StructType()
                        .add("features", DataTypes.BinaryType, false)
                        .add("label", DataTypes.IntegerType, false)
                        .add("kind", DataTypes.StringType, false));
    }

    private Dataset<Row> readings() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            byte[] pixels = new byte[16];
            RANDOM.nextBytes(pixels);
            List<Float> meta = List.of(RANDOM.nextFloat(), RANDOM.nextFloat(), RANDOM.nextFloat(), RANDOM.nextFloat());
            rows.add(RowFactory.create(pixels, meta.toArray(), i % 10, RANDOM.nextFloat()));
        }
        return session.createDataFrame(
                rows,
                new StructType()
                        .add("pixels", DataTypes.BinaryType, false)
                        .add("meta", DataTypes.createArrayType(DataTypes.FloatType, false), false)
                        .add("label", DataTypes.IntegerType, false)
                        .add("angle", DataTypes.FloatType, false));
    }

    private Dataset<Row> houses() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(RowFactory.create(
                    "street " + i,
                    1 + RANDOM.nextFloat(),
                    i % 7 == 0 ? null : (float) (i % 5),
                    i % 2 == 0 ? "INLAND" : "ISLAND",
                    1f,
                    100 * RANDOM.nextFloat(),
                    i % 4 == 0));
        }
        return session.createDataFrame(
                rows,
                new StructType()
                        .add("street", DataTypes.StringType, false)
                        .add("income", DataTypes.FloatType, false)
                        .add("total bedrooms", DataTypes.FloatType, true)
                        .add("proximity", DataTypes.StringType, false)
                        .add("count", DataTypes.FloatType, false)
                        .add("price", DataTypes.FloatType, false)
                        .add("held", DataTypes.BooleanType, false));
    }

    /** The rows of a process without Spark. */
    private static final class FashionRows {
        private FashionRows() {}

        static io.regulus.data.Dataset all() {
            float[][] rows = new float[ROWS][28 * 28];
            int[] labels = new int[ROWS];
            Random random = new Random(5);
            for (int i = 0; i < ROWS; i++) {
                labels[i] = i % 10;
                for (int j = 0; j < rows[i].length; j++) {
                    rows[i][j] = random.nextFloat();
                }
            }
            return io.regulus.data.Dataset.of(rows, labels);
        }
    }
}
