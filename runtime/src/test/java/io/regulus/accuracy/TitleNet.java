package io.regulus.accuracy;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.CosineDecay;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.From;
import io.regulus.annotations.GlobalAvgPool1D;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.LearningRateFactor;
import io.regulus.annotations.Network;

/**
 * The means of what a title's characters and pairs of characters stand for, then one layer (fastText: Joulin et al., 2017), with
 * dropout. Most rows of the tables are read rarely; they learn at five times the rate of the layer that is read in every step.
 */
@Network
@Classifier(classes = 10)
@Adam(learningRate = 1e-3)
@CosineDecay
abstract class TitleNet {
    @Input(shape = TitleGrams.LENGTH, type = DataType.INT32)
    Layer characters;

    @Embedding(vocabulary = TitleGrams.CHARACTERS, units = 64, maskZero = true)
    @GlobalAvgPool1D
    @LearningRateFactor(5)
    Layer characterMean;

    @Input(shape = TitleGrams.LENGTH, type = DataType.INT32)
    Layer pairs;

    @Embedding(vocabulary = TitleGrams.PAIRS, units = 64, maskZero = true)
    @GlobalAvgPool1D
    @LearningRateFactor(5)
    Layer pairMean;

    @From({"characterMean", "pairMean"})
    @Concat
    @Dropout(p = 0.5)
    Layer means;

    @Dense(units = 10)
    Layer logits;
}
