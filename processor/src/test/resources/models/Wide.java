package models;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.*;

/** In mixed precision, just wide enough to go without advice. */
@Network(input = 512)
@Regressor
@Sgd
@MixedPrecision
abstract class Wide {
  @Dense(units = 512, activation = RELU) Layer hidden;
  @Dense(units = 1) Layer value;
}
