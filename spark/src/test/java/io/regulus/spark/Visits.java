package io.regulus.spark;

import io.regulus.annotations.Adam;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.Categorical;
import io.regulus.annotations.Column;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Features;
import io.regulus.annotations.Label;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Numeric;

/** Two classes by a record with categories that are looked up, an input of their own. */
@Network(rows = Visits.Visit.class)
@BinaryClassifier
@Adam(learningRate = 0.05)
public abstract class Visits {
    /** A row. */
    @Features
    public record Visit(
            @Categorical(size = 20, embedding = 2) String page,
            @Numeric float seconds,
            @Label @Column("bought") Boolean buys) {}

    @Dense(units = 1)
    Layer bought;
}
