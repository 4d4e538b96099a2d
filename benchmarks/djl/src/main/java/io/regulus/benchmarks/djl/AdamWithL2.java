package io.regulus.benchmarks.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import io.regulus.benchmarks.Network;

// [user code
/** L2 on kernels alone: DJL's own {@code optWeightDecays} falls on biases and norms as well. */
final class AdamWithL2 extends Adam {
    AdamWithL2(float learningRate) {
        super(Adam.builder().optLearningRateTracker(Tracker.fixed(learningRate)));
    }

    @Override
    public void update(String parameterId, NDArray weight, NDArray gradient) {
        if (weight.getShape().dimension() > 1) {
            try (NDArray penalty = weight.mul(Network.L2_GRADIENT)) {
                gradient.addi(penalty);
            }
        }
        super.update(parameterId, weight, gradient);
    }
}
// user code]
