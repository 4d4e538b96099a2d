package io.regulus.effects;

import static io.regulus.effects.Effect.claim;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Add;
import io.regulus.annotations.AlphaDropout;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.DropConnect;
import io.regulus.annotations.DropPath;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.From;
import io.regulus.annotations.GaussianDropout;
import io.regulus.annotations.GaussianNoise;
import io.regulus.annotations.GlobalAvgPool2D;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.SpatialDropout;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.model.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Noise: what a layer gives without it, and in a step of training with it. The layers give what they read. */
final class NoiseEffects {
    private static final int ROWS = 10;
    private static final int UNITS = 16;
    private static final int SIDE = 6;
    private static final int CHANNELS = 8;

    private NoiseEffects() {}

    @Network(input = UNITS)
    @Regressor
    @Adam
    abstract static class Dropped {
        @Dense(units = UNITS)
        @Dropout(p = 0.5)
        Layer shown;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = UNITS)
    @Regressor
    @Adam
    abstract static class Noisy {
        @Dense(units = UNITS)
        @GaussianNoise(stddev = 0.3)
        Layer shown;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = UNITS)
    @Regressor
    @Adam
    abstract static class Multiplied {
        @Dense(units = UNITS)
        @GaussianDropout(p = 0.3)
        Layer shown;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = UNITS)
    @Regressor
    @Adam
    abstract static class Alpha {
        @Dense(units = UNITS)
        @AlphaDropout(p = 0.3)
        Layer shown;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = UNITS)
    @Regressor
    @Adam
    abstract static class Disconnected {
        @Dense(units = UNITS)
        @DropConnect(p = 0.5)
        Layer shown;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = {SIDE, SIDE, CHANNELS})
    @Regressor
    @Adam
    abstract static class Spatial {
        @Conv2D(filters = CHANNELS, kernel = 1)
        @SpatialDropout(p = 0.4)
        Layer shown;

        @GlobalAvgPool2D
        Layer pooled;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = UNITS)
    @Regressor
    @Adam
    abstract static class Paths {
        @Dense(units = UNITS)
        @DropPath(p = 0.4)
        Layer branch;

        @From({"branch", "input"})
        @Add
        Layer shown;

        @Dense(units = 1)
        Layer out;
    }

    static List<Effect> all() {
        return List.of(dropout(), spatial(), gaussianNoise(), gaussianDropout(), alpha(), connect(), path());
    }

    /** Waves of numbers of both signs. */
    private static Dataset waves() {
        float[][] rows = new float[ROWS][UNITS];
        for (int row = 0; row < ROWS; row++) {
            for (int unit = 0; unit < UNITS; unit++) {
                rows[row][unit] = (float) (1.1 + Math.sin(0.5 * row + 0.4 * unit)) * (unit < UNITS / 2 ? 1 : -1);
            }
        }
        return Dataset.of(rows, new float[ROWS][1]);
    }

    private static double[][] before() {
        return Numbers.matrix(rows(waves()));
    }

    private static float[][] rows(Dataset data) {
        return IntStream.range(0, data.size()).mapToObj(data::row).toArray(float[][]::new);
    }

    /** What the layer gives in training where its kernel is the identity. */
    private static double[][] after(ModelType<?> type, String layer) {
        try (Model model = Numbers.model(type)) {
            Weights weights = model.weights().with(layer + "/kernel", Numbers.identity(UNITS));
            model.setWeights(weights);
            return Numbers.matrix(
                    Peek.training(model, type.plan(Map.of()), waves()).get("shown"), UNITS);
        }
    }

    private static Figure tiles(String with, double[][] before, double[][] after) {
        double most = 2.5;
        return new Tiles(
                "16 units for 10 rows: in prediction, in training",
                2,
                List.of(
                        new Tiles.Tile("without", Picture.matrix(before, most)),
                        new Tiles.Tile(with, Picture.matrix(after, most))));
    }

    private static double[] flat(double[][] matrix) {
        return Arrays.stream(matrix).flatMapToDouble(DoubleStream::of).toArray();
    }

