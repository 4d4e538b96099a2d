package io.regulus.effects;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.ActivityRegularization;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.ClipByGlobalNorm;
import io.regulus.annotations.ClipByNorm;
import io.regulus.annotations.ClipByValue;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.CosineDecay;
import io.regulus.annotations.CosineRestarts;
import io.regulus.annotations.CutMix;
import io.regulus.annotations.DecayGroup;
import io.regulus.annotations.Dense;
import io.regulus.annotations.EarlyStopping;
import io.regulus.annotations.ExponentialDecay;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.Gru;
import io.regulus.annotations.Layer;
import io.regulus.annotations.LayerwiseRateDecay;
import io.regulus.annotations.LearningRateFactor;
import io.regulus.annotations.Lstm;
import io.regulus.annotations.MaxNorm;
import io.regulus.annotations.MinMaxNorm;
import io.regulus.annotations.MixUp;
import io.regulus.annotations.MovingAverage;
import io.regulus.annotations.MultiHeadAttention;
import io.regulus.annotations.Network;
import io.regulus.annotations.OneCycle;
import io.regulus.annotations.Orthogonal;
import io.regulus.annotations.PolynomialDecay;
import io.regulus.annotations.PositionalEncoding;
import io.regulus.annotations.RandomBrightness;
import io.regulus.annotations.RandomContrast;
import io.regulus.annotations.RandomRotation;
import io.regulus.annotations.ReduceOnPlateau;
import io.regulus.annotations.RegressionLoss;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.StepDecay;
import io.regulus.annotations.StochasticWeightAveraging;
import io.regulus.annotations.TransformerBlock;

/** Networks with the numbers of one family of annotations each, for {@link HyperparametersTest}. */
final class NumberModels {
    private NumberModels() {}

    @Network(input = {4, 4, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @RandomRotation(degrees = 20, fill = 0.5)
    @RandomBrightness(delta = 0.2)
    @RandomContrast(factor = 0.3)
    @CutMix(alpha = 0.5)
    abstract static class Images {
        @Conv2D(filters = 3, kernel = 2, activation = TANH)
        @Flatten
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1, weightDecay = 0.1)
    @MixUp(alpha = 0.5)
    @LayerwiseRateDecay(0.7)
    @DecayGroup(pattern = "*/bias", weightDecay = 0.3)
    @MaxNorm(0.4)
    @MovingAverage(decay = 0.9)
    abstract static class Weights {
        @Dense(units = 5, activation = TANH)
        @LearningRateFactor(0.5)
        @MinMaxNorm(min = 0.9, max = 1, rate = 0.5)
        @ActivityRegularization(l1 = 0.1, l2 = 0.1)
        Layer first;

        @Dense(units = 5, activation = TANH)
        @MaxNorm(0.8)
        @Orthogonal(0.1)
        Layer second;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @ClipByGlobalNorm(0.1)
    abstract static class GlobalNorm {
        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @ClipByNorm(0.1)
    abstract static class Norm {
        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @ClipByValue(0.05)
    abstract static class Value {
        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Recurrent {
        @Lstm(units = 4, returnSequences = true, dropout = 0.2, recurrentDropout = 0.3)
        Layer each;

        @Gru(units = 4, dropout = 0.4, recurrentDropout = 0.1)
        Layer last;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Attention {
        @PositionalEncoding(maxWavelength = 100)
        Layer placed;

        @MultiHeadAttention(heads = 2, keyDim = 4, dropout = 0.2)
        Layer attended;

        @TransformerBlock(heads = 2, keyDim = 4, feedForward = 8, dropout = 0.3, epsilon = 0.1)
        @Flatten
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4})
    @Sgd(learningRate = 0.1)
    abstract static class Outputs {
        @Dense(units = 5, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        @Classifier(classes = 3, labelSmoothing = 0.1, lossWeight = 0.5)
        Layer kind;

        @From("hidden")
        @Dense(units = 1)
        @Regressor(loss = RegressionLoss.HUBER, delta = 0.3, lossWeight = 0.7)
        Layer size;

        @From("hidden")
        @Dense(units = 1)
        @BinaryClassifier(labelSmoothing = 0.2, lossWeight = 0.9)
        Layer odd;
    }

    @Network(input = {4})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @StepDecay(every = 1, factor = 0.5)
    abstract static class Step {
        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @ExponentialDecay(factor = 0.5, epochs = 2)
    abstract static class Exponential {
        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @CosineDecay(epochs = 6, warmupEpochs = 1, warmupFrom = 0.1, alpha = 0.1)
    abstract static class Cosine {
        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @PolynomialDecay(epochs = 6, warmupEpochs = 1, warmupFrom = 0.1, alpha = 0.1, power = 2)
    abstract static class Polynomial {
        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @CosineRestarts(firstEpochs = 1, mMul = 0.5, alpha = 0.1)
    abstract static class Restarts {
        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @StochasticWeightAveraging(startEpoch = 1, rateFactor = 0.5, annealEpochs = 2)
    abstract static class Means {
        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @OneCycle(warmup = 0.5, startDivisor = 5, endDivisor = 2)
    abstract static class Cycle {
        @Dense(units = 3)
        Layer logits;
    }

    /** Nothing improves by as much as 10, so that the rate falls with every epoch. */
    @Network(input = {4})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @ReduceOnPlateau(monitor = "loss", factor = 0.5, patience = 1, minDelta = 10, minRate = 0)
    abstract static class Plateau {
        @Dense(units = 3)
        Layer logits;
    }

    /** Nothing improves by as much as 10, so that training ends with the second epoch. */
    @Network(input = {4})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @EarlyStopping(monitor = "loss", patience = 1, minDelta = 10, restoreBestWeights = false)
    abstract static class Stopping {
        @Dense(units = 3)
        Layer logits;
    }
}
