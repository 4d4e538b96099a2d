package io.regulus.parity;

import io.regulus.annotations.AcceptAdvice;
import io.regulus.annotations.Adam;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.ClipByGlobalNorm;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.ElasticNet;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.Freeze;
import io.regulus.annotations.Input;
import io.regulus.annotations.L1;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Nadam;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.RmsProp;
import io.regulus.annotations.Sgd;

/** The model classes of the fixtures by {@code make_embedding_fixtures.py}. */
final class TokenModels {
    private TokenModels() {}

    @Network
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.5)
    abstract static class Descent {
        @Input(
                shape = {5},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 40, units = 4)
        @Flatten
        Layer embedded;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1, momentum = 0.9)
    abstract static class Momentum {
        @Input(
                shape = {5},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 40, units = 4)
        @Flatten
        Layer embedded;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1, momentum = 0.9, nesterov = true)
    abstract static class Nesterov {
        @Input(
                shape = {5},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 40, units = 4)
        @Flatten
        Layer embedded;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02, epsilon = 1e-3)
    abstract static class LazyAdam {
        @Input(
                shape = {5},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 40, units = 4)
        @Flatten
        @L2(value = 0.02, on = On.EMBEDDING)
        Layer embedded;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @AdamW(learningRate = 0.02, weightDecay = 0.5, epsilon = 1e-3, decayOn = On.EMBEDDING)
    @AcceptAdvice("RG108")
    abstract static class LazyAdamW {
        @Input(
                shape = {5},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 40, units = 4)
        @Flatten
        Layer embedded;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @Nadam(learningRate = 0.02, epsilon = 1e-3)
    abstract static class LazyNadam {
        @Input(
                shape = {5},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 40, units = 4)
        @Flatten
        Layer embedded;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @RmsProp(learningRate = 0.01, rho = 0.9, momentum = 0.8, epsilon = 1e-3, centered = true)
    abstract static class Centered {
        @Input(
                shape = {5},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 40, units = 4)
        @Flatten
        Layer embedded;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.5)
    @ClipByGlobalNorm(0.2)
    abstract static class Elastic {
        @Input(
                shape = {5},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 40, units = 4)
        @Flatten
        @ElasticNet(l1 = 0.003, l2 = 0.01, on = On.EMBEDDING)
        Layer embedded;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Proximal {
        @Input(
                shape = {5},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 40, units = 4)
        @Flatten
        @L1(value = 0.05, proximal = true, on = On.EMBEDDING)
        Layer embedded;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1, momentum = 0.9, weightDecay = 0.1, decayOn = On.ALL)
    abstract static class Frozen {
        @Input(
                shape = {5},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 40, units = 4)
        @Flatten
        @Freeze
        Layer embedded;

        @Dense(units = 3)
        Layer logits;
    }
}
