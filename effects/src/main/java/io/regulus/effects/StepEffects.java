package io.regulus.effects;

import static io.regulus.annotations.ActivationFunction.TANH;
import static io.regulus.effects.Effect.claim;

import io.regulus.annotations.Adagrad;
import io.regulus.annotations.Adam;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.ClipByGlobalNorm;
import io.regulus.annotations.ClipByNorm;
import io.regulus.annotations.ClipByValue;
import io.regulus.annotations.Dense;
import io.regulus.annotations.GradientAccumulation;
import io.regulus.annotations.Lamb;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Lion;
import io.regulus.annotations.MovingAverage;
import io.regulus.annotations.Nadam;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.RmsProp;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.StochasticWeightAveraging;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.model.Weights;
import io.regulus.train.Callback;
import io.regulus.train.StepResult;
import io.regulus.train.TrainingRun;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How two weights move down a valley, step by step, and how long steps are. */
final class StepEffects {
    private static final int ROWS = 256;
    private static final int STEPS = 40;
    private static final float[] START = {-1.2f, 1.4f};
    private static final double[] BOTTOM = {1, 0.2};
    /** The second feature is far larger than the first: the valley is ten times as steep across as along. */
    private static final double[] SIZES = {0.5, 1.6};

    private StepEffects() {}

    @Network(input = 2)
    @Regressor
    @Sgd(learningRate = 0.15)
    abstract static class Plain {
        @Dense(units = 1, useBias = false)
        Layer out;
    }

    @Network(input = 2)
    @Regressor
    @Sgd(learningRate = 0.15, momentum = 0.8)
    abstract static class Momentum {
        @Dense(units = 1, useBias = false)
        Layer out;
    }

    @Network(input = 2)
    @Regressor
    @Adam(learningRate = 0.2)
    abstract static class OfAdam {
        @Dense(units = 1, useBias = false)
        Layer out;
    }

    @Network(input = 2)
    @Regressor
    @AdamW(learningRate = 0.2, weightDecay = 0.5)
    abstract static class OfAdamW {
        @Dense(units = 1, useBias = false)
        Layer out;
    }

    @Network(input = 2)
    @Regressor
    @Nadam(learningRate = 0.2)
    abstract static class OfNadam {
        @Dense(units = 1, useBias = false)
        Layer out;
    }

    @Network(input = 2)
    @Regressor
    @RmsProp(learningRate = 0.1)
    abstract static class OfRmsProp {
        @Dense(units = 1, useBias = false)
        Layer out;
    }

    @Network(input = 2)
    @Regressor
    @Lion(learningRate = 0.055)
    abstract static class OfLion {
        @Dense(units = 1, useBias = false)
        Layer out;
    }

    @Network(input = 2)
    @Regressor
    @Lamb(learningRate = 0.1)
    abstract static class OfLamb {
        @Dense(units = 1, useBias = false)
        Layer out;
    }

    @Network(input = 2)
    @Regressor
    @Adagrad(learningRate = 0.5)
    abstract static class OfAdagrad {
        @Dense(units = 1, useBias = false)
        Layer out;
    }

    @Network(input = 2)
    @Regressor
    @Sgd(learningRate = 0.15)
    @GradientAccumulation(batches = 8)
    abstract static class Accumulated {
        @Dense(units = 1, useBias = false)
        Layer out;
    }

    @Network(input = 2)
    @Regressor
    @Sgd(learningRate = 0.15)
    @MovingAverage(decay = 0.9)
    abstract static class Averaged {
        @Dense(units = 1, useBias = false)
        Layer out;
    }

    @Network(input = 2)
    @Regressor
    @Sgd(learningRate = 0.15)
    @StochasticWeightAveraging(startEpoch = 6, annealEpochs = 1)
    abstract static class Swa {
        @Dense(units = 1, useBias = false)
        Layer out;
    }

    @Network(input = 8)
    @Regressor
    @Sgd(learningRate = 0.1)
    abstract static class Free {
        @Dense(units = 8, activation = TANH)
        Layer hidden;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = 8)
    @Regressor
    @Sgd(learningRate = 0.1)
    @ClipByGlobalNorm(1)
    abstract static class Global {
        @Dense(units = 8, activation = TANH)
        Layer hidden;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = 8)
    @Regressor
    @Sgd(learningRate = 0.1)
    @ClipByNorm(0.6)
    abstract static class Each {
        @Dense(units = 8, activation = TANH)
        Layer hidden;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = 8)
    @Regressor
    @Sgd(learningRate = 0.1)
    @ClipByValue(0.2)
    abstract static class Cut {
        @Dense(units = 8, activation = TANH)
        Layer hidden;

