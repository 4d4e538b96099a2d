package io.regulus.parity;

import static io.regulus.annotations.ActivationFunction.GELU;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Adam;
import io.regulus.annotations.AdditiveAttention;
import io.regulus.annotations.Attention;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv1D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MultiHeadAttention;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.PositionEmbedding;
import io.regulus.annotations.PositionalEncoding;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.TransformerBlock;

/** The model classes of the fixtures by {@code make_attention_fixtures.py}. */
final class AttentionModels {
    private AttentionModels() {}

    @Network(input = {4, 6})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.2)
    abstract static class SelfAttention {
        @MultiHeadAttention(heads = 2, keyDim = 3)
        @Flatten
        Layer attention;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 4})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02, epsilon = 1e-3)
    abstract static class Causal {
        @MultiHeadAttention(heads = 2, keyDim = 4, valueDim = 3, outputs = 5, useBias = false, causal = true)
        @Flatten
        @L2(0.01)
        Layer attention;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 3})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.2)
    abstract static class Cross {
        @Dense(units = 4, activation = TANH)
        Layer left;

        @From("input")
        @Dense(units = 5, activation = TANH)
        Layer right;

        @From({"left", "right"})
        @MultiHeadAttention(heads = 3, keyDim = 2)
        @Flatten
        Layer crossed;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6, 3})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.3)
    abstract static class Additive {
        @Conv1D(filters = 4, kernel = 2, causal = true, activation = TANH)
        Layer conv;

        @Attention(causal = true)
        Layer read;

        @Dense(units = 3, activation = TANH)
        Layer asked;

        @From("read")
        @Dense(units = 3, activation = TANH)
        Layer keys;

        @From({"asked", "read", "keys"})
        @AdditiveAttention
        @Flatten
        Layer additive;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 3})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02, epsilon = 1e-3)
    abstract static class Positions {
        @Dense(units = 5, activation = TANH)
        @PositionalEncoding(maxWavelength = 50)
        Layer each;

        @PositionEmbedding
        @L2(value = 0.02, on = On.EMBEDDING)
        Layer told;

        @MultiHeadAttention(heads = 1, keyDim = 4)
        @Flatten
        Layer attention;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {3, 4})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class PostNorm {
        @TransformerBlock(heads = 2, keyDim = 3, feedForward = 6, dropout = 0)
        @Flatten
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {3, 4})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02, epsilon = 1e-3)
    abstract static class PreNorm {
        @TransformerBlock(
                heads = 2,
                keyDim = 3,
                feedForward = 6,
                dropout = 0,
                activation = GELU,
                normFirst = true,
                causal = true)
        @Flatten
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }
}
