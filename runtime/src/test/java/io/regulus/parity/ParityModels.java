package io.regulus.parity;

import static io.regulus.annotations.ActivationFunction.ELU;
import static io.regulus.annotations.ActivationFunction.GELU;
import static io.regulus.annotations.ActivationFunction.LEAKY_RELU;
import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.SELU;
import static io.regulus.annotations.ActivationFunction.SIGMOID;
import static io.regulus.annotations.ActivationFunction.SILU;
import static io.regulus.annotations.ActivationFunction.SOFTPLUS;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Activation;
import io.regulus.annotations.Adagrad;
import io.regulus.annotations.Adam;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.Add;
import io.regulus.annotations.AvgPool2D;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.ElasticNet;
import io.regulus.annotations.ExcludeFromDecay;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.GlobalAvgPool2D;
import io.regulus.annotations.L1;
import io.regulus.annotations.L2;
import io.regulus.annotations.Lamb;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Lion;
import io.regulus.annotations.MaxPool2D;
import io.regulus.annotations.Nadam;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.Padding;
import io.regulus.annotations.RegressionLoss;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.RmsProp;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.Statistics;

/**
 * The model classes of the parity fixtures, one per file in {@code src/test/resources/parity}. Written by
 * {@code src/test/python/make_parity_fixtures.py} from the definitions that the reference itself is computed from:
 * change those.
 */
final class ParityModels {
    private ParityModels() {}

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class DenseSgd {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.05, momentum = 0.9)
    abstract static class DenseMomentum {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.05, momentum = 0.9, nesterov = true)
    abstract static class DenseNesterov {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1, weightDecay = 0.05)
    abstract static class DenseSgdDecay {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01, beta1 = 0.8, beta2 = 0.99, epsilon = 0.001)
    abstract static class DenseAdam {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @AdamW(learningRate = 0.01, weightDecay = 0.01)
    abstract static class DenseAdamw {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        @ExcludeFromDecay
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @AdamW(learningRate = 0.01, weightDecay = 0.01, decayOn = On.ALL)
    abstract static class DenseAdamwAll {
        @Dense(units = 16, activation = RELU)
        @BatchNorm
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @RmsProp(learningRate = 0.005)
    abstract static class DenseRmsprop {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @RmsProp(learningRate = 0.002, rho = 0.95, momentum = 0.8, epsilon = 0.001)
    abstract static class DenseRmspropMomentum {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @RmsProp(learningRate = 0.005, epsilon = 0.001, centered = true)
    abstract static class DenseRmspropCentered {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01, beta1 = 0.8, beta2 = 0.7, epsilon = 0.001, amsgrad = true)
    abstract static class DenseAmsgrad {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Lion(learningRate = 0.003, beta1 = 0.8, beta2 = 0.95, weightDecay = 0.1)
    abstract static class DenseLion {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Lamb(learningRate = 0.01, beta1 = 0.8, beta2 = 0.99, epsilon = 0.001, weightDecay = 0.5)
    abstract static class DenseLamb {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        @ExcludeFromDecay
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Nadam(learningRate = 0.005, beta1 = 0.8, beta2 = 0.99, epsilon = 0.001, momentumDecay = 0.1)
    abstract static class DenseNadam {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Adagrad(learningRate = 0.02, initialAccumulator = 0.01, epsilon = 0.05)
    abstract static class DenseAdagrad {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @L2(0.01)
    abstract static class DenseL2 {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @L1(0.001)
    abstract static class DenseL1 {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @ElasticNet(l1 = 0.001, l2 = 0.01)
    abstract static class DenseElastic {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @L2(value = 0.01, on = On.BIAS)
    abstract static class DenseL2Bias {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @L2(value = 0.01, on = On.ALL)
    abstract static class DenseL2All {
        @Dense(units = 16, activation = RELU)
        @BatchNorm
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @L1(value = 0.05, proximal = true)
    abstract static class DenseL1Proximal {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @L2(0.01)
    abstract static class L2Replaced {
        @Dense(units = 16, activation = RELU)
        @L1(0.001)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class DenseBatchnorm {
        @Dense(units = 16, activation = RELU)
        @BatchNorm
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class DenseBatchnormUnbiased {
        @Dense(units = 16, activation = RELU)
        @BatchNorm(momentum = 0.9, epsilon = 1e-05, statistics = Statistics.UNBIASED)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3, labelSmoothing = 0.1)
    @Sgd(learningRate = 0.1)
    abstract static class DenseSmoothing {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @BinaryClassifier
    @Sgd(learningRate = 0.1)
    abstract static class Binary {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 1)
        Layer logits;
    }

    @Network(input = {8})
    @BinaryClassifier(labelSmoothing = 0.1)
    @Sgd(learningRate = 0.1)
    abstract static class BinarySmoothing {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 1)
        Layer logits;
    }