        @Dense(units = 1)
        Layer out;
    }

    static List<Effect> all() {
        return List.of(
                sgd(),
                optimizer(Adam.class, "@Adam(learningRate = 0.2)", StepEffects_OfAdamModel.type(), 0.3),
                adamW(),
                optimizer(Nadam.class, "@Nadam(learningRate = 0.2)", StepEffects_OfNadamModel.type(), 0.3),
                optimizer(RmsProp.class, "@RmsProp(learningRate = 0.1)", StepEffects_OfRmsPropModel.type(), 0.3),
                lion(),
                optimizer(Lamb.class, "@Lamb(learningRate = 0.1)", StepEffects_OfLambModel.type(), 0.6),
                optimizer(Adagrad.class, "@Adagrad(learningRate = 0.5)", StepEffects_OfAdagradModel.type(), 0.6),
                accumulation(),
                average(),
                swa(),
                clipped(
                        ClipByGlobalNorm.class,
                        "Length of the gradient by step: with three strange batches it jumps to many times its length; with @ClipByGlobalNorm to 1 at most.",
                        "Length of the gradient",
                        "@ClipByGlobalNorm(1)",
                        1,
                        StepEffects_GlobalModel.type(),
                        names -> names),
                clipped(
                        ClipByNorm.class,
                        "Length of the gradient of one kernel by step: with three strange batches it jumps; with @ClipByNorm to 0.6 at most.",
                        "Length, one kernel",
                        "@ClipByNorm(0.6)",
                        0.6,
                        StepEffects_EachModel.type(),
                        names -> List.of("hidden/kernel")),
                byValue());
    }

