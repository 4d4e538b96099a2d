package io.regulus.effects;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.effects.Effect.claim;

import io.regulus.annotations.Adam;
import io.regulus.annotations.CosineDecay;
import io.regulus.annotations.CosineRestarts;
import io.regulus.annotations.Dense;
import io.regulus.annotations.EarlyStopping;
import io.regulus.annotations.ExponentialDecay;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.OneCycle;
import io.regulus.annotations.PolynomialDecay;
import io.regulus.annotations.ReduceOnPlateau;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.StepDecay;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.train.Callback;
import io.regulus.train.History;
import io.regulus.train.StepResult;
import io.regulus.train.TrainingRun;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Schedules: the learning rate of every step of a fit of 20 epochs; and what ends a fit. */
final class RateEffects {
    private static final int EPOCHS = 20;
    private static final int STEPS = 16;
    private static final double PEAK = 0.001;

    private RateEffects() {}

    @Network(input = 2)
    @Regressor
    @Sgd(learningRate = PEAK)
    @StepDecay(every = 6, factor = 0.5)
    abstract static class Stairs {
        @Dense(units = 1)
        Layer out;
    }

    @Network(input = 2)
    @Regressor
    @Sgd(learningRate = PEAK)
    @ExponentialDecay(factor = 0.8)
    abstract static class Falling {
        @Dense(units = 1)
        Layer out;
    }

    @Network(input = 2)
    @Regressor
    @Sgd(learningRate = PEAK)
    @CosineDecay(warmupEpochs = 3)
    abstract static class Cosine {
        @Dense(units = 1)
        Layer out;
    }

    @Network(input = 2)
    @Regressor
    @Sgd(learningRate = PEAK)
    @CosineRestarts(firstEpochs = 3, tMul = 2, mMul = 0.8)
    abstract static class Restarts {
        @Dense(units = 1)
        Layer out;
    }

    @Network(input = 2)
    @Regressor
    @Sgd(learningRate = PEAK)
    @PolynomialDecay(power = 2)
    abstract static class Power {
        @Dense(units = 1)
        Layer out;
    }

    @Network(input = 2)
    @Regressor
    @Sgd(learningRate = PEAK)
    @OneCycle
    abstract static class Cycle {
        @Dense(units = 1)
        Layer out;
    }

    @Network(input = 20)
    @Regressor
    @Adam(learningRate = 0.01)
    @ReduceOnPlateau(patience = 4, factor = 0.3)
    abstract static class Plateau {
        @Dense(units = 32, activation = RELU)
        Layer hidden;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = 20)
    @Regressor
    @Adam(learningRate = 0.01)
    @EarlyStopping(patience = 6)
    abstract static class Stopped {
        @Dense(units = 32, activation = RELU)
        Layer hidden;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = 20)
    @Regressor
    @Adam(learningRate = 0.01)
    abstract static class Endless {
        @Dense(units = 32, activation = RELU)
        Layer hidden;

        @Dense(units = 1)
        Layer out;
    }

    static List<Effect> all() {
        return List.of(
                stepDecay(), exponential(), cosine(), restarts(), polynomial(), oneCycle(), plateau(), stopping());
    }

