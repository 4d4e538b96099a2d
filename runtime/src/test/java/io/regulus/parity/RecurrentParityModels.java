package io.regulus.parity;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Attention;
import io.regulus.annotations.Bidirectional;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.Gru;
import io.regulus.annotations.Input;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Lstm;
import io.regulus.annotations.Merge;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.Sgd;

/** The model classes of the fixtures by {@code make_recurrent_fixtures.py}. */
final class RecurrentParityModels {
    private RecurrentParityModels() {}

    @Network(input = {6, 3})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.3)
    @L2(value = 0.01, on = On.RECURRENT_KERNEL)
    abstract static class LstmLast {
        @Lstm(units = 5)
        Layer encoder;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6, 3})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01, epsilon = 1e-3)
    abstract static class LstmEach {
        @Lstm(units = 4, returnSequences = true)
        @Flatten
        Layer encoder;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6, 3})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.3)
    abstract static class GruLast {
        @Gru(units = 5)
        Layer encoder;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6, 3})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.3)
    abstract static class GruBefore {
        @Gru(units = 4, returnSequences = true, resetAfter = false)
        @Flatten
        Layer encoder;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.5)
    abstract static class MaskedLast {
        @Input(shape = 6, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 8, units = 3, maskZero = true)
        Layer embedded;

        @Lstm(units = 3, returnSequences = true)
        @Bidirectional
        Layer encoder;

        @Gru(units = 4)
        Layer last;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.5)
    abstract static class MaskedEach {
        @Input(shape = 6, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 8, units = 3, maskZero = true)
        Layer embedded;

        @Lstm(units = 3, returnSequences = true)
        @Flatten
        Layer encoder;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @Sgd(learningRate = 1)
    abstract static class MaskedAttention {
        @Input(shape = 6, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 8, units = 3, maskZero = true)
        Layer embedded;

        @Lstm(units = 3, returnSequences = true)
        @Bidirectional
        Layer encoder;

        @Attention(useScale = true)
        Layer attention;

        @Concat
        @From({"encoder", "attention"})
        @Flatten
        Layer both;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6, 3})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.3)
    abstract static class BothConcat {
        @Lstm(units = 4)
        @Bidirectional
        Layer encoder;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6, 3})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.3)
    abstract static class BothAve {
        @Gru(units = 4, returnSequences = true)
        @Bidirectional(merge = Merge.AVE)
        @Flatten
        Layer encoder;

        @Dense(units = 3)
        Layer logits;
    }
}
