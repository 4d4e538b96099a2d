package models;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.*;

/** In mixed precision, just wide enough to go without advice; a second run at other weights, and steps of several batches. */
@Network(input = 512)
@Regressor
@Sgd
@MixedPrecision
@Sam
@GradientAccumulation(batches = 8)
abstract class Wide {
  @Dense(units = 512, activation = RELU) Layer hidden;
  @Dense(units = 1) Layer value;
}
