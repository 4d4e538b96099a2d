package io.regulus.spark.worker;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.SELU;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.AcceptAdvice;
import io.regulus.annotations.ActivityRegularization;
import io.regulus.annotations.Adam;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.AdversarialTraining;
import io.regulus.annotations.AlphaDropout;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.ClassWeights;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.ClipByGlobalNorm;
import io.regulus.annotations.ClipByNorm;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Conv2DTranspose;
import io.regulus.annotations.CutMix;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Distill;
import io.regulus.annotations.DropConnect;
import io.regulus.annotations.DropPath;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.EarlyStopping;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.GaussianDropout;
import io.regulus.annotations.GaussianNoise;
import io.regulus.annotations.GlobalAvgPool1D;
import io.regulus.annotations.GradientAccumulation;
import io.regulus.annotations.Gru;
import io.regulus.annotations.Initializer;
import io.regulus.annotations.Input;
import io.regulus.annotations.InstanceNorm;
import io.regulus.annotations.L1;
import io.regulus.annotations.L2;
import io.regulus.annotations.Lamb;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Lion;
import io.regulus.annotations.Lstm;
import io.regulus.annotations.MaxNorm;
import io.regulus.annotations.MaxPool2D;
import io.regulus.annotations.MinMaxNorm;
import io.regulus.annotations.MixPer;
import io.regulus.annotations.MixUp;
import io.regulus.annotations.MovingAverage;
import io.regulus.annotations.MultiHeadAttention;
import io.regulus.annotations.Nadam;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.Orthogonal;
import io.regulus.annotations.RDrop;
import io.regulus.annotations.RandomBrightness;
import io.regulus.annotations.RandomCrop;
import io.regulus.annotations.RandomErasing;
import io.regulus.annotations.RandomFlip;
import io.regulus.annotations.RandomHue;
import io.regulus.annotations.RandomSaturation;
import io.regulus.annotations.RandomTranslation;
import io.regulus.annotations.ReduceOnPlateau;
import io.regulus.annotations.RegressionLoss;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sam;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.SpatialDropout;
import io.regulus.annotations.SpectralNorm;
import io.regulus.annotations.Standardize;
import io.regulus.annotations.Statistics;
import io.regulus.annotations.StochasticWeightAveraging;
import io.regulus.annotations.UpSampling2D;

/** Networks in which whatever asks for a batch as a whole is there at least once. */
final class GroupModels {
    private GroupModels() {}

    @Network(input = {12})
    @Classifier(classes = 4, labelSmoothing = 0.1)
    @AdamW(learningRate = 0.01, weightDecay = 0.01)
    @L1(1e-3)
    @ClipByGlobalNorm(0.5)
    @MovingAverage(decay = 0.9, refreshStatistics = true)
    @Standardize
    @EarlyStopping(patience = 50)
    abstract static class Normed {
        @Dense(units = 17, activation = RELU)
        @BatchNorm(momentum = 0.9)
        @Dropout(p = 0.3)
        Layer first;

        @Dense(units = 9, activation = TANH)
        @BatchNorm(momentum = 0.9, statistics = Statistics.UNBIASED)
        @ActivityRegularization(l1 = 0.01, l2 = 0.02)
        @GaussianNoise(stddev = 0.1)
        Layer second;

        @Dense(units = 4)
        Layer logits;
    }

    @Network(input = {9, 8, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.05, momentum = 0.9)
    @RandomFlip
    @RandomCrop(padding = 1)
    @RandomBrightness(delta = 0.2)
    @CutMix
    @ClassWeights({1, 2, 0.5})
    abstract static class Images {
        @Conv2D(filters = 5, kernel = 3, activation = RELU)
        @BatchNorm(momentum = 0.8)
        @MaxPool2D
        @SpatialDropout(p = 0.2)
        Layer block;

        @Flatten
        @Dense(units = 3)
        @MaxNorm(1)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01)
    @ClipByNorm(0.3)
    abstract static class Words {
        @Input(shape = 7, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 40, units = 6, maskZero = true)
        @L2(value = 1e-3, on = On.EMBEDDING)
        @Dropout(p = 0.2)
        Layer embedded;

        @Lstm(units = 5, recurrentDropout = 0.3, dropout = 0.1, returnSequences = true)
        Layer encoder;

        @Gru(units = 4)
        Layer last;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6})
    @Sgd(learningRate = 0.05)
    @MixUp(alpha = 0.5, per = MixPer.ROW)
    @L1(1e-3)
    abstract static class Heads {
        @Dense(units = 11, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        @Classifier(classes = 3, lossWeight = 0.7)
        Layer kind;

        @From("hidden")
        @Dense(units = 2)
        @Regressor(outputs = 2, loss = RegressionLoss.HUBER, delta = 0.8, lossWeight = 1.8)
        Layer size;
    }

