import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.AvgPool2D;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Input;
import io.regulus.annotations.Initializer;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Padding;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.Statistics;

/** In the unnamed package, with bytes as input. */
@Network
@BinaryClassifier
@Sgd(learningRate = 0.05, momentum = 0.9, nesterov = true)
class Spam {
  @Input(shape = {16, 16, 3}, type = DataType.UINT8, scale = 1 / 255.0) Layer pixels;

  @Conv2D(
      filters = 8,
      kernel = {3, 5},
      strides = 2,
      padding = Padding.SAME,
      activation = RELU,
      kernelInitializer = Initializer.HE_NORMAL)
  @BatchNorm(momentum = 0.9, epsilon = 1e-5, statistics = Statistics.UNBIASED)
  @AvgPool2D(strides = 1)
  Layer features;

  @Dense(units = 1) Layer logit;
}
