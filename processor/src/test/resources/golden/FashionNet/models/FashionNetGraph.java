package models;

import io.regulus.ops.BatchNorm;
import io.regulus.ops.Dropout;
import io.regulus.ops.Initializers;
import io.regulus.ops.Pass;
import io.regulus.ops.Pooling;
import io.regulus.ops.Weight;
import java.util.List;
import javax.annotation.processing.Generated;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The layers of {@link FashionNet} in TensorFlow ops, one method per field. An instance is one pass, of training or of inference.
 *
 * <pre>
 * input   [28, 28, 1]
 * block1  [13, 13, 32]  conv2d 3x3, batch norm, max pool 2x2, relu
 * block2  [5, 5, 64]    conv2d 3x3, batch norm, max pool 2x2, relu
 * head    [128]         flatten, dense, relu, dropout
 * logits  [10]          dense
 * </pre>
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class FashionNetGraph {
  final Weight block1Kernel;

  final BatchNorm block1Norm;

  final Weight block2Kernel;

  final BatchNorm block2Norm;

  final Weight headKernel;

  final Weight headBias;

  final Weight logitsKernel;

  final Weight logitsBias;

  private final Pass pass;

  private final Ops tf;

  private final FashionNetHyperparameters hyper;

  FashionNetGraph(Pass pass, FashionNetHyperparameters hyper) {
    this.pass = pass;
    this.tf = pass.tf();
    this.hyper = hyper;
    block1Kernel = pass.kernel("block1/kernel", Initializers.glorotUniform(), 3, 3, 1, 32);
    block1Norm = BatchNorm.of(pass, "block1", 32);
    block2Kernel = pass.kernel("block2/kernel", Initializers.glorotUniform(), 3, 3, 32, 64);
    block2Norm = BatchNorm.of(pass, "block2", 64);
    headKernel = pass.kernel("head/kernel", Initializers.glorotUniform(), 1600, 128);
    headBias = pass.bias("head/bias", 128);
    logitsKernel = pass.kernel("logits/kernel", Initializers.glorotUniform(), 128, 10);
    logitsBias = pass.bias("logits/bias", 10);
  }

  /**
   * From rows of {@code input} to rows of {@code logits}.
   */
  Operand<TFloat32> apply(Operand<TFloat32> input) {
    Operand<TFloat32> block1 = block1(input);
    Operand<TFloat32> block2 = block2(block1);
    Operand<TFloat32> head = head(block2);
    return logits(head);
  }

  private Operand<TFloat32> block1(Operand<TFloat32> input) {
    // @Conv2D(filters = 32, kernel = 3, activation = RELU) @BatchNorm @MaxPool2D
    Operand<TFloat32> x = tf.nn.conv2d(input, block1Kernel, List.of(1L, 1L, 1L, 1L), "VALID");
    x = block1Norm.apply(pass, x, hyper.block1().batchNormMomentum(), hyper.block1().batchNormEpsilon(), false);
    x = Pooling.max(tf, x, List.of(2L, 2L), List.of(2L, 2L), "VALID");
    x = tf.nn.relu(x);
    return pass.layer("block1", "conv2d 3x3, batch norm, max pool 2x2, relu", x);
  }

  private Operand<TFloat32> block2(Operand<TFloat32> input) {
    // @Conv2D(filters = 64, kernel = 3, activation = RELU) @BatchNorm @MaxPool2D
    Operand<TFloat32> x = tf.nn.conv2d(input, block2Kernel, List.of(1L, 1L, 1L, 1L), "VALID");
    x = block2Norm.apply(pass, x, hyper.block2().batchNormMomentum(), hyper.block2().batchNormEpsilon(), false);
    x = Pooling.max(tf, x, List.of(2L, 2L), List.of(2L, 2L), "VALID");
    x = tf.nn.relu(x);
    return pass.layer("block2", "conv2d 3x3, batch norm, max pool 2x2, relu", x);
  }

  private Operand<TFloat32> head(Operand<TFloat32> input) {
    // @Dense(units = 128, activation = RELU) @Dropout(p = 0.5)
    Operand<TFloat32> x = tf.reshape(input, tf.constant(new long[] {-1, 1600}));
    x = tf.linalg.matMul(x, headKernel);
    x = tf.nn.biasAdd(x, headBias);
    x = Dropout.afterRelu(pass, "head", x, hyper.head().dropout());
    return pass.layer("head", "flatten, dense, relu, dropout", x);
  }

  private Operand<TFloat32> logits(Operand<TFloat32> input) {
    // @Dense(units = 10) @ExcludeFromDecay
    Operand<TFloat32> x = tf.linalg.matMul(input, logitsKernel);
    x = tf.nn.biasAdd(x, logitsBias);
    return pass.layer("logits", "dense", x);
  }
}
