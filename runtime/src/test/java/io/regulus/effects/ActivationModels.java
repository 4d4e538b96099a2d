package io.regulus.effects;

import static io.regulus.annotations.ActivationFunction.ELU;
import static io.regulus.annotations.ActivationFunction.GELU;
import static io.regulus.annotations.ActivationFunction.LEAKY_RELU;
import static io.regulus.annotations.ActivationFunction.LINEAR;
import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.SELU;
import static io.regulus.annotations.ActivationFunction.SIGMOID;
import static io.regulus.annotations.ActivationFunction.SILU;
import static io.regulus.annotations.ActivationFunction.SOFTPLUS;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.AcceptAdvice;
import io.regulus.annotations.Activation;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Concat;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.DepthwiseConv2D;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;

/** Every activation behind the same weights; the output holds what each gives, the linear one's first, place by place. */
final class ActivationModels {
    private ActivationModels() {}

    /** A bias, then each activation. */
    @Network(input = {4, 4, 2})
    @Regressor(outputs = 120)
    @Sgd
    @AcceptAdvice({"RG109", "RG112"})
    abstract static class Biased {
        @From("input")
        @Conv2D(filters = 3, kernel = 3)
        Layer linear;

        @From("input")
        @Conv2D(filters = 3, kernel = 3, activation = RELU)
        Layer relu;

        @From("input")
        @Conv2D(filters = 3, kernel = 3, activation = LEAKY_RELU)
        Layer leakyRelu;

        @From("input")
        @Conv2D(filters = 3, kernel = 3, activation = ELU)
        Layer elu;

        @From("input")
        @Conv2D(filters = 3, kernel = 3, activation = SELU)
        Layer selu;

        @From("input")
        @Conv2D(filters = 3, kernel = 3, activation = SOFTPLUS)
        Layer softplus;

        @From("input")
        @Conv2D(filters = 3, kernel = 3, activation = SIGMOID)
        Layer sigmoid;

        @From("input")
        @Conv2D(filters = 3, kernel = 3, activation = TANH)
        Layer tanh;

        @From("input")
        @Conv2D(filters = 3, kernel = 3, activation = GELU)
        Layer gelu;

        @From("input")
        @Conv2D(filters = 3, kernel = 3, activation = SILU)
        Layer silu;

        @From({"linear", "relu", "leakyRelu", "elu", "selu", "softplus", "sigmoid", "tanh", "gelu", "silu"})
        @Concat
        @Flatten
        Layer all;
    }

    /** A batch norm, then each activation. */
    @Network(input = {4, 4, 2})
    @Regressor(outputs = 120)
    @Sgd
    @AcceptAdvice({"RG109", "RG112"})
    abstract static class Normed {
        @From("input")
        @Conv2D(filters = 3, kernel = 3)
        @BatchNorm
        Layer linear;

        @From("input")
        @Conv2D(filters = 3, kernel = 3, activation = RELU)
        @BatchNorm
        Layer relu;

        @From("input")
        @Conv2D(filters = 3, kernel = 3, activation = LEAKY_RELU)
        @BatchNorm
        Layer leakyRelu;

        @From("input")
        @Conv2D(filters = 3, kernel = 3, activation = ELU)
        @BatchNorm
        Layer elu;

        @From("input")
        @Conv2D(filters = 3, kernel = 3, activation = SELU)
        @BatchNorm
        Layer selu;

        @From("input")
        @Conv2D(filters = 3, kernel = 3, activation = SOFTPLUS)
        @BatchNorm
        Layer softplus;

        @From("input")
        @Conv2D(filters = 3, kernel = 3, activation = SIGMOID)
        @BatchNorm
        Layer sigmoid;

        @From("input")
        @Conv2D(filters = 3, kernel = 3, activation = TANH)
        @BatchNorm
        Layer tanh;

        @From("input")
        @Conv2D(filters = 3, kernel = 3, activation = GELU)
        @BatchNorm
        Layer gelu;

        @From("input")
        @Conv2D(filters = 3, kernel = 3, activation = SILU)
        @BatchNorm
        Layer silu;

        @From({"linear", "relu", "leakyRelu", "elu", "selu", "softplus", "sigmoid", "tanh", "gelu", "silu"})
        @Concat
        @Flatten
        Layer all;
    }

    /** A depthwise convolution and a batch norm, then each activation. */
    @Network(input = {4, 4, 3})
    @Regressor(outputs = 120)
    @Sgd
    @AcceptAdvice({"RG109", "RG112"})
    abstract static class DepthwiseNormed {
        @From("input")
        @DepthwiseConv2D(kernel = 3)
        @BatchNorm
        Layer linear;

        @From("input")
        @DepthwiseConv2D(kernel = 3, activation = RELU)
        @BatchNorm
        Layer relu;

        @From("input")
        @DepthwiseConv2D(kernel = 3, activation = LEAKY_RELU)
        @BatchNorm
        Layer leakyRelu;

        @From("input")
        @DepthwiseConv2D(kernel = 3, activation = ELU)
        @BatchNorm
        Layer elu;

        @From("input")
        @DepthwiseConv2D(kernel = 3, activation = SELU)
        @BatchNorm
        Layer selu;

        @From("input")
        @DepthwiseConv2D(kernel = 3, activation = SOFTPLUS)
        @BatchNorm
        Layer softplus;

        @From("input")
        @DepthwiseConv2D(kernel = 3, activation = SIGMOID)
        @BatchNorm
        Layer sigmoid;

        @From("input")
        @DepthwiseConv2D(kernel = 3, activation = TANH)
        @BatchNorm
        Layer tanh;

