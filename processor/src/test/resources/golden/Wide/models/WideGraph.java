package models;

import io.regulus.ops.Initializers;
import io.regulus.ops.Pass;
import io.regulus.ops.Weight;
import javax.annotation.processing.Generated;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The layers of {@link Wide} in TensorFlow ops, one method per field. An instance is one pass, of training or of inference.
 *
 * <pre>
 * input   [512]
 * hidden  [512]  dense, relu
 * value   [1]    dense
 * </pre>
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class WideGraph {
  final Weight hiddenKernel;

  final Weight hiddenBias;

  final Weight valueKernel;

  final Weight valueBias;

  private final Pass pass;

  private final Ops tf;

  WideGraph(Pass pass, WideHyperparameters hyper) {
    this.pass = pass;
    this.tf = pass.tf();
    hiddenKernel = pass.kernel("hidden/kernel", Initializers.glorotUniform(), 512, 512);
    hiddenBias = pass.bias("hidden/bias", 512);
    valueKernel = pass.kernel("value/kernel", Initializers.glorotUniform(), 512, 1);
    valueBias = pass.bias("value/bias", 1);
  }

  /**
   * From rows of {@code input} to rows of {@code value}.
   */
  Operand<TFloat32> apply(Operand<TFloat32> fed) {
    Operand<TFloat32> input = pass.attackable("input", () -> fed);
    Operand<TFloat32> hidden = hidden(input);
    return value(hidden);
  }

  private Operand<TFloat32> hidden(Operand<TFloat32> input) {
    // @Dense(units = 512, activation = RELU)
    Operand<TFloat32> x = tf.linalg.matMul(input, hiddenKernel);
    x = tf.nn.biasAdd(x, hiddenBias);
    x = tf.nn.relu(x);
    return pass.layer("hidden", "dense, relu", x);
  }

  private Operand<TFloat32> value(Operand<TFloat32> input) {
    // @Dense(units = 1)
    Operand<TFloat32> x = tf.linalg.matMul(input, valueKernel);
    x = tf.nn.biasAdd(x, valueBias);
    return pass.layer("value", "dense", x);
  }
}
