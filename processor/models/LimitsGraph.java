package models;

import io.regulus.ops.Activations;
import io.regulus.ops.Dropout;
import io.regulus.ops.Initializers;
import io.regulus.ops.Pass;
import io.regulus.ops.Weight;
import javax.annotation.processing.Generated;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The layers of {@link Limits} in TensorFlow ops, one method per field. An instance is one pass, of training or of inference.
 *
 * <pre>
 * input  [1]
 * a      [1]  dense, selu, dropout
 * b      [1]  dense, leaky relu, dropout
 * c      [1]  dense, relu
 * value  [1]  dense
 * </pre>
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class LimitsGraph {
  final Weight aKernel;

  final Weight aBias;

  final Weight bKernel;

  final Weight bBias;

  final Weight cKernel;

  final Weight cBias;

  final Weight valueKernel;

  final Weight valueBias;

  private final Pass pass;

  private final Ops tf;

  private final LimitsHyperparameters hyper;

  LimitsGraph(Pass pass, LimitsHyperparameters hyper) {
    this.pass = pass;
    this.tf = pass.tf();
    this.hyper = hyper;
    aKernel = pass.kernel("a/kernel", Initializers.lecunNormal(), 1, 1);
    aBias = pass.bias("a/bias", 1);
    bKernel = pass.kernel("b/kernel", Initializers.glorotUniform(), 1, 1);
    bBias = pass.bias("b/bias", 1);
    cKernel = pass.kernel("c/kernel", Initializers.glorotUniform(), 1, 1);
    cBias = pass.bias("c/bias", 1);
    valueKernel = pass.kernel("value/kernel", Initializers.glorotUniform(), 1, 1);
    valueBias = pass.bias("value/bias", 1);
  }

  /**
   * From rows of {@code input} to rows of {@code value}.
   */
  Operand<TFloat32> apply(Operand<TFloat32> input) {
    Operand<TFloat32> a = a(input);
    Operand<TFloat32> b = b(a);
    Operand<TFloat32> c = c(b);
    return value(c);
  }

  private Operand<TFloat32> a(Operand<TFloat32> input) {
    // @Dense(units = 1, activation = SELU, kernelInitializer = LECUN_NORMAL) @Dropout(p = 0.0) @L2(1e-6)
    Operand<TFloat32> x = tf.linalg.matMul(input, aKernel);
    x = tf.nn.biasAdd(x, aBias);
    x = tf.nn.selu(x);
    x = Dropout.apply(pass, "a", x, hyper.a().dropout());
    return pass.layer("a", "dense, selu, dropout", x);
  }

  private Operand<TFloat32> b(Operand<TFloat32> input) {
    // @Dense(units = 1) @Activation(value = LEAKY_RELU, negativeSlope = 0.0) @Dropout(p = 0.69) @L2(0.1)
    Operand<TFloat32> x = tf.linalg.matMul(input, bKernel);
    x = tf.nn.biasAdd(x, bBias);
    x = Activations.leakyRelu(tf, x, hyper.b().negativeSlope());
    x = Dropout.apply(pass, "b", x, hyper.b().dropout());
    return pass.layer("b", "dense, leaky relu, dropout", x);
  }

  private Operand<TFloat32> c(Operand<TFloat32> input) {
    // @Dense(units = 1, activation = RELU) @L1(value = 1e-4, proximal = true) @L2(1e-4)
    Operand<TFloat32> x = tf.linalg.matMul(input, cKernel);
    x = tf.nn.biasAdd(x, cBias);
    x = tf.nn.relu(x);
    return pass.layer("c", "dense, relu", x);
  }

  private Operand<TFloat32> value(Operand<TFloat32> input) {
    // @Dense(units = 1)
    Operand<TFloat32> x = tf.linalg.matMul(input, valueKernel);
    x = tf.nn.biasAdd(x, valueBias);
    return pass.layer("value", "dense", x);
  }
}
