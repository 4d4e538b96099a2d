package io.regulus.ops;

import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.AcceptAdvice;
import io.regulus.annotations.Activation;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv1D;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Conv2DTranspose;
import io.regulus.annotations.Dense;
import io.regulus.annotations.DepthwiseConv2D;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Reshape;
import io.regulus.annotations.SeparableConv2D;
import io.regulus.annotations.Sgd;

/** Networks of norms. The annotations of norms are named in full: the runtime's classes of this package have the same names. */
final class NormGradientModels {
    private NormGradientModels() {}

    @Network(input = {4})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Rows {
        @Dense(units = 4, activation = TANH)
        @io.regulus.annotations.LayerNorm(epsilon = 0.1)
        Layer layer;

        @Dense(units = 4, activation = TANH)
        @io.regulus.annotations.RmsNorm(epsilon = 0.1)
        Layer rms;

        @Dense(units = 4, activation = TANH)
        @io.regulus.annotations.GroupNorm(groups = 2, epsilon = 0.1)
        @io.regulus.annotations.ActivityRegularization(l1 = 0.1, l2 = 0.2)
        Layer group;

        @Dense(units = 2)
        @io.regulus.annotations.Orthogonal(0.5)
        Layer out;
    }

    @Network(input = {3, 3, 2})
    @Classifier(classes = 3)
    @Sgd
    abstract static class Images {
        @Conv2D(filters = 4, kernel = 2, activation = TANH)
        @io.regulus.annotations.GroupNorm(groups = 2, epsilon = 0.1)
        Layer group;

        @io.regulus.annotations.LayerNorm(epsilon = 0.1)
        Layer layer;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {3, 2})
    @Classifier(classes = 3)
    @Sgd
    abstract static class Steps {
        @Dense(units = 4, activation = TANH)
        @io.regulus.annotations.GroupNorm(groups = 2, epsilon = 0.1)
        Layer group;

        @Dense(units = 3, activation = TANH)
        @io.regulus.annotations.LayerNorm(epsilon = 0.1)
        Layer layer;

        @Dense(units = 3, activation = TANH)
        @io.regulus.annotations.RmsNorm(epsilon = 0.1)
        @Flatten
        Layer rms;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 4, 2})
    @Classifier(classes = 3)
    @Sgd
    abstract static class InstanceImages {
        @Conv2D(filters = 3, kernel = 2, activation = TANH)
        @io.regulus.annotations.InstanceNorm(epsilon = 0.1)
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {5, 2})
    @Classifier(classes = 3)
    @Sgd
    abstract static class InstanceSteps {
        @Dense(units = 3, activation = TANH)
        @io.regulus.annotations.InstanceNorm(epsilon = 0.1)
        @Flatten
        Layer each;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {3, 2})
    @Classifier(classes = 3)
    @Sgd
    abstract static class BatchSteps {
        @Dense(units = 3, activation = TANH)
        @io.regulus.annotations.BatchNorm(epsilon = 0.1)
        @Flatten
        Layer batch;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 4, 2})
    @Classifier(classes = 3)
    @Sgd
    abstract static class Weighted {
        @Conv2D(filters = 3, kernel = 2, activation = TANH)
        @io.regulus.annotations.WeightNorm
        Layer block;

        @Dense(units = 3)
        @io.regulus.annotations.WeightNorm
        Layer logits;
    }

    @Network(input = {5, 2})
    @Classifier(classes = 3)
    @Sgd
    abstract static class WeightedSteps {
        @io.regulus.annotations.Conv1D(filters = 3, kernel = 2, strides = 2, activation = TANH)
        @io.regulus.annotations.WeightNorm
        @Flatten
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }

    /** So many iterations that the vectors have come to rest, where how they move with the kernel changes no slope. */
    @Network(input = {4, 4, 2})
    @Classifier(classes = 3)
    @Sgd
    abstract static class Spectral {
        @Conv2D(filters = 3, kernel = 2, activation = TANH)
        @io.regulus.annotations.SpectralNorm(powerIterations = 80)
        Layer block;

        @Dense(units = 3)
        @io.regulus.annotations.SpectralNorm(powerIterations = 80)
        Layer logits;
    }

    @Network(input = {4, 4, 2})
    @Classifier(classes = 3)
    @Sgd
    abstract static class Noisy {
        @Conv2D(filters = 3, kernel = 2, activation = TANH)
        @io.regulus.annotations.SpatialDropout(p = 0.3)
        Layer shortcut;

        @Conv2D(filters = 3, kernel = 1, activation = TANH)
        @io.regulus.annotations.DropPath(p = 0.3)
        Layer branch;

        @io.regulus.annotations.From({"shortcut", "branch"})
        @io.regulus.annotations.Add
        @io.regulus.annotations.GaussianNoise(stddev = 0.3)
        Layer sum;

        @Activation(TANH)
        @io.regulus.annotations.GaussianDropout(p = 0.2)
        Layer multiplied;

        @Dense(units = 4, activation = TANH)
        @io.regulus.annotations.AlphaDropout(p = 0.3)
        @AcceptAdvice("RG137")
        Layer limited;

        @Dense(units = 3)
        Layer logits;
    }

    /** Every kernel that can be dropped, under a penalty on it as a whole. */
    @Network(input = {4, 4, 2})
    @Regressor(outputs = 3)
    @Sgd
    @L2(0.05)
    abstract static class Unconnected {
        @Conv2D(filters = 3, kernel = 2, activation = TANH)
        @io.regulus.annotations.DropConnect(p = 0.3)
        Layer window;

        @Conv2DTranspose(filters = 2, kernel = 2, strides = 2, activation = TANH)
        @io.regulus.annotations.DropConnect(p = 0.3)
        Layer larger;

        @DepthwiseConv2D(kernel = 3, activation = TANH)
        @io.regulus.annotations.DropConnect(p = 0.3)
        Layer each;

        @SeparableConv2D(filters = 3, kernel = 2, activation = TANH)
        @io.regulus.annotations.DropConnect(p = 0.3)
        Layer apart;

        @Reshape({3, 9})
        Layer steps;

        @Conv1D(filters = 4, kernel = 2, activation = TANH)
        @io.regulus.annotations.DropConnect(p = 0.3)
        Layer sequence;

        @Dense(units = 4, activation = TANH)
        @io.regulus.annotations.WeightNorm
        @io.regulus.annotations.DropConnect(p = 0.3)
        Layer perStep;

        @Flatten
        Layer flat;

        @Dense(units = 3)
        @io.regulus.annotations.DropConnect(p = 0.3)
        Layer out;
    }
}
