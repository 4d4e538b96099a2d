package io.regulus.checkpoint;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.ActivityRegularization;
import io.regulus.annotations.Adagrad;
import io.regulus.annotations.Adam;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.EarlyStopping;
import io.regulus.annotations.From;
import io.regulus.annotations.GradientAccumulation;
import io.regulus.annotations.Input;
import io.regulus.annotations.L1;
import io.regulus.annotations.L2;
import io.regulus.annotations.Lamb;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Lion;
import io.regulus.annotations.MixedPrecision;
import io.regulus.annotations.MovingAverage;
import io.regulus.annotations.Nadam;
import io.regulus.annotations.Network;
import io.regulus.annotations.RDrop;
import io.regulus.annotations.ReduceOnPlateau;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Standardize;
import io.regulus.annotations.StochasticWeightAveraging;

/** Networks whose runs are broken off: all that a run must take up again. */
final class RunModels {
    private RunModels() {}

    /** Slots, averages, statistics, draws, and callbacks that remember. */
    @Network(input = {6})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02)
    @L2(1e-3)
    @MovingAverage(decay = 0.9)
    @EarlyStopping(patience = 4)
    @ReduceOnPlateau(patience = 1, factor = 0.7)
    abstract static class Everything {
        @Dense(units = 8, activation = RELU)
        @BatchNorm
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    /** As {@code Everything}, one unit wider. */
    @Network(input = {6})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02)
    @L2(1e-3)
    @MovingAverage(decay = 0.9)
    @EarlyStopping(patience = 4)
    @ReduceOnPlateau(patience = 1, factor = 0.7)
    abstract static class Wider {
        @Dense(units = 9, activation = RELU)
        @BatchNorm
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    /** As {@code Everything}, with one annotation more and one less; its variables are the same. */
    @Network(input = {6})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02)
    @MovingAverage(decay = 0.9)
    @EarlyStopping(patience = 4)
    @ReduceOnPlateau(patience = 1, factor = 0.7)
    abstract static class OtherwiseRegularised {
        @Dense(units = 8, activation = RELU)
        @BatchNorm
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        @L1(1e-4)
        Layer logits;
    }

    /** Two outputs, whose metrics and losses are added up one by one, and inputs that are learned from the data. */
    @Network
    @Adam(learningRate = 0.02)
    abstract static class TwoOutputs {
        @Input(shape = 6)
        @Standardize
        Layer row;

        @Dense(units = 8, activation = RELU)
        Layer hidden;

        @Dense(units = 1)
        @BinaryClassifier
        Layer sign;

        @From("hidden")
        @Dense(units = 2)
        @Regressor(outputs = 2)
        Layer place;
    }

    /** A slot that is a product over the steps, averages of epochs, a schedule with restarts. */
    @Network(input = {6})
    @Classifier(classes = 3)
    @Nadam(learningRate = 0.02)
    @StochasticWeightAveraging(startEpoch = 2)
    abstract static class Nadams {
        @Dense(units = 8, activation = RELU)
        @BatchNorm
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    /** Steps of two batches, with what belongs to a batch and what belongs to a step. */
    @Network(input = {6})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02)
    @MovingAverage(decay = 0.9)
    @GradientAccumulation(batches = 2)
    abstract static class Accumulated {
        @Dense(units = 8, activation = RELU)
        @BatchNorm
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    /** Two runs with different masks in each step, and a penalty on activities. */
    @Network(input = {6})
    @Classifier(classes = 3)
    @Lamb(learningRate = 0.02, weightDecay = 0.01)
    @RDrop
    abstract static class Lambs {
        @Dense(units = 8, activation = RELU)
        @ActivityRegularization(l1 = 0.01)
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    /** One slot. */
    @Network(input = {6})
    @Classifier(classes = 3)
    @Lion(learningRate = 0.002, weightDecay = 0.1)
    abstract static class Lions {
        @Dense(units = 8, activation = RELU)
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    /** A slot that does not start at zero. */
    @Network(input = {6})
    @Classifier(classes = 3)
    @Adagrad(learningRate = 0.05)
    abstract static class Adagrads {
        @Dense(units = 8, activation = RELU)
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    /** Three slots, under 16 bits. */
    @Network(input = {6})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02, amsgrad = true)
    @MixedPrecision
    abstract static class Amsgrads {
        @Dense(units = 8, activation = RELU)
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }
}
