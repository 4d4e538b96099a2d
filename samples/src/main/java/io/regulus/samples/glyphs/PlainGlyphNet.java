package io.regulus.samples.glyphs;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxPool2D;
import io.regulus.annotations.Network;

/** {@link GlyphNet} without any regularisation. */
@Network(input = {28, 28, 1})
@Classifier(classes = 10)
@Adam(learningRate = 1e-3)
abstract class PlainGlyphNet {
    @Conv2D(filters = 16, kernel = 3, activation = RELU)
    @MaxPool2D
    Layer block1;

    @Conv2D(filters = 32, kernel = 3, activation = RELU)
    @MaxPool2D
    Layer block2;

    @Dense(units = 128, activation = RELU)
    Layer head;

    @Dense(units = 10)
    Layer logits;
}
