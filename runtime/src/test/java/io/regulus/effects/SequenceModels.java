package io.regulus.effects;

import io.regulus.annotations.Bidirectional;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.Gru;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Lstm;
import io.regulus.annotations.Merge;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;

/** Recurrent layers whose outputs are those of the network, so that what they do shows. */
final class SequenceModels {
    private SequenceModels() {}

    @Network
    @Regressor(outputs = 10)
    @Sgd
    abstract static class EachStep {
        @Input(shape = 5, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 6, units = 3, maskZero = true)
        Layer embedded;

        @Lstm(units = 2, returnSequences = true)
        @Flatten
        Layer states;
    }

    @Network
    @Regressor(outputs = 2)
    @Sgd
    abstract static class LastStep {
        @Input(shape = 5, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 6, units = 3, maskZero = true)
        Layer embedded;

        @Lstm(units = 2)
        Layer states;
    }

    @Network
    @Regressor(outputs = 20)
    @Sgd
    abstract static class Joined {
        @Input(shape = 5, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 6, units = 3, maskZero = true)
        Layer embedded;

        @Gru(units = 2, returnSequences = true)
        @Bidirectional
        @Flatten
        Layer states;
    }

    @Network
    @Regressor(outputs = 10)
    @Sgd
    abstract static class Summed {
        @Input(shape = 5, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 6, units = 3, maskZero = true)
        Layer embedded;

        @Gru(units = 2, returnSequences = true)
        @Bidirectional(merge = Merge.SUM)
        @Flatten
        Layer states;
    }

    @Network
    @Regressor(outputs = 10)
    @Sgd
    abstract static class Multiplied {
        @Input(shape = 5, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 6, units = 3, maskZero = true)
        Layer embedded;

        @Gru(units = 2, returnSequences = true)
        @Bidirectional(merge = Merge.MUL)
        @Flatten
        Layer states;
    }

    @Network
    @Regressor(outputs = 10)
    @Sgd
    abstract static class Averaged {
        @Input(shape = 5, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 6, units = 3, maskZero = true)
        Layer embedded;

        @Gru(units = 2, returnSequences = true)
        @Bidirectional(merge = Merge.AVE)
        @Flatten
        Layer states;
    }

    /** Both directions at their ends. */
    @Network
    @Regressor(outputs = 4)
    @Sgd
    abstract static class Ends {
        @Input(shape = 5, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 6, units = 3, maskZero = true)
        Layer embedded;

        @Gru(units = 2)
        @Bidirectional
        Layer states;
    }

    @Network
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Full {
        @Input(shape = 5, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 6, units = 3, maskZero = true)
        Layer embedded;

        @Lstm(units = 4, returnSequences = true, dropout = 0.2, recurrentDropout = 0.3)
        @Bidirectional
        Layer both;

        @Gru(units = 4, recurrentDropout = 0.3)
        Layer last;

        @Dense(units = 3)
        Layer logits;
    }
}