    /** What the loss is least for is known: targets are sums with the weights of the bottom, with noise. */
    private static Dataset valley(double noise) {
        float[][] rows = Numbers.normal(ROWS, 2, 21);
        float[][] strange = Numbers.normal(ROWS, 1, 22);
        float[] targets = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            rows[row][0] *= (float) SIZES[0];
            rows[row][1] = (float) (SIZES[1] * rows[row][1] - 0.5 * rows[row][0]);
            targets[row] = (float) (BOTTOM[0] * rows[row][0] + BOTTOM[1] * rows[row][1] + noise * strange[row][0]);
        }
        return Dataset.of(rows, targets);
    }

    private static List<Double> curvature() {
        Dataset data = valley(0);
        double[] sums = new double[3];
        for (int row = 0; row < ROWS; row++) {
            float[] x = data.row(row);
            sums[0] += x[0] * x[0];
            sums[1] += x[0] * x[1];
            sums[2] += x[1] * x[1];
        }
        return DoubleStream.of(sums).map(sum -> 2 * sum / ROWS).boxed().toList();
    }

    private static double[] weights(Weights weights) {
        return Numbers.doubles(weights.get("out/kernel"));
    }

    private static double distance(double... at) {
        return Math.hypot(at[0] - BOTTOM[0], at[1] - BOTTOM[1]);
    }

    /** Steps on all rows at once. */
    private static Valley.Path path(String words, ModelType<?> type) {
        Dataset data = valley(0);
        List<double[]> steps = new ArrayList<>();
        try (Model model = Numbers.model(type)) {
            model.setWeights(model.weights().with("out/kernel", START));
            for (int step = 0; step <= STEPS; step++) {
                steps.add(weights(model.weights()));
                model.trainOnBatch(data);
            }
        }
        return new Valley.Path(words, steps);
    }

    private static Valley figure(String words, List<Valley.Path> paths) {
        return new Valley(words, List.of(BOTTOM[0], BOTTOM[1]), curvature(), paths);
    }

    private static Effect sgd() {
        Valley.Path plain = path("without momentum", StepEffects_PlainModel.type());
        Valley.Path momentum = path("momentum = 0.8", StepEffects_MomentumModel.type());
        return Effect.of(
                Sgd.class,
                "Two weights on their way down a narrow valley: without momentum steps become short along its floor, with momentum they swing across and arrive.",
                figure("40 steps of @Sgd", List.of(plain, momentum)),
                claim("with momentum it arrives", distance(momentum.end()) < 0.1),
                claim("without it is on the way", distance(plain.end()) > distance(momentum.end())));
    }

    private static Effect optimizer(
            Class<? extends Annotation> annotation, String words, ModelType<?> type, double near) {
        Valley.Path plain = path("@Sgd(0.15)", StepEffects_PlainModel.type());
        Valley.Path path = path("@" + annotation.getSimpleName(), type);
        return Effect.of(
                annotation,
                "Two weights on their way down a narrow valley, 40 steps: plain @Sgd in grey, @"
                        + annotation.getSimpleName() + " in blue.",
                figure("40 steps, " + words, List.of(plain, path)),
                claim("it comes near the bottom", distance(path.end()) < near),
                claim(
                        "by another way",
                        distance(path.steps().get(3)) != distance(plain.steps().get(3))));
    }

    private static Effect lion() {
        double rate = 0.055;
        Valley.Path plain = path("@Sgd(0.15)", StepEffects_PlainModel.type());
        Valley.Path path = path("@Lion", StepEffects_OfLionModel.type());
        boolean alike = IntStream.range(0, STEPS)
                .allMatch(i -> IntStream.range(0, 2)
                        .allMatch(weight -> Math.abs(Math.abs(path.steps().get(i + 1)[weight]
                                                - path.steps().get(i)[weight])
                                        - rate)
                                < 1e-5));
        return Effect.of(
                Lion.class,
                "Two weights on their way down a narrow valley, 40 steps: plain @Sgd in grey; @Lion in blue in straight lines, each step as long as any other.",
                figure("40 steps, @Lion(learningRate = 0.055)", List.of(plain, path)),
                claim("in every step both weights move by the rate", alike),
                claim("it comes nearer", distance(path.end()) < 0.5 * distance(START[0], START[1])));
    }

    private static Effect adamW() {
        Valley.Path plain = path("@Adam", StepEffects_OfAdamModel.type());
        Valley.Path decayed = path("@AdamW", StepEffects_OfAdamWModel.type());
        return Effect.of(
                AdamW.class,
                "Two weights on their way down a narrow valley: @Adam in grey ends at the bottom, @AdamW with a strong decay in blue nearer to 0.",
                figure("40 steps, weightDecay = 0.5", List.of(plain, decayed)),
                claim(
                        "it ends nearer to 0",
                        Math.hypot(decayed.end()[0], decayed.end()[1])
                                < 0.9 * Math.hypot(plain.end()[0], plain.end()[1])));
    }

    /** Steps on batches of 4 noisy rows, 16 times as many. */
    private static List<double[]> noisy(ModelType<?> type, boolean inference, int epochs) {
        List<double[]> steps = new ArrayList<>(List.of(new double[] {START[0], START[1]}));
        try (Model model = Numbers.model(type)) {
            model.setWeights(model.weights().with("out/kernel", START));
            model.fit(valley(1.5).take(64), Numbers.fit(epochs, 4).callback(new Callback() {
                @Override
                public void onStep(TrainingRun run, StepResult step) {
                    steps.add(weights(inference ? model.inferenceWeights() : model.weights()));
                }
            }));
            if (inference) {
                steps.add(weights(model.inferenceWeights()));
            }
        }
        return steps;
    }

    /** How far the last half of the steps strays. */
    private static double straying(List<double[]> steps) {
        List<double[]> last = steps.subList(steps.size() / 2, steps.size());
        double[] first = last.stream().mapToDouble(step -> step[0]).toArray();
        double[] second = last.stream().mapToDouble(step -> step[1]).toArray();
        return Math.hypot(Numbers.deviation(first), Numbers.deviation(second));
    }

    private static Effect accumulation() {
        List<double[]> plain = noisy(StepEffects_PlainModel.type(), false, 5);
        List<double[]> sums = noisy(StepEffects_AccumulatedModel.type(), false, 40);
        return Effect.of(
                GradientAccumulation.class,
                "Two weights on noisy batches of four rows: in grey with a step for each batch they stray, in blue with a step for eight batches much less.",
                figure(
                        "80 steps on batches of 4",
                        List.of(
                                new Valley.Path("each batch", plain),
                                new Valley.Path("@GradientAccumulation(8)", sums))),
                claim("as many steps", sums.size() == plain.size()),
                claim("they stray less", straying(sums) < 0.6 * straying(plain)));
    }

    private static Effect average() {
        List<double[]> weights = noisy(StepEffects_AveragedModel.type(), false, 6);
        List<double[]> average = noisy(StepEffects_AveragedModel.type(), true, 6);
        return Effect.of(
                MovingAverage.class,
                "Two weights on noisy batches stray in grey; their moving average, which predicts, is a calm line in blue.",
                figure(
                        "96 steps on batches of 4",
                        List.of(new Valley.Path("weights", weights), new Valley.Path("@MovingAverage(0.9)", average))),
                claim("the average strays less", straying(average) < 0.6 * straying(weights)));
    }

    private static Effect swa() {
        List<double[]> weights = noisy(StepEffects_SwaModel.type(), false, 12);
        List<double[]> average = noisy(StepEffects_SwaModel.type(), true, 12);
        double[] last = average.get(average.size() - 1);
        List<double[]> late = weights.subList(weights.size() / 2, weights.size());
        double usual =
                Numbers.mean(late.stream().mapToDouble(StepEffects::distance).toArray());
        return Effect.of(
                StochasticWeightAveraging.class,
                "Two weights on noisy batches stray around the bottom in grey; the mean of the ends of the last epochs, in blue, is nearer to it.",
                figure(
                        "12 epochs, the last 7 averaged",
                        List.of(
                                new Valley.Path("weights", weights),
                                new Valley.Path("what predicts", average.subList(average.size() - 1, average.size())))),
                claim("the average is nearer to the bottom than the weights usually are", distance(last) < usual));
    }

    private interface Selection {
        List<String> of(List<String> names);
    }

    /** Lengths of the gradients that the steps used: of what was changed, over the rate. */
    private static double[] gradients(ModelType<?> type, Selection selection, boolean largest) {
        double[] lengths = new double[STEPS];
        float[][] rows = Numbers.normal(STEPS * 16, 8, 31);
        try (Model model = Numbers.model(type, Map.of())) {
            for (int step = 0; step < STEPS; step++) {
                float[][] batch = Arrays.copyOfRange(rows, step * 16, (step + 1) * 16);
                float[] targets = new float[16];
                for (int row = 0; row < 16; row++) {
                    targets[row] = batch[row][0] * (step % 12 == 9 ? 25 : 1);
                }
                Weights before = model.weights();
                model.trainOnBatch(Dataset.of(batch, targets));
                Weights after = model.weights();
                DoubleStream changes = selection.of(List.copyOf(before.names())).stream()
                        .flatMapToDouble(name -> IntStream.range(0, before.get(name).length)
                                .mapToDouble(i -> (after.get(name)[i] - before.get(name)[i]) / 0.1));
                double[] all = changes.toArray();
                lengths[step] =
                        largest ? DoubleStream.of(all).map(Math::abs).max().orElseThrow() : Numbers.length(all);
            }
        }
        return lengths;
    }

    private static Effect clipped(
            Class<? extends Annotation> annotation,
            String seen,
            String words,
            String with,
            double limit,
            ModelType<?> type,
            Selection selection) {
        return clipped(
                annotation,
                seen,
                words,
                with,
                limit,
                gradients(StepEffects_FreeModel.type(), selection, false),
                gradients(type, selection, false));
    }

    private static Effect byValue() {
        return clipped(
                ClipByValue.class,
                "The largest component of the gradient by step: with three strange batches it jumps; with @ClipByValue to 0.2 at most.",
                "Largest component",
                "@ClipByValue(0.2)",
                0.2,
                gradients(StepEffects_FreeModel.type(), names -> names, true),
                gradients(StepEffects_CutModel.type(), names -> names, true));
    }

    private static Effect clipped(
            Class<? extends Annotation> annotation,
            String seen,
            String words,
            String with,
            double limit,
            double[] free,
            double[] held) {
        // three strange batches would press all others to the floor
        double[] shown =
                DoubleStream.of(free).map(length -> Math.min(length, 6 * limit)).toArray();
        return Effect.of(
                annotation,
                seen,
                new Curves(
                        List.of(new Curves.Panel(
                                words, List.of(Curves.Curve.of("without", shown, 1), Curves.Curve.of(with, held, 0)))),
                        "steps",
                        OptionalDouble.of(limit)),
                claim("none is beyond the limit", DoubleStream.of(held).allMatch(length -> length <= limit * 1.001)),
                claim("without some are far beyond", DoubleStream.of(free).max().orElseThrow() > 3 * limit),
                claim(
                        "some are below it with it, too",
                        DoubleStream.of(held).anyMatch(length -> length < 0.9 * limit)));
    }
}
