package io.regulus.spark.docs;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Categorical;
import io.regulus.annotations.Column;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Features;
import io.regulus.annotations.Ignored;
import io.regulus.annotations.Label;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MissingNumber;
import io.regulus.annotations.Network;
import io.regulus.annotations.Numeric;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.RowWeight;

/** A network of the documentation: that of the page about rows. */
@Network(rows = Price.House.class)
@Regressor
@Adam
abstract class Price {
    @Features
    record House(
            @Ignored String street,
            @Numeric float income,

            @Numeric(missing = MissingNumber.MEDIAN, flagged = true) @Column("total bedrooms")
            Float bedrooms,

            @Categorical(size = 8) String proximity,
            @RowWeight float count,
            @Label(standardize = true) float price) {}

    @Dense(units = 64, activation = RELU)
    @Dropout(p = 0.1)
    Layer hidden;

    @Dense(units = 1)
    Layer price;
}
