package models;

import io.regulus.ops.Dropout;
import io.regulus.ops.Initializers;
import io.regulus.ops.Pass;
import io.regulus.ops.Weight;
import javax.annotation.processing.Generated;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The layers of {@link AcceptedAdvice} in TensorFlow ops, one method per field. An instance is one pass, of training or of inference.
 *
 * <pre>
 * input   [16]
 * head    [8]   dense, relu, dropout
 * logits  [3]   dense, dropout
 * </pre>
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class AcceptedAdviceGraph {
  final Weight headKernel;

  final Weight headBias;

  final Weight logitsKernel;

  final Weight logitsBias;

  private final Pass pass;

  private final Ops tf;

  private final AcceptedAdviceHyperparameters hyper;

  AcceptedAdviceGraph(Pass pass, AcceptedAdviceHyperparameters hyper) {
    this.pass = pass;
    this.tf = pass.tf();
    this.hyper = hyper;
    headKernel = pass.kernel("head/kernel", Initializers.glorotUniform(), 16, 8);
    headBias = pass.bias("head/bias", 8);
    logitsKernel = pass.kernel("logits/kernel", Initializers.glorotUniform(), 8, 3);
    logitsBias = pass.bias("logits/bias", 3);
  }

  /**
   * From rows of {@code input} to rows of {@code logits}.
   */
  Operand<TFloat32> apply(Operand<TFloat32> input) {
    Operand<TFloat32> head = head(input);
    return logits(head);
  }

  private Operand<TFloat32> head(Operand<TFloat32> input) {
    // @Dense(units = 8, activation = RELU) @Dropout(p = 0.8)
    Operand<TFloat32> x = tf.linalg.matMul(input, headKernel);
    x = tf.nn.biasAdd(x, headBias);
    x = tf.nn.relu(x);
    x = Dropout.apply(pass, "head", x, hyper.head().dropout());
    return pass.layer("head", "dense, relu, dropout", x);
  }

  private Operand<TFloat32> logits(Operand<TFloat32> input) {
    // @Dense(units = 3) @Dropout(p = 0.1)
    Operand<TFloat32> x = tf.linalg.matMul(input, logitsKernel);
    x = tf.nn.biasAdd(x, logitsBias);
    x = Dropout.apply(pass, "logits", x, hyper.logits().dropout());
    return pass.layer("logits", "dense, dropout", x);
  }
}
