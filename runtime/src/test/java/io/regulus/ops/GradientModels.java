package io.regulus.ops;

import static io.regulus.annotations.ActivationFunction.ELU;
import static io.regulus.annotations.ActivationFunction.GELU;
import static io.regulus.annotations.ActivationFunction.LEAKY_RELU;
import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.SELU;
import static io.regulus.annotations.ActivationFunction.SIGMOID;
import static io.regulus.annotations.ActivationFunction.SILU;
import static io.regulus.annotations.ActivationFunction.SOFTPLUS;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Activation;
import io.regulus.annotations.Add;
import io.regulus.annotations.AvgPool2D;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.ElasticNet;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.GlobalAvgPool2D;
import io.regulus.annotations.Input;
import io.regulus.annotations.L1;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxPool2D;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.Padding;
import io.regulus.annotations.RegressionLoss;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;

/** Small networks that hold every op between them. */
final class GradientModels {
    private GradientModels() {}

    @Network(input = {4})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Activations {
        @Dense(units = 2)
        @From("input")
        Layer linear;

        @Dense(units = 2, activation = RELU)
        @From("input")
        Layer relu;

        @Dense(units = 2, activation = LEAKY_RELU)
        @From("input")
        Layer leaky;

        @Dense(units = 2)
        @Activation(value = LEAKY_RELU, negativeSlope = 0.7)
        @From("input")
        Layer steep;

        @Dense(units = 2, activation = ELU)
        @From("input")
        Layer elu;

        @Dense(units = 2, activation = SELU)
        @From("input")
        Layer selu;

        @Dense(units = 2, activation = GELU)
        @From("input")
        Layer gelu;

        @Dense(units = 2, activation = SILU)
        @From("input")
        Layer silu;

        @Dense(units = 2, activation = SIGMOID)
        @From("input")
        Layer sigmoid;

        @Dense(units = 2, activation = TANH)
        @From("input")
        Layer tanh;

        @Dense(units = 2, activation = SOFTPLUS)
        @From("input")
        Layer softplus;

        @Concat
        @From({"linear", "relu", "leaky", "steep", "elu", "selu", "gelu", "silu", "sigmoid", "tanh", "softplus"})
        Layer all;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {7, 6, 2})
    @Classifier(classes = 3)
    @Sgd
    abstract static class Convolutions {
        @Conv2D(filters = 2, kernel = 3, padding = Padding.SAME, activation = TANH)
        Layer same;

        @Conv2D(
                filters = 2,
                kernel = {3, 2},
                activation = TANH)
        Layer valid;

        @Conv2D(
                filters = 2,
                kernel = 2,
                strides = {2, 1},
                padding = Padding.SAME,
                activation = TANH)
        Layer strided;

        @Conv2D(
                filters = 3,
                kernel = {2, 3},
                strides = 2)
        Layer stridedValid;

        @Flatten
        Layer flat;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {7, 6, 1})
    @Classifier(classes = 2)
    @Sgd
    abstract static class Pools {
        @Conv2D(filters = 2, kernel = 2)
        Layer conv;

        @MaxPool2D
        @From("conv")
        Layer max;

        @MaxPool2D(pool = 3, strides = 2, padding = Padding.SAME)
        @From("conv")
        Layer maxSame;

        @AvgPool2D
        @From("conv")
        Layer average;

        @AvgPool2D(
                pool = {3, 2},
                strides = 2,
                padding = Padding.SAME)
        @From("conv")
        Layer averageSame;

        @GlobalAvgPool2D
        @From("conv")
        Layer global;

        @Dense(units = 2)
        @From("max")
        Layer afterMax;

        @Dense(units = 2)
        @From("maxSame")
        Layer afterMaxSame;

        @Dense(units = 2)
        @From("average")
        Layer afterAverage;

        @Dense(units = 2)
        @From("averageSame")
        Layer afterAverageSame;

        @Dense(units = 2)
        @From("global")
        Layer afterGlobal;

        @Add
        @From({"afterMax", "afterMaxSame", "afterAverage", "afterAverageSame", "afterGlobal"})
        Layer logits;
    }

    @Network(input = {4})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class NormedRows {
        @Dense(units = 3, activation = TANH)
        @BatchNorm(epsilon = 0.1)
        Layer first;

        @Dense(units = 3)
        @BatchNorm
        Layer second;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {4, 4, 1})
    @Classifier(classes = 3)
    @Sgd
    abstract static class NormedImages {
        @Conv2D(filters = 2, kernel = 2, activation = SILU)
        @BatchNorm(epsilon = 0.1)
        Layer conv;

        @BatchNorm
        Layer norm;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 4, 2})
    @Classifier(classes = 2)
    @Sgd
    abstract static class Residual {
        @Conv2D(filters = 2, kernel = 3, padding = Padding.SAME, activation = TANH)
        Layer conv;

        @Add
        @Activation(SOFTPLUS)
        @From({"conv", "input"})
        Layer sum;

        @Concat
        @From({"sum", "input"})
        Layer both;

        @GlobalAvgPool2D
        Layer pooled;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = {5})
    @Classifier(classes = 3, labelSmoothing = 0.3)
    @Sgd
    abstract static class Dropped {
        @Dense(units = 6, activation = TANH)
        @io.regulus.annotations.Dropout(p = 0.4)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {3})
    @BinaryClassifier(labelSmoothing = 0.2)
    @Sgd
    abstract static class Binary {
        @Dense(units = 1)
        Layer logit;
    }

    @Network(input = {3})
    @Regressor(outputs = 2, loss = RegressionLoss.MAE)
    @Sgd
    abstract static class Absolute {
        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2, loss = RegressionLoss.HUBER, delta = 0.8)
    @Sgd
    abstract static class Huber {
        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Penalties {
        @Dense(units = 3, activation = TANH)
        @BatchNorm
        @L2(value = 0.5, on = On.ALL)
        Layer ridge;

        @Dense(units = 3, activation = TANH)
        @L1(value = 0.4, on = On.ALL)
        Layer lasso;

        @Dense(units = 3, activation = TANH)
        @ElasticNet(l1 = 0.2, l2 = 0.3)
        Layer elastic;

        @Dense(units = 2)
        @L2(value = 0.6, on = On.BIAS)
        Layer out;
    }

    @Network
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Bytes {
        @Input(
                shape = {3},
                type = DataType.UINT8,
                scale = 1.0 / 255)
        Layer input;

        @Dense(units = 2, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {4, 3})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Steps {
        @Dense(units = 5, activation = TANH)
        Layer each;

        @Flatten
        Layer flat;

        @Dense(units = 2)
        Layer out;
    }
}