    @Network(input = {10})
    @BinaryClassifier
    @Sgd(learningRate = 0.1)
    @AdversarialTraining(epsilon = 0.05)
    @ReduceOnPlateau(factor = 0.5, patience = 1, monitor = "val_auc")
    abstract static class Attacked {
        @Dense(units = 8, activation = TANH)
        @BatchNorm
        Layer hidden;

        @Dense(units = 1)
        Layer logit;
    }

    @Network(input = {5})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @MovingAverage(decay = 0.9, refreshStatistics = true)
    abstract static class Norm {
        @Dense(units = 6)
        @BatchNorm(momentum = 0.5)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {5})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Plain {
        @Dense(units = 6, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {9, 8, 3})
    @Classifier(classes = 3)
    @Lamb(learningRate = 0.01, weightDecay = 0.01)
    @RandomTranslation(height = 0.2, width = 0.1)
    @RandomHue(delta = 0.1)
    @RandomSaturation(factor = 0.5)
    @RandomErasing
    @StochasticWeightAveraging(startEpoch = 3)
    abstract static class Recoloured {
        @Conv2DTranspose(filters = 4, kernel = 3, strides = 2, activation = TANH)
        @InstanceNorm
        @ActivityRegularization(l2 = 0.001)
        @Orthogonal(0.01)
        Layer larger;

        @MaxPool2D(pool = 4)
        Layer pooled;

        @UpSampling2D
        Layer again;

        @Flatten
        @Dense(units = 3)
        @MinMaxNorm(min = 0.5, max = 1.5)
        Layer logits;
    }

    @Network(input = {10})
    @Classifier(classes = 3)
    @Nadam(learningRate = 0.005)
    @RDrop(alpha = 0.5)
    abstract static class Twice {
        @Dense(units = 12, activation = TANH)
        @SpectralNorm
        @ActivityRegularization(l1 = 0.01)
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {10})
    @Classifier(classes = 3)
    @Lion(learningRate = 0.002)
    @Distill(temperature = 3, alpha = 0.4)
    abstract static class Taught {
        @Dense(units = 12, activation = TANH)
        @DropConnect(p = 0.2)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6, 8})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.005, momentum = 0.9)
    abstract static class Attending {
        @MultiHeadAttention(heads = 2, keyDim = 4, dropout = 0.2)
        @DropPath(p = 0.2)
        @AcceptAdvice({"RG114", "RG124"})
        Layer attention;

        @GlobalAvgPool1D
        @Dense(units = 2)
        Layer values;
    }

    @Network(input = {12})
    @Classifier(classes = 4)
    @Sgd(learningRate = 0.05)
    abstract static class SelfNormalising {
        @Dense(units = 13, activation = SELU, kernelInitializer = Initializer.LECUN_NORMAL)
        @AlphaDropout(p = 0.2)
        Layer first;

        @Dense(units = 9, activation = TANH)
        @DropConnect(p = 0.3)
        @GaussianDropout(p = 0.2)
        Layer second;

        @Dense(units = 4)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01)
    @ClipByGlobalNorm(0.5)
    @GradientAccumulation(batches = 2)
    abstract static class Accumulated {
        @Input(shape = 7, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 40, units = 6)
        @L2(value = 1e-3, on = On.EMBEDDING)
        @Dropout(p = 0.2)
        Layer embedded;

        @Flatten
        @Dense(units = 8, activation = TANH)
        @L1(1e-3)
        @BatchNorm(momentum = 0.9)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @Sam(rho = 0.2)
    abstract static class Sharp {
        @Input(shape = 7, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 40, units = 6)
        @Dropout(p = 0.2)
        Layer embedded;

        @Gru(units = 6)
        @L2(1e-3)
        Layer encoder;

        @Dense(units = 7, activation = TANH)
        @BatchNorm(momentum = 0.9)
        Layer normed;

        @Dense(units = 3)
        @ActivityRegularization(l2 = 0.01)
        Layer logits;
    }
}
