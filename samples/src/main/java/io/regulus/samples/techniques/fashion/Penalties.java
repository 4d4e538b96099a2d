package io.regulus.samples.techniques.fashion;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.ActivityRegularization;
import io.regulus.annotations.Adam;
import io.regulus.annotations.Block;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.ElasticNet;
import io.regulus.annotations.L1;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxNorm;
import io.regulus.annotations.MinMaxNorm;
import io.regulus.annotations.Network;
import io.regulus.annotations.Orthogonal;
import io.regulus.annotations.UnitNorm;
import io.regulus.samples.techniques.Family;
import io.regulus.samples.techniques.Technique;

/** What is added to the loss, and limits of weights. */
final class Penalties {
    private Penalties() {}

    static Family family() {
        return Family.of(
                "penalties",
                Technique.of("L2 1e-4", "@L2(1e-4) on all kernels", Penalties_SmallL2NetModel.type()),
                Technique.of("L2 1e-3", "@L2(1e-3) on all kernels", Penalties_L2NetModel.type()),
                Technique.of("L1", "@L1(1e-5) on all kernels", Penalties_L1NetModel.type()),
                Technique.of(
                        "proximal L1",
                        "@L1(value = 0.005, proximal = true) on all kernels",
                        Penalties_ProximalL1NetModel.type()),
                Technique.of(
                        "elastic net",
                        "@ElasticNet(l1 = 1e-5, l2 = 1e-4) on all kernels",
                        Penalties_ElasticNetNetModel.type()),
                Technique.of("orthogonality", "@Orthogonal(0.01) on all kernels", Penalties_OrthogonalNetModel.type()),
                Technique.of(
                        "activity regularization",
                        "@ActivityRegularization(l1 = 1e-4) on the hidden layer",
                        Penalties_ActivityNetModel.type()),
                Technique.of("max-norm", "@MaxNorm(2) on all kernels", Penalties_MaxNormNetModel.type()),
                Technique.of("unit norm", "@UnitNorm on all kernels but the last", Penalties_UnitNormNetModel.type()),
                Technique.of(
                        "min-max norm",
                        "@MinMaxNorm(min = 0.5, max = 2) on all kernels",
                        Penalties_MinMaxNormNetModel.type()));
    }

    @Block
    abstract static class ActivityHead {
        @Dense(units = 128, activation = RELU)
        @ActivityRegularization(l1 = 1e-4)
        Layer hidden;

        @Dense(units = 10)
        Layer logits;
    }

    /** Logits of weights of norm 1 could not be certain of anything. */
    @Block
    abstract static class UnitNormHead {
        @Dense(units = 128, activation = RELU)
        @UnitNorm
        Layer hidden;

        @Dense(units = 10)
        Layer logits;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @L2(1e-4)
    abstract static class SmallL2Net {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @L2(1e-3)
    abstract static class L2Net {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @L1(1e-5)
    abstract static class L1Net {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @L1(value = 0.005, proximal = true)
    abstract static class ProximalL1Net {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @ElasticNet(l1 = 1e-5, l2 = 1e-4)
    abstract static class ElasticNetNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @Orthogonal(0.01)
    abstract static class OrthogonalNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class ActivityNet {
        Features features;

        ActivityHead head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @MaxNorm(2)
    abstract static class MaxNormNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class UnitNormNet {
        @UnitNorm
        Features features;

        UnitNormHead head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @MinMaxNorm(min = 0.5, max = 2)
    abstract static class MinMaxNormNet {
        Features features;

        Head head;
    }
}
