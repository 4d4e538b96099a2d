package io.regulus.effects;

import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.AcceptAdvice;
import io.regulus.annotations.Block;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.Dense;
import io.regulus.annotations.DropConnect;
import io.regulus.annotations.Freeze;
import io.regulus.annotations.From;
import io.regulus.annotations.Input;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MixedPrecision;
import io.regulus.annotations.Network;
import io.regulus.annotations.RDrop;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Repeat;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.SharesWeightsOf;

/** Networks whose weights are dropped. */
final class DropConnectModels {
    private DropConnectModels() {}

    @Network(input = 40)
    @Regressor(outputs = 30)
    @Sgd(learningRate = 0.1)
    @L2(0.01)
    abstract static class Linear {
        @Dense(units = 30)
        @DropConnect(p = 0.4)
        Layer out;
    }

    @Network(input = 40)
    @Regressor(outputs = 30)
    @Sgd(learningRate = 0.1)
    @L2(0.01)
    abstract static class Whole {
        @Dense(units = 30)
        Layer out;
    }

    @Network(input = 40)
    @Classifier(classes = 30)
    @Sgd(learningRate = 0.1)
    @RDrop(alpha = 0.5)
    abstract static class Twice {
        @Dense(units = 30)
        @DropConnect(p = 0.4)
        Layer out;
    }

    @Network
    @Regressor(outputs = 60)
    @Sgd(learningRate = 0.1)
    abstract static class Shared {
        @Input(shape = 40)
        Layer one;

        @Input(shape = 40)
        Layer two;

        @From("one")
        @Dense(units = 30)
        @DropConnect(p = 0.4)
        Layer first;

        @From("two")
        @SharesWeightsOf("first")
        Layer second;

        @From({"first", "second"})
        @Concat
        Layer both;
    }

    @Network(input = 40)
    @Regressor(outputs = 30)
    @Sgd(learningRate = 0.1)
    @MixedPrecision
    @AcceptAdvice("RG113")
    abstract static class Mixed {
        @Dense(units = 30)
        @DropConnect(p = 0.4)
        Layer out;
    }

    @Network(input = 40)
    @Regressor(outputs = 30)
    @Sgd(learningRate = 0.1)
    abstract static class Stages {
        @Block
        abstract static class Stage {
            @Dense(units = 20, activation = TANH)
            Layer hidden;
        }

        @Repeat(2)
        @DropConnect(p = 0.3)
        Stage stage;

        @Dense(units = 30)
        @DropConnect(p = 0.2)
        @Freeze
        Layer out;
    }
}
