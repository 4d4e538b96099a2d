package io.regulus.ops;

import static io.regulus.annotations.ActivationFunction.ELU;
import static io.regulus.annotations.ActivationFunction.GELU;
import static io.regulus.annotations.ActivationFunction.LINEAR;
import static io.regulus.annotations.ActivationFunction.SILU;
import static io.regulus.annotations.ActivationFunction.SOFTPLUS;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.AdditiveAttention;
import io.regulus.annotations.Attention;
import io.regulus.annotations.Concat;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.Input;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MultiHeadAttention;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.PositionEmbedding;
import io.regulus.annotations.PositionalEncoding;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.TransformerBlock;

/** Networks whose gradients are checked: attention in its forms. */
final class AttentionGradientModels {
    private AttentionGradientModels() {}

    @Network(input = {4, 5})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Self {
        @PositionalEncoding
        Layer told;

        @MultiHeadAttention(heads = 2, keyDim = 3, valueDim = 2, outputs = 4)
        @Flatten
        Layer attention;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {4, 4})
    @Regressor(outputs = 2)
    @Sgd
    @L2(value = 0.01, on = On.ALL)
    abstract static class Causal {
        @PositionEmbedding
        Layer told;

        @MultiHeadAttention(heads = 2, keyDim = 2, useBias = false, causal = true)
        Layer attention;

        @MultiHeadAttention(heads = 1, keyDim = 3, useBias = false, causal = true, dropout = 0.3)
        @Flatten
        Layer again;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {4, 3})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Cross {
        @Dense(units = 4, activation = TANH)
        Layer left;

        @From("input")
        @Dense(units = 5, activation = TANH)
        Layer right;

        @From({"left", "right"})
        @MultiHeadAttention(heads = 2, keyDim = 3)
        @Flatten
        Layer crossed;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3, 4})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class PostNorm {
        @TransformerBlock(heads = 2, keyDim = 2, feedForward = 5, dropout = 0.2, activation = TANH)
        @Flatten
        Layer block;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3, 4})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class PreNorm {
        @TransformerBlock(
                heads = 1,
                keyDim = 3,
                feedForward = 4,
                dropout = 0,
                activation = SILU,
                normFirst = true,
                causal = true)
        @Flatten
        Layer block;

        @Dense(units = 2)
        Layer out;
    }

    /** Every other activation between the dense layers, side by side. */
    @Network(input = {3, 3})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Activated {
        @TransformerBlock(heads = 1, keyDim = 2, feedForward = 3, dropout = 0, activation = GELU)
        Layer gelu;

        @From("input")
        @TransformerBlock(heads = 1, keyDim = 2, feedForward = 3, dropout = 0, activation = SOFTPLUS)
        Layer softplus;

        @From("input")
        @TransformerBlock(heads = 1, keyDim = 2, feedForward = 3, dropout = 0, activation = ELU)
        Layer elu;

        @From("input")
        @TransformerBlock(heads = 1, keyDim = 2, feedForward = 3, dropout = 0, activation = LINEAR)
        Layer linear;

        @Concat
        @From({"gelu", "softplus", "elu", "linear"})
        @Flatten
        Layer all;

        @Dense(units = 2)
        Layer out;
    }

    /** Attention without projections, with and without scales, causal and masked. */
    @Network
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Scored {
        @Input(
                shape = {4},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 3, units = 3, maskZero = true)
        Layer embedded;

        @Dense(units = 3, activation = TANH)
        Layer asked;

        @From({"asked", "embedded"})
        @AdditiveAttention
        Layer scaled;

        @From({"asked", "embedded"})
        @AdditiveAttention(useScale = false)
        Layer plain;

        @From({"scaled", "embedded", "asked"})
        @Attention(useScale = true, causal = true)
        Layer causal;

        @Concat
        @From({"causal", "plain"})
        @Flatten
        Layer all;

        @Dense(units = 2)
        Layer out;
    }
}