    private static double[] ratios(double[][] before, double[][] after) {
        double[] one = flat(before);
        double[] other = flat(after);
        return IntStream.range(0, one.length)
                .mapToDouble(i -> other[i] / one[i])
                .toArray();
    }

    private static Effect dropout() {
        double[][] after = after(NoiseEffects_DroppedModel.type(), "shown");
        double[] ratios = ratios(before(), after);
        long dropped = DoubleStream.of(ratios).filter(ratio -> ratio == 0).count();
        return Effect.of(
                Dropout.class,
                "What sixteen units give for ten rows: in training half of the values are blank, the others twice as strong.",
                tiles("@Dropout(p = 0.5)", before(), after),
                claim("about half are dropped", Math.abs(dropped / (double) ratios.length - 0.5) < 0.12),
                claim(
                        "the others are doubled",
                        DoubleStream.of(ratios)
                                .filter(ratio -> ratio != 0)
                                .allMatch(ratio -> Math.abs(ratio - 2) < 1e-5)));
    }

    private static Effect gaussianNoise() {
        double[][] after = after(NoiseEffects_NoisyModel.type(), "shown");
        double[] one = flat(before());
        double[] other = flat(after);
        double deviation = Numbers.deviation(IntStream.range(0, one.length)
                .mapToDouble(i -> other[i] - one[i])
                .toArray());
        return Effect.of(
                GaussianNoise.class,
                "What sixteen units give for ten rows: in training every value is a little more or less.",
                tiles("@GaussianNoise(stddev = 0.3)", before(), after),
                claim("by a deviation of 0.3", Math.abs(deviation - 0.3) < 0.06));
    }

    private static Effect gaussianDropout() {
        double[][] after = after(NoiseEffects_MultipliedModel.type(), "shown");
        double[] ratios = ratios(before(), after);
        double expected = Math.sqrt(0.3 / 0.7);
        return Effect.of(
                GaussianDropout.class,
                "What sixteen units give for ten rows: in training strong values vary more than weak ones, none is lost.",
                tiles("@GaussianDropout(p = 0.3)", before(), after),
                claim("factors have a mean of 1", Math.abs(Numbers.mean(ratios) - 1) < 0.15),
                claim("and this deviation", Math.abs(Numbers.deviation(ratios) - expected) < 0.15));
    }

    private static Effect alpha() {
        double[][] after = after(NoiseEffects_AlphaModel.type(), "shown");
        double[] values = flat(after);
        double least = DoubleStream.of(values).min().orElse(0);
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        // the value that comes most often is that of dropped ones
        double often = sorted[0];
        int most = 0;
        for (int i = 0; i < sorted.length; i++) {
            double value = sorted[i];
            int count = (int) DoubleStream.of(sorted)
                    .filter(other -> Math.abs(other - value) < 1e-5)
                    .count();
            if (count > most) {
                most = count;
                often = value;
            }
        }
        return Effect.of(
                AlphaDropout.class,
                "What sixteen units give for ten rows: in training dropped values are all set to the same negative number and not to 0.",
                tiles("@AlphaDropout(p = 0.3)", before(), after),
                claim("about 30 % have one value", Math.abs(most / (double) values.length - 0.3) < 0.1),
                claim("which is below 0", often < -0.5 && least <= often));
    }

    private static Effect connect() {
        ModelType<?> type = NoiseEffects_DisconnectedModel.type();
        double[][] plain;
        double[][] after;
        try (Model model = Numbers.model(type)) {
            plain = Numbers.matrix(
                    Peek.prediction(model, type.plan(Map.of()), waves()).get("shown"), UNITS);
            after = Numbers.matrix(
                    Peek.training(model, type.plan(Map.of()), waves()).get("shown"), UNITS);
        }
        double most = Picture.most(plain, after);
        double[] one = flat(plain);
        double[] other = flat(after);
        double change = Numbers.length(IntStream.range(0, one.length)
                        .mapToDouble(i -> other[i] - one[i])
                        .toArray())
                / Numbers.length(one);
        return Effect.of(
                DropConnect.class,
                "What sixteen units give for ten rows: in training every value changes, for each is a sum over half of the weights.",
                new Tiles(
                        "16 units for 10 rows: in prediction, in training",
                        2,
                        List.of(
                                new Tiles.Tile("without", Picture.matrix(plain, most)),
                                new Tiles.Tile("@DropConnect(p = 0.5)", Picture.matrix(after, most)))),
                claim("all values change", IntStream.range(0, one.length).allMatch(i -> one[i] != other[i])),
                claim("as much as they are large", change > 0.5 && change < 2));
    }

