package io.regulus.effects;

import io.regulus.annotations.AdditiveAttention;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.Initializer;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MultiHeadAttention;
import io.regulus.annotations.Network;
import io.regulus.annotations.PositionEmbedding;
import io.regulus.annotations.PositionalEncoding;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.TransformerBlock;

/** Networks of {@link AttentionEffectsTest}. */
final class AttentionEffectModels {
    private AttentionEffectModels() {}

    /** Its output is its input with the waves, multiplied by a kernel that the test sets. */
    @Network(input = {3, 5})
    @Regressor(outputs = 15)
    @Sgd
    abstract static class Waves {
        @PositionalEncoding(maxWavelength = 100)
        @Flatten
        Layer told;

        @Dense(units = 15)
        Layer out;
    }

    @Network(input = {4, 6})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Dropped {
        @MultiHeadAttention(heads = 2, keyDim = 3, dropout = 0.5)
        @Flatten
        Layer attention;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 6})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class DroppedAdditive {
        @AdditiveAttention(dropout = 0.5)
        @Flatten
        Layer attention;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {50, 100})
    @Regressor
    @Sgd
    abstract static class Drawn {
        @PositionEmbedding(initializer = Initializer.LECUN_NORMAL)
        Layer told;

        @MultiHeadAttention(heads = 4, keyDim = 50, kernelInitializer = Initializer.HE_NORMAL)
        Layer attention;

        @PositionEmbedding
        @Flatten
        Layer byDefault;

        @Dense(units = 1)
        Layer out;
    }

    /** The words ask through one table and are seen through another, whose padding is masked. */
    @Network
    @Classifier(classes = 3)
    @Sgd
    abstract static class Padded {
        @Input(
                shape = {4},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 6, units = 4)
        Layer asked;

        @From("words")
        @Embedding(vocabulary = 6, units = 4, maskZero = true)
        @PositionalEncoding
        Layer told;

        @From({"asked", "told"})
        @MultiHeadAttention(heads = 2, keyDim = 3)
        @Flatten
        Layer attention;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 6})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class DroppedBlock {
        @TransformerBlock(heads = 2, keyDim = 3, feedForward = 8, dropout = 0.5)
        @Flatten
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }

    /** The output of a step sees other words through the block alone. */
    @Network
    @Classifier(classes = 3)
    @Sgd
    abstract static class PaddedBlock {
        @Input(
                shape = {4},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 6, units = 4, maskZero = true)
        @PositionalEncoding
        Layer told;

        @TransformerBlock(heads = 2, keyDim = 2, feedForward = 6)
        Layer block;

        @TransformerBlock(heads = 2, keyDim = 2, feedForward = 6, normFirst = true)
        @Flatten
        Layer again;

        @Dense(units = 3)
        Layer logits;
    }
}
