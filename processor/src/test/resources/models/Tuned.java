package models;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.Padding.SAME;

import io.regulus.annotations.*;

/** What stands on the field of a block falls on the layers of the block that it fits; its numbers are theirs. */
@Network(input = {8, 8, 4})
@Classifier(classes = 3)
@Adam
abstract class Tuned {
  @Block
  abstract static class Residual {
    @Conv2D(filters = Block.WIDTH, kernel = 3, padding = SAME, activation = RELU) Layer conv;
    @LearningRateFactor(0.5) @Conv2D(filters = Block.WIDTH, kernel = 3, padding = SAME) @MaxNorm(3) Layer other;
    @Add @From({"input", "other"}) Layer sum;
  }

  @Repeat(2) @Freeze Residual frozen;
  @Repeat(2) @LearningRateFactor(0.1) Residual slow;
  @MaxNorm(2) Residual held;
  @UnitNorm Residual round;
  @WeightNorm Residual normed;
  @SpectralNorm(powerIterations = 2) Residual bounded;
  @GlobalAvgPool2D Layer pooled;
  @Dense(units = 3) Layer logits;
}
