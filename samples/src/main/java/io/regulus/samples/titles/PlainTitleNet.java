package io.regulus.samples.titles;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv1D;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.GlobalMaxPool1D;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;

/** A convolution over the characters of a title, without any regularisation: it learns its titles by heart. */
@Network
@Classifier(classes = 10)
@Adam(learningRate = 1e-3)
abstract class PlainTitleNet {
    @Input(shape = Titles.LENGTH, type = DataType.INT32)
    Layer title;

    @Embedding(vocabulary = Titles.VOCABULARY, units = 64)
    Layer characters;

    @Conv1D(filters = 128, kernel = 3, activation = RELU)
    Layer phrases;

    @GlobalMaxPool1D
    Layer strongest;

    @Dense(units = 128, activation = RELU)
    Layer head;

    @Dense(units = 10)
    Layer logits;
}
