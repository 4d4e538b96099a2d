package io.regulus.rows;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Adam;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.Categorical;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Column;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Features;
import io.regulus.annotations.Ignored;
import io.regulus.annotations.Label;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MissingCategory;
import io.regulus.annotations.MissingNumber;
import io.regulus.annotations.Network;
import io.regulus.annotations.Numeric;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.RowWeight;
import io.regulus.annotations.Scaling;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.UnknownCategory;

/** Networks whose rows are records. */
final class RowNets {
    private RowNets() {}

    enum Place {
        INLAND,
        NEAR_BAY
    }

    /** One of everything. */
    @Features
    record Flat(
            @Ignored String id,
            @Numeric float area,

            @Numeric(missing = MissingNumber.MEAN, flagged = true)
            Float rooms,

            @Numeric(scaling = Scaling.MIN_MAX, missing = MissingNumber.MEDIAN)
            double age,

            @Numeric(scaling = Scaling.NONE) boolean balcony,
            @Categorical Place place,

            @Categorical(size = 3, missing = MissingCategory.OWN)
            String heating,

            @Categorical(
                    value = {"a", "b"},
                    unknown = UnknownCategory.REFUSE)
            @Column("energy class")
            String energy,

            @RowWeight int seen,
            @Label(standardize = true) float rent) {}

    @Network(rows = Flat.class)
    @Regressor
    @Adam(learningRate = 0.05)
    interface Rent {
        @Dense(units = 8, activation = ActivationFunction.RELU)
        Layer hidden = null;

        @Dense(units = 1)
        Layer rent = null;
    }

    enum Colour {
        RED,
        GREEN,
        BLUE
    }

    @Features
    record Dot(
            @Numeric(scaling = Scaling.NONE) float x,
            @Numeric(scaling = Scaling.NONE) float y,
            @Label Colour colour) {}

    @Network(rows = Dot.class)
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.5)
    interface Dots {
        @Dense(units = 3)
        Layer logits = null;
    }

    /** Categories that are looked up, beside a number. */
    @Features
    record Visit(
            @Categorical(size = 50, embedding = 2) String page,
            @Numeric float seconds,

            @Categorical(size = 5, embedding = 3, missing = MissingCategory.MOST_FREQUENT)
            Integer hour,

            @Label boolean bought) {}

    @Network(rows = Visit.class)
    @BinaryClassifier
    @Adam(learningRate = 0.05)
    interface Visits {
        @Dense(units = 1)
        Layer bought = null;
    }

    /** Nothing but one category that is looked up. */
    @Features
    record Word(
            @Categorical(size = 4, embedding = 2) String text,
            @Label String language) {}

    @Network(rows = Word.class)
    @Classifier(classes = 2)
    @Adam(learningRate = 0.1)
    interface Words {
        @Dense(units = 2)
        Layer logits = null;
    }

    /** A record that refuses some values. */
    @Features
    record Age(@Numeric float age, @Label float label) {
        Age {
            if (age < 0) {
                throw new IllegalArgumentException("age " + age + ": must be at least 0");
            }
        }
    }

    /** Numbers of many digits. */
    @Features
    record Id(
            @Categorical long id,
            @Numeric double big,
            @Label float label) {}
}
