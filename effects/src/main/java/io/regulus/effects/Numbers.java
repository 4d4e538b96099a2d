package io.regulus.effects;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.train.Fit;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** What several drawings need: rows, matrices, models. */
final class Numbers {
    private Numbers() {}

    /** A model on one thread, so that a drawing is the same each time. */
    static <M extends Model> M model(ModelType<M> type, Map<String, Double> numbers) {
        return type.create(numbers, Settings.defaults().withThreads(1, 1).withKernels(false));
    }

    static <M extends Model> M model(ModelType<M> type) {
        return model(type, Map.of());
    }

    /** A quiet fit. */
    static Fit fit(int epochs, int batch) {
        return Fit.epochs(epochs).batchSize(batch).verbose(false);
    }

    static float[][] normal(int rows, int columns, long seed) {
        Random random = new Random(seed);
        float[][] values = new float[rows][columns];
        for (float[] row : values) {
            for (int i = 0; i < columns; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return values;
    }

    /** The matrix that a layer multiplies by to give what it reads. */
    static float[] identity(int size) {
        float[] values = new float[size * size];
        for (int i = 0; i < size; i++) {
            values[i * size + i] = 1;
        }
        return values;
    }

    static Dataset identityRows(int size) {
        float[][] rows = new float[size][size];
        for (int i = 0; i < size; i++) {
            rows[i][i] = 1;
        }
        return Dataset.of(rows, new float[size][size]);
    }

    static double[] doubles(float... values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    static double[][] matrix(float[] values, int columns) {
        double[][] rows = new double[values.length / columns][columns];
        for (int i = 0; i < values.length; i++) {
            rows[i / columns][i % columns] = values[i];
        }
        return rows;
    }

    static double[][] matrix(float[][] values) {
        double[][] rows = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            rows[i] = doubles(values[i]);
        }
        return rows;
    }

    static double mean(double... values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(0);
    }

    static double deviation(double... values) {
        double mean = mean(values);
        return Math.sqrt(IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .average()
                .orElse(0));
    }

    static double length(double... values) {
        return Math.sqrt(IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] * values[i])
                .sum());
    }

    static double[] column(double[][] matrix, int column) {
        return IntStream.range(0, matrix.length)
                .mapToDouble(row -> matrix[row][column])
                .toArray();
    }

    /** Square images of several channels: the images below each other, their channels side by side, with a gap between. */
    static double[][] channels(double[] values, int side, int channels) {
        int images = values.length / (side * side * channels);
        double[][] picture = new double[images * (side + 1) - 1][channels * (side + 1) - 1];
        for (int i = 0; i < values.length; i++) {
            int channel = i % channels;
            int place = i / channels % (side * side);
            int image = i / (side * side * channels);
            picture[image * (side + 1) + place / side][channel * (side + 1) + place % side] = values[i];
        }
        return picture;
    }
}
