package io.regulus.effects;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Distill;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.From;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.RDrop;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;

/** Networks of two hidden units, of which dropout leaves one of four sets, and networks that have a teacher. */
final class RDropModels {
    private RDropModels() {}

    @Network(input = 2)
    @Classifier(classes = 3)
    @RDrop(alpha = 0.75)
    @Sgd(learningRate = 0.1)
    abstract static class Classes {
        @Dense(units = 2, useBias = false, activation = ActivationFunction.RELU)
        @Dropout(p = 0.5)
        Layer hidden;

        @Dense(units = 3, useBias = false)
        Layer out;
    }

    @Network(input = 2)
    @BinaryClassifier
    @RDrop(alpha = 0.75)
    @Sgd(learningRate = 0.1)
    abstract static class Yes {
        @Dense(units = 2, useBias = false, activation = ActivationFunction.RELU)
        @Dropout(p = 0.5)
        Layer hidden;

        @Dense(units = 1, useBias = false)
        Layer out;
    }

    @Network(input = 2)
    @Regressor(outputs = 3)
    @RDrop(alpha = 0.75)
    @Sgd(learningRate = 0.1)
    abstract static class Numbers {
        @Dense(units = 2, useBias = false, activation = ActivationFunction.RELU)
        @Dropout(p = 0.5)
        Layer hidden;

        @Dense(units = 3, useBias = false)
        Layer out;
    }

    /** As {@code Classes} without the second run. */
    @Network(input = 2)
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Once {
        @Dense(units = 2, useBias = false, activation = ActivationFunction.RELU)
        @Dropout(p = 0.5)
        Layer hidden;

        @Dense(units = 3, useBias = false)
        Layer out;
    }

    @Network(input = 2)
    @Classifier(classes = 3)
    @Distill(temperature = 3, alpha = 0.25)
    @Sgd(learningRate = 0.1)
    abstract static class Pupil {
        @Dense(units = 3, useBias = false)
        Layer out;
    }

    /** As {@code Pupil} without a teacher. */
    @Network(input = 2)
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Untaught {
        @Dense(units = 3, useBias = false)
        Layer out;
    }

    @Network(input = 2)
    @BinaryClassifier
    @Distill(temperature = 3, alpha = 0.25)
    @Sgd(learningRate = 0.1)
    abstract static class YesPupil {
        @Dense(units = 1, useBias = false)
        Layer out;
    }

    @Network
    @Distill(temperature = 2, alpha = 0.25)
    @Sgd(learningRate = 0.1)
    abstract static class SeveralPupil {
        @Input(shape = 2)
        Layer row;

        @Dense(units = 2, useBias = false)
        @Classifier(classes = 2, lossWeight = 2)
        Layer kind;

        @From("row")
        @Dense(units = 1, useBias = false)
        @Regressor(lossWeight = 0.5)
        Layer size;
    }

    @Network
    @Distill(temperature = 3, alpha = 0.25)
    @Sgd(learningRate = 0.1)
    abstract static class NumbersPupil {
        @Input(shape = 2)
        Layer row;

        @Dense(units = 2, useBias = false)
        @Regressor(outputs = 2)
        Layer out;
    }
}
