package io.regulus.processor.spec;

import io.regulus.annotations.RegressionLoss;

/** What the network is for: its loss, and what labels and predictions are. */
public sealed interface TaskSpec extends Sourced
        permits TaskSpec.Classifier, TaskSpec.BinaryClassifier, TaskSpec.Regressor {
    /** Name of the element that says what a loss counts in the sum over several outputs. */
    String LOSS_WEIGHT = "lossWeight";

    /** How many outputs the last layer must have. */
    Written<Integer> outputs();

    /** How many classes it tells apart; 0 where it is about amounts. */
    int classes();

    /** {@code @Classifier}; outputs are its classes. */
    record Classifier(Usage usage, Written<Integer> outputs) implements TaskSpec {
        @Override
        public int classes() {
            return outputs.value();
        }
    }

    /** {@code @BinaryClassifier}; one output. */
    record BinaryClassifier(Usage usage) implements TaskSpec {
        @Override
        public Written<Integer> outputs() {
            return new Written<>(1, false, usage.place());
        }

        @Override
        public int classes() {
            return 2;
        }
    }

    /** {@code @Regressor}. */
    record Regressor(Usage usage, Written<Integer> outputs, RegressionLoss loss, Written<Double> delta)
            implements TaskSpec {
        @Override
        public int classes() {
            return 0;
        }
    }
}
