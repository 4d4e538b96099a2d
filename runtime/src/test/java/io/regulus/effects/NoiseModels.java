package io.regulus.effects;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.SELU;

import io.regulus.annotations.Add;
import io.regulus.annotations.AlphaDropout;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.DropPath;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Freeze;
import io.regulus.annotations.From;
import io.regulus.annotations.GaussianDropout;
import io.regulus.annotations.GaussianNoise;
import io.regulus.annotations.GlobalAvgPool2D;
import io.regulus.annotations.GroupNorm;
import io.regulus.annotations.Initializer;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.LayerNorm;
import io.regulus.annotations.Network;
import io.regulus.annotations.Padding;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.RmsNorm;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.SpatialDropout;
import io.regulus.annotations.WeightNorm;

/** Networks with noise, norms, frozen layers and weight norms. */
final class NoiseModels {
    private NoiseModels() {}

    @Network(input = {4, 4, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Residual {
        @GaussianNoise(stddev = 0.2)
        Layer noisy;

        @Conv2D(filters = 4, kernel = 3, padding = Padding.SAME, activation = RELU)
        @GroupNorm(groups = 2, epsilon = 0.1)
        @SpatialDropout(p = 0.3)
        Layer shortcut;

        @Conv2D(filters = 4, kernel = 3, padding = Padding.SAME)
        @LayerNorm(epsilon = 0.1)
        @DropPath(p = 0.5)
        Layer branch;

        @From({"branch", "shortcut"})
        @Add
        @RmsNorm(epsilon = 0.1)
        @GlobalAvgPool2D
        @GaussianDropout(p = 0.3)
        Layer out;

        @Dense(units = 4, activation = SELU, kernelInitializer = Initializer.LECUN_NORMAL)
        @AlphaDropout(p = 0.2)
        Layer head;

        @Dense(units = 3)
        Layer logits;
    }

    /** Differs from the one above in every number of a layer. */
    @Network(input = {4, 4, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class ResidualOther {
        @GaussianNoise(stddev = 0.5)
        Layer noisy;

        @Conv2D(filters = 4, kernel = 3, padding = Padding.SAME, activation = RELU)
        @GroupNorm(groups = 2, epsilon = 0.3)
        @SpatialDropout(p = 0.2)
        Layer shortcut;

        @Conv2D(filters = 4, kernel = 3, padding = Padding.SAME)
        @LayerNorm(epsilon = 0.4)
        @DropPath(p = 0.3)
        Layer branch;

        @From({"branch", "shortcut"})
        @Add
        @RmsNorm(epsilon = 0.5)
        @GlobalAvgPool2D
        @GaussianDropout(p = 0.1)
        Layer out;

        @Dense(units = 4, activation = SELU, kernelInitializer = Initializer.LECUN_NORMAL)
        @AlphaDropout(p = 0.4)
        Layer head;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1, weightDecay = 0.1)
    @L2(0.01)
    abstract static class Frozen {
        @Dense(units = 3)
        Layer first;

        @Dense(units = 3, activation = RELU)
        @BatchNorm
        @Dropout(p = 0.5)
        @Freeze
        Layer kept;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {4})
    @Regressor(outputs = 3)
    @Sgd
    abstract static class Weighted {
        @Dense(units = 3)
        @WeightNorm
        Layer out;
    }

    @Network(input = {4})
    @Regressor(outputs = 3)
    @Sgd
    abstract static class Plain {
        @Dense(units = 3)
        Layer out;
    }
}
