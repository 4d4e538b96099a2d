package io.regulus.train;

import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Annealing;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.CosineDecay;
import io.regulus.annotations.CosineRestarts;
import io.regulus.annotations.Dense;
import io.regulus.annotations.EarlyStopping;
import io.regulus.annotations.ExponentialDecay;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MonitorMode;
import io.regulus.annotations.Network;
import io.regulus.annotations.OneCycle;
import io.regulus.annotations.PolynomialDecay;
import io.regulus.annotations.ReduceOnPlateau;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.StepDecay;
import io.regulus.annotations.StochasticWeightAveraging;

/** The same small network with every way of saying how it is fitted. */
final class PlanModels {
    private PlanModels() {}

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.5)
    abstract static class Plain {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.5)
    @StepDecay(every = 4, factor = 0.3)
    abstract static class Step {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.5)
    @StepDecay(
            at = {2, 3, 9},
            factor = 0.5)
    abstract static class MultiStep {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.5)
    @ExponentialDecay(factor = 0.8, staircase = true)
    abstract static class ExponentialStaircase {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.5)
    @ExponentialDecay(factor = 0.8, epochs = 2.5)
    abstract static class Exponential {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.5)
    @CosineDecay(alpha = 0.1)
    abstract static class Cosine {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.5)
    @CosineDecay(epochs = 10, warmupEpochs = 2, warmupFrom = 0.1, alpha = 0.05)
    abstract static class CosineWarmup {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.5)
    @PolynomialDecay(power = 2)
    abstract static class Polynomial {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.5)
    @PolynomialDecay(epochs = 10, warmupEpochs = 2, warmupFrom = 0.1, alpha = 0.05, power = 1.5)
    abstract static class PolynomialWarmup {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.5)
    @CosineRestarts(firstEpochs = 1, alpha = 0.1)
    abstract static class Restarts {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.5)
    @CosineRestarts(firstEpochs = 3, tMul = 1)
    abstract static class RestartsEqual {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.5)
    @CosineRestarts(firstEpochs = 1.5, tMul = 1.5, mMul = 0.6, alpha = 0.1)
    abstract static class RestartsLower {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.5)
    @StochasticWeightAveraging(startEpoch = 5, rateFactor = 0.2, annealEpochs = 3)
    @CosineDecay
    abstract static class Averaging {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.5)
    @StochasticWeightAveraging(startEpoch = 2, rateFactor = 0.1, annealing = Annealing.LINEAR)
    abstract static class AveragingLinear {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.5)
    @StochasticWeightAveraging(startEpoch = 3, rateFactor = 0.5, annealEpochs = 0)
    abstract static class AveragingAtOnce {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.5)
    @OneCycle(warmup = 0.25, startDivisor = 10, endDivisor = 100)
    abstract static class Cycle {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.5)
    @ReduceOnPlateau(monitor = "loss", mode = MonitorMode.MAX, factor = 0.5, patience = 1, cooldown = 2, minRate = 0.2)
    abstract static class Plateau {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.5)
    @EarlyStopping(
            monitor = "val_accuracy",
            mode = MonitorMode.MIN,
            patience = 3,
            baseline = -1,
            startFromEpoch = 1,
            restoreBestWeights = false)
    abstract static class Waiting {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {3})
    @Classifier(classes = 2)
    @Sgd(learningRate = 2)
    @EarlyStopping(patience = 2)
    abstract static class Stopped {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }
}
