package io.regulus.effects;

import static io.regulus.effects.Effect.claim;

import io.regulus.annotations.Adam;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.GlobalAvgPool2D;
import io.regulus.annotations.GroupNorm;
import io.regulus.annotations.Input;
import io.regulus.annotations.InstanceNorm;
import io.regulus.annotations.Layer;
import io.regulus.annotations.LayerNorm;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.RmsNorm;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.SpectralNorm;
import io.regulus.annotations.Standardize;
import io.regulus.annotations.WeightNorm;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Norms: what a layer gives before and behind them, or the weights that they set. The layers before them give what they read. */
final class NormEffects {
    private static final int ROWS = 12;
    private static final int UNITS = 16;
    private static final int SIDE = 6;
    private static final int CHANNELS = 8;

    private NormEffects() {}

    @Network(input = UNITS)
    @Regressor
    @Adam
    abstract static class Batch {
        @Dense(units = UNITS)
        @BatchNorm
        Layer shown;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = UNITS)
    @Regressor
    @Adam
    abstract static class Rows {
        @Dense(units = UNITS)
        @LayerNorm
        Layer shown;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = UNITS)
    @Regressor
    @Adam
    abstract static class Sizes {
        @Dense(units = UNITS)
        @RmsNorm
        Layer shown;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = {SIDE, SIDE, CHANNELS})
    @Regressor
    @Adam
    abstract static class Groups {
        @Conv2D(filters = CHANNELS, kernel = 1)
        @GroupNorm(groups = 2)
        Layer shown;

        @GlobalAvgPool2D
        Layer pooled;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = {SIDE, SIDE, CHANNELS})
    @Regressor
    @Adam
    abstract static class Instances {
        @Conv2D(filters = CHANNELS, kernel = 1)
        @InstanceNorm
        Layer shown;

        @GlobalAvgPool2D
        Layer pooled;

        @Dense(units = 1)
        Layer out;
    }

    @Network
    @Regressor
    @Adam
    abstract static class Standard {
        @Input(shape = UNITS)
        @Standardize
        Layer shown;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = UNITS)
    @Regressor
    @Sgd(learningRate = 0.1)
    abstract static class Spectral {
        @Dense(units = UNITS, useBias = false)
        @SpectralNorm(powerIterations = 20)
        Layer shown;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = UNITS)
    @Regressor
    @Sgd(learningRate = 0.03)
    abstract static class Lengths {
        @Dense(units = UNITS, useBias = false)
        @WeightNorm
        Layer shown;

        @Dense(units = 1)
        Layer out;
    }

    static List<Effect> all() {
        return List.of(batch(), layer(), rms(), group(), instance(), standardize(), spectral(), weight());
    }

    /** Columns of other means and sizes, or rows. */
    private static Dataset uneven(boolean byRow) {
        float[][] rows = Numbers.normal(ROWS, UNITS, 3);
        for (int row = 0; row < ROWS; row++) {
            for (int unit = 0; unit < UNITS; unit++) {
                int of = byRow ? row : unit;
                rows[row][unit] = (float) (rows[row][unit] * (0.3 + of % 4) + of % 5 - 2);
            }
        }
        return Dataset.of(rows, new float[ROWS][1]);
    }

    private static double[][] before(Dataset data) {
        return Numbers.matrix(
                IntStream.range(0, data.size()).mapToObj(data::row).toArray(float[][]::new));
    }

    private static double[][] after(ModelType<?> type, Dataset data) {
        try (Model model = Numbers.model(type)) {
            if (model.weights().names().contains("shown/kernel")) {
                model.setWeights(model.weights().with("shown/kernel", Numbers.identity(UNITS)));
            }
            if (type.plan(Map.of()).inputs().get(0).standard().isPresent()) {
                model.adapt(data);
            }
            return Numbers.matrix(
                    Peek.training(model, type.plan(Map.of()), data).get("shown"), UNITS);
        }
    }

    private static Figure tiles(String of, double[][] before, double[][] after) {
        return new Tiles(
                "16 units for 12 rows (blue above 0, orange below)",
                2,
                List.of(
                        new Tiles.Tile("before", Picture.matrix(before, 6)),
                        new Tiles.Tile("behind " + of, Picture.matrix(after, 3))));
    }

    private static boolean isOne(double value) {
        return Math.abs(value - 1) < 0.01;
    }

