package models;

import static io.regulus.annotations.ActivationFunction.*;

import io.regulus.annotations.*;

/** Words with a meaning in some places of the language only may name a layer. */
@Network(input = 4)
@Regressor
@Adam
abstract class ContextualWords {
  @Dense(units = 8, activation = RELU) @L2(1e-4) Layer record;
  @Dense(units = 8, activation = RELU) @L2(1e-4) Layer var;
  @Dense(units = 8, activation = RELU) @L2(1e-4) Layer sealed;
  @Dense(units = 8, activation = RELU) @L2(1e-4) Layer permits;
  @Dense(units = 8, activation = RELU) @L2(1e-4) Layer Default;
  @Dense(units = 8, activation = RELU) @L2(1e-4) Layer New;
  @Dense(units = 1) Layer value;
}
