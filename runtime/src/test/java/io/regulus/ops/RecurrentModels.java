package io.regulus.ops;

import io.regulus.annotations.Bidirectional;
import io.regulus.annotations.Concat;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.Gru;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Lstm;
import io.regulus.annotations.Merge;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;

/** Small networks with recurrent layers, each kind with every step's output and with the last one. */
final class RecurrentModels {
    private RecurrentModels() {}

    @Network(input = {5, 3})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Lstms {
        @Lstm(units = 4, returnSequences = true)
        Layer each;

        @Lstm(units = 3, useBias = false)
        Layer last;

        @Dense(units = 2)
        Layer outputs;
    }

    @Network(input = {5, 3})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Grus {
        @Gru(units = 4, returnSequences = true)
        Layer each;

        @Gru(units = 3, useBias = false)
        Layer unbiased;

        @Dense(units = 2)
        Layer outputs;
    }

    @Network(input = {5, 3})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class GrusBefore {
        @Gru(units = 4, returnSequences = true, resetAfter = false)
        Layer each;

        @Gru(units = 3, resetAfter = false, useBias = false)
        Layer last;

        @Dense(units = 2)
        Layer outputs;
    }

    @Network(input = {5, 3})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class BothWays {
        @Lstm(units = 3, returnSequences = true)
        @Bidirectional
        Layer joined;

        @Lstm(units = 2)
        @Bidirectional(merge = Merge.AVE)
        Layer mean;

        @Dense(units = 2)
        Layer outputs;
    }

    @Network(input = {5, 3})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Merged {
        @Gru(units = 3, returnSequences = true)
        @Bidirectional(merge = Merge.MUL)
        Layer product;

        @Gru(units = 3, returnSequences = true, resetAfter = false)
        @Bidirectional(merge = Merge.SUM)
        @Flatten
        Layer sum;

        @Dense(units = 2)
        Layer outputs;
    }

    /** A third of the ids is padding, within the rows too; two layers read the same table. */
    @Network
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Masked {
        @Input(shape = 6, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 3, units = 3, maskZero = true)
        Layer embedded;

        @Lstm(units = 3, returnSequences = true)
        @Bidirectional
        Layer both;

        @Gru(units = 3, recurrentDropout = 0.3)
        Layer after;

        @From("embedded")
        @Gru(units = 3, resetAfter = false, dropout = 0.2)
        @Bidirectional
        Layer before;

        @From({"after", "before"})
        @Concat
        Layer joined;

        @Dense(units = 2)
        Layer outputs;
    }

    @Network(input = {5, 3})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Dropped {
        @Lstm(units = 4, returnSequences = true, dropout = 0.2, recurrentDropout = 0.3)
        @Bidirectional
        Layer lstm;

        @Gru(units = 4, returnSequences = true, dropout = 0.2, recurrentDropout = 0.3)
        Layer after;

        @Gru(units = 4, returnSequences = true, resetAfter = false, recurrentDropout = 0.3)
        @Flatten
        Layer before;

        @Dense(units = 2)
        Layer outputs;
    }
}
