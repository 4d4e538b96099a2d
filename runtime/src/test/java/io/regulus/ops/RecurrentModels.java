package io.regulus.ops;

import io.regulus.annotations.Bidirectional;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.Gru;
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

        @Gru(units = 3, returnSequences = true)
        @Bidirectional(merge = Merge.MUL)
        Layer product;

        @Gru(units = 3, returnSequences = true, resetAfter = false)
        @Bidirectional(merge = Merge.SUM)
        Layer sum;

        @Lstm(units = 2)
        @Bidirectional(merge = Merge.AVE)
        Layer mean;

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