    private static Effect byColumn(Class<? extends Annotation> annotation, String seen, String of, ModelType<?> type) {
        Dataset data = uneven(false);
        double[][] after = after(type, data);
        return Effect.of(
                annotation,
                seen,
                tiles(of, before(data), after),
                claim("every column has a mean of 0", all(UNITS, i -> Numbers.mean(Numbers.column(after, i)), 0)),
                claim("and a deviation of 1", all(UNITS, i -> Numbers.deviation(Numbers.column(after, i)), 1)));
    }

    private static boolean all(int count, IntToDoubleFunction of, double expected) {
        return IntStream.range(0, count).allMatch(i -> Math.abs(of.applyAsDouble(i) - expected) < 0.03);
    }

    private static Effect batch() {
        return byColumn(
                BatchNorm.class,
                "A matrix of units and rows: before, columns differ in mean and size; behind @BatchNorm all columns are alike.",
                "@BatchNorm: columns alike",
                NormEffects_BatchModel.type());
    }

    private static Effect standardize() {
        return byColumn(
                Standardize.class,
                "A matrix of features and rows: before, columns differ in mean and size; behind @Standardize all columns are alike.",
                "@Standardize: columns alike",
                NormEffects_StandardModel.type());
    }

    private static Effect layer() {
        Dataset data = uneven(true);
        double[][] after = after(NormEffects_RowsModel.type(), data);
        return Effect.of(
                LayerNorm.class,
                "A matrix of units and rows: before, rows differ in mean and size; behind @LayerNorm all rows are alike.",
                tiles("@LayerNorm: rows alike", before(data), after),
                claim("every row has a mean of 0", all(ROWS, i -> Numbers.mean(after[i]), 0)),
                claim("and a deviation of 1", all(ROWS, i -> Numbers.deviation(after[i]), 1)));
    }

    private static Effect rms() {
        Dataset data = uneven(true);
        double[][] after = after(NormEffects_SizesModel.type(), data);
        double[][] before = before(data);
        return Effect.of(
                RmsNorm.class,
                "A matrix of units and rows: before, rows differ in size; behind @RmsNorm all rows are of one size, and each keeps its sign.",
                tiles("@RmsNorm: sizes alike", before, after),
                claim(
                        "the mean square of every row is 1",
                        all(ROWS, i -> Numbers.length(after[i]) / Math.sqrt(UNITS), 1)),
                claim(
                        "signs stay",
                        IntStream.range(0, ROWS * UNITS)
                                .allMatch(i -> before[i / UNITS][i % UNITS] * after[i / UNITS][i % UNITS] >= 0)));
    }

    private static Dataset images() {
        float[][] noise = Numbers.normal(3, SIDE * SIDE * CHANNELS, 6);
        for (int image = 0; image < 3; image++) {
            for (int i = 0; i < noise[image].length; i++) {
                int channel = i % CHANNELS;
                noise[image][i] =
                        (float) (noise[image][i] * (0.4 + 0.5 * (channel % 3)) + 2 * Math.sin(2 * channel + 3 * image));
            }
        }
        return Dataset.of(noise, new float[3][1]);
    }

    private static double[] given(ModelType<?> type) {
        try (Model model = Numbers.model(type)) {
            model.setWeights(model.weights().with("shown/kernel", Numbers.identity(CHANNELS)));
            return Numbers.doubles(
                    Peek.training(model, type.plan(Map.of()), images()).get("shown"));
        }
    }

    private static double[] read() {
        Dataset images = images();
        return IntStream.range(0, images.size())
                .mapToObj(images::row)
                .flatMapToDouble(row -> DoubleStream.of(Numbers.doubles(row)))
                .toArray();
    }

    private static Figure stacked(String with, double[] after) {
        return new Tiles(
                "Eight channels of three images (blue above 0, orange below)",
                1,
                List.of(
                        new Tiles.Tile("before", Picture.matrix(Numbers.channels(read(), SIDE, CHANNELS), 4)),
                        new Tiles.Tile(with, Picture.matrix(Numbers.channels(after, SIDE, CHANNELS), 2.5))));
    }

