package models;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.*;

/** Branches, merges, and a layer that reads one declared below it. */
@Network
@Classifier(classes = 4)
@Sgd(learningRate = 0.1, momentum = 0.9, weightDecay = 5e-4, excludeFromDecay = {"*/bias", "LOGITS/*"})
interface Residual {
  @Dense(units = 4) @From("late") Layer LOGITS = null;
  @Input(shape = {8, 8, 3}, type = DataType.UINT8, scale = 1.0 / 255) Layer IMAGE = null;
  @Conv2D(filters = 4, kernel = {3, 1}, strides = {1, 2}, padding = Padding.SAME) @BatchNorm @Activation(RELU)
  Layer STEM = null;
  @Conv2D(filters = 4, kernel = 3, padding = Padding.SAME, useBias = false) @BatchNorm Layer INNER = null;
  @Add @From({"STEM", "INNER"}) @Activation(RELU) Layer SUM = null;
  @AvgPool2D(pool = 2, strides = 1) @Flatten Layer SMALL = null;
  @GlobalAvgPool2D @From("SUM") Layer MEAN = null;
  @Concat @From({"SMALL", "MEAN"}) Layer late = null;
}
