package io.regulus.effects;

import static io.regulus.effects.Effect.claim;

import io.regulus.annotations.Dense;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxNorm;
import io.regulus.annotations.MinMaxNorm;
import io.regulus.annotations.Network;
import io.regulus.annotations.NonNegative;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.UnitNorm;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Constraints: the lengths of the weights into some units, or the weights themselves, step by step. */
final class ConstraintEffects {
    private static final int UNITS = 6;
    private static final int FEATURES = 8;
    private static final int STEPS = 60;

    private ConstraintEffects() {}

    @Network(input = FEATURES)
    @Regressor(outputs = UNITS)
    @Sgd(learningRate = 0.2)
    abstract static class Free {
        @Dense(units = UNITS)
        Layer out;
    }

    @Network(input = FEATURES)
    @Regressor(outputs = UNITS)
    @Sgd(learningRate = 0.2)
    abstract static class Limited {
        @Dense(units = UNITS)
        @MaxNorm(1.5)
        Layer out;
    }

    @Network(input = FEATURES)
    @Regressor(outputs = UNITS)
    @Sgd(learningRate = 0.2)
    abstract static class Unit {
        @Dense(units = UNITS)
        @UnitNorm
        Layer out;
    }

    @Network(input = FEATURES)
    @Regressor(outputs = UNITS)
    @Sgd(learningRate = 0.2)
    abstract static class Between {
        @Dense(units = UNITS)
        @MinMaxNorm(min = 1, max = 1.5)
        Layer out;
    }

    @Network(input = FEATURES)
    @Regressor(outputs = UNITS)
    @Sgd(learningRate = 0.2)
    abstract static class Positive {
        @Dense(units = UNITS)
        @NonNegative
        Layer out;
    }

    static List<Effect> all() {
        return List.of(
                lengths(
                        MaxNorm.class,
                        "Lengths of the weights into six units by step: they grow to different lengths without @MaxNorm, and to 1.5 at most with it.",
                        "with @MaxNorm(1.5)",
                        1.5,
                        ConstraintEffects_LimitedModel.type(),
                        length -> length <= 1.5 + 1e-5),
                lengths(
                        UnitNorm.class,
                        "Lengths of the weights into six units by step: they grow to different lengths without @UnitNorm, and are 1 from the first step on with it.",
                        "with @UnitNorm",
                        1,
                        ConstraintEffects_UnitModel.type(),
                        length -> Math.abs(length - 1) < 1e-5),
                lengths(
                        MinMaxNorm.class,
                        "Lengths of the weights into six units by step: they differ without @MinMaxNorm, and are between 1 and 1.5 with it.",
                        "@MinMaxNorm(1 to 1.5)",
                        1.5,
                        ConstraintEffects_BetweenModel.type(),
                        length -> length >= 1 - 1e-5 && length <= 1.5 + 1e-5),
                nonNegative());
    }

    /** What the units are to give: sums with other lengths of weights. */
    private static Dataset sums() {
        float[][] rows = Numbers.normal(128, FEATURES, 2);
        float[][] weights = Numbers.normal(FEATURES, UNITS, 3);
        float[][] targets = new float[rows.length][UNITS];
        for (int row = 0; row < rows.length; row++) {
            for (int unit = 0; unit < UNITS; unit++) {
                for (int i = 0; i < FEATURES; i++) {
                    targets[row][unit] += rows[row][i] * weights[i][unit] * (unit + 1) / 4;
                }
            }
        }
        return Dataset.of(rows, targets);
    }

    /** The kernel at the start and after each step. */
    private static List<double[][]> kernels(ModelType<?> type) {
        List<double[][]> kernels = new ArrayList<>();
        Dataset sums = sums();
        try (Model model = Numbers.model(type)) {
            for (int step = 0; step <= STEPS; step++) {
                kernels.add(Numbers.matrix(model.weights().get("out/kernel"), UNITS));
                model.trainOnBatch(sums);
            }
        }
        return kernels;
    }

    private static double[] lengths(List<double[][]> kernels, int unit) {
        return kernels.stream()
                .mapToDouble(kernel -> Numbers.length(Numbers.column(kernel, unit)))
                .toArray();
    }

    private static Curves.Panel panel(String words, List<double[]> curves, int style) {
        return new Curves.Panel(
                words,
                curves.stream().map(curve -> Curves.Curve.of("", curve, style)).toList());
    }

    private static Effect lengths(
            Class<? extends Annotation> annotation,
            String seen,
            String words,
            double limit,
            ModelType<?> type,
            DoublePredicate allowed) {
        List<double[][]> free = kernels(ConstraintEffects_FreeModel.type());
        List<double[][]> held = kernels(type);
        List<double[]> freely =
                IntStream.range(0, UNITS).mapToObj(unit -> lengths(free, unit)).toList();
        List<double[]> within =
                IntStream.range(0, UNITS).mapToObj(unit -> lengths(held, unit)).toList();
        return Effect.of(
                annotation,
                seen,
                new Curves(
                        List.of(panel("Lengths of six units", freely, 1), panel(words, within, 0)),
                        "steps",
                        OptionalDouble.of(limit)),
                claim(
                        "from the first step on all are allowed",
                        within.stream()
                                .flatMapToDouble(curve -> DoubleStream.of(curve).skip(1))
                                .allMatch(allowed)),
                claim("without they are not", !freely.stream().allMatch(curve -> allowed.test(curve[STEPS]))));
    }

    private static Effect nonNegative() {
        List<double[][]> free = kernels(ConstraintEffects_FreeModel.type());
        List<double[][]> held = kernels(ConstraintEffects_PositiveModel.type());
        List<double[]> freely = weights(free);
        List<double[]> within = weights(held);
        return Effect.of(
                NonNegative.class,
                "Eight weights by step: half become negative without @NonNegative, none is below 0 with it.",
                new Curves(
                        List.of(panel("Eight weights", freely, 1), panel("with @NonNegative", within, 0)),
                        "steps",
                        OptionalDouble.of(0)),
                claim(
                        "none is below 0",
                        within.stream()
                                .flatMapToDouble(curve -> DoubleStream.of(curve).skip(1))
                                .allMatch(w -> w >= 0)),
                claim(
                        "without some are",
                        freely.stream().filter(curve -> curve[STEPS] < -0.05).count() >= 3));
    }

    /** Those into the fourth unit. */
    private static List<double[]> weights(List<double[][]> kernels) {
        return IntStream.range(0, FEATURES)
                .mapToObj(i ->
                        kernels.stream().mapToDouble(kernel -> kernel[i][3]).toArray())
                .toList();
    }
}