    /** The values of some neighbouring channels of an image. */
    private static double[] part(double[] values, int image, int first, int count) {
        return IntStream.range(0, values.length)
                .filter(i -> i / (SIDE * SIDE * CHANNELS) == image)
                .filter(i -> i % CHANNELS >= first && i % CHANNELS < first + count)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    private static Effect group() {
        double[] after = given(NormEffects_GroupsModel.type());
        return Effect.of(
                GroupNorm.class,
                "Eight channels of three images: before, they differ in mean and size; behind @GroupNorm every half of the channels of an image has the same mean and size.",
                stacked("behind @GroupNorm(groups = 2): each half of an image alike", after),
                claim("each half has a mean of 0", all(6, i -> Numbers.mean(part(after, i / 2, i % 2 * 4, 4)), 0)),
                claim("and a deviation of 1", all(6, i -> Numbers.deviation(part(after, i / 2, i % 2 * 4, 4)), 1)));
    }

    private static Effect instance() {
        double[] after = given(NormEffects_InstancesModel.type());
        return Effect.of(
                InstanceNorm.class,
                "Eight channels of three images: before, they differ in mean and size; behind @InstanceNorm every channel of every image has the same.",
                stacked("behind @InstanceNorm: each channel of each image alike", after),
                claim("each has a mean of 0", all(24, i -> Numbers.mean(part(after, i / 8, i % 8, 1)), 0)),
                claim("and a deviation of 1", all(24, i -> Numbers.deviation(part(after, i / 8, i % 8, 1)), 1)));
    }

    /** The kernel that the layer multiplies by: what it gives for the rows of the identity. */
    private static double[][] kernel(Model model, ModelType<?> type) {
        return Numbers.matrix(
                Peek.prediction(model, type.plan(Map.of()), Numbers.identityRows(UNITS))
                        .get("shown"),
                UNITS);
    }

    private static Dataset task() {
        float[][] rows = Numbers.normal(64, UNITS, 8);
        float[] targets = new float[64];
        for (int row = 0; row < 64; row++) {
            targets[row] = 3 * rows[row][0] - 2 * rows[row][1] * rows[row][2];
        }
        return Dataset.of(rows, targets);
    }

    private static Effect spectral() {
        ModelType<?> type = NormEffects_SpectralModel.type();
        try (Model model = Numbers.model(type)) {
            model.fit(task(), Numbers.fit(20, 64));
            double[] stored = SingularValues.of(Numbers.matrix(model.weights().get("shown/kernel"), UNITS));
            double[] used = SingularValues.of(kernel(model, type));
            return Effect.of(
                    SpectralNorm.class,
                    "The sixteen singular values of a kernel: as it is stored the largest is above 1, as it is used the largest is 1.",
                    Bars.of(List.of(
                            Bars.Row.of("Singular values of the kernel as it is stored", stored),
                            Bars.Row.of("as it is used under @SpectralNorm: the largest is 1", used))),
                    claim("the largest is 1", isOne(used[0])),
                    claim("all by one factor", all(UNITS, i -> used[i] * stored[0] / stored[i], used[0] * 1)),
                    claim("stored it is not 1", Math.abs(stored[0] - 1) > 0.2));
        }
    }

    private static Effect weight() {
        ModelType<?> type = NormEffects_LengthsModel.type();
        try (Model model = Numbers.model(type)) {
            double[] start = lengths(Numbers.matrix(model.weights().get("shown/kernel"), UNITS));
            model.fit(task(), Numbers.fit(200, 64));
            double[] directions = lengths(Numbers.matrix(model.weights().get("shown/kernel"), UNITS));
            double[] used = lengths(kernel(model, type));
            double[] factors = model.weights().names().stream()
                    .filter(name -> name.startsWith("shown/") && model.weights().get(name).length == UNITS)
                    .map(name -> Numbers.doubles(model.weights().get(name)))
                    .findFirst()
                    .orElseThrow();
            return Effect.of(
                    WeightNorm.class,
                    "For sixteen units after training: the length of the direction v, and the length of the weights that are used, which is g whatever the length of v.",
                    Bars.of(List.of(
                            Bars.Row.of("Length of the direction v of each of 16 units, after training", directions),
                            Bars.Row.of("length of the weights that are used, g v / |v|: it is g", used))),
                    claim("the weights are as long as g", all(UNITS, i -> used[i] / Math.abs(factors[i]), 1)),
                    claim(
                            "which is not the length of v",
                            IntStream.range(0, UNITS)
                                            .filter(i -> Math.abs(directions[i] / used[i] - 1) > 0.03)
                                            .count()
                                    >= 8),
                    claim(
                            "at the start there were lengths",
                            DoubleStream.of(start).allMatch(length -> length > 0)));
        }
    }

    private static double[] lengths(double[][] kernel) {
        return IntStream.range(0, UNITS)
                .mapToDouble(unit -> Numbers.length(Numbers.column(kernel, unit)))
                .toArray();
    }
}
