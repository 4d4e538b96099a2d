package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.annotations.ActivationFunction;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every activation is its formula in prediction, whatever stands before it: TensorFlow joins convolutions with what follows
 * there, and has no kernel for some of what it joins.
 */
class ActivationTest {
    private static final List<ActivationFunction> ORDER = List.of(
            ActivationFunction.LINEAR,
            ActivationFunction.RELU,
            ActivationFunction.LEAKY_RELU,
            ActivationFunction.ELU,
            ActivationFunction.SELU,
            ActivationFunction.SOFTPLUS,
            ActivationFunction.SIGMOID,
            ActivationFunction.TANH,
            ActivationFunction.GELU,
            ActivationFunction.SILU);

    private static final int UNITS = 3;

    static Stream<Arguments> networks() {
        return Stream.of(
                network(
                        "convolution with bias",
                        32,
                        ActivationModels_BiasedModel::create,
                        ActivationModels_BiasedModel::predict),
                network(
                        "convolution with batch norm",
                        32,
                        ActivationModels_NormedModel::create,
                        ActivationModels_NormedModel::predict),
                network(
                        "convolution with batch norm, then a field",
                        32,
                        ActivationModels_ApartModel::create,
                        ActivationModels_ApartModel::predict),
                network(
                        "depthwise convolution with bias",
                        48,
                        ActivationModels_DepthwiseBiasedModel::create,
                        ActivationModels_DepthwiseBiasedModel::predict),
                network(
                        "depthwise convolution with batch norm",
                        48,
                        ActivationModels_DepthwiseNormedModel::create,
                        ActivationModels_DepthwiseNormedModel::predict),
                network("dense", 4, ActivationModels_RowsModel::create, ActivationModels_RowsModel::predict));
    }

    private static <M extends Model> Arguments network(
            String name, int width, Supplier<M> create, BiFunction<M, float[][], float[][]> predict) {
        UnaryOperator<float[][]> predictions = rows -> {
            try (M model = create.get()) {
                model.setWeights(alike(model.weights()));
                return predict.apply(model, rows);
            }
        };
        return Arguments.of(Named.of(name, predictions), width);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void predictionsFollowTheFormulas(UnaryOperator<float[][]> network, int width) {
        for (float[] y : network.apply(Samples.rows(3, width, 5))) {
            assertFormulas(y);
        }
    }

    /** Gives every layer the same random weights. */
    private static Weights alike(Weights weights) {
        Weights set = weights;
        for (String name : weights.names()) {
            String parameter = name.substring(name.indexOf('/') + 1);
            float[] values = Samples.normal(weights.get(name).length, parameter.hashCode());
            for (int i = 0; i < values.length && parameter.equals("variance"); i++) {
                values[i] = 1 + values[i] * values[i];
            }
            set = set.with(name, values);
        }
        return set;
    }

    private static void assertFormulas(float[] y) {
        assertThat(y.length % (ORDER.size() * UNITS)).isEqualTo(0);
        for (int place = 0; place < y.length; place += ORDER.size() * UNITS) {
            for (int i = 0; i < ORDER.size(); i++) {
                for (int unit = 0; unit < UNITS; unit++) {
                    float x = y[place + unit];
                    ActivationFunction function = ORDER.get(i);
                    double expected = formula(function, x);
                    assertWithMessage("%s of %s", function, x)
                            .that((double) y[place + i * UNITS + unit])
                            .isWithin(1e-5 * (1 + Math.abs(expected)))
                            .of(expected);
                }
            }
        }
    }

    private static double formula(ActivationFunction function, double x) {
        double sigmoid = 1 / (1 + Math.exp(-x));
        return switch (function) {
            case LINEAR -> x;
            case RELU -> Math.max(x, 0);
            case LEAKY_RELU -> x >= 0 ? x : 0.2 * x;
            case ELU -> x >= 0 ? x : Math.expm1(x);
            case SELU -> 1.0507009873554805 * (x >= 0 ? x : 1.6732632423543772 * Math.expm1(x));
            case SOFTPLUS -> Math.log1p(Math.exp(x));
            case SIGMOID -> sigmoid;
            case TANH -> Math.tanh(x);
            case GELU -> x * normalDistribution(x);
            case SILU -> x * sigmoid;
        };
    }

    /** The integral of the normal density from far left, by Simpson's rule. */
    private static double normalDistribution(double x) {
        double left = -12;
        int parts = 2000;
        double width = (x - left) / parts;
        double sum = density(left) + density(x);
        for (int i = 1; i < parts; i++) {
            sum += density(left + i * width) * (i % 2 == 0 ? 2 : 4);
        }
        return sum * width / 3;
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
