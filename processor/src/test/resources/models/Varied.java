package models;

import static io.regulus.annotations.ActivationFunction.*;
import static io.regulus.annotations.DataType.*;

import io.regulus.annotations.*;

@Network
@Classifier(classes = 10, labelSmoothing = 0.1)
@AdamW
abstract class Varied {
  @Input(shape = {32, 32, 3}, type = UINT8, scale = 1.0 / 255)
  @Standardize
  @RandomFlip
  @RandomCrop(padding = 4)
  @RandomRotation(degrees = 10)
  @RandomBrightness(delta = 0.1)
  @RandomContrast(factor = 0.2)
  @Cutout(size = 16)
  @MixUp(alpha = 0.2, per = MixPer.ROW)
  Layer image;

  @Conv2D(filters = 16, kernel = 3, activation = RELU) @BatchNorm @GlobalAvgPool2D Layer block;
  @Dense(units = 10) Layer logits;
}