    @Network(input = {8})
    @Regressor
    @Sgd(learningRate = 0.1)
    abstract static class RegressMse {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 1)
        Layer logits;
    }

    @Network(input = {8})
    @Regressor(loss = RegressionLoss.MAE)
    @Sgd(learningRate = 0.1)
    abstract static class RegressMae {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 1)
        Layer logits;
    }

    @Network(input = {8})
    @Regressor(loss = RegressionLoss.HUBER, delta = 0.7)
    @Sgd(learningRate = 0.1)
    abstract static class RegressHuber {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 1)
        Layer logits;
    }

    @Network(input = {8})
    @Regressor(outputs = 3)
    @Sgd(learningRate = 0.1)
    abstract static class RegressMulti {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class ActLeakyRelu {
        @Dense(units = 12)
        Layer hidden;

        @Activation(value = LEAKY_RELU, negativeSlope = 0.2)
        Layer leaky;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class ActElu {
        @Dense(units = 12, activation = ELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class ActSelu {
        @Dense(units = 12, activation = SELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class ActGelu {
        @Dense(units = 12, activation = GELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class ActSilu {
        @Dense(units = 12, activation = SILU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class ActSigmoid {
        @Dense(units = 12, activation = SIGMOID)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class ActTanh {
        @Dense(units = 12, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class ActSoftplus {
        @Dense(units = 12, activation = SOFTPLUS)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8, 8, 2})
    @Classifier(classes = 4)
    @Adam(learningRate = 0.005)
    abstract static class Conv {
        @Conv2D(filters = 4, kernel = 3, activation = RELU)
        @MaxPool2D
        Layer block;

        @Dense(units = 4)
        Layer logits;
    }

    @Network(input = {6, 7, 1})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class ConvSameStride2 {
        @Conv2D(filters = 4, kernel = 3, strides = 2, padding = Padding.SAME, activation = TANH)
        @MaxPool2D(padding = Padding.SAME)
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6, 6, 1})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class ConvBatchnorm {
        @Conv2D(filters = 4, kernel = 3, padding = Padding.SAME, activation = RELU)
        @BatchNorm
        @MaxPool2D
        Layer block1;

        @Conv2D(filters = 5, kernel = 3, padding = Padding.SAME, activation = RELU)
        @BatchNorm(momentum = 0.9)
        @AvgPool2D(padding = Padding.SAME)
        Layer block2;

        @Flatten
        Layer flat;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6, 6, 1})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class ConvGap {
        @Conv2D(
                filters = 6,
                kernel = {3, 2},
                strides = {1, 2},
                activation = RELU)
        Layer block;

        @GlobalAvgPool2D
        Layer pooled;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {12, 12, 1})
    @Classifier(classes = 4, labelSmoothing = 0.1)
    @Adam(learningRate = 0.001)
    @L2(0.0001)
    abstract static class FashionnetSmall {
        @Conv2D(filters = 6, kernel = 3, activation = RELU)
        @BatchNorm
        @MaxPool2D
        Layer block1;

        @Conv2D(filters = 8, kernel = 3, activation = RELU)
        @BatchNorm
        @MaxPool2D
        Layer block2;

        @Dense(units = 16, activation = RELU)
        Layer head;

        @Dense(units = 4)
        @ExcludeFromDecay
        Layer logits;
    }

    @Network(input = {6, 6, 1})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.05, momentum = 0.9)
    @L2(0.001)
    abstract static class Residual {
        @Conv2D(filters = 4, kernel = 3, padding = Padding.SAME, activation = RELU)
        Layer stem;

        @Conv2D(filters = 4, kernel = 3, padding = Padding.SAME, activation = RELU)
        @BatchNorm
        Layer first;

        @Conv2D(filters = 4, kernel = 3, padding = Padding.SAME)
        @BatchNorm
        Layer second;

        @From({"second", "stem"})
        @Add
        @Activation(RELU)
        Layer joined;

        @GlobalAvgPool2D
        Layer pooled;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Concat {
        @Dense(units = 6, activation = RELU)
        Layer left;

        @From("input")
        @Dense(units = 5, activation = TANH)
        Layer right;

        @From({"left", "right"})
        @io.regulus.annotations.Concat
        Layer joined;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @L2(0.01)
    abstract static class Partial {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }
}
