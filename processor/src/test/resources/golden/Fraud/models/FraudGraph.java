package models;

import io.regulus.ops.Initializers;
import io.regulus.ops.InputStatistics;
import io.regulus.ops.Pass;
import io.regulus.ops.Weight;
import javax.annotation.processing.Generated;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The layers of {@link Fraud} in TensorFlow ops, one method per field. An instance is one pass, of training or of inference.
 *
 * <pre>
 * input   [30]  standardised
 * hidden  [32]  dense, relu
 * logit   [1]   dense
 * </pre>
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class FraudGraph {
  final Weight hiddenKernel;

  final Weight hiddenBias;

  final Weight logitKernel;

  final Weight logitBias;

  private final Pass pass;

  private final Ops tf;

  FraudGraph(Pass pass, FraudHyperparameters hyper) {
    this.pass = pass;
    this.tf = pass.tf();
    hiddenKernel = pass.kernel("hidden/kernel", Initializers.glorotUniform(), 30, 32);
    hiddenBias = pass.bias("hidden/bias", 32);
    logitKernel = pass.kernel("logit/kernel", Initializers.glorotUniform(), 32, 1);
    logitBias = pass.bias("logit/bias", 1);
  }

  /**
   * From rows of {@code input} to rows of {@code logit}.
   */
  Operand<TFloat32> apply(Operand<TFloat32> fed) {
    Operand<TFloat32> input = pass.attackable("input", () -> input(fed));
    Operand<TFloat32> hidden = hidden(input);
    return logit(hidden);
  }

  private Operand<TFloat32> input(Operand<TFloat32> fed) {
    // @Network(input = 30)
    Operand<TFloat32> x = fed;
    // @Standardize
    x = InputStatistics.standardize(pass, "input", x);
    return pass.layer("input", "standardised", x);
  }

  private Operand<TFloat32> hidden(Operand<TFloat32> input) {
    // @Dense(units = 32, activation = RELU)
    Operand<TFloat32> x = tf.linalg.matMul(input, hiddenKernel);
    x = tf.nn.biasAdd(x, hiddenBias);
    x = tf.nn.relu(x);
    return pass.layer("hidden", "dense, relu", x);
  }

  private Operand<TFloat32> logit(Operand<TFloat32> input) {
    // @Dense(units = 1)
    Operand<TFloat32> x = tf.linalg.matMul(input, logitKernel);
    x = tf.nn.biasAdd(x, logitBias);
    return pass.layer("logit", "dense", x);
  }
}
