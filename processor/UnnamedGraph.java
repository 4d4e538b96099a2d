import io.regulus.ops.Initializers;
import io.regulus.ops.Pass;
import io.regulus.ops.Weight;
import javax.annotation.processing.Generated;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The layers of {@link Unnamed} in TensorFlow ops, one method per field. An instance is one pass, of training or of inference.
 *
 * <pre>
 * input  [3]
 * value  [2]  dense
 * </pre>
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class UnnamedGraph {
  final Weight valueKernel;

  final Weight valueBias;

  private final Pass pass;

  private final Ops tf;

  UnnamedGraph(Pass pass, UnnamedHyperparameters hyper) {
    this.pass = pass;
    this.tf = pass.tf();
    valueKernel = pass.kernel("value/kernel", Initializers.glorotUniform(), 3, 2);
    valueBias = pass.bias("value/bias", 2);
  }

  /**
   * From rows of {@code input} to rows of {@code value}.
   */
  Operand<TFloat32> apply(Operand<TFloat32> input) {
    return value(input);
  }

  private Operand<TFloat32> value(Operand<TFloat32> input) {
    // @Dense(units = 2)
    Operand<TFloat32> x = tf.linalg.matMul(input, valueKernel);
    x = tf.nn.biasAdd(x, valueBias);
    return pass.layer("value", "dense", x);
  }
}
