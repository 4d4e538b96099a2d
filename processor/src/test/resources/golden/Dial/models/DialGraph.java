package models;

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
 * The layers of {@link Dial} in TensorFlow ops, one method per field. An instance is one pass, of training or of inference.
 *
 * <pre>
 * image     [16, 16, 1]
 * meta      [4]
 * features  [392]        conv2d 3x3, max pool 2x2, relu, flatten
 * side      [8]          dense, relu
 * joined    [32]         concat, dense, relu
 * digit     [10]         dense
 * angle     [1]          dense
 * </pre>
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class DialGraph {
  final Weight featuresKernel;

  final Weight featuresBias;

  final Weight sideKernel;

  final Weight sideBias;

  final Weight joinedKernel;

  final Weight joinedBias;

  final Weight digitKernel;

  final Weight digitBias;

  final Weight angleKernel;

  final Weight angleBias;

  private final Pass pass;

  private final Ops tf;

  DialGraph(Pass pass, DialHyperparameters hyper) {
    this.pass = pass;
    this.tf = pass.tf();
    featuresKernel = pass.kernel("features/kernel", Initializers.glorotUniform(), 3, 3, 1, 8);
    featuresBias = pass.bias("features/bias", 8);
    sideKernel = pass.kernel("side/kernel", Initializers.glorotUniform(), 4, 8);
    sideBias = pass.bias("side/bias", 8);
    joinedKernel = pass.kernel("joined/kernel", Initializers.glorotUniform(), 400, 32);
    joinedBias = pass.bias("joined/bias", 32);
    digitKernel = pass.kernel("digit/kernel", Initializers.glorotUniform(), 32, 10);
    digitBias = pass.bias("digit/bias", 10);
    angleKernel = pass.kernel("angle/kernel", Initializers.glorotUniform(), 32, 1);
    angleBias = pass.bias("angle/bias", 1);
  }

  /**
   * From rows of {@code image}, {@code meta} to rows of {@code digit}, {@code angle}.
   */
  Outputs apply(Operand<TUint8> imageFed, Operand<TFloat32> meta) {
    Operand<TFloat32> image = image(imageFed);
    Operand<TFloat32> features = features(image);
    Operand<TFloat32> side = side(meta);
    Operand<TFloat32> joined = joined(features, side);
    Operand<TFloat32> digit = digit(joined);
    Operand<TFloat32> angle = angle(joined);
    return new Outputs(digit, angle);
  }

  private Operand<TFloat32> image(Operand<TUint8> fed) {
    // @Input(shape = {16, 16, 1}, type = UINT8, scale = 0.00392156862745098)
    return tf.math.mul(tf.dtypes.cast(fed, TFloat32.class), tf.constant((float) 0.00392156862745098));
  }

  private Operand<TFloat32> features(Operand<TFloat32> input) {
    // @Conv2D(filters = 8, kernel = 3, activation = RELU) @MaxPool2D @Flatten
    Operand<TFloat32> x = tf.nn.conv2d(input, featuresKernel, List.of(1L, 1L, 1L, 1L), "VALID");
    x = tf.nn.biasAdd(x, featuresBias);
    x = Pooling.max(tf, x, List.of(2L, 2L), List.of(2L, 2L), "VALID");
    x = tf.nn.relu(x);
    x = tf.reshape(x, tf.constant(new long[] {-1, 392}));
    return pass.layer("features", "conv2d 3x3, max pool 2x2, relu, flatten", x);
  }

  private Operand<TFloat32> side(Operand<TFloat32> input) {
    // @Dense(units = 8, activation = RELU)
    Operand<TFloat32> x = tf.linalg.matMul(input, sideKernel);
    x = tf.nn.biasAdd(x, sideBias);
    x = tf.nn.relu(x);
    return pass.layer("side", "dense, relu", x);
  }

  private Operand<TFloat32> joined(Operand<TFloat32> input1, Operand<TFloat32> input2) {
    // @From({"features", "side"}) @Concat @Dense(units = 32, activation = RELU)
    Operand<TFloat32> x = tf.concat(List.of(input1, input2), tf.constant(-1));
    x = tf.linalg.matMul(x, joinedKernel);
    x = tf.nn.biasAdd(x, joinedBias);
    x = tf.nn.relu(x);
    return pass.layer("joined", "concat, dense, relu", x);
  }

  private Operand<TFloat32> digit(Operand<TFloat32> input) {
    // @Dense(units = 10) @Classifier(classes = 10, labelSmoothing = 0.1)
    Operand<TFloat32> x = tf.linalg.matMul(input, digitKernel);
    x = tf.nn.biasAdd(x, digitBias);
    return pass.layer("digit", "dense", x);
  }

  private Operand<TFloat32> angle(Operand<TFloat32> input) {
    // @From("joined") @Dense(units = 1) @Regressor(loss = HUBER, lossWeight = 0.3)
    Operand<TFloat32> x = tf.linalg.matMul(input, angleKernel);
    x = tf.nn.biasAdd(x, angleBias);
    return pass.layer("angle", "dense", x);
  }

  /**
   * What the outputs give.
   */
  record Outputs(Operand<TFloat32> digit, Operand<TFloat32> angle) {
  }
}
