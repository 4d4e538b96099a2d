package models;

import io.regulus.ops.BatchNorm;
import io.regulus.ops.Dropout;
import io.regulus.ops.Initializers;
import io.regulus.ops.Pass;
import io.regulus.ops.Pooling;
import io.regulus.ops.Weight;
import java.util.List;
import javax.annotation.processing.Generated;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The layers of {@link Stages} in TensorFlow ops, one method per field. An instance is one pass, of training or of inference.
 *
 * <pre>
 * input                  [8, 8, 3]
 * stem                   [8, 8, 4]  conv2d 3x3, relu
 * stage1/0/narrow        [8, 8, 2]  conv2d 1x1, batch norm, relu
 * stage1/0/wide          [8, 8, 4]  conv2d 3x3, batch norm
 * stage1/0/sum           [8, 8, 4]  add, relu
 * stage1/1/narrow        [8, 8, 2]  conv2d 1x1, batch norm, relu
 * stage1/1/wide          [8, 8, 4]  conv2d 3x3, batch norm
 * stage1/1/sum           [8, 8, 4]  add, relu
 * stage2/down            [4, 4, 8]  conv2d 3x3, relu
 * stage2/inner/0/narrow  [4, 4, 4]  conv2d 1x1, batch norm, relu
 * stage2/inner/0/wide    [4, 4, 8]  conv2d 3x3, batch norm
 * stage2/inner/0/sum     [4, 4, 8]  add, relu
 * stage2/inner/1/narrow  [4, 4, 4]  conv2d 1x1, batch norm, relu
 * stage2/inner/1/wide    [4, 4, 8]  conv2d 3x3, batch norm
 * stage2/inner/1/sum     [4, 4, 8]  add, relu
 * pooled                 [8]        global average pool
 * left                   [8]        dense, relu, dropout
 * other                  [8]        relu
 * right                  [8]        dense, relu, dropout
 * both                   [16]       concat
 * logits                 [4]        dense
 * </pre>
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class StagesGraph {
  final Weight stemKernel;

  final Weight stemBias;

  final Weight stage1_0_narrowKernel;

  final BatchNorm stage1_0_narrowNorm;

  final Weight stage1_0_wideKernel;

  final BatchNorm stage1_0_wideNorm;

  final Weight stage1_1_narrowKernel;

  final BatchNorm stage1_1_narrowNorm;

  final Weight stage1_1_wideKernel;

  final BatchNorm stage1_1_wideNorm;

  final Weight stage2_downKernel;

  final Weight stage2_downBias;

  final Weight stage2_inner_0_narrowKernel;

  final BatchNorm stage2_inner_0_narrowNorm;

  final Weight stage2_inner_0_wideKernel;

  final BatchNorm stage2_inner_0_wideNorm;

  final Weight stage2_inner_1_narrowKernel;

  final BatchNorm stage2_inner_1_narrowNorm;

  final Weight stage2_inner_1_wideKernel;

  final BatchNorm stage2_inner_1_wideNorm;

  final Weight leftKernel;

  final Weight leftBias;

  final Weight logitsKernel;

  final Weight logitsBias;

  private final Pass pass;

  private final Ops tf;

  private final StagesHyperparameters hyper;

  StagesGraph(Pass pass, StagesHyperparameters hyper) {
    this.pass = pass;
    this.tf = pass.tf();
    this.hyper = hyper;
    stemKernel = pass.kernel("stem/kernel", Initializers.glorotUniform(), 3, 3, 3, 4);
    stemBias = pass.bias("stem/bias", 4);
    stage1_0_narrowKernel = pass.kernel("stage1/0/narrow/kernel", Initializers.glorotUniform(), 1, 1, 4, 2);
    stage1_0_narrowNorm = BatchNorm.of(pass, "stage1/0/narrow", 2);
    stage1_0_wideKernel = pass.kernel("stage1/0/wide/kernel", Initializers.glorotUniform(), 3, 3, 2, 4);
    stage1_0_wideNorm = BatchNorm.of(pass, "stage1/0/wide", 4);
    stage1_1_narrowKernel = pass.kernel("stage1/1/narrow/kernel", Initializers.glorotUniform(), 1, 1, 4, 2);
    stage1_1_narrowNorm = BatchNorm.of(pass, "stage1/1/narrow", 2);
    stage1_1_wideKernel = pass.kernel("stage1/1/wide/kernel", Initializers.glorotUniform(), 3, 3, 2, 4);
    stage1_1_wideNorm = BatchNorm.of(pass, "stage1/1/wide", 4);
    stage2_downKernel = pass.kernel("stage2/down/kernel", Initializers.glorotUniform(), 3, 3, 4, 8);
    stage2_downBias = pass.bias("stage2/down/bias", 8);
    stage2_inner_0_narrowKernel = pass.kernel("stage2/inner/0/narrow/kernel", Initializers.glorotUniform(), 1, 1, 8, 4);
    stage2_inner_0_narrowNorm = BatchNorm.of(pass, "stage2/inner/0/narrow", 4);
    stage2_inner_0_wideKernel = pass.kernel("stage2/inner/0/wide/kernel", Initializers.glorotUniform(), 3, 3, 4, 8);
    stage2_inner_0_wideNorm = BatchNorm.of(pass, "stage2/inner/0/wide", 8);
    stage2_inner_1_narrowKernel = pass.kernel("stage2/inner/1/narrow/kernel", Initializers.glorotUniform(), 1, 1, 8, 4);
    stage2_inner_1_narrowNorm = BatchNorm.of(pass, "stage2/inner/1/narrow", 4);
    stage2_inner_1_wideKernel = pass.kernel("stage2/inner/1/wide/kernel", Initializers.glorotUniform(), 3, 3, 4, 8);
    stage2_inner_1_wideNorm = BatchNorm.of(pass, "stage2/inner/1/wide", 8);
    leftKernel = pass.kernel("left/kernel", Initializers.glorotUniform(), 8, 8);
    leftBias = pass.bias("left/bias", 8);
    logitsKernel = pass.kernel("logits/kernel", Initializers.glorotUniform(), 16, 4);
    logitsBias = pass.bias("logits/bias", 4);
  }

  /**
   * From rows of {@code input} to rows of {@code logits}.
   */
  Operand<TFloat32> apply(Operand<TFloat32> input) {
    Operand<TFloat32> stem = stem(input);
    Operand<TFloat32> stage1 = stage1(stem);
    Operand<TFloat32> stage2 = stage2(stage1);
    Operand<TFloat32> pooled = pooled(stage2);
    Operand<TFloat32> left = left(pooled);
    Operand<TFloat32> other = other(pooled);
    Operand<TFloat32> right = right(other);
    Operand<TFloat32> both = both(left, right);
    return logits(both);
  }

  private Operand<TFloat32> stem(Operand<TFloat32> input) {
    // @Conv2D(filters = 4, kernel = 3, padding = SAME, activation = RELU)
    Operand<TFloat32> x = tf.nn.conv2d(input, stemKernel, List.of(1L, 1L, 1L, 1L), "SAME");
    x = tf.nn.biasAdd(x, stemBias);
    x = tf.nn.relu(x);
    return pass.layer("stem", "conv2d 3x3, relu", x);
  }

  private Operand<TFloat32> stage1(Operand<TFloat32> input) {
    // @Repeat(2) Bottleneck
    Operand<TFloat32> stage1_0 = stage1_0(input);
    return stage1_1(stage1_0);
  }

  private Operand<TFloat32> stage1_0(Operand<TFloat32> input) {
    Operand<TFloat32> narrow = stage1_0_narrow(input);
    Operand<TFloat32> wide = stage1_0_wide(narrow);
    return stage1_0_sum(input, wide);
  }

  private Operand<TFloat32> stage1_0_narrow(Operand<TFloat32> input) {
    // @Conv2D(filters = Block.WIDTH / 2, kernel = 1) @BatchNorm @Activation(RELU)
    Operand<TFloat32> x = tf.nn.conv2d(input, stage1_0_narrowKernel, List.of(1L, 1L, 1L, 1L), "VALID");
    x = stage1_0_narrowNorm.relu(pass, x, hyper.stage1_narrow().batchNormMomentum(), hyper.stage1_narrow().batchNormEpsilon(), false);
    return pass.layer("stage1/0/narrow", "conv2d 1x1, batch norm, relu", x);
  }

  private Operand<TFloat32> stage1_0_wide(Operand<TFloat32> input) {
    // @Conv2D(filters = Block.WIDTH, kernel = 3, padding = SAME) @BatchNorm(momentum = 0.9)
    Operand<TFloat32> x = tf.nn.conv2d(input, stage1_0_wideKernel, List.of(1L, 1L, 1L, 1L), "SAME");
    x = stage1_0_wideNorm.apply(pass, x, hyper.stage1_wide().batchNormMomentum(), hyper.stage1_wide().batchNormEpsilon(), false);
    return pass.layer("stage1/0/wide", "conv2d 3x3, batch norm", x);
  }

  private Operand<TFloat32> stage1_0_sum(Operand<TFloat32> input1, Operand<TFloat32> input2) {
    // @From({"input", "wide"}) @Add @Activation(RELU)
    Operand<TFloat32> x = tf.math.add(input1, input2);
    x = tf.nn.relu(x);
    return pass.layer("stage1/0/sum", "add, relu", x);
  }

  private Operand<TFloat32> stage1_1(Operand<TFloat32> input) {
    Operand<TFloat32> narrow = stage1_1_narrow(input);
    Operand<TFloat32> wide = stage1_1_wide(narrow);
    return stage1_1_sum(input, wide);
  }

  private Operand<TFloat32> stage1_1_narrow(Operand<TFloat32> input) {
    // @Conv2D(filters = Block.WIDTH / 2, kernel = 1) @BatchNorm @Activation(RELU)
    Operand<TFloat32> x = tf.nn.conv2d(input, stage1_1_narrowKernel, List.of(1L, 1L, 1L, 1L), "VALID");
    x = stage1_1_narrowNorm.relu(pass, x, hyper.stage1_narrow().batchNormMomentum(), hyper.stage1_narrow().batchNormEpsilon(), false);
    return pass.layer("stage1/1/narrow", "conv2d 1x1, batch norm, relu", x);
  }

  private Operand<TFloat32> stage1_1_wide(Operand<TFloat32> input) {
    // @Conv2D(filters = Block.WIDTH, kernel = 3, padding = SAME) @BatchNorm(momentum = 0.9)
    Operand<TFloat32> x = tf.nn.conv2d(input, stage1_1_wideKernel, List.of(1L, 1L, 1L, 1L), "SAME");
    x = stage1_1_wideNorm.apply(pass, x, hyper.stage1_wide().batchNormMomentum(), hyper.stage1_wide().batchNormEpsilon(), false);
    return pass.layer("stage1/1/wide", "conv2d 3x3, batch norm", x);
  }

  private Operand<TFloat32> stage1_1_sum(Operand<TFloat32> input1, Operand<TFloat32> input2) {
    // @From({"input", "wide"}) @Add @Activation(RELU)
    Operand<TFloat32> x = tf.math.add(input1, input2);
    x = tf.nn.relu(x);
    return pass.layer("stage1/1/sum", "add, relu", x);
  }

  private Operand<TFloat32> stage2(Operand<TFloat32> input) {
    // @L2(0.001) Stage
    Operand<TFloat32> down = stage2_down(input);
    return stage2_inner(down);
  }

  private Operand<TFloat32> stage2_down(Operand<TFloat32> input) {
    // @Conv2D(filters = 2 * Block.WIDTH, kernel = 3, strides = 2, padding = SAME, activation = RELU)
    Operand<TFloat32> x = tf.nn.conv2d(input, stage2_downKernel, List.of(1L, 2L, 2L, 1L), "SAME");
    x = tf.nn.biasAdd(x, stage2_downBias);
    x = tf.nn.relu(x);
    return pass.layer("stage2/down", "conv2d 3x3, relu", x);
  }

  private Operand<TFloat32> stage2_inner(Operand<TFloat32> input) {
    // @Repeat(2) Bottleneck
    Operand<TFloat32> stage2_inner_0 = stage2_inner_0(input);
    return stage2_inner_1(stage2_inner_0);
  }

  private Operand<TFloat32> stage2_inner_0(Operand<TFloat32> input) {
    Operand<TFloat32> narrow = stage2_inner_0_narrow(input);
    Operand<TFloat32> wide = stage2_inner_0_wide(narrow);
    return stage2_inner_0_sum(input, wide);
  }

  private Operand<TFloat32> stage2_inner_0_narrow(Operand<TFloat32> input) {
    // @Conv2D(filters = Block.WIDTH / 2, kernel = 1) @BatchNorm @Activation(RELU)
    Operand<TFloat32> x = tf.nn.conv2d(input, stage2_inner_0_narrowKernel, List.of(1L, 1L, 1L, 1L), "VALID");
    x = stage2_inner_0_narrowNorm.relu(pass, x, hyper.stage2_inner_narrow().batchNormMomentum(), hyper.stage2_inner_narrow().batchNormEpsilon(), false);
    return pass.layer("stage2/inner/0/narrow", "conv2d 1x1, batch norm, relu", x);
  }

  private Operand<TFloat32> stage2_inner_0_wide(Operand<TFloat32> input) {
    // @Conv2D(filters = Block.WIDTH, kernel = 3, padding = SAME) @BatchNorm(momentum = 0.9)
    Operand<TFloat32> x = tf.nn.conv2d(input, stage2_inner_0_wideKernel, List.of(1L, 1L, 1L, 1L), "SAME");
    x = stage2_inner_0_wideNorm.apply(pass, x, hyper.stage2_inner_wide().batchNormMomentum(), hyper.stage2_inner_wide().batchNormEpsilon(), false);
    return pass.layer("stage2/inner/0/wide", "conv2d 3x3, batch norm", x);
  }

  private Operand<TFloat32> stage2_inner_0_sum(Operand<TFloat32> input1, Operand<TFloat32> input2) {
    // @From({"input", "wide"}) @Add @Activation(RELU)
    Operand<TFloat32> x = tf.math.add(input1, input2);
    x = tf.nn.relu(x);
    return pass.layer("stage2/inner/0/sum", "add, relu", x);
  }

  private Operand<TFloat32> stage2_inner_1(Operand<TFloat32> input) {
    Operand<TFloat32> narrow = stage2_inner_1_narrow(input);
    Operand<TFloat32> wide = stage2_inner_1_wide(narrow);
    return stage2_inner_1_sum(input, wide);
  }

  private Operand<TFloat32> stage2_inner_1_narrow(Operand<TFloat32> input) {
    // @Conv2D(filters = Block.WIDTH / 2, kernel = 1) @BatchNorm @Activation(RELU)
    Operand<TFloat32> x = tf.nn.conv2d(input, stage2_inner_1_narrowKernel, List.of(1L, 1L, 1L, 1L), "VALID");
    x = stage2_inner_1_narrowNorm.relu(pass, x, hyper.stage2_inner_narrow().batchNormMomentum(), hyper.stage2_inner_narrow().batchNormEpsilon(), false);
    return pass.layer("stage2/inner/1/narrow", "conv2d 1x1, batch norm, relu", x);
  }

  private Operand<TFloat32> stage2_inner_1_wide(Operand<TFloat32> input) {
    // @Conv2D(filters = Block.WIDTH, kernel = 3, padding = SAME) @BatchNorm(momentum = 0.9)
    Operand<TFloat32> x = tf.nn.conv2d(input, stage2_inner_1_wideKernel, List.of(1L, 1L, 1L, 1L), "SAME");
    x = stage2_inner_1_wideNorm.apply(pass, x, hyper.stage2_inner_wide().batchNormMomentum(), hyper.stage2_inner_wide().batchNormEpsilon(), false);
    return pass.layer("stage2/inner/1/wide", "conv2d 3x3, batch norm", x);
  }

  private Operand<TFloat32> stage2_inner_1_sum(Operand<TFloat32> input1, Operand<TFloat32> input2) {
    // @From({"input", "wide"}) @Add @Activation(RELU)
    Operand<TFloat32> x = tf.math.add(input1, input2);
    x = tf.nn.relu(x);
    return pass.layer("stage2/inner/1/sum", "add, relu", x);
  }

  private Operand<TFloat32> pooled(Operand<TFloat32> input) {
    // @GlobalAvgPool2D
    Operand<TFloat32> x = Pooling.globalAverage(tf, input);
    return pass.layer("pooled", "global average pool", x);
  }

  private Operand<TFloat32> left(Operand<TFloat32> input) {
    // @Dense(units = 8, activation = RELU) @Dropout(p = 0.25)
    Operand<TFloat32> x = tf.linalg.matMul(input, leftKernel);
    x = tf.nn.biasAdd(x, leftBias);
    x = Dropout.afterRelu(pass, "left", x, hyper.left().dropout());
    return pass.layer("left", "dense, relu, dropout", x);
  }

  private Operand<TFloat32> other(Operand<TFloat32> input) {
    // @From("pooled") @Activation(RELU)
    Operand<TFloat32> x = tf.nn.relu(input);
    return pass.layer("other", "relu", x);
  }

  private Operand<TFloat32> right(Operand<TFloat32> input) {
    // @SharesWeightsOf("left") @Dense(units = 8, activation = RELU) @Dropout(p = 0.25)
    Operand<TFloat32> x = tf.linalg.matMul(input, leftKernel);
    x = tf.nn.biasAdd(x, leftBias);
    x = Dropout.afterRelu(pass, "right", x, hyper.left().dropout());
    return pass.layer("right", "dense, relu, dropout", x);
  }

  private Operand<TFloat32> both(Operand<TFloat32> input1, Operand<TFloat32> input2) {
    // @From({"left", "right"}) @Concat
    Operand<TFloat32> x = tf.concat(List.of(input1, input2), tf.constant(-1));
    return pass.layer("both", "concat", x);
  }

  private Operand<TFloat32> logits(Operand<TFloat32> input) {
    // @Dense(units = 4)
    Operand<TFloat32> x = tf.linalg.matMul(input, logitsKernel);
    x = tf.nn.biasAdd(x, logitsBias);
    return pass.layer("logits", "dense", x);
  }
}
