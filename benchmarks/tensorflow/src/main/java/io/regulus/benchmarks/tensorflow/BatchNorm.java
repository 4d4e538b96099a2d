package io.regulus.benchmarks.tensorflow;

import io.regulus.benchmarks.Network;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/**
 * A batch norm. For rows it is written in ops, as one does first; for images with the fused op, as every example does.
 */
final class BatchNorm {
    // [user code
    private final Ops tf;
    private final Layers layers;
    private final int size;
    private final Variable<TFloat32> scale;
    private final Variable<TFloat32> shift;
    private Operand<TFloat32> batchMean;
    private Operand<TFloat32> batchVariance;
    private Variable<TFloat32> movingMean;
    private Variable<TFloat32> movingVariance;

    BatchNorm(Ops tf, Layers layers, int size) {
        this.tf = tf;
        this.layers = layers;
        this.size = size;
        this.scale = layers.vector(size, 1);
        this.shift = layers.vector(size, 0);
    }

    Operand<TFloat32> train(Operand<TFloat32> inputs) {
        batchMean = tf.math.mean(inputs, tf.array(0));
        batchVariance = tf.math.mean(tf.math.squaredDifference(inputs, batchMean), tf.array(0));
        return normalize(inputs, batchMean, batchVariance);
    }

    Operand<TFloat32> infer(Operand<TFloat32> inputs) {
        return normalize(inputs, movingMean, movingVariance);
    }

    private Operand<TFloat32> normalize(Operand<TFloat32> inputs, Operand<TFloat32> mean, Operand<TFloat32> variance) {
        Operand<TFloat32> factor =
                tf.math.mul(scale, tf.math.rsqrt(tf.math.add(variance, tf.constant(Network.EPSILON))));
        return tf.math.add(tf.math.mul(tf.math.sub(inputs, mean), factor), shift);
    }

    /** Makes the moving statistics, after the optimizer, which differentiates by every variable that it finds. */
    List<Op> follow() {
        movingMean = layers.vector(size, 0);
        movingVariance = layers.vector(size, 1);
        return List.of(follow(movingMean, batchMean), follow(movingVariance, batchVariance));
    }

    private Op follow(Variable<TFloat32> moving, Operand<TFloat32> batch) {
        return tf.assignSub(moving, tf.math.mul(tf.math.sub(moving, batch), tf.constant(1 - Network.MOMENTUM)));
    }
    // user code]

    Operand<TFloat32> trainImages(Operand<TFloat32> inputs) {
        Operand<TFloat32> none = tf.constant(new float[0]);
        FusedBatchNorm<TFloat32, TFloat32> fused = tf.nn.fusedBatchNorm(
                inputs,
                scale,
                shift,
                none,
                none,
                FusedBatchNorm.epsilon(Network.EPSILON),
                FusedBatchNorm.isTraining(true));
        batchMean = fused.batchMean();
        batchVariance = fused.batchVariance();
        return fused.y();
    }
}
