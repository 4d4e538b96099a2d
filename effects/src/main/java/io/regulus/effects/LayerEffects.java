package io.regulus.effects;

import static io.regulus.annotations.ActivationFunction.ELU;
import static io.regulus.annotations.ActivationFunction.GELU;
import static io.regulus.annotations.ActivationFunction.LEAKY_RELU;
import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.SIGMOID;
import static io.regulus.annotations.ActivationFunction.SILU;
import static io.regulus.annotations.ActivationFunction.TANH;
import static io.regulus.effects.Effect.claim;

import io.regulus.annotations.Activation;
import io.regulus.annotations.Adam;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.Concat;
import io.regulus.annotations.DecayGroup;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.Freeze;
import io.regulus.annotations.From;
import io.regulus.annotations.Layer;
import io.regulus.annotations.LayerwiseRateDecay;
import io.regulus.annotations.LearningRateFactor;
import io.regulus.annotations.Network;
import io.regulus.annotations.PositionalEncoding;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.model.Weights;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How far the layers of a network move, and what single layers compute. */
final class LayerEffects {
    private static final String[] LAYERS = {"first", "second", "third", "last"};
    private static final int POINTS = 61;
    private static final int STEPS = 12;
    private static final int FEATURES = 32;

    private LayerEffects() {}

    @Network(input = 10)
    @Regressor
    @Adam(learningRate = 0.01)
    abstract static class Free {
        @Dense(units = 10)
        Layer first;

        @Dense(units = 10)
        Layer second;

        @Dense(units = 10)
        Layer third;

        @Dense(units = 1)
        Layer last;
    }

    @Network(input = 10)
    @Regressor
    @Adam(learningRate = 0.01)
    abstract static class Frozen {
        @Dense(units = 10)
        @Freeze
        Layer first;

        @Dense(units = 10)
        @Freeze
        Layer second;

        @Dense(units = 10)
        Layer third;

        @Dense(units = 1)
        Layer last;
    }

    @Network(input = 10)
    @Regressor
    @Adam(learningRate = 0.01)
    abstract static class Slow {
        @Dense(units = 10)
        Layer first;

        @Dense(units = 10)
        @LearningRateFactor(0.2)
        Layer second;

        @Dense(units = 10)
        Layer third;

        @Dense(units = 1)
        Layer last;
    }

    @Network(input = 10)
    @Regressor
    @Adam(learningRate = 0.01)
    @LayerwiseRateDecay(0.5)
    abstract static class Layerwise {
        @Dense(units = 10)
        Layer first;

        @Dense(units = 10)
        Layer second;

        @Dense(units = 10)
        Layer third;

        @Dense(units = 1)
        Layer last;
    }

    @Network(input = 10)
    @Regressor
    @AdamW(learningRate = 0.01, weightDecay = 0)
    @DecayGroup(pattern = "first/*", weightDecay = 4)
    @DecayGroup(pattern = "second/*", weightDecay = 1)
    abstract static class Grouped {
        @Dense(units = 10)
        Layer first;

        @Dense(units = 10)
        Layer second;

        @Dense(units = 10)
        Layer third;

        @Dense(units = 1)
        Layer last;
    }

    @Network(input = 1)
    @Regressor
    @Sgd
    abstract static class Functions {
        @Activation(RELU)
        Layer relu;

        @From("input")
        @Activation(LEAKY_RELU)
        Layer leakyRelu;

        @From("input")
        @Activation(ELU)
        Layer elu;

        @From("input")
        @Activation(GELU)
        Layer gelu;

        @From("input")
        @Activation(SILU)
        Layer silu;

        @From("input")
        @Activation(SIGMOID)
        Layer sigmoid;

        @From("input")
        @Activation(TANH)
        Layer tanh;

        @From({"relu", "leakyRelu", "elu", "gelu", "silu", "sigmoid", "tanh"})
        @Concat
        Layer all;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = {STEPS, FEATURES})
    @Regressor
    @Sgd
    abstract static class Places {
        @PositionalEncoding(maxWavelength = 100)
        Layer shown;

        @Flatten
        Layer flat;

        @Dense(units = 1)
        Layer out;
    }

    static List<Effect> all() {
        return List.of(freeze(), factor(), layerwise(), groups(), activation(), encoding());
    }

