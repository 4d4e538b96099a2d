package io.regulus.samples.techniques.fashion;

import io.regulus.annotations.Adam;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.CosineDecay;
import io.regulus.annotations.Cutout;
import io.regulus.annotations.EarlyStopping;
import io.regulus.annotations.L2;
import io.regulus.annotations.MaxNorm;
import io.regulus.annotations.MixUp;
import io.regulus.annotations.MovingAverage;
import io.regulus.annotations.Network;
import io.regulus.annotations.RandomCrop;
import io.regulus.annotations.RandomErasing;
import io.regulus.annotations.RandomFlip;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.StochasticWeightAveraging;
import io.regulus.samples.techniques.Family;
import io.regulus.samples.techniques.Technique;
import io.regulus.samples.techniques.Trained;

/** Several together, as they were published. */
final class Combinations {
    private Combinations() {}

    static Family family() {
        return Family.of(
                "combinations",
                Technique.of(
                        "dropout + L2",
                        "@Dropout(p = 0.5), @L2(1e-4): Srivastava et al., 2014",
                        Combinations_DropoutL2NetModel.type()),
                Technique.of(
                        "dropout + max-norm",
                        "@Dropout(p = 0.5), @MaxNorm(2): Srivastava et al., 2014",
                        Combinations_DropoutMaxNormNetModel.type()),
                Technique.of(
                        "batch norm + dropout",
                        "@BatchNorm behind both convolutions, @Dropout(p = 0.5) behind the hidden layer: Li et al., 2019",
                        Combinations_NormDropoutNetModel.type()),
                Technique.of(
                        "flip + crop + cutout",
                        "@RandomFlip, @RandomCrop(padding = 2), @Cutout(size = 8): DeVries and Taylor, 2017",
                        Combinations_CutoutNetModel.type()),
                Technique.of(
                        "flip + crop + dropout",
                        "@RandomFlip, @RandomCrop(padding = 2), @Dropout(p = 0.5)",
                        Combinations_CropDropoutNetModel.type()),
                Technique.of(
                        "dropout + early stopping",
                        "@Dropout(p = 0.5), @EarlyStopping(patience = 4); a tenth of the rows to validate on",
                        Combinations_DropoutStoppedNetModel.type(),
                        fit -> fit.validationSplit(0.1)),
                Technique.of(
                        "SGD + cosine + SWA",
                        "@Sgd(learningRate = 0.05, momentum = 0.9), @CosineDecay, @StochasticWeightAveraging(startEpoch = 22, rateFactor = 0.5): Izmailov et al., 2018",
                        Combinations_SgdSwaNetModel.type()),
                Technique.of(
                        "bag of tricks",
                        "batch norm, Nesterov, warm-up and cosine, label smoothing, mixup: He et al., 2019",
                        Combinations_TricksNetModel.type()),
                Technique.of(
                        "cocktail",
                        "batch norm, dropout, @AdamW(weightDecay = 0.1), SWA, mixup, flip and crop, after Kadra et al., 2021",
                        Combinations_CocktailNetModel.type()),
                Technique.of(
                        "modern recipe",
                        "batch norm, @AdamW(weightDecay = 0.1), cosine, label smoothing, moving average, mixup, flip, crop and erasing, after Wightman et al., 2021",
                        Combinations_RecipeNetModel.type()),
                new Technique(
                        "ensemble of flip + crop + dropout",
                        "deep ensemble of 5",
                        trial -> Trained.of(Ensembles.deep(Combinations_CropDropoutNetModel.type(), trial))));
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @L2(1e-4)
    abstract static class DropoutL2Net {
        Features features;

        DropoutHead head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @MaxNorm(2)
    abstract static class DropoutMaxNormNet {
        Features features;

        DropoutHead head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class NormDropoutNet {
        BatchNormFeatures features;

        DropoutHead head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @RandomFlip
    @RandomCrop(padding = 2)
    @Cutout(size = 8)
    abstract static class CutoutNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @RandomFlip
    @RandomCrop(padding = 2)
    abstract static class CropDropoutNet {
        Features features;

        DropoutHead head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @EarlyStopping(patience = 4)
    abstract static class DropoutStoppedNet {
        Features features;

        DropoutHead head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Sgd(learningRate = 0.05, momentum = 0.9)
    @CosineDecay
    @StochasticWeightAveraging(startEpoch = 22, rateFactor = 0.5, annealEpochs = 2)
    abstract static class SgdSwaNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10, labelSmoothing = 0.1)
    @Sgd(learningRate = 0.05, momentum = 0.9, nesterov = true)
    @CosineDecay(warmupEpochs = 2)
    @MixUp(alpha = 0.2)
    abstract static class TricksNet {
        BatchNormFeatures features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @AdamW(weightDecay = 0.1)
    @StochasticWeightAveraging(startEpoch = 22)
    @MixUp(alpha = 0.2)
    @RandomFlip
    @RandomCrop(padding = 2)
    abstract static class CocktailNet {
        BatchNormFeatures features;

        DropoutHead head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10, labelSmoothing = 0.1)
    @AdamW(learningRate = 2e-3, weightDecay = 0.1)
    @CosineDecay(warmupEpochs = 2)
    @MovingAverage(decay = 0.99, refreshStatistics = true)
    @MixUp(alpha = 0.2)
    @RandomFlip
    @RandomCrop(padding = 2)
    @RandomErasing(p = 0.25)
    abstract static class RecipeNet {
        BatchNormFeatures features;

        Head head;
    }
}
