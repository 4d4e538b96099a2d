package models;

import io.regulus.ops.Activations;
import io.regulus.ops.Initializers;
import io.regulus.ops.Pass;
import io.regulus.ops.Weight;
import java.util.List;
import javax.annotation.processing.Generated;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The layers of {@link Prices.Wide} in TensorFlow ops, one method per field. An instance is one pass, of training or of inference.
 *
 * <pre>
 * input   [12]
 * wide    [8]   dense, silu
 * deep    [16]  dense, leaky relu
 * both    [24]  concat
 * narrow  [4]   dense, silu
 * values  [2]   dense
 * </pre>
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class Prices_WideGraph {
  final Weight wideKernel;

  final Weight wideBias;

  final Weight deepKernel;

  final Weight deepBias;

  final Weight narrowKernel;

  final Weight narrowBias;

  final Weight valuesKernel;

  final Weight valuesBias;

  private final Pass pass;

  private final Ops tf;

  private final Prices_WideHyperparameters hyper;

  Prices_WideGraph(Pass pass, Prices_WideHyperparameters hyper) {
    this.pass = pass;
    this.tf = pass.tf();
    this.hyper = hyper;
    wideKernel = pass.kernel("wide/kernel", Initializers.glorotUniform(), 12, 8);
    wideBias = pass.bias("wide/bias", 8);
    deepKernel = pass.kernel("deep/kernel", Initializers.glorotUniform(), 12, 16);
    deepBias = pass.bias("deep/bias", 16);
    narrowKernel = pass.kernel("narrow/kernel", Initializers.glorotUniform(), 24, 4);
    narrowBias = pass.bias("narrow/bias", 4);
    valuesKernel = pass.kernel("values/kernel", Initializers.glorotUniform(), 4, 2);
    valuesBias = pass.bias("values/bias", 2);
  }

  /**
   * From rows of {@code input} to rows of {@code values}.
   */
  Operand<TFloat32> apply(Operand<TFloat32> input) {
    Operand<TFloat32> wide = wide(input);
    Operand<TFloat32> deep = deep(input);
    Operand<TFloat32> both = both(wide, deep);
    Operand<TFloat32> narrow = narrow(both);
    return values(narrow);
  }

  private Operand<TFloat32> wide(Operand<TFloat32> input) {
    // @From("input") @Dense(units = 8, activation = SILU)
    Operand<TFloat32> x = tf.linalg.matMul(input, wideKernel);
    x = tf.nn.biasAdd(x, wideBias);
    x = Activations.silu(tf, x);
    return pass.layer("wide", "dense, silu", x);
  }

  private Operand<TFloat32> deep(Operand<TFloat32> input) {
    // @From("input")
    // @Dense(units = 16)
    // @Activation(value = LEAKY_RELU, negativeSlope = 0.1)
    // @L1(value = 0.001, proximal = true)
    Operand<TFloat32> x = tf.linalg.matMul(input, deepKernel);
    x = tf.nn.biasAdd(x, deepBias);
    x = Activations.leakyRelu(tf, x, hyper.deep().negativeSlope());
    return pass.layer("deep", "dense, leaky relu", x);
  }

  private Operand<TFloat32> both(Operand<TFloat32> input1, Operand<TFloat32> input2) {
    // @From({"wide", "deep"}) @Concat
    Operand<TFloat32> x = tf.concat(List.of(input1, input2), tf.constant(-1));
    return pass.layer("both", "concat", x);
  }

  private Operand<TFloat32> narrow(Operand<TFloat32> input) {
    // @Dense(units = 4, activation = SILU) @ExcludeFromDecay
    Operand<TFloat32> x = tf.linalg.matMul(input, narrowKernel);
    x = tf.nn.biasAdd(x, narrowBias);
    x = Activations.silu(tf, x);
    return pass.layer("narrow", "dense, silu", x);
  }

  private Operand<TFloat32> values(Operand<TFloat32> input) {
    // @Dense(units = 2) @ElasticNet(l1 = 1e-4, l2 = 0.001, on = ALL)
    Operand<TFloat32> x = tf.linalg.matMul(input, valuesKernel);
    x = tf.nn.biasAdd(x, valuesBias);
    return pass.layer("values", "dense", x);
  }
}
