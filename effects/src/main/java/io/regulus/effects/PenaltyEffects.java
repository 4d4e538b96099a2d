package io.regulus.effects;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.effects.Effect.claim;

import io.regulus.annotations.ActivityRegularization;
import io.regulus.annotations.Adam;
import io.regulus.annotations.Dense;
import io.regulus.annotations.ElasticNet;
import io.regulus.annotations.ExcludeFromDecay;
import io.regulus.annotations.L1;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Orthogonal;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.model.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Penalties: on the weights of a regression with few rows, and on what layers give. */
final class PenaltyEffects {
    private static final int FEATURES = 30;
    private static final int ROWS = 45;
    /** The others are 0. */
    private static final double[] TRUTH = {2, -1.5, 1.2, -1, 0.8, -0.6};

    private PenaltyEffects() {}

    @Network(input = FEATURES)
    @Regressor
    @Sgd(learningRate = 0.05)
    abstract static class Ridge {
        @Dense(units = 1)
        @L2(0.15)
        Layer price;
    }

    @Network(input = FEATURES)
    @Regressor
    @Sgd(learningRate = 0.05)
    abstract static class Lasso {
        @Dense(units = 1)
        @L1(value = 0.3, proximal = true)
        Layer price;
    }

    @Network(input = FEATURES)
    @Regressor
    @Sgd(learningRate = 0.05)
    abstract static class Net {
        @Dense(units = 1)
        @ElasticNet(l1 = 0.2, l2 = 0.1)
        Layer price;
    }

    @Network(input = 12)
    @Regressor
    @Adam(learningRate = 0.01)
    abstract static class Apart {
        @Dense(units = 10)
        @Orthogonal(10)
        Layer hidden;

        @Dense(units = 1)
        Layer price;
    }

    @Network(input = 12)
    @Regressor
    @Adam(learningRate = 0.01)
    abstract static class Quiet {
        @Dense(units = 16, activation = RELU)
        @ActivityRegularization(l1 = 0.3)
        Layer hidden;

        @Dense(units = 1)
        Layer price;
    }

    @Network(input = 12)
    @Regressor
    @Sgd(learningRate = 0.05)
    @L2(0.2)
    abstract static class Spared {
        @Dense(units = 12)
        Layer first;

        @Dense(units = 12)
        Layer second;

        @Dense(units = 1)
        @ExcludeFromDecay
        Layer last;
    }

    static List<Effect> all() {
        return List.of(l2(), l1(), elasticNet(), orthogonal(), activity(), excluded());
    }

