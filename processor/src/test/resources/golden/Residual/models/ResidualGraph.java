package models;

import io.regulus.ops.BatchNorm;
import io.regulus.ops.Initializers;
import io.regulus.ops.Pass;
import io.regulus.ops.Pooling;
import io.regulus.ops.Weight;
import java.util.List;
import javax.annotation.processing.Generated;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * The layers of {@link Residual} in TensorFlow ops, one method per field. An instance is one pass, of training or of inference.
 *
 * <pre>
 * IMAGE   [8, 8, 3]
 * STEM    [8, 4, 4]  conv2d 3x1, batch norm, relu
 * INNER   [8, 4, 4]  conv2d 3x3, batch norm
 * SUM     [8, 4, 4]  add, relu
 * SMALL   [84]       average pool 2x2, flatten
 * MEAN    [4]        global average pool
 * late    [88]       concat
 * LOGITS  [4]        dense
 * </pre>
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class ResidualGraph {
  final Weight STEMKernel;

  final BatchNorm STEMNorm;

  final Weight INNERKernel;

  final BatchNorm INNERNorm;

  final Weight LOGITSKernel;

  final Weight LOGITSBias;

  private final Pass pass;

  private final Ops tf;

  private final ResidualHyperparameters hyper;

  ResidualGraph(Pass pass, ResidualHyperparameters hyper) {
    this.pass = pass;
    this.tf = pass.tf();
    this.hyper = hyper;
    STEMKernel = pass.kernel("STEM/kernel", Initializers.glorotUniform(), 3, 1, 3, 4);
    STEMNorm = BatchNorm.of(pass, "STEM", 4);
    INNERKernel = pass.kernel("INNER/kernel", Initializers.glorotUniform(), 3, 3, 4, 4);
    INNERNorm = BatchNorm.of(pass, "INNER", 4);
    LOGITSKernel = pass.kernel("LOGITS/kernel", Initializers.glorotUniform(), 88, 4);
    LOGITSBias = pass.bias("LOGITS/bias", 4);
  }

  /**
   * From rows of {@code IMAGE} to rows of {@code LOGITS}.
   */
  Operand<TFloat32> apply(Operand<TUint8> fed) {
    Operand<TFloat32> IMAGE = IMAGE(fed);
    Operand<TFloat32> STEM = STEM(IMAGE);
    Operand<TFloat32> INNER = INNER(STEM);
    Operand<TFloat32> SUM = SUM(STEM, INNER);
    Operand<TFloat32> SMALL = SMALL(SUM);
    Operand<TFloat32> MEAN = MEAN(SUM);
    Operand<TFloat32> late = late(SMALL, MEAN);
    return LOGITS(late);
  }

  private Operand<TFloat32> IMAGE(Operand<TUint8> fed) {
    // @Input(shape = {8, 8, 3}, type = UINT8, scale = 0.00392156862745098)
    return tf.math.mul(tf.dtypes.cast(fed, TFloat32.class), tf.constant((float) 0.00392156862745098));
  }

  private Operand<TFloat32> STEM(Operand<TFloat32> input) {
    // @Conv2D(filters = 4, kernel = {3, 1}, strides = {1, 2}, padding = SAME) @BatchNorm @Activation(RELU)
    Operand<TFloat32> x = tf.nn.conv2d(input, STEMKernel, List.of(1L, 1L, 2L, 1L), "SAME");
    x = STEMNorm.relu(pass, x, hyper.STEM().batchNormMomentum(), hyper.STEM().batchNormEpsilon(), false);
    return pass.layer("STEM", "conv2d 3x1, batch norm, relu", x);
  }

  private Operand<TFloat32> INNER(Operand<TFloat32> input) {
    // @Conv2D(filters = 4, kernel = 3, padding = SAME, useBias = false) @BatchNorm
    Operand<TFloat32> x = tf.nn.conv2d(input, INNERKernel, List.of(1L, 1L, 1L, 1L), "SAME");
    x = INNERNorm.apply(pass, x, hyper.INNER().batchNormMomentum(), hyper.INNER().batchNormEpsilon(), false);
    return pass.layer("INNER", "conv2d 3x3, batch norm", x);
  }

  private Operand<TFloat32> SUM(Operand<TFloat32> input1, Operand<TFloat32> input2) {
    // @From({"STEM", "INNER"}) @Add @Activation(RELU)
    Operand<TFloat32> x = tf.math.add(input1, input2);
    x = tf.nn.relu(x);
    return pass.layer("SUM", "add, relu", x);
  }

  private Operand<TFloat32> SMALL(Operand<TFloat32> input) {
    // @AvgPool2D(pool = 2, strides = 1) @Flatten
    Operand<TFloat32> x = Pooling.average(tf, input, List.of(2L, 2L), List.of(1L, 1L), "VALID");
    x = tf.reshape(x, tf.constant(new long[] {-1, 84}));
    return pass.layer("SMALL", "average pool 2x2, flatten", x);
  }

  private Operand<TFloat32> MEAN(Operand<TFloat32> input) {
    // @From("SUM") @GlobalAvgPool2D
    Operand<TFloat32> x = Pooling.globalAverage(tf, input);
    return pass.layer("MEAN", "global average pool", x);
  }

  private Operand<TFloat32> late(Operand<TFloat32> input1, Operand<TFloat32> input2) {
    // @From({"SMALL", "MEAN"}) @Concat
    Operand<TFloat32> x = tf.concat(List.of(input1, input2), tf.constant(-1));
    return pass.layer("late", "concat", x);
  }

  private Operand<TFloat32> LOGITS(Operand<TFloat32> input) {
    // @From("late") @Dense(units = 4)
    Operand<TFloat32> x = tf.linalg.matMul(input, LOGITSKernel);
    x = tf.nn.biasAdd(x, LOGITSBias);
    return pass.layer("LOGITS", "dense", x);
  }
}