    /**
     * The rate of every step, from how far it moves: of rows of zeros, whose target is 100, the bias b alone moves, by rate * 2 (100 - b).
     */
    private static double[] rates(ModelType<?> type) {
        float[] targets = new float[STEPS];
        Arrays.fill(targets, 100);
        List<Double> rates = new ArrayList<>();
        try (Model model = Numbers.model(type)) {
            model.fit(
                    Dataset.of(new float[STEPS][2], targets),
                    Numbers.fit(EPOCHS, 1).callback(new Callback() {
                        private double before;

                        @Override
                        public void onStep(TrainingRun run, StepResult step) {
                            double bias = model.weights().get("out/bias")[0];
                            rates.add((bias - before) / (2 * (100 - before)));
                            before = bias;
                        }
                    }));
        }
        return rates.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Effect effect(
            Class<? extends Annotation> annotation, String seen, String words, double[] rates, Effect.Claim... claims) {
        double[] epochs = IntStream.range(0, rates.length)
                .mapToDouble(step -> step / (double) STEPS)
                .toArray();
        return Effect.of(
                annotation,
                seen,
                new Curves(
                        List.of(new Curves.Panel(
                                "Learning rate, " + words, List.of(Curves.Curve.of("", epochs, rates, 0)))),
                        "epochs",
                        OptionalDouble.empty()),
                claims);
    }

    private static double at(double[] rates, double epoch) {
        return rates[(int) Math.min(rates.length - 1, Math.round(epoch * STEPS))];
    }

    private static boolean near(double value, double expected) {
        return Math.abs(value - expected) < 0.02 * PEAK;
    }

    private static boolean falls(double[] rates, int from, int to) {
        return IntStream.range(from, to - 1).allMatch(i -> rates[i + 1] <= rates[i] + 1e-4 * PEAK);
    }

    private static Effect stepDecay() {
        double[] rates = rates(RateEffects_StairsModel.type());
        return effect(
                StepDecay.class,
                "The learning rate over twenty epochs: stairs, halved every six epochs.",
                "@StepDecay(every = 6, factor = 0.5)",
                rates,
                claim(
                        "halved every six epochs",
                        near(at(rates, 3), PEAK) && near(at(rates, 8), PEAK / 2) && near(at(rates, 14), PEAK / 4)),
                claim("and not between", near(at(rates, 5.9), PEAK) && near(at(rates, 11.9), PEAK / 2)));
    }

    private static Effect exponential() {
        double[] rates = rates(RateEffects_FallingModel.type());
        return effect(
                ExponentialDecay.class,
                "The learning rate over twenty epochs: it falls by a fifth in every epoch, fast at first.",
                "@ExponentialDecay(factor = 0.8)",
                rates,
                claim("0.8^5 of it in epoch 5", near(at(rates, 5), PEAK * Math.pow(0.8, 5))),
                claim("falls all the time", falls(rates, 0, rates.length)));
    }

    private static Effect cosine() {
        double[] rates = rates(RateEffects_CosineModel.type());
        return effect(
                CosineDecay.class,
                "The learning rate over twenty epochs: a straight rise in three epochs, then half a cosine down to 0.",
                "@CosineDecay(warmupEpochs = 3)",
                rates,
                claim("the peak in epoch 3", near(at(rates, 3), PEAK)),
                claim("half of it halfway down", near(at(rates, 11.5), PEAK / 2)),
                claim("falls behind it", falls(rates, 3 * STEPS, rates.length)),
                claim("nothing at the end", near(rates[rates.length - 1], 0)));
    }

    private static Effect restarts() {
        double[] rates = rates(RateEffects_RestartsModel.type());
        return effect(
                CosineRestarts.class,
                "The learning rate over twenty epochs: three cosines, each twice as long as the one before and lower.",
                "@CosineRestarts(firstEpochs = 3, mMul = 0.8)",
                rates,
                claim("starts again in epoch 3", near(at(rates, 3), 0.8 * PEAK)),
                claim("and in epoch 9", near(at(rates, 9), 0.64 * PEAK)),
                claim("near 0 before", at(rates, 2.9) < 0.1 * PEAK));
    }

    private static Effect polynomial() {
        double[] rates = rates(RateEffects_PowerModel.type());
        return effect(
                PolynomialDecay.class,
                "The learning rate over twenty epochs: half a parabola down to 0.",
                "@PolynomialDecay(power = 2)",
                rates,
                claim("a quarter halfway", near(at(rates, 10), PEAK / 4)),
                claim("falls all the time", falls(rates, 0, rates.length)));
    }

    private static Effect oneCycle() {
        double[] rates = rates(RateEffects_CycleModel.type());
        return effect(
                OneCycle.class,
                "The learning rate over twenty epochs: a rise to the peak in the first third, then a long fall to nearly 0.",
                "@OneCycle",
                rates,
                claim("begins at a twenty-fifth", near(rates[0], PEAK / 25)),
                claim("the peak after 30 %", near(at(rates, 6), PEAK)),
                claim("ends near 0", near(rates[rates.length - 1], 0)));
    }

    /** Few rows with noise: the validation loss rises again. */
    private static Dataset noisy(long seed) {
        float[][] rows = Numbers.normal(60, 20, seed);
        float[][] noise = Numbers.normal(60, 1, seed + 1);
        float[] targets = new float[60];
        for (int row = 0; row < 60; row++) {
            targets[row] = rows[row][0] + rows[row][1] + noise[row][0];
        }
        return Dataset.of(rows, targets);
    }

    private static History history(ModelType<?> type, int epochs) {
        try (Model model = Numbers.model(type)) {
            return model.fit(noisy(1), Numbers.fit(epochs, 20).validateOn(noisy(50)));
        }
    }

    private static Effect plateau() {
        History history = history(RateEffects_PlateauModel.type(), 40);
        double[] rates = history.epochs().stream()
                .mapToDouble(epoch -> 100 * epoch.learningRate())
                .toArray();
        double[] losses = history.validationLoss();
        int first = IntStream.range(1, rates.length)
                .filter(i -> rates[i] < rates[i - 1])
                .findFirst()
                .orElseThrow();
        int best = IntStream.range(0, first)
                .boxed()
                .min((i, j) -> Double.compare(losses[i], losses[j]))
                .orElseThrow();
        return Effect.of(
                ReduceOnPlateau.class,
                "Validation loss and learning rate by epoch: each time the loss has not improved for four epochs, the rate falls to less than a third.",
                Curves.one(
                        "@ReduceOnPlateau(patience = 4)",
                        "epochs",
                        Curves.Curve.of("validation loss", losses, 1),
                        Curves.Curve.of("100 * rate", rates, 0)),
                claim("falls to 0.3 of it", Math.abs(rates[first] / rates[first - 1] - 0.3) < 1e-3),
                claim("after four epochs without improvement", first - best >= 4 && first - best <= 6),
                claim("more than once", DoubleStream.of(rates).distinct().count() >= 3));
    }

    private static Effect stopping() {
        double[] whole = history(RateEffects_EndlessModel.type(), 60).validationLoss();
        History stopped = history(RateEffects_StoppedModel.type(), 60);
        double[] losses = stopped.validationLoss();
        int best = IntStream.range(0, losses.length)
                .boxed()
                .min((i, j) -> Double.compare(losses[i], losses[j]))
                .orElseThrow();
        return Effect.of(
                EarlyStopping.class,
                "Validation loss by epoch: it falls and rises again; with @EarlyStopping the fit ends six epochs behind the lowest, whose weights are kept.",
                Curves.one(
                                "Validation loss",
                                "epochs",
                                Curves.Curve.of("without", whole, 1),
                                Curves.Curve.of("@EarlyStopping(patience = 6)", losses, 0))
                        .withLimit(losses[best]),
                claim("ends six epochs behind the best", losses.length == best + 1 + 6),
                claim(
                        "until then they are the same",
                        IntStream.range(0, losses.length).allMatch(i -> losses[i] == whole[i])),
                claim("without it the loss rises", whole[whole.length - 1] > 1.05 * losses[best]));
    }
}