    private static Effect spatial() {
        ModelType<?> type = NoiseEffects_SpatialModel.type();
        float[][] rows = new float[3][SIDE * SIDE * CHANNELS];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < rows[row].length; i++) {
                int place = i / CHANNELS;
                int line = place / SIDE;
                rows[row][i] = (float) (1.1 + Math.sin(0.8 * line + 0.9 * (place % SIDE) + i % CHANNELS + row));
            }
        }
        Dataset images = Dataset.of(rows, new float[3][1]);
        float[] given;
        try (Model model = Numbers.model(type)) {
            model.setWeights(model.weights().with("shown/kernel", Numbers.identity(CHANNELS)));
            given = Peek.training(model, type.plan(Map.of()), images).get("shown");
        }
        float[] read = new float[given.length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, read, row * rows[row].length, rows[row].length);
        }
        int whole = 0;
        int dropped = 0;
        for (int channel = 0; channel < 3 * CHANNELS; channel++) {
            int zeros = 0;
            for (int place = 0; place < SIDE * SIDE; place++) {
                zeros += given[(channel / CHANNELS * SIDE * SIDE + place) * CHANNELS + channel % CHANNELS] == 0 ? 1 : 0;
            }
            whole += zeros == 0 ? 1 : 0;
            dropped += zeros == SIDE * SIDE ? 1 : 0;
        }
        return Effect.of(
                SpatialDropout.class,
                "Eight channels of three images: in training whole channels are blank, the others stronger.",
                new Tiles(
                        "8 channels of 3 images: in prediction, in training",
                        1,
                        List.of(
                                new Tiles.Tile(
                                        "without",
                                        Picture.matrix(Numbers.channels(Numbers.doubles(read), SIDE, CHANNELS), 3.5)),
                                new Tiles.Tile(
                                        "@SpatialDropout(p = 0.4)",
                                        Picture.matrix(
                                                Numbers.channels(Numbers.doubles(given), SIDE, CHANNELS), 3.5)))),
                claim("a channel is dropped as a whole or not at all", whole + dropped == 3 * CHANNELS),
                claim("some are, some are not", dropped >= 4 && whole >= 8));
    }

    private static Effect path() {
        double[][] after = after(NoiseEffects_PathsModel.type(), "branch");
        double[] ratios = ratios(before(), after);
        double kept = 1 + 1 / 0.6;
        boolean rowsAsOne = true;
        int skipped = 0;
        for (int row = 0; row < ROWS; row++) {
            double first = ratios[row * UNITS];
            for (int unit = 0; unit < UNITS; unit++) {
                rowsAsOne &= Math.abs(ratios[row * UNITS + unit] - first) < 1e-5;
            }
            rowsAsOne &= Math.abs(first - 1) < 1e-5 || Math.abs(first - kept) < 1e-5;
            skipped += Math.abs(first - 1) < 1e-5 ? 1 : 0;
        }
        double[][] both = Arrays.stream(before())
                .map(row -> DoubleStream.of(row).map(value -> 2 * value).toArray())
                .toArray(double[][]::new);
        double most = Picture.most(after);
        return Effect.of(
                DropPath.class,
                "A residual sum for ten rows: in training some rows are weak, as they came in, the others have the branch, which is strengthened.",
                new Tiles(
                        "Input plus branch, 10 rows: in prediction, in training",
                        2,
                        List.of(
                                new Tiles.Tile("without", Picture.matrix(both, most)),
                                new Tiles.Tile("@DropPath(p = 0.4)", Picture.matrix(after, most)))),
                claim("a row has the branch times 1 / 0.6, or not at all", rowsAsOne),
                claim("some have none", skipped >= 2 && skipped <= 7));
    }
}
