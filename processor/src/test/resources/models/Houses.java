package models;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.*;

@Network(rows = Houses.House.class)
@Regressor
@Adam
@L2(1e-4)
abstract class Houses {
  enum Kind {
    FLAT,
    HOUSE
  }

  @Features
  record House(
      @Ignored String street,
      @Numeric float income,
      @Numeric(scaling = Scaling.MIN_MAX, missing = MissingNumber.MEDIAN, flagged = true) @Column("total bedrooms")
          Float bedrooms,
      @Categorical(size = 8) String proximity,
      @Categorical Kind kind,
      @Categorical(size = 500, embedding = 4, missing = MissingCategory.OWN) Integer district,
      @RowWeight int count,
      @Label(standardize = true) float price) {}

  @Dense(units = 16, activation = RELU) Layer hidden;
  @Dense(units = 1) Layer price;
}
