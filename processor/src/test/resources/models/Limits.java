package models;

import static io.regulus.annotations.ActivationFunction.LEAKY_RELU;
import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.SELU;

import io.regulus.annotations.*;

/** Numbers at the very edge of what is allowed, and of what goes without advice. */
@Network(input = 1)
@Regressor(outputs = 1, loss = RegressionLoss.HUBER, delta = 1e-9)
@Sgd(momentum = 0.9, nesterov = true, weightDecay = 0)
@L2(0)
abstract class Limits {
  @Dense(units = 1, activation = SELU, kernelInitializer = Initializer.LECUN_NORMAL) @Dropout(p = 0) @L2(1e-6) Layer a;
  @Dense(units = 1) @Activation(value = LEAKY_RELU, negativeSlope = 0) @Dropout(p = 0.69) @L2(0.1) Layer b;
  @Dense(units = 1, activation = RELU) @L1(value = 1e-4, proximal = true) @L2(1e-4) Layer c;
  @Dense(units = 1) Layer value;
}
