package models;

import io.regulus.ops.Activations;
import io.regulus.ops.BatchNorm;
import io.regulus.ops.Dropout;
import io.regulus.ops.Initializers;
import io.regulus.ops.Pass;
import io.regulus.ops.Weight;
import javax.annotation.processing.Generated;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The layers of {@link Holder.Tiny} in TensorFlow ops, one method per field. An instance is one pass, of training or of inference.
 *
 * <pre>
 * input    [6, 6, 2]
 * first    [4]        flatten, dense, tanh, dropout
 * record2  [8]        dense, gelu
 * normed   [4]        dense, batch norm
 * logit    [1]        dense
 * </pre>
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class Holder_TinyGraph {
  final Weight firstKernel;

  final Weight firstBias;

  final Weight record2Kernel;

  final Weight record2Bias;

  final Weight normedKernel;

  final BatchNorm normedNorm;

  final Weight logitKernel;

  final Weight logitBias;

  private final Pass pass;

  private final Ops tf;

  private final Holder_TinyHyperparameters hyper;

  Holder_TinyGraph(Pass pass, Holder_TinyHyperparameters hyper) {
    this.pass = pass;
    this.tf = pass.tf();
    this.hyper = hyper;
    firstKernel = pass.kernel("first/kernel", Initializers.glorotUniform(), 72, 4);
    firstBias = pass.bias("first/bias", 4);
    record2Kernel = pass.kernel("record2/kernel", Initializers.glorotUniform(), 4, 8);
    record2Bias = pass.bias("record2/bias", 8);
    normedKernel = pass.kernel("normed/kernel", Initializers.glorotUniform(), 8, 4);
    normedNorm = BatchNorm.of(pass, "normed", 4);
    logitKernel = pass.kernel("logit/kernel", Initializers.glorotUniform(), 4, 1);
    logitBias = pass.bias("logit/bias", 1);
  }

  /**
   * From rows of {@code input} to rows of {@code logit}.
   */
  Operand<TFloat32> apply(Operand<TFloat32> input) {
    Operand<TFloat32> first = first(input);
    Operand<TFloat32> record2 = record2(first);
    Operand<TFloat32> normed = normed(record2);
    return logit(normed);
  }

  private Operand<TFloat32> first(Operand<TFloat32> input) {
    // @Dense(units = 4, activation = TANH) @Dropout(p = 0.2)
    Operand<TFloat32> x = tf.reshape(input, tf.constant(new long[] {-1, 72}));
    x = tf.linalg.matMul(x, firstKernel);
    x = tf.nn.biasAdd(x, firstBias);
    x = tf.math.tanh(x);
    x = Dropout.apply(pass, "first", x, hyper.first().dropout());
    return pass.layer("first", "flatten, dense, tanh, dropout", x);
  }

  private Operand<TFloat32> record2(Operand<TFloat32> input) {
    // @Dense(units = 8, useBias = true) @Activation(GELU)
    Operand<TFloat32> x = tf.linalg.matMul(input, record2Kernel);
    x = tf.nn.biasAdd(x, record2Bias);
    x = Activations.gelu(tf, x);
    return pass.layer("record2", "dense, gelu", x);
  }

  private Operand<TFloat32> normed(Operand<TFloat32> input) {
    // @Dense(units = 4) @BatchNorm(statistics = UNBIASED) @L2(value = 1e-4, on = ALL)
    Operand<TFloat32> x = tf.linalg.matMul(input, normedKernel);
    x = normedNorm.apply(pass, x, hyper.normed().batchNormMomentum(), hyper.normed().batchNormEpsilon(), true);
    return pass.layer("normed", "dense, batch norm", x);
  }

  private Operand<TFloat32> logit(Operand<TFloat32> input) {
    // @Dense(units = 1)
    Operand<TFloat32> x = tf.linalg.matMul(input, logitKernel);
    x = tf.nn.biasAdd(x, logitBias);
    return pass.layer("logit", "dense", x);
  }
}
