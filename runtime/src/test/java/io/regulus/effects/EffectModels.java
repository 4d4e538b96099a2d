package io.regulus.effects;

import static io.regulus.annotations.ActivationFunction.LEAKY_RELU;
import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Activation;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.ElasticNet;
import io.regulus.annotations.ExcludeFromDecay;
import io.regulus.annotations.From;
import io.regulus.annotations.GlobalAvgPool2D;
import io.regulus.annotations.Initializer;
import io.regulus.annotations.Input;
import io.regulus.annotations.L1;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxPool2D;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.Statistics;

/** Networks whose numbers can be worked out beside them. */
final class EffectModels {
    private EffectModels() {}

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1)
    @L2(0.2)
    abstract static class ClassDefault {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 3, activation = TANH)
        @L1(0.3)
        Layer own;

        @Dense(units = 3, activation = TANH)
        @ExcludeFromDecay
        Layer free;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1)
    abstract static class PenaltyTargets {
        @Dense(units = 4, useBias = true)
        @BatchNorm
        @L2(value = 0.2, on = On.ALL)
        Layer l2All;

        @Dense(units = 4, activation = TANH)
        @L2(value = 0.3, on = On.BIAS)
        Layer l2Bias;

        @Dense(units = 4, activation = TANH)
        @L1(value = 0.4, on = On.BIAS)
        Layer l1Bias;

        @Dense(units = 4, useBias = true)
        @BatchNorm
        @L1(value = 0.5, on = On.ALL)
        Layer l1All;

        @Dense(units = 4, activation = TANH)
        @ElasticNet(l1 = 0.1, l2 = 0.6)
        Layer elastic;

        @Dense(units = 4, activation = TANH)
        @ElasticNet(l1 = 0.3, l2 = 0.2, on = On.BIAS)
        Layer elasticBias;

        @Dense(units = 4, useBias = true)
        @BatchNorm
        @ElasticNet(l1 = 0.2, l2 = 0.4, on = On.ALL)
        Layer elasticAll;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1)
    abstract static class Proximal {
        @Dense(units = 8, activation = TANH)
        @L1(value = 8, proximal = true)
        Layer hidden;

        @Dense(units = 8, activation = TANH)
        @L1(value = 6, on = On.BIAS, proximal = true)
        Layer biased;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @AdamW(learningRate = 0.01, weightDecay = 0.5)
    abstract static class DecayKernels {
        @Dense(units = 4, useBias = true)
        @BatchNorm
        Layer hidden;

        @Dense(units = 3, activation = TANH)
        @ExcludeFromDecay
        Layer free;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @AdamW(
            learningRate = 0.01,
            weightDecay = 0.5,
            decayOn = On.ALL,
            excludeFromDecay = {"second/*", "*/shift"})
    abstract static class DecayPattern {
        @Dense(units = 4, useBias = true)
        @BatchNorm
        Layer first;

        @Dense(units = 4, activation = TANH)
        Layer second;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1, momentum = 0.9, weightDecay = 0.3, decayOn = On.BIAS)
    abstract static class DecayBiases {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1, weightDecay = 0.3)
    @ExcludeFromDecay
    abstract static class ClassExcluded {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 3, activation = TANH)
        @L2(0.2)
        Layer own;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {2})
    @Classifier(classes = 3, labelSmoothing = 0.3)
    @Sgd
    abstract static class Smoothed {
        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {2})
    @BinaryClassifier(labelSmoothing = 0.3)
    @Sgd
    abstract static class BinarySmoothed {
        @Dense(units = 1)
        Layer logit;
    }

    @Network(input = {2})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 1e-12)
    abstract static class Normed {
        @BatchNorm(momentum = 0.8, epsilon = 0.05)
        Layer norm;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {2})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 1e-12)
    abstract static class NormedUnbiased {
        @BatchNorm(momentum = 0.8, epsilon = 0.05, statistics = Statistics.UNBIASED)
        Layer norm;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {2, 3, 2})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 1e-12)
    abstract static class NormedImages {
        @BatchNorm(momentum = 0.8, epsilon = 0.05)
        Layer norm;

        @GlobalAvgPool2D
        Layer pooled;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {5, 5, 1})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Biases {
        @Conv2D(filters = 2, kernel = 2)
        @BatchNorm
        Layer convNormed;

        @Conv2D(filters = 2, kernel = 2, useBias = true)
        @BatchNorm
        Layer convBoth;

        @Conv2D(filters = 2, kernel = 2)
        Layer conv;

        @Dense(units = 2)
        @BatchNorm
        Layer normed;

        @Dense(units = 2, useBias = true)
        @BatchNorm
        Layer both;

        @Dense(units = 2, useBias = false)
        Layer bare;

        @Dense(units = 2)
        Layer out;
    }

    @Network
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Bytes {
        @Input(
                shape = {4},
                type = DataType.UINT8,
                scale = 1.0 / 255)
        Layer pixels;

        @Dense(units = 3, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Ints {
        @Input(
                shape = {4},
                type = DataType.INT32,
                scale = 0.001)
        Layer counts;

        @Dense(units = 3, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {4})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Floats {
        @Dense(units = 3, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {2})
    @Regressor(outputs = 4)
    @Sgd
    abstract static class Leaky {
        @Activation(value = LEAKY_RELU, negativeSlope = 0.3)
        @From("input")
        Layer sloped;

        @Activation(LEAKY_RELU)
        @From("input")
        Layer usual;

        @Concat
        @From({"sloped", "usual"})
        Layer both;

        @Dense(units = 4)
        Layer out;
    }

    @Network(input = {400})
    @Regressor
    @Sgd
    abstract static class DenseInitializers {
        @Dense(units = 100)
        @From("input")
        Layer byDefault;

        @Dense(units = 100, kernelInitializer = Initializer.GLOROT_UNIFORM)
        @From("input")
        Layer glorotUniform;

        @Dense(units = 100, kernelInitializer = Initializer.GLOROT_NORMAL)
        @From("input")
        Layer glorotNormal;

        @Dense(units = 100, kernelInitializer = Initializer.HE_UNIFORM)
        @From("input")
        Layer heUniform;

        @Dense(units = 100, kernelInitializer = Initializer.HE_NORMAL)
        @From("input")
        Layer heNormal;

        @Dense(units = 100, kernelInitializer = Initializer.LECUN_UNIFORM)
        @From("input")
        Layer lecunUniform;

        @Dense(units = 100, kernelInitializer = Initializer.LECUN_NORMAL)
        @From("input")
        Layer lecunNormal;

        @Concat
        @From({"byDefault", "glorotUniform", "glorotNormal", "heUniform", "heNormal", "lecunUniform", "lecunNormal"})
        Layer all;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = {4, 4, 40})
    @Regressor
    @Sgd
    abstract static class ConvInitializers {
        @Conv2D(filters = 120, kernel = 3)
        @From("input")
        Layer byDefault;

        @Conv2D(filters = 120, kernel = 3, kernelInitializer = Initializer.HE_NORMAL)
        @From("input")
        Layer heNormal;

        @Concat
        @From({"byDefault", "heNormal"})
        Layer all;

        @Dense(units = 1)
        Layer out;
    }

    /** Its ReLU runs after the pooling, whose windows overlap. */
    @Network(input = {7, 7, 1})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.05, momentum = 0.9)
    abstract static class Pooled {
        @Conv2D(filters = 4, kernel = 2, activation = RELU)
        @MaxPool2D(pool = 3, strides = 2)
        Layer conv;

        @Dense(units = 2)
        Layer out;
    }

    /** {@code Pooled} in fields of their own, in which every op runs where it is written. */
    @Network(input = {7, 7, 1})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.05, momentum = 0.9)
    abstract static class PooledApart {
        @Conv2D(filters = 4, kernel = 2)
        Layer conv;

        @Activation(RELU)
        Layer relu;

        @MaxPool2D(pool = 3, strides = 2)
        Layer pool;

        @Dense(units = 2)
        Layer out;
    }
}
