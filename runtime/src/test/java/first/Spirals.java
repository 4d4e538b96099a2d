package first;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.*;

@Network(input = 2)
@Classifier(classes = 2)
@Adam(learningRate = 1e-2)
@L2(1e-4)
abstract class Spirals {
    @Dense(units = 32, activation = RELU)
    Layer first;

    @Dense(units = 32, activation = RELU)
    Layer second;

    @Dense(units = 2)
    @ExcludeFromDecay
    Layer logits;
}
