package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The mean and deviation of an input over the training data. */
public final class InputStatistics {
    /** Name of the variable that holds the means, after that of the input. */
    public static final String MEAN = "/mean";

    /** Name of the variable that holds the deviations, after that of the input; they are 0 as long as nothing is learned. */
    public static final String DEVIATION = "/deviation";

    private InputStatistics() {}

    /**
     * (x - mean) / deviation, in training and inference alike, with variables that are computed from the training data before
     * the first step.
     *
     * @param input name of the input and of the variables
     * @param x [rows, ..., channels]
     */
    public static Operand<TFloat32> standardize(Pass pass, String input, Operand<TFloat32> x) {
        Ops tf = pass.tf();
        long channels = x.shape().get(x.shape().numDimensions() - 1);
        Weight mean = pass.statistic(input + MEAN, channels, 0);
        Weight deviation = pass.statistic(input + DEVIATION, channels, 0);
        return tf.math.div(tf.math.sub(x, mean), deviation);
    }
}
