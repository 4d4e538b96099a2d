package io.regulus.engine;

import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.AcceptAdvice;
import io.regulus.annotations.ActivityRegularization;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.Add;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Block;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.ClipByGlobalNorm;
import io.regulus.annotations.CosineDecay;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.Freeze;
import io.regulus.annotations.From;
import io.regulus.annotations.GradientAccumulation;
import io.regulus.annotations.Input;
import io.regulus.annotations.L1;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MixedPrecision;
import io.regulus.annotations.MovingAverage;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.SharesWeightsOf;

/** Pairs of networks of which one takes its batches in parts. */
final class AccumulationModels {
    private AccumulationModels() {}

    @Block
    abstract static class Part {
        @Dense(units = 5, activation = TANH)
        @L1(1e-3)
        Layer inner;
    }

    /** All that belongs to a step and not to a batch, tables that are read twice, a block, shared and frozen weights, two outputs. */
    @Network
    @AdamW(learningRate = 0.02, weightDecay = 0.01)
    @L2(0.01)
    @AcceptAdvice("RG107")
    @ClipByGlobalNorm(0.5)
    @CosineDecay
    @MovingAverage(decay = 0.9)
    @GradientAccumulation(batches = 4)
    abstract static class Parts {
        @Input(shape = 3, type = DataType.INT32)
        Layer words;

        @Input(shape = 3, type = DataType.INT32)
        Layer others;

        @From("words")
        @Embedding(vocabulary = 30, units = 4)
        @L2(value = 0.02, on = On.EMBEDDING)
        @Flatten
        Layer left;

        @From("others")
        @SharesWeightsOf("left")
        Layer right;

        @Add
        @From({"left", "right"})
        Layer both;

        @Dense(units = 6, activation = TANH)
        @Freeze
        Layer still;

        Part part;

        @ActivityRegularization(l2 = 0.01)
        @Dense(units = 5, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        @Classifier(classes = 3)
        Layer kind;

        @From("hidden")
        @Dense(units = 2)
        @Regressor(outputs = 2, lossWeight = 0.5)
        Layer size;
    }

    /** {@code Parts} with a step for each batch. */
    @Network
    @AdamW(learningRate = 0.02, weightDecay = 0.01)
    @L2(0.01)
    @AcceptAdvice("RG107")
    @ClipByGlobalNorm(0.5)
    @CosineDecay
    @MovingAverage(decay = 0.9)
    abstract static class Whole {
        @Input(shape = 3, type = DataType.INT32)
        Layer words;

        @Input(shape = 3, type = DataType.INT32)
        Layer others;

        @From("words")
        @Embedding(vocabulary = 30, units = 4)
        @L2(value = 0.02, on = On.EMBEDDING)
        @Flatten
        Layer left;

        @From("others")
        @SharesWeightsOf("left")
        Layer right;

        @Add
        @From({"left", "right"})
        Layer both;

        @Dense(units = 6, activation = TANH)
        @Freeze
        Layer still;

        Part part;

        @ActivityRegularization(l2 = 0.01)
        @Dense(units = 5, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        @Classifier(classes = 3)
        Layer kind;

        @From("hidden")
        @Dense(units = 2)
        @Regressor(outputs = 2, lossWeight = 0.5)
        Layer size;
    }

    /** What belongs to a batch. */
    @Network(input = {4})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1)
    @GradientAccumulation(batches = 3)
    abstract static class Drawn {
        @Dense(units = 6)
        @BatchNorm(momentum = 0.75)
        @Dropout(p = 0.5)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    /** {@code EngineModels.SteepMixed} in steps of two batches. */
    @Network(input = {1})
    @Regressor
    @Sgd(learningRate = 1e-15)
    @MixedPrecision
    @GradientAccumulation(batches = 2)
    abstract static class SteepMixed {
        @Dense(units = 1, useBias = false)
        Layer first;

        @Dense(units = 1, useBias = false)
        Layer out;
    }

    /** {@code EngineModels.Steep} in steps of two batches. */
    @Network(input = {1})
    @Regressor
    @Sgd(learningRate = 1e-15)
    @GradientAccumulation(batches = 2)
    abstract static class Steep {
        @Dense(units = 1, useBias = false)
        Layer first;

        @Dense(units = 1, useBias = false)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1)
    @GradientAccumulation(batches = 1)
    abstract static class One {
        @Dense(units = 2)
        Layer out;
    }
}
