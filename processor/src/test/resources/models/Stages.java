package models;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.Padding.SAME;

import io.regulus.annotations.*;

/** A residual network of two stages, and a branch that shares a layer's weights. */
@Network(input = {8, 8, 3})
@Classifier(classes = 4)
@AdamW(weightDecay = 1e-4, excludeFromDecay = "stage1/*")
abstract class Stages {
  /** A residual block (He et al., 2016) with a bottleneck. */
  @Block
  abstract static class Bottleneck {
    @Conv2D(filters = Block.WIDTH / 2, kernel = 1) @BatchNorm @Activation(RELU) Layer narrow;
    @Conv2D(filters = Block.WIDTH, kernel = 3, padding = SAME) @BatchNorm(momentum = 0.9) Layer wide;
    @Add @From({"input", "wide"}) @Activation(RELU) Layer sum;
  }

  /** Halves height and width, then several bottlenecks. */
  @Block
  interface Stage {
    @Conv2D(filters = 2 * Block.WIDTH, kernel = 3, strides = 2, padding = SAME, activation = RELU) Layer down = null;
    @Repeat(2) Bottleneck inner = null;
  }

  @Conv2D(filters = 4, kernel = 3, padding = SAME, activation = RELU) Layer stem;
  @Repeat(2) Bottleneck stage1;
  @L2(1e-3) @AcceptAdvice("RG107") Stage stage2;
  @GlobalAvgPool2D Layer pooled;
  @Dense(units = 8, activation = RELU) @Dropout(p = 0.25) Layer left;
  @From("pooled") @Activation(RELU) Layer other;
  @SharesWeightsOf("left") Layer right;
  @Concat @From({"left", "right"}) Layer both;
  @Dense(units = 4) Layer logits;
}
