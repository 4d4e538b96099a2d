package models;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.Input;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxPool2D;
import io.regulus.annotations.Network;
import io.regulus.annotations.RegressionLoss;
import io.regulus.annotations.Regressor;

/** Two inputs, of bytes and of floats, and two outputs, each with its task. */
@Network
@Adam(learningRate = 1e-3)
@L2(1e-4)
abstract class Dial {
  @Input(shape = {16, 16, 1}, type = DataType.UINT8, scale = 1 / 255.0) Layer image;
  @Conv2D(filters = 8, kernel = 3, activation = RELU) @MaxPool2D @Flatten Layer features;

  @Input(shape = 4) Layer meta;
  @Dense(units = 8, activation = RELU) Layer side;

  @From({"features", "side"}) @Concat @Dense(units = 32, activation = RELU) Layer joined;

  @Dense(units = 10) @Classifier(classes = 10, labelSmoothing = 0.1) Layer digit;
  @From("joined") @Dense(units = 1) @Regressor(loss = RegressionLoss.HUBER, lossWeight = 0.3) Layer angle;
}
