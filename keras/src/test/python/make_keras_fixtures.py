#!/usr/bin/env python3
"""Writes the fixtures of the import from Keras: KERAS_BACKEND=torch python3 make_keras_fixtures.py, with keras, torch, h5py and safetensors.

For each network NAME.weights.h5 is what Keras's users have, model.save_weights; image.keras and net.keras are model.save. NAME_expected.safetensors holds rows x
and what Keras predicts for them, y.
"""

from pathlib import Path

import keras
import numpy as np
from keras import layers
from safetensors.numpy import save_file

FOLDER = Path(__file__).parent.parent / "resources" / "keras"


def drawn(model, seed):
    """Every weight and moving statistic away from the value that it starts with, so that none can be left out unnoticed."""
    random = np.random.RandomState(seed)
    for variable in model.weights:
        if str(variable.dtype) == "float32":
            noise = random.normal(0, 0.3, variable.shape)
            value = np.asarray(variable.numpy()) + noise
            variable.assign(np.abs(value) + 0.1 if variable.path.endswith("moving_variance") else value)
    return model


def write(name, model, x):
    model.save_weights(FOLDER / f"{name}.weights.h5")
    y = model.predict(x, verbose=0)
    save_file({"x": x.astype("<i8" if x.dtype.kind == "i" else "<f4"), "y": np.ascontiguousarray(y)}, FOLDER / f"{name}_expected.safetensors")


def image(first="block"):
    x = inputs = keras.Input((8, 7, 2))
    x = layers.Conv2D(4, (3, 2), use_bias=False, name=first)(x)
    x = layers.BatchNormalization()(x)
    x = layers.MaxPooling2D()(layers.ReLU()(x))
    x = layers.DepthwiseConv2D(2, depth_multiplier=2, activation="tanh", name="deep")(x)
    x = layers.SeparableConv2D(3, 1, depth_multiplier=2, name="separable")(x)
    x = layers.Flatten()(x)
    x = layers.Dense(6, name="fc1")(x)
    x = layers.Activation("tanh")(layers.LayerNormalization(name="fc1_norm")(x))
    x = layers.Dropout(0.3)(x)
    x = layers.Dense(5, name="fc2")(x)
    x = layers.Activation("tanh")(layers.GroupNormalization(1, name="fc2_norm")(x))
    x = layers.Dense(3, activation="softmax", name="logits")(x)
    model = keras.Model(inputs, x)
    model.compile("adam", "sparse_categorical_crossentropy")
    return model


def sequence():
    x = inputs = keras.Input((6,), dtype="int32")
    x = layers.Embedding(11, 6, name="words")(x)
    x = layers.Bidirectional(layers.LSTM(4, return_sequences=True), name="lstm")(x)
    x = layers.MultiHeadAttention(2, 4, value_dim=3, name="attention")(x, x)
    x = layers.Conv1D(6, 2, activation="tanh", name="conv")(x)
    x = layers.GRU(5, return_sequences=True, name="gru")(x)
    x = layers.GRU(4, reset_after=False, name="last")(x)
    return keras.Model(inputs, layers.Dense(2, name="head")(x))


def masked():
    """Id 0 is padding, at the end of rows and within."""
    x = inputs = keras.Input((6,), dtype="int32")
    x = layers.Embedding(11, 6, mask_zero=True, name="words")(x)
    x = layers.Bidirectional(layers.LSTM(4, return_sequences=True), name="lstm")(x)
    x = layers.MultiHeadAttention(2, 4, name="attention")(x, x)
    y = layers.GRU(5, name="gru")(x)
    x = layers.GlobalAveragePooling1D()(x)
    x = layers.RMSNormalization(name="norm")(layers.Concatenate()([x, y]))
    return keras.Model(inputs, layers.Dense(2, name="head")(x))


class Own(keras.Model):
    """A class of one's own, whose layers are found by the names of its attributes, and a model within a model."""

    def __init__(self):
        super().__init__()
        self.first = layers.Dense(4, activation="tanh")
        self.inner = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="tanh", name="second")], name="any")
        self.third = layers.Dense(2)

    def call(self, x):
        return self.third(self.inner(self.first(x)))


def main():
    FOLDER.mkdir(exist_ok=True)
    random = np.random.RandomState(3)
    rows = random.normal(size=(7, 8, 7, 2)).astype("float32")
    model = drawn(image(), 1)
    write("image", model, rows)
    model.save(FOLDER / "image.keras")
    drawn(image("conv2d"), 1).save(FOLDER / "net.keras")  # as docs/interchange.md names it: Keras's own name
    ids = random.randint(0, 11, (7, 6)).astype("int32")
    write("sequence", drawn(sequence(), 2), ids)
    ids = random.randint(1, 11, (7, 6)).astype("int32")
    ids[1, 4:] = ids[2, 1:] = ids[3, 2] = ids[4, :2] = 0
    write("masked", drawn(masked(), 5), ids)
    own = Own()
    own(np.ones((1, 3), "float32"))
    write("own", drawn(own, 4), random.normal(size=(5, 3)).astype("float32"))


if __name__ == "__main__":
    main()
