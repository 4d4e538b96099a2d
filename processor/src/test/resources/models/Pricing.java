package models;

import static io.regulus.annotations.ActivationFunction.SILU;

import io.regulus.annotations.*;

@Network(rows = Pricing.House.class)
@Regressor
@AdamW(learningRate = 3e-3, weightDecay = 0.01)
abstract class Pricing {
  @Features
  record House(
      @Numeric float income,
      @Numeric(missing = MissingNumber.MEDIAN, flagged = true) Float totalBedrooms,
      @Categorical(size = 5) String proximity,
      @Label(standardize = true) Float price) {}

  @Dense(units = 64, activation = SILU) Layer hidden;
  @Dense(units = 1) Layer price;
}
