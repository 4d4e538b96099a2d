package io.regulus.ops;

import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Sgd;
import org.junit.jupiter.api.Test;

/** The gradient of a table is the slope of the loss, at rows that are read once, several times or not at all. */
class EmbeddingGradientTest {
    /** 24 ids of 256 in a batch of 4. */
    @Network
    @Classifier(classes = 3)
    @Sgd
    abstract static class Tables {
        @Input(
                shape = {6},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 256, units = 2)
        Layer embedded;

        @Dense(units = 3, activation = TANH)
        @Flatten
        Layer each;

        @From("words")
        @Embedding(vocabulary = 256, units = 1)
        @Flatten
        Layer other;

        @From({"each", "other"})
        @Concat
        Layer both;

        @Dense(units = 3)
        Layer logits;
    }

    @Test
    void gradientsAreSlopes() {
        try (GradientCheck check = new GradientCheck(
                new EmbeddingGradientTest_TablesTraining(EmbeddingGradientTest_TablesHyperparameters.defaults()),
                4,
                42)) {
            check.assertGradientsAreSlopes();
        }
    }
}
