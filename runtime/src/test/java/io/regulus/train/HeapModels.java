package io.regulus.train;

import io.regulus.annotations.Adam;
import io.regulus.annotations.AvgPool2D;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;

/** Networks small enough for an epoch over a large file to be quick. */
final class HeapModels {
    private HeapModels() {}

    @Network
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02)
    abstract static class Picture {
        @Input(
                shape = {128, 128, 1},
                type = DataType.UINT8,
                scale = 1.0 / 255)
        Layer pixels;

        @AvgPool2D(pool = 32)
        Layer pooled;

        @Dense(units = 16)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {16})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01)
    abstract static class Table {
        @Dense(units = 3)
        Layer logits;
    }
}
