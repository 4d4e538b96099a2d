package io.regulus.train;

import io.regulus.engine.NetworkPlan;
import io.regulus.engine.OutputPort;
import io.regulus.engine.TargetPort;
import java.util.ArrayList;
import java.util.List;

/** From what users are told, such as probabilities, back to what layers give, such as logits. */
final class Outputs {
    /** What a probability of 0 is taken for: its logarithm is a number. */
    private static final double LEAST = Float.MIN_NORMAL;

    private Outputs() {}

    /**
     * Logits that give these probabilities, and values as they are.
     *
     * @throws IllegalArgumentException if they are not of this network's outputs, or of other rows
     */
    static List<float[][]> of(NetworkPlan network, int rows, List<float[][]> predictions) {
        List<OutputPort> outputs = network.outputs();
        if (predictions.size() != outputs.size()) {
            throw new IllegalArgumentException("predictions of " + predictions.size() + " outputs, but "
                    + network.name() + " has " + outputs.size());
        }
        List<float[][]> all = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            all.add(of(outputs.get(i), network.name(), rows, predictions.get(i)));
        }
        return all;
    }

    private static float[][] of(OutputPort output, String network, int rows, float[][] predictions) {
        int width = output.target().outputs();
        if (predictions.length != rows) {
            throw new IllegalArgumentException(predictions.length + " predictions for " + rows + " rows of data");
        }
        float[][] given = new float[rows][width];
        for (int row = 0; row < rows; row++) {
            if (predictions[row].length != width) {
                throw new IllegalArgumentException("predictions[" + row + "] has " + predictions[row].length
                        + " numbers, but " + network + " gives " + width + " per row");
            }
            for (int i = 0; i < width; i++) {
                given[row][i] = (float) given(output.target(), predictions[row][i]);
            }
        }
        return given;
    }

    private static double given(TargetPort<?> target, double prediction) {
        if (!(target instanceof TargetPort.Classes classes)) {
            return prediction;
        }
        double logP = Math.log(Math.max(prediction, LEAST));
        return classes.outputs() == 1 ? logP - Math.log(Math.max(1 - prediction, LEAST)) : logP;
    }
}
