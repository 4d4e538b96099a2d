package io.regulus.effects;

import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.AcceptAdvice;
import io.regulus.annotations.Concat;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;

/** Networks whose outputs show what was looked up. */
final class EmbeddingModels {
    private EmbeddingModels() {}

    /** Gives the rows themselves. */
    @Network
    @Regressor(outputs = 6)
    @Sgd(learningRate = 1)
    abstract static class LookUp {
        @Input(
                shape = {3},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 7, units = 2)
        @Flatten
        Layer rows;
    }

    /** Ids as rows and as numbers. */
    @Network
    @Regressor
    @Sgd(learningRate = 0.1)
    abstract static class Both {
        @Input(
                shape = {3},
                type = DataType.INT32,
                scale = 0.5)
        Layer words;

        @Embedding(vocabulary = 7, units = 2)
        @Flatten
        Layer rows;

        @From("words")
        @Dense(units = 2, activation = TANH)
        Layer numbers;

        @From({"rows", "numbers"})
        @Concat
        Layer both;

        @Dense(units = 1)
        Layer out;
    }

    /** Two tables of different size read the same ids. */
    @Network
    @Regressor
    @Sgd(learningRate = 0.1)
    @AcceptAdvice("RG112")
    abstract static class TwoTables {
        @Input(
                shape = {3},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 7, units = 2)
        @Flatten
        Layer large;

        @From("words")
        @Embedding(vocabulary = 5, units = 2)
        @Flatten
        Layer small;

        @From({"large", "small"})
        @Concat
        Layer both;

        @Dense(units = 1)
        Layer out;
    }
}
