package io.regulus.samples.explaining;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.GaussianNoise;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;

/** More regularisers than it may need: which of them earn their place? */
@Network(input = {28, 28, 1})
@Classifier(classes = 10, labelSmoothing = 0.1)
@Adam(learningRate = 1e-3)
@L2(1e-4)
abstract class ExplainedNet {
    @Dense(units = 256, activation = RELU)
    @Dropout(p = 0.4)
    Layer first;

    @Dense(units = 128, activation = RELU)
    @GaussianNoise(stddev = 0.1)
    Layer second;

    @Dense(units = 10)
    Layer logits;
}
