#!/usr/bin/env python3
"""Writes the fixtures of the readers of files: make_file_fixtures.py, with Pillow, NumPy and TensorFlow.

Images are written and decoded by Pillow, resized by TensorFlow; CIFAR records are NumPy's arrays; TFRecords are TensorFlow's own. What is
expected of an image stands in expected.csv: its case, its file, height, width and channels asked for, and the values.
"""

import gzip
from pathlib import Path

import numpy as np
import tensorflow as tf
from PIL import Image

FOLDER = Path(__file__).resolve().parent.parent / "resources/files"
HEIGHT, WIDTH = 9, 14


def picture():
    """Smooth colours with some noise, so that neighbours differ: [9, 14, 3]."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    smooth = np.stack([20 + 15 * x, 240 - 20 * y, 10 * x + 12 * y], -1)
    noise = np.random.RandomState(7).randint(-20, 20, smooth.shape)
    return np.clip(smooth + noise, 0, 255).astype(np.uint8)


def on_white(image):
    white = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(white, image.convert("RGBA")).convert("RGB")


def resized(values, height, width):
    """Each side by itself: averaged over areas where it shrinks, linear where it grows."""
    x = tf.constant(values[None], tf.float32)
    for h, w in ((height, x.shape[2]), (height, width)):
        shrinks = h < x.shape[1] or w < x.shape[2]
        x = tf.image.resize(x, (h, w), method="area" if shrinks else "bilinear")
    return x.numpy()[0]


def images():
    folder = FOLDER / "images"
    folder.mkdir(parents=True, exist_ok=True)
    rgb = picture()
    alpha = np.linspace(0, 255, HEIGHT * WIDTH).astype(np.uint8).reshape(HEIGHT, WIDTH)
    colour = Image.fromarray(rgb)
    clear = Image.fromarray(np.dstack([rgb, alpha]))
    deep = (rgb[:, :, 0].astype(np.uint16) << 8) + 77
    saved = {
        "rgb.png": colour,
        "rgb.bmp": colour,
        "rgb.gif": colour.quantize(64),
        "palette.png": colour.quantize(16),
        "grey.png": colour.convert("L"),
        "bits.png": colour.convert("1"),
        "alpha.png": clear,
        "grey_alpha.png": clear.convert("LA"),
        "deep.png": Image.fromarray(deep),
    }
    for name, image in saved.items():
        image.save(folder / name)
    colour.save(folder / "photo.jpg", quality=95)
    colour.convert("L").save(folder / "grey.jpg", quality=95)
    colour.save(folder / "progressive.jpg", quality=95, progressive=True)
    colour.convert("CMYK").save(folder / "cmyk.jpg")
    lines = []

    def expect(case, name, values):
        numbers = ",".join(f"{value:g}" for value in np.round(values.astype(np.float64), 3).ravel())
        lines.append(f"{case},{name},{','.join(map(str, values.shape))},{numbers}")

    for name in [*saved, "photo.jpg", "grey.jpg", "progressive.jpg"]:
        image = Image.open(folder / name)
        if name == "deep.png":
            image = Image.fromarray((np.array(image) >> 8).astype(np.uint8))
        shown = on_white(image) if "alpha" in name else image.convert("RGB")
        expect("decoded", name, np.array(shown))
        grey = shown.convert("L") if image.mode not in ("L", "1") else image.convert("L")
        expect("grey", name, np.array(grey)[:, :, None])
    for height, width in ((4, 5), (3, 7), (1, 1), (8, 13), (20, 31), (18, 28), (4, 28), (27, 6), (9, 3), (12, 14)):
        expect("resized", "rgb.png", resized(rgb, height, width))
    (FOLDER / "expected.csv").write_text("\n".join(lines) + "\n")


def cifar():
    """Value (channel, y, x) of record r is (85 channel + 7 y + 3 x + 11 r) mod 256, its label 3 r + 1, coarse r + 1."""
    channel, y, x = np.mgrid[0:3, 0:32, 0:32]
    for labels, name in ((1, "cifar10.bin"), (2, "cifar100.bin")):
        records = b""
        for r in range(3):
            image = ((85 * channel + 7 * y + 3 * x + 11 * r) % 256).astype(np.uint8)
            records += (bytes([3 * r + 1]) if labels == 1 else bytes([r + 1, 3 * r + 1])) + image.tobytes()
        (FOLDER / name).write_bytes(gzip.compress(records, mtime=0))


def tfrecords():
    def feature(**kind):
        return tf.train.Feature(**kind)

    def example(i):
        return tf.train.Example(features=tf.train.Features(feature={
            "pixels": feature(bytes_list=tf.train.BytesList(value=[bytes([i, 100 + i, 200 + i, 255])])),
            "x": feature(float_list=tf.train.FloatList(value=[i + 0.5, -i, 1e-3])),
            "ids": feature(int64_list=tf.train.Int64List(value=[i, 2**31 - 1, -(2**31)])),
            "label": feature(int64_list=tf.train.Int64List(value=[i % 3])),
            "price": feature(float_list=tf.train.FloatList(value=[10.0 * i])),
        })).SerializeToString()

    for name, options in (("five.tfrecord", None), ("five.tfrecord.gz", "GZIP")):
        with tf.io.TFRecordWriter(str(FOLDER / name), options) as writer:
            for i in range(5):
                writer.write(example(i))


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    images()
    cifar()
    tfrecords()
