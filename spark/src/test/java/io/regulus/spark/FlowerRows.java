package io.regulus.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Rows for {@link Flowers}: three clouds of points. */
final class FlowerRows {
    static final List<String> NAMES = List.of("iris", "lily", "rose");

    private FlowerRows() {}

    static StructType schema() {
        return new StructType()
                .add("features", SQLDataTypes.VectorType())
                .add("label", DataTypes.DoubleType)
                .add("species", DataTypes.StringType)
                .add("held", DataTypes.BooleanType)
                .add("a", DataTypes.FloatType)
                .add("b", DataTypes.FloatType)
                .add("c", DataTypes.FloatType)
                .add("d", DataTypes.FloatType);
    }

    /** Rows in three partitions. */
    static Dataset<Row> of(SparkSession session, int rows) {
        List<Row> all = new ArrayList<>();
        float[][] features = features(rows);
        for (int row = 0; row < rows; row++) {
            float[] x = features[row];
            all.add(RowFactory.create(
                    Vectors.dense(x[0], x[1], x[2], x[3]),
                    (double) label(row),
                    NAMES.get(label(row)),
                    row % 5 == 4,
                    x[0],
                    x[1],
                    x[2],
                    x[3]));
        }
        return session.createDataFrame(all, schema()).repartition(3).cache();
    }

    static int label(int row) {
        return row % 3;
    }

    static float[][] features(int rows) {
        Random random = new Random(3);
        float[][] features = new float[rows][4];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < 4; i++) {
                features[row][i] = (float) (random.nextGaussian() * 0.4 + (i == label(row) ? 2 : 0));
            }
        }
        return features;
    }
}
