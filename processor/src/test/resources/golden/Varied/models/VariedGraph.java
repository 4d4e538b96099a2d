package models;

import io.regulus.ops.Augmentation;
import io.regulus.ops.BatchNorm;
import io.regulus.ops.Initializers;
import io.regulus.ops.InputStatistics;
import io.regulus.ops.Mixing;
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
 * The layers of {@link Varied} in TensorFlow ops, one method per field. An instance is one pass, of training or of inference.
 *
 * <pre>
 * image   [32, 32, 3]  standardised, random flip, random crop, random rotation, random brightness, random contrast, cutout, mixup
 * block   [16]         conv2d 3x3, batch norm, relu, global average pool
 * logits  [10]         dense
 * </pre>
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class VariedGraph {
  final Weight blockKernel;

  final BatchNorm blockNorm;

  final Weight logitsKernel;

  final Weight logitsBias;

  private final Pass pass;

  private final Ops tf;

  private final VariedHyperparameters hyper;

  VariedGraph(Pass pass, VariedHyperparameters hyper) {
    this.pass = pass;
    this.tf = pass.tf();
    this.hyper = hyper;
    blockKernel = pass.kernel("block/kernel", Initializers.glorotUniform(), 3, 3, 3, 16);
    blockNorm = BatchNorm.of(pass, "block", 16);
    logitsKernel = pass.kernel("logits/kernel", Initializers.glorotUniform(), 16, 10);
    logitsBias = pass.bias("logits/bias", 10);
  }

  /**
   * From rows of {@code image} to rows of {@code logits}.
   */
  Operand<TFloat32> apply(Operand<TUint8> fed) {
    Operand<TFloat32> image = image(fed);
    Operand<TFloat32> block = block(image);
    return logits(block);
  }

  private Operand<TFloat32> image(Operand<TUint8> fed) {
    // @Input(shape = {32, 32, 3}, type = UINT8, scale = 0.00392156862745098)
    Operand<TFloat32> x = tf.math.mul(tf.dtypes.cast(fed, TFloat32.class), tf.constant((float) 0.00392156862745098));
    // @Standardize
    x = InputStatistics.standardize(pass, "image", x);
    // @RandomFlip
    x = Augmentation.flip(pass, "image", x, true, false);
    // @RandomCrop(padding = 4)
    x = Augmentation.crop(pass, "image", x, 4);
    // @RandomRotation(degrees = 10)
    x = Augmentation.rotate(pass, "image", x, hyper.image().randomRotationDegrees(), hyper.image().randomRotationFill());
    // @RandomBrightness(delta = 0.1)
    x = Augmentation.brighten(pass, "image", x, hyper.image().randomBrightnessDelta());
    // @RandomContrast(factor = 0.2)
    x = Augmentation.contrast(pass, "image", x, hyper.image().randomContrastFactor());
    // @Cutout(size = 16)
    x = Augmentation.cutout(pass, "image", x, 16);
    // @MixUp(alpha = 0.2, per = ROW)
    x = Mixing.mixUpPerRow(pass, "image", x, hyper.image().mixUpAlpha());
    return pass.layer("image", "standardised, random flip, random crop, random rotation, random brightness, random contrast, cutout, mixup", x);
  }

  private Operand<TFloat32> block(Operand<TFloat32> input) {
    // @Conv2D(filters = 16, kernel = 3, activation = RELU) @BatchNorm @GlobalAvgPool2D
    Operand<TFloat32> x = tf.nn.conv2d(input, blockKernel, List.of(1L, 1L, 1L, 1L), "VALID");
    x = blockNorm.relu(pass, x, hyper.block().batchNormMomentum(), hyper.block().batchNormEpsilon(), false);
    x = Pooling.globalAverage(tf, x);
    return pass.layer("block", "conv2d 3x3, batch norm, relu, global average pool", x);
  }

  private Operand<TFloat32> logits(Operand<TFloat32> input) {
    // @Dense(units = 10)
    Operand<TFloat32> x = tf.linalg.matMul(input, logitsKernel);
    x = tf.nn.biasAdd(x, logitsBias);
    return pass.layer("logits", "dense", x);
  }
}