    private static Dataset task() {
        float[][] rows = Numbers.normal(128, 10, 41);
        float[] targets = new float[128];
        for (int row = 0; row < 128; row++) {
            targets[row] = 3 * rows[row][0] - 2 * rows[row][1];
        }
        return Dataset.of(rows, targets);
    }

    private static final class Run {
        private final double[] moved;
        private final double[] lengths;

        private Run(double[] moved, double[] lengths) {
            this.moved = moved;
            this.lengths = lengths;
        }

        double[] moved() {
            return moved;
        }

        double[] lengths() {
            return lengths;
        }

        /** A fit of few steps: how far each kernel moved, and how long it is then. */
        static Run of(ModelType<?> type, Map<String, Double> numbers) {
            try (Model model = Numbers.model(type, numbers)) {
                Weights before = model.weights();
                model.fit(task(), Numbers.fit(6, 32));
                Weights after = model.weights();
                double[] moved = new double[LAYERS.length];
                double[] lengths = new double[LAYERS.length];
                for (int i = 0; i < LAYERS.length; i++) {
                    float[] from = before.get(LAYERS[i] + "/kernel");
                    float[] to = after.get(LAYERS[i] + "/kernel");
                    double rms = Math.sqrt(from.length);
                    moved[i] = Numbers.length(IntStream.range(0, from.length)
                                    .mapToDouble(j -> to[j] - from[j])
                                    .toArray())
                            / rms;
                    lengths[i] = Numbers.length(Numbers.doubles(to)) / rms;
                }
                return new Run(moved, lengths);
            }
        }
    }

    private static Figure bars(String with, double[] free, double[] held) {
        return Bars.of(
                List.of(
                        Bars.Row.of("How far the weights of each layer move in 24 steps, without", free),
                        Bars.Row.of(with, held)),
                LAYERS);
    }

    private static double[] freely() {
        return Run.of(LayerEffects_FreeModel.type(), Map.of()).moved();
    }

    private static Effect freeze() {
        double[] free = freely();
        double[] held = Run.of(LayerEffects_FrozenModel.type(), Map.of()).moved();
        return Effect.of(
                Freeze.class,
                "How far the weights of four layers move: with @Freeze on the first two not at all, the others as before.",
                bars("with @Freeze on first and second", free, held),
                claim("frozen ones stay", held[0] == 0 && held[1] == 0),
                claim("the others move", held[2] > 0.3 * free[2] && held[3] > 0.3 * free[3]));
    }

    private static Effect factor() {
        double[] free = freely();
        double[] held = Run.of(LayerEffects_SlowModel.type(), Map.of()).moved();
        return Effect.of(
                LearningRateFactor.class,
                "How far the weights of four layers move: with @LearningRateFactor(0.2) on the second a fifth as far.",
                bars("with @LearningRateFactor(0.2) on second", free, held),
                claim("a fifth as far", Math.abs(held[1] / free[1] - 0.2) < 0.08),
                claim("the others as far", Math.abs(held[0] / free[0] - 1) < 0.35));
    }

    private static Effect layerwise() {
        double[] free = freely();
        double[] held = Run.of(LayerEffects_LayerwiseModel.type(), Map.of()).moved();
        double[] ratios =
                IntStream.range(0, 4).mapToDouble(i -> held[i] / free[i]).toArray();
        return Effect.of(
                LayerwiseRateDecay.class,
                "How far the weights of four layers move: with @LayerwiseRateDecay(0.5) each about half as far as the one behind it.",
                bars("with @LayerwiseRateDecay(0.5)", free, held),
                claim(
                        "each half as far as the next",
                        IntStream.range(0, 3).allMatch(i -> Math.abs(ratios[i] / ratios[i + 1] - 0.5) < 0.2)));
    }

    private static Effect groups() {
        double[] free = Run.of(
                        LayerEffects_GroupedModel.type(),
                        Map.of("decayGroup1.weightDecay", 0.0, "decayGroup2.weightDecay", 0.0))
                .lengths();
        double[] held = Run.of(LayerEffects_GroupedModel.type(), Map.of()).lengths();
        return Effect.of(
                DecayGroup.class,
                "Sizes of the weights of four layers: with a strong decay of the first and a weaker one of the second these are smaller, the others are not.",
                Bars.of(
                        List.of(
                                Bars.Row.of("Size of the weights of each layer after 24 steps, without", free),
                                Bars.Row.of("with @DecayGroup: first by 4, second by 1", held)),
                        LAYERS),
                claim("the first shrinks most", held[0] / free[0] < held[1] / free[1]),
                claim("the second shrinks", held[1] < 0.95 * free[1]),
                claim("the third does not", held[2] > 0.93 * free[2]));
    }

