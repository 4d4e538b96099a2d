package models;

import io.regulus.ops.Activations;
import io.regulus.ops.Initializers;
import io.regulus.ops.Pass;
import io.regulus.ops.Weight;
import javax.annotation.processing.Generated;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The layers of {@link Pricing} in TensorFlow ops, one method per field. An instance is one pass, of training or of inference.
 *
 * <pre>
 * input   [8]
 * hidden  [64]  dense, silu
 * price   [1]   dense
 * </pre>
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class PricingGraph {
  final Weight hiddenKernel;

  final Weight hiddenBias;

  final Weight priceKernel;

  final Weight priceBias;

  private final Pass pass;

  private final Ops tf;

  PricingGraph(Pass pass, PricingHyperparameters hyper) {
    this.pass = pass;
    this.tf = pass.tf();
    hiddenKernel = pass.kernel("hidden/kernel", Initializers.glorotUniform(), 8, 64);
    hiddenBias = pass.bias("hidden/bias", 64);
    priceKernel = pass.kernel("price/kernel", Initializers.glorotUniform(), 64, 1);
    priceBias = pass.bias("price/bias", 1);
  }

  /**
   * From rows of {@code input} to rows of {@code price}.
   */
  Operand<TFloat32> apply(Operand<TFloat32> input) {
    Operand<TFloat32> hidden = hidden(input);
    return price(hidden);
  }

  private Operand<TFloat32> hidden(Operand<TFloat32> input) {
    // @Dense(units = 64, activation = SILU)
    Operand<TFloat32> x = tf.linalg.matMul(input, hiddenKernel);
    x = tf.nn.biasAdd(x, hiddenBias);
    x = Activations.silu(tf, x);
    return pass.layer("hidden", "dense, silu", x);
  }

  private Operand<TFloat32> price(Operand<TFloat32> input) {
    // @Dense(units = 1)
    Operand<TFloat32> x = tf.linalg.matMul(input, priceKernel);
    x = tf.nn.biasAdd(x, priceBias);
    return pass.layer("price", "dense", x);
  }
}
