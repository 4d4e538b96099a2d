package models;

import static io.regulus.annotations.ActivationFunction.*;

import io.regulus.annotations.*;

/** Two tables of the same ids, and the ids as numbers beside them. */
@Network
@Classifier(classes = 14)
@Adam
@L2(1e-4)
abstract class Titles {
    @Input(shape = {32}, type = DataType.INT32)
    Layer words;

    @Embedding(vocabulary = 5000, units = 64)
    @L2(value = 1e-5, on = On.EMBEDDING)
    @Dropout(p = 0.2)
    Layer embedded;

    @From("words")
    @Embedding(vocabulary = 4000, units = 8, embeddingsInitializer = Initializer.GLOROT_UNIFORM)
    Layer tones;

    @From({"embedded", "tones"})
    @Concat
    @Flatten
    Layer both;

    @From("words")
    @Dense(units = 4, activation = TANH)
    Layer numbers;

    @From({"both", "numbers"})
    @Concat
    Layer all;

    @Dense(units = 14)
    Layer logits;
}