    private static Effect activation() {
        ModelType<?> type = LayerEffects_FunctionsModel.type();
        double[] x = IntStream.range(0, POINTS)
                .mapToDouble(i -> -3 + 6.0 * i / (POINTS - 1))
                .toArray();
        float[][] rows = new float[POINTS][1];
        for (int i = 0; i < POINTS; i++) {
            rows[i][0] = (float) x[i];
        }
        Map<String, float[]> given;
        try (Model model = Numbers.model(type)) {
            given = Peek.prediction(model, type.plan(Map.of()), Dataset.of(rows, new float[POINTS]));
        }
        return Effect.of(
                Activation.class,
                "Curves of functions: on the left ReLU, ELU and SiLU, on the right ReLU, sigmoid and tanh.",
                new Curves(
                        List.of(
                                new Curves.Panel(
                                        "",
                                        List.of(
                                                curve("ELU", x, given.get("elu"), 2),
                                                curve("SILU", x, given.get("silu"), 0),
                                                curve("RELU", x, given.get("relu"), 1))),
                                new Curves.Panel(
                                        "",
                                        List.of(
                                                curve("SIGMOID", x, given.get("sigmoid"), 2),
                                                curve("TANH", x, given.get("tanh"), 0),
                                                curve("GELU", x, given.get("gelu"), 1)))),
                        "",
                        OptionalDouble.empty()),
                claim("ReLU is max(x, 0)", is(x, given.get("relu"), value -> Math.max(value, 0))),
                claim(
                        "leaky ReLU is 0.2 x below 0",
                        is(x, given.get("leakyRelu"), value -> value < 0 ? 0.2 * value : value)),
                claim(
                        "ELU is exp(x) - 1 below 0",
                        is(x, given.get("elu"), value -> value < 0 ? Math.expm1(value) : value)),
                claim("SiLU is x / (1 + exp(-x))", is(x, given.get("silu"), value -> value / (1 + Math.exp(-value)))),
                claim("sigmoid", is(x, given.get("sigmoid"), value -> 1 / (1 + Math.exp(-value)))),
                claim("tanh", is(x, given.get("tanh"), Math::tanh)));
    }

    private static Curves.Curve curve(String words, double[] x, float[] y, int style) {
        return Curves.Curve.of(words, x, Numbers.doubles(y), style);
    }

    private static boolean is(double[] x, float[] y, DoubleUnaryOperator function) {
        return IntStream.range(0, x.length).allMatch(i -> Math.abs(y[i] - function.applyAsDouble(x[i])) < 1e-4);
    }

    private static Effect encoding() {
        ModelType<?> type = LayerEffects_PlacesModel.type();
        double[][] given;
        try (Model model = Numbers.model(type)) {
            given = Numbers.matrix(
                    Peek.prediction(
                                    model,
                                    type.plan(Map.of()),
                                    Dataset.of(new float[1][STEPS * FEATURES], new float[1]))
                            .get("shown"),
                    FEATURES);
        }
        long signs = DoubleStream.of(Numbers.column(given, 0))
                .filter(value -> value < 0)
                .count();
        return Effect.of(
                PositionalEncoding.class,
                "A matrix of what is added to 12 steps of 32 features: waves, short ones at one end, long ones at the other.",
                new Tiles(
                        "What is added to 12 steps (rows) of 32 features (columns)",
                        1,
                        List.of(new Tiles.Tile("@PositionalEncoding(maxWavelength = 100)", Picture.matrix(given, 1)))),
                claim("waves between -1 and 1", Picture.most(given) <= 1 + 1e-5),
                claim(
                        "the first is sin(step)",
                        IntStream.range(0, STEPS).allMatch(step -> Math.abs(given[step][0] - Math.sin(step)) < 1e-4)),
                claim("which is below 0 for some", signs > 3));
    }
}
