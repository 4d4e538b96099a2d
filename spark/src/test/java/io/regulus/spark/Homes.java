package io.regulus.spark;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Categorical;
import io.regulus.annotations.Column;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Features;
import io.regulus.annotations.Ignored;
import io.regulus.annotations.Label;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MissingNumber;
import io.regulus.annotations.Network;
import io.regulus.annotations.Numeric;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.RowWeight;

/** An amount by a record. */
@Network(rows = Homes.Home.class)
@Regressor
@Adam(learningRate = 0.02)
public abstract class Homes {
    /** Where it stands. */
    public enum Place {
        INLAND,
        NEAR_BAY
    }

    /** A row. */
    @Features
    public record Home(
            @Ignored String street,
            @Numeric double area,

            @Numeric(missing = MissingNumber.MEDIAN, flagged = true) @Column("total rooms")
            Integer rooms,

            @Categorical Place place,
            @Categorical(size = 3) String heating,
            @RowWeight float seen,
            @Label(standardize = true) Float price) {}

    @Dense(units = 8, activation = RELU)
    Layer hidden;

    @Dense(units = 1)
    Layer price;
}
