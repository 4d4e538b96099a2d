package models;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.*;

@Network(input = {28, 28, 1})
@Classifier(classes = 10, labelSmoothing = 0.1)
@Adam(learningRate = 1e-3)
@L2(1e-4)
abstract class FashionNet {
  @Conv2D(filters = 32, kernel = 3, activation = RELU) @BatchNorm @MaxPool2D Layer block1;
  @Conv2D(filters = 64, kernel = 3, activation = RELU) @BatchNorm @MaxPool2D Layer block2;
  @Dense(units = 128, activation = RELU) @Dropout(p = 0.5) Layer head;
  @Dense(units = 10) @ExcludeFromDecay Layer logits;
}
