package io.regulus.train;

import io.regulus.annotations.Adam;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.CosineDecay;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.From;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MovingAverage;
import io.regulus.annotations.Network;
import io.regulus.annotations.Standardize;

/** All that a fit does with its data, at once. */
final class StreamModels {
    private StreamModels() {}

    /** Several inputs, of which one is standardised, several outputs, and statistics that are computed anew at the end. */
    @Network
    @Adam(learningRate = 0.01)
    @CosineDecay
    @MovingAverage(decay = 0.9, refreshStatistics = true)
    abstract static class Whole {
        @Input(
                shape = {4},
                type = DataType.UINT8,
                scale = 0.01)
        Layer pixels;

        @Input(shape = {3})
        @Standardize
        Layer meta;

        @From({"pixels", "meta"})
        @Concat
        @Dense(units = 8)
        @BatchNorm
        @Dropout(p = 0.2)
        Layer joined;

        @Dense(units = 3)
        @Classifier(classes = 3)
        Layer kind;

        @From("joined")
        @Dense(units = 1)
        @BinaryClassifier(lossWeight = 2)
        Layer good;
    }
}