        @From("input")
        @DepthwiseConv2D(kernel = 3, activation = GELU)
        @BatchNorm
        Layer gelu;

        @From("input")
        @DepthwiseConv2D(kernel = 3, activation = SILU)
        @BatchNorm
        Layer silu;

        @From({"linear", "relu", "leakyRelu", "elu", "selu", "softplus", "sigmoid", "tanh", "gelu", "silu"})
        @Concat
        @Flatten
        Layer all;
    }

    /** A depthwise convolution with a bias, then each activation. */
    @Network(input = {4, 4, 3})
    @Regressor(outputs = 120)
    @Sgd
    @AcceptAdvice({"RG109", "RG112"})
    abstract static class DepthwiseBiased {
        @From("input")
        @DepthwiseConv2D(kernel = 3)
        Layer linear;

        @From("input")
        @DepthwiseConv2D(kernel = 3, activation = RELU)
        Layer relu;

        @From("input")
        @DepthwiseConv2D(kernel = 3, activation = LEAKY_RELU)
        Layer leakyRelu;

        @From("input")
        @DepthwiseConv2D(kernel = 3, activation = ELU)
        Layer elu;

        @From("input")
        @DepthwiseConv2D(kernel = 3, activation = SELU)
        Layer selu;

        @From("input")
        @DepthwiseConv2D(kernel = 3, activation = SOFTPLUS)
        Layer softplus;

        @From("input")
        @DepthwiseConv2D(kernel = 3, activation = SIGMOID)
        Layer sigmoid;

        @From("input")
        @DepthwiseConv2D(kernel = 3, activation = TANH)
        Layer tanh;

        @From("input")
        @DepthwiseConv2D(kernel = 3, activation = GELU)
        Layer gelu;

        @From("input")
        @DepthwiseConv2D(kernel = 3, activation = SILU)
        Layer silu;

        @From({"linear", "relu", "leakyRelu", "elu", "selu", "softplus", "sigmoid", "tanh", "gelu", "silu"})
        @Concat
        @Flatten
        Layer all;
    }

    /** A batch norm, then each activation in a field of its own. */
    @Network(input = {4, 4, 2})
    @Regressor(outputs = 120)
    @Sgd
    @AcceptAdvice({"RG109", "RG112"})
    abstract static class Apart {
        @From("input")
        @Conv2D(filters = 3, kernel = 3)
        @BatchNorm
        Layer linearBefore;

        @Activation(LINEAR)
        Layer linear;

        @From("input")
        @Conv2D(filters = 3, kernel = 3)
        @BatchNorm
        Layer reluBefore;

        @Activation(RELU)
        Layer relu;

        @From("input")
        @Conv2D(filters = 3, kernel = 3)
        @BatchNorm
        Layer leakyReluBefore;

        @Activation(LEAKY_RELU)
        Layer leakyRelu;

        @From("input")
        @Conv2D(filters = 3, kernel = 3)
        @BatchNorm
        Layer eluBefore;

        @Activation(ELU)
        Layer elu;

        @From("input")
        @Conv2D(filters = 3, kernel = 3)
        @BatchNorm
        Layer seluBefore;

        @Activation(SELU)
        Layer selu;

        @From("input")
        @Conv2D(filters = 3, kernel = 3)
        @BatchNorm
        Layer softplusBefore;

        @Activation(SOFTPLUS)
        Layer softplus;

        @From("input")
        @Conv2D(filters = 3, kernel = 3)
        @BatchNorm
        Layer sigmoidBefore;

        @Activation(SIGMOID)
        Layer sigmoid;

        @From("input")
        @Conv2D(filters = 3, kernel = 3)
        @BatchNorm
        Layer tanhBefore;

        @Activation(TANH)
        Layer tanh;

        @From("input")
        @Conv2D(filters = 3, kernel = 3)
        @BatchNorm
        Layer geluBefore;

        @Activation(GELU)
        Layer gelu;

        @From("input")
        @Conv2D(filters = 3, kernel = 3)
        @BatchNorm
        Layer siluBefore;

        @Activation(SILU)
        Layer silu;

        @From({"linear", "relu", "leakyRelu", "elu", "selu", "softplus", "sigmoid", "tanh", "gelu", "silu"})
        @Concat
        @Flatten
        Layer all;
    }

    /** Rows: a bias, then each activation. */
    @Network(input = {4})
    @Regressor(outputs = 30)
    @Sgd
    @AcceptAdvice({"RG109", "RG112"})
    abstract static class Rows {
        @From("input")
        @Dense(units = 3)
        Layer linear;

        @From("input")
        @Dense(units = 3, activation = RELU)
        Layer relu;

        @From("input")
        @Dense(units = 3, activation = LEAKY_RELU)
        Layer leakyRelu;

        @From("input")
        @Dense(units = 3, activation = ELU)
        Layer elu;

        @From("input")
        @Dense(units = 3, activation = SELU)
        Layer selu;

        @From("input")
        @Dense(units = 3, activation = SOFTPLUS)
        Layer softplus;

        @From("input")
        @Dense(units = 3, activation = SIGMOID)
        Layer sigmoid;

        @From("input")
        @Dense(units = 3, activation = TANH)
        Layer tanh;

        @From("input")
        @Dense(units = 3, activation = GELU)
        Layer gelu;

        @From("input")
        @Dense(units = 3, activation = SILU)
        Layer silu;

        @From({"linear", "relu", "leakyRelu", "elu", "selu", "softplus", "sigmoid", "tanh", "gelu", "silu"})
        @Concat
        @Flatten
        Layer all;
    }
}