    private static Dataset few() {
        float[][] rows = Numbers.normal(ROWS, FEATURES, 11);
        Random random = new Random(12);
        float[] prices = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double sum = random.nextGaussian();
            for (int i = 0; i < TRUTH.length; i++) {
                sum += TRUTH[i] * rows[row][i];
            }
            prices[row] = (float) sum;
        }
        return Dataset.of(rows, prices);
    }

    private static double[] weights(ModelType<?> type, Map<String, Double> numbers) {
        try (Model model = Numbers.model(type, numbers)) {
            model.fit(few(), Numbers.fit(400, ROWS));
            return Numbers.doubles(model.weights().get("price/kernel"));
        }
    }

    private static Figure bars(String with, double[] plain, double[] penalised) {
        List<Double> truth =
                DoubleStream.of(Arrays.copyOf(TRUTH, FEATURES)).boxed().toList();
        return new Bars(
                List.of(
                        Bars.Row.of("30 weights from 45 noisy rows, without; true ones in orange", plain),
                        Bars.Row.of(with, penalised)),
                List.of(),
                truth);
    }

    private static Effect l2() {
        double[] plain = weights(PenaltyEffects_RidgeModel.type(), Map.of("price.l2", 0.0));
        double[] ridge = weights(PenaltyEffects_RidgeModel.type(), Map.of());
        return Effect.of(
                L2.class,
                "Thirty weights as bars, without and with @L2: all are shorter with it, and none is 0.",
                bars("with @L2(0.15): all smaller, none 0", plain, ridge),
                claim("shorter as a whole", Numbers.length(ridge) < 0.9 * Numbers.length(plain)),
                claim("none is 0", DoubleStream.of(ridge).allMatch(w -> Math.abs(w) > 1e-6)));
    }

    private static Effect l1() {
        double[] plain = weights(PenaltyEffects_LassoModel.type(), Map.of("price.l1", 0.0));
        double[] lasso = weights(PenaltyEffects_LassoModel.type(), Map.of());
        return Effect.of(
                L1.class,
                "Thirty weights as bars, without and with @L1: most of those whose true value is 0 are exactly 0 with it, the others remain.",
                bars("with @L1(0.3, proximal): those of no use are 0", plain, lasso),
                claim(
                        "half of the useless weights are exactly 0",
                        DoubleStream.of(lasso)
                                        .skip(TRUTH.length)
                                        .filter(w -> w == 0)
                                        .count()
                                >= 12),
                claim("without none is", DoubleStream.of(plain).noneMatch(w -> w == 0)),
                claim("the useful ones remain", DoubleStream.of(lasso).limit(4).noneMatch(w -> w == 0)));
    }

    private static Effect elasticNet() {
        double[] plain = weights(PenaltyEffects_NetModel.type(), Map.of("price.l1", 0.0, "price.l2", 0.0));
        double[] net = weights(PenaltyEffects_NetModel.type(), Map.of());
        double near = 0.02;
        return Effect.of(
                ElasticNet.class,
                "Thirty weights as bars, without and with @ElasticNet: with it many are near 0 and all are shorter.",
                bars("with @ElasticNet(l1 = 0.2, l2 = 0.1): fewer and smaller", plain, net),
                claim("shorter as a whole", Numbers.length(net) < 0.9 * Numbers.length(plain)),
                claim(
                        "more are near 0",
                        DoubleStream.of(net).filter(w -> Math.abs(w) < near).count()
                                >= 8
                                        + DoubleStream.of(plain)
                                                .filter(w -> Math.abs(w) < near)
                                                .count()));
    }

    private static Dataset some(int outputs) {
        float[][] rows = Numbers.normal(64, 12, 5);
        float[][] targets = new float[rows.length][outputs];
        for (int row = 0; row < rows.length; row++) {
            targets[row][0] = rows[row][0] * rows[row][1] + rows[row][2];
        }
        return Dataset.of(rows, targets);
    }

    private static Effect orthogonal() {
        double[][] without = cosines(Map.of("hidden.orthogonal", 0.0));
        double[][] with = cosines(Map.of());
        return Effect.of(
                Orthogonal.class,
                "Two matrices of the cosines between the weights of ten units: without @Orthogonal many differ from 0, with it the diagonal alone.",
                new Tiles(
                        "Cosines between the weights into ten units, after training",
                        2,
                        List.of(
                                new Tiles.Tile("without", Picture.matrix(without, 1)),
                                new Tiles.Tile("with @Orthogonal(10)", Picture.matrix(with, 1)))),
                claim("units are ten times less alike", beside(with) < 0.1 * beside(without)));
    }

    private static double[][] cosines(Map<String, Double> numbers) {
        try (Model model = Numbers.model(PenaltyEffects_ApartModel.type(), numbers)) {
            model.fit(some(1), Numbers.fit(150, 64));
            double[][] kernel = Numbers.matrix(model.weights().get("hidden/kernel"), 10);
            double[][] cosines = new double[10][10];
            for (int i = 0; i < 10; i++) {
                for (int j = 0; j < 10; j++) {
                    double[] one = Numbers.column(kernel, i);
                    double[] other = Numbers.column(kernel, j);
                    double product = IntStream.range(0, one.length)
                            .mapToDouble(k -> one[k] * other[k])
                            .sum();
                    cosines[i][j] = product / (Numbers.length(one) * Numbers.length(other));
                }
            }
            return cosines;
        }
    }

    private static double beside(double[][] cosines) {
        double sum = 0;
        for (int i = 0; i < cosines.length; i++) {
            for (int j = 0; j < cosines.length; j++) {
                sum += i == j ? 0 : Math.abs(cosines[i][j]);
            }
        }
        return sum;
    }

    private static Effect activity() {
        double[][] without = outputs(Map.of("hidden.activityL1", 0.0));
        double[][] with = outputs(Map.of());
        double most = Picture.most(without, with);
        return Effect.of(
                ActivityRegularization.class,
                "What sixteen units give for twelve rows: without @ActivityRegularization most give something, with it few do.",
                new Tiles(
                        "What 16 units give for 12 rows, after training",
                        2,
                        List.of(
                                new Tiles.Tile("without", Picture.matrix(without, most)),
                                new Tiles.Tile("@ActivityRegularization(0.3)", Picture.matrix(with, most)))),
                claim("half as many give anything", given(with) < 0.5 * given(without)));
    }

    private static long given(double[][] outputs) {
        return Arrays.stream(outputs)
                .flatMapToDouble(DoubleStream::of)
                .filter(value -> value > 0.05)
                .count();
    }

    private static double[][] outputs(Map<String, Double> numbers) {
        ModelType<?> type = PenaltyEffects_QuietModel.type();
        try (Model model = Numbers.model(type, numbers)) {
            Dataset rows = some(1);
            model.fit(rows, Numbers.fit(300, 64));
            return Numbers.matrix(
                    Peek.prediction(model, type.plan(numbers), rows.take(12)).get("hidden"), 16);
        }
    }

    private static Effect excluded() {
        List<String> layers = List.of("first", "second", "last");
        double[] without = lengths(Map.of("network.l2", 0.0), layers);
        double[] with = lengths(Map.of(), layers);
        return Effect.of(
                ExcludeFromDecay.class,
                "Lengths of the kernels of three layers: under @L2 on the class the first two are much shorter, the last, which is excluded, is not.",
                Bars.of(
                        List.of(
                                Bars.Row.of("Length of each kernel after training, without @L2", without),
                                Bars.Row.of("with @L2(0.2), @ExcludeFromDecay on the last", with)),
                        "first",
                        "second",
                        "last"),
                claim("the first shrinks", with[0] < 0.7 * without[0]),
                claim("the second shrinks", with[1] < 0.7 * without[1]),
                claim("the last does not", with[2] > 0.7 * without[2]));
    }

    private static double[] lengths(Map<String, Double> numbers, List<String> layers) {
        try (Model model = Numbers.model(PenaltyEffects_SparedModel.type(), numbers)) {
            model.fit(some(1), Numbers.fit(60, 64));
            Weights weights = model.weights();
            List<Double> lengths = new ArrayList<>();
            layers.forEach(layer -> lengths.add(Numbers.length(Numbers.doubles(weights.get(layer + "/kernel")))));
            return lengths.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
