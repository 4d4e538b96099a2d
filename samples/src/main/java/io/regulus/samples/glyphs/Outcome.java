package io.regulus.samples.glyphs;

import io.regulus.samples.Contender;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What became of a network. Accuracies are shares of 1, measured without dropout.
 *
 * @param network that was trained
 * @param trainCurve accuracy on the training rows after each epoch
 * @param testCurve accuracy on the test rows after each epoch
 * @param learntByHeart share of the wrong labels that the network gives back, where there are wrong ones
 * @param seconds the training took
 */
record Outcome(
        Contender network,
        List<Double> trainCurve,
        List<Double> testCurve,
        OptionalDouble learntByHeart,
        double seconds) {
    double train() {
        return trainCurve.get(trainCurve.size() - 1);
    }

    double test() {
        return testCurve.get(testCurve.size() - 1);
    }

    /** How much better the network does on what it has seen. */
    double gap() {
        return train() - test();
    }
}
