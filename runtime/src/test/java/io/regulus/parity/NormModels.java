package io.regulus.parity;

import static io.regulus.annotations.ActivationFunction.SILU;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv1D;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.Freeze;
import io.regulus.annotations.GlobalAvgPool1D;
import io.regulus.annotations.GlobalAvgPool2D;
import io.regulus.annotations.GroupNorm;
import io.regulus.annotations.InstanceNorm;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.LayerNorm;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.RmsNorm;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.SharesWeightsOf;
import io.regulus.annotations.SpectralNorm;
import io.regulus.annotations.Statistics;
import io.regulus.annotations.WeightNorm;

/** The model classes of the fixtures by {@code make_norm_fixtures.py}. */
final class NormModels {
    private NormModels() {}

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.2)
    @L2(value = 0.003, on = On.ALL)
    abstract static class LayerRows {
        @Dense(units = 6, activation = TANH)
        @LayerNorm
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 4, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.2)
    abstract static class LayerImages {
        @Conv2D(filters = 5, kernel = 2, activation = TANH)
        @LayerNorm(epsilon = 0.01)
        @GlobalAvgPool2D
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 4, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.2)
    abstract static class GroupImages {
        @Conv2D(filters = 6, kernel = 2, activation = TANH)
        @GroupNorm(groups = 3)
        @GlobalAvgPool2D
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 3})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.2)
    abstract static class GroupSteps {
        @Dense(units = 4, activation = TANH)
        @GroupNorm(groups = 2, epsilon = 0.02)
        @Flatten
        Layer each;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 4, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.2)
    abstract static class InstanceImages {
        @Conv2D(filters = 5, kernel = 2, activation = TANH)
        @InstanceNorm
        @GlobalAvgPool2D
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 3})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.2)
    abstract static class InstanceSteps {
        @Dense(units = 4, activation = TANH)
        @InstanceNorm(epsilon = 0.02)
        @Flatten
        Layer each;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 3})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class RmsSteps {
        @Dense(units = 5, activation = TANH)
        @RmsNorm(epsilon = 0.01)
        @Flatten
        Layer each;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 3})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class BatchSteps {
        @Dense(units = 5, activation = TANH)
        @BatchNorm(momentum = 0.9)
        @Flatten
        Layer each;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 3})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class BatchStepsUnbiased {
        @Dense(units = 5, activation = TANH)
        @BatchNorm(momentum = 0.9, statistics = Statistics.UNBIASED)
        @Flatten
        Layer each;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @L2(0.01)
    abstract static class WeightRows {
        @Dense(units = 6, activation = TANH)
        @WeightNorm
        @LayerNorm
        Layer hidden;

        @Dense(units = 3)
        @WeightNorm
        Layer logits;
    }

    @Network(input = {4, 4, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class WeightImages {
        @Conv2D(filters = 5, kernel = 3, activation = TANH)
        @WeightNorm
        @GlobalAvgPool2D
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class WeightSteps {
        @Conv1D(filters = 5, kernel = 3, activation = TANH)
        @WeightNorm
        Layer each;

        @Conv1D(filters = 4, kernel = 2, causal = true, dilation = 2, activation = TANH)
        @WeightNorm
        @GlobalAvgPool1D
        Layer mean;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @L2(0.01)
    abstract static class SpectralRows {
        @Dense(units = 6, activation = TANH)
        @SpectralNorm
        Layer hidden;

        @Dense(units = 3)
        @SpectralNorm(powerIterations = 2)
        Layer logits;
    }

    @Network(input = {4, 4, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class SpectralImages {
        @Conv2D(filters = 5, kernel = 3, activation = TANH)
        @SpectralNorm
        @GlobalAvgPool2D
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class SpectralSteps {
        @Conv1D(filters = 2, kernel = 3, activation = TANH)
        @SpectralNorm
        Layer each;

        @SharesWeightsOf("each")
        Layer again;

        @GlobalAvgPool1D
        Layer mean;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1, weightDecay = 0.1)
    @L2(0.01)
    abstract static class Frozen {
        @Dense(units = 6, activation = TANH)
        Layer first;

        @Dense(units = 5, activation = TANH)
        @BatchNorm
        @Freeze
        Layer kept;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 4, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class BatchImagesUnbiased {
        @Conv2D(filters = 4, kernel = 3, activation = SILU)
        @BatchNorm(momentum = 0.8, statistics = Statistics.UNBIASED)
        @GlobalAvgPool2D
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }
}
