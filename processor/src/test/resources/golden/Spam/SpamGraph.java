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
 * The layers of {@link Spam} in TensorFlow ops, one method per field. An instance is one pass, of training or of inference.
 *
 * <pre>
 * pixels    [16, 16, 3]
 * features  [7, 7, 8]    conv2d 3x5, batch norm, relu, average pool 2x2
 * logit     [1]          flatten, dense
 * </pre>
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class SpamGraph {
  final Weight featuresKernel;

  final BatchNorm featuresNorm;

  final Weight logitKernel;

  final Weight logitBias;

  private final Pass pass;

  private final Ops tf;

  private final SpamHyperparameters hyper;

  SpamGraph(Pass pass, SpamHyperparameters hyper) {
    this.pass = pass;
    this.tf = pass.tf();
    this.hyper = hyper;
    featuresKernel = pass.kernel("features/kernel", Initializers.heNormal(), 3, 5, 3, 8);
    featuresNorm = BatchNorm.of(pass, "features", 8);
    logitKernel = pass.kernel("logit/kernel", Initializers.glorotUniform(), 392, 1);
    logitBias = pass.bias("logit/bias", 1);
  }

  /**
   * From rows of {@code pixels} to rows of {@code logit}.
   */
  Operand<TFloat32> apply(Operand<TUint8> fed) {
    Operand<TFloat32> pixels = pixels(fed);
    Operand<TFloat32> features = features(pixels);
    return logit(features);
  }

  private Operand<TFloat32> pixels(Operand<TUint8> fed) {
    // @Input(shape = {16, 16, 3}, type = UINT8, scale = 0.00392156862745098)
    return tf.math.mul(tf.dtypes.cast(fed, TFloat32.class), tf.constant((float) 0.00392156862745098));
  }

  private Operand<TFloat32> features(Operand<TFloat32> input) {
    // @Conv2D(filters = 8, kernel = {3, 5}, strides = 2, padding = SAME, activation = RELU, kernelInitializer = HE_NORMAL)
    // @BatchNorm(momentum = 0.9, epsilon = 1e-5, statistics = UNBIASED)
    // @AvgPool2D(strides = 1)
    Operand<TFloat32> x = tf.nn.conv2d(input, featuresKernel, List.of(1L, 2L, 2L, 1L), "SAME");
    x = featuresNorm.relu(pass, x, hyper.features().batchNormMomentum(), hyper.features().batchNormEpsilon(), true);
    x = Pooling.average(tf, x, List.of(2L, 2L), List.of(1L, 1L), "VALID");
    return pass.layer("features", "conv2d 3x5, batch norm, relu, average pool 2x2", x);
  }

  private Operand<TFloat32> logit(Operand<TFloat32> input) {
    // @Dense(units = 1)
    Operand<TFloat32> x = tf.reshape(input, tf.constant(new long[] {-1, 392}));
    x = tf.linalg.matMul(x, logitKernel);
    x = tf.nn.biasAdd(x, logitBias);
    return pass.layer("logit", "flatten, dense", x);
  }
}
