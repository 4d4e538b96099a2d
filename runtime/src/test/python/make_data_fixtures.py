#!/usr/bin/env python3
"""Writes the fixtures of what happens to inputs: /usr/bin/python3 make_data_fixtures.py

The formulas are those of the papers, written on NumPy's indices; only the draws, of the seed that models have by default, come from
Regulus: src/test/resources/draws/inputs.csv, which FixtureDrawsTest holds against the graph.
"""

from pathlib import Path

import numpy as np
import torch

from trajectory import STEPS, Trajectory, glorot, labels, rows, uniform, write

DRAWS = Path(__file__).resolve().parent.parent / "resources/draws/inputs.csv"


def draws(name):
    """The draws of a name, [steps, values]."""
    lines = [line.split(",") for line in DRAWS.read_text().splitlines()]
    return np.array([[float(value) for value in line[2:]] for line in lines if line[0] == name])


def standardised(run, x):
    return (x - run["input/mean"]) / run["input/deviation"]


def soft_cross_entropy(outputs, targets):
    return -(targets * torch.log_softmax(outputs, -1)).sum(-1).mean()


def weights(random):
    """Weights of rows, some of them 0."""
    return (random.uniform(0, 3, STEPS * 8) * (random.uniform(size=STEPS * 8) > 0.2)).astype("<f4")


def targets(run, y, smoothing, share, partner):
    one_hot = torch.nn.functional.one_hot(y, 3).to(run.dtype) * (1 - smoothing) + smoothing / 3
    return share * one_hot + (1 - share) * one_hot[partner]


def mixed():
    random = np.random.RandomState(1)
    x = rows(random, 8) * 2 + 1
    partners = draws("mixup partner").astype(int)
    shares = draws("mixup share")
    init = {
        "input/mean": uniform(random, (8,)),
        "input/deviation": random.uniform(0.5, 2, 8).astype("<f4"),
        "hidden/kernel": glorot(random, 8, 16),
        "hidden/bias": uniform(random, (16,)),
        "logits/kernel": glorot(random, 16, 3),
        "logits/bias": uniform(random, (3,)),
    }

    def share(run):
        return torch.tensor(shares[run.step - 1], dtype=run.dtype)[:, None]

    def forward(run, x, training):
        x = standardised(run, x)
        if training:
            x = share(run) * x + (1 - share(run)) * x[partners[run.step - 1]]
        hidden = torch.tanh(x @ run["hidden/kernel"] + run["hidden/bias"])
        return hidden @ run["logits/kernel"] + run["logits/bias"]

    def loss(run, outputs, y):
        return soft_cross_entropy(outputs, targets(run, y, 0.1, share(run), partners[run.step - 1]))

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward, loss=loss,
                statistics=("input/mean", "input/deviation"), still=("input/mean", "input/deviation"))


def mixed_weighted():
    """Each row is weighed as it is mixed: its weight counts for both labels, which are smoothed before."""
    random = np.random.RandomState(3)
    x = rows(random, 8)
    partners = draws("mixup partner").astype(int)
    shares = draws("mixup share")

    def share(run):
        return torch.tensor(shares[run.step - 1], dtype=run.dtype)[:, None]

    def forward(run, x, training):
        if training:
            x = share(run) * x + (1 - share(run)) * x[partners[run.step - 1]]
        return two_layers(run, x, "logits")

    def loss(run, outputs, y):
        against = targets(run, y, 0.2, share(run), partners[run.step - 1])
        losses = -(against * torch.log_softmax(outputs, -1)).sum(-1)
        return (losses * run.row_weights).sum() / len(losses)

    return dict(x=x, y=labels(random, x, 3), init=dense_layers(random, "logits", 3), forward=forward, loss=loss,
                row_weights=weights(random))


def mixed_batch():
    """One share for all rows of a batch, of features and values; absolute errors, weighed."""
    random = np.random.RandomState(4)
    x = rows(random, 8)
    y = (x @ random.standard_normal((8, 2)) / 3 + 0.3 * random.standard_normal((len(x), 2))).astype("<f4")
    partners = draws("mixup partner").astype(int)
    shares = draws("mixup share of batch")

    def mixed(run, of):
        share = torch.tensor(shares[run.step - 1, 0], dtype=run.dtype)
        return share * of + (1 - share) * of[partners[run.step - 1]]

    def forward(run, x, training):
        return two_layers(run, mixed(run, x) if training else x, "values")

    def loss(run, outputs, y):
        errors = outputs - mixed(run, y)
        run.near(errors)
        return (errors.abs().mean(1) * run.row_weights).sum() / len(errors)

    return dict(x=x, y=y, init=dense_layers(random, "values", 2), forward=forward, loss=loss,
                row_weights=weights(random), predict=lambda outputs: outputs)


def dense_layers(random, output, units):
    return {
        "hidden/kernel": glorot(random, 8, 16),
        "hidden/bias": uniform(random, (16,)),
        f"{output}/kernel": glorot(random, 16, units),
        f"{output}/bias": uniform(random, (units,)),
    }


def two_layers(run, x, output):
    hidden = torch.tanh(x @ run["hidden/kernel"] + run["hidden/bias"])
    return hidden @ run[f"{output}/kernel"] + run[f"{output}/bias"]


def convolved(random):
    """A convolution on images of 6 x 5 x 2 and a dense layer, with the numbers of a standardisation."""
    return {
        "input/mean": uniform(random, (2,)),
        "input/deviation": random.uniform(0.5, 2, 2).astype("<f4"),
        "block/kernel": glorot(random, 3, 3, 2, 4),
        "block/bias": uniform(random, (4,)),
        "logits/kernel": glorot(random, 48, 3),
        "logits/bias": uniform(random, (3,)),
    }


def convolution(run, x):
    kernel = run["block/kernel"].permute(3, 2, 0, 1)
    block = torch.tanh(torch.nn.functional.conv2d(x.permute(0, 3, 1, 2), kernel, run["block/bias"]))
    return block.permute(0, 2, 3, 1).reshape(-1, 48) @ run["logits/kernel"] + run["logits/bias"]


def images():
    random = np.random.RandomState(2)
    height, width = 6, 5
    x = rows(random, height, width, 2) * 2 + 1
    flips, tops, lefts = draws("flip"), draws("crop top").astype(int), draws("crop left").astype(int)
    partners = draws("cutmix partner").astype(int)
    betas, box_rows, box_columns = draws("cutmix beta"), draws("cutmix row"), draws("cutmix column")
    init = convolved(random)

    def box(step):
        """Yun et al., 2019: rows and columns that are replaced."""
        side = np.sqrt(1 - betas[step, 0])
        tall, wide = int(height * side), int(width * side)
        top, left = int(box_rows[step, 0]) - tall // 2, int(box_columns[step, 0]) - wide // 2
        return (slice(max(top, 0), max(min(top + tall, height), 0)), slice(max(left, 0), max(min(left + wide, width), 0)))

    def cropped(image, top, left):
        padded = torch.zeros((height + 4, width + 4, 2), dtype=image.dtype)
        padded[2:-2, 2:-2] = image
        return padded[top : top + height, left : left + width]

    def forward(run, x, training):
        x = standardised(run, x)
        if training:
            step = run.step - 1
            changed = [
                cropped(image.flip(1) if flips[step, row] else image, tops[step, row], lefts[step, row])
                for row, image in enumerate(x)
            ]
            x = torch.stack(changed)
            down, across = box(step)
            whole = x.clone()
            x[:, down, across] = whole[partners[step]][:, down, across]
        return convolution(run, x)

    def loss(run, outputs, y):
        step = run.step - 1
        mask = np.zeros((height, width))
        mask[box(step)] = 1
        share = run.number(1 - mask.sum() / (height * width))
        return soft_cross_entropy(outputs, targets(run, y, 0, share, partners[step]))

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward, loss=loss,
                statistics=("input/mean", "input/deviation"), still=("input/mean", "input/deviation"))


def turned(image, angle, fill):
    """Turned about its centre, counter-clockwise as one looks at it: torch's affine grid, and its bilinear samples."""
    height, width, _ = image.shape
    cos, sin = np.cos(angle), np.sin(angle)
    # a grid's coordinates go from -1 at the first pixel to 1 at the last, so that sides of other lengths have other units
    tall, wide = (height - 1) / 2, (width - 1) / 2
    turn = torch.tensor([[[cos, -sin * tall / wide, 0], [sin * wide / tall, cos, 0]]], dtype=image.dtype)
    grid = torch.nn.functional.affine_grid(turn, (1, 2, height, width), align_corners=True)
    # samples outside are 0 there: what is given is how far the image is from the fill
    planes = (image - fill).permute(2, 0, 1)[None]
    sampled = torch.nn.functional.grid_sample(planes, grid, "bilinear", "zeros", align_corners=True)
    return sampled[0].permute(1, 2, 0) + fill


def colours():
    random = np.random.RandomState(5)
    height, width, size = 6, 5, 3
    x = rows(random, height, width, 2) * 2 + 1
    angles, brighter, contrasts = draws("rotation"), draws("brightness"), draws("contrast")
    hole_rows, hole_columns = draws("cutout row").astype(int), draws("cutout column").astype(int)
    init = convolved(random)

    def changed(image, step, row):
        image = turned(image, angles[step, row], 0.25) + brighter[step, row]
        mean = image.mean((0, 1))
        image = (image - mean) * (1 + contrasts[step, row]) + mean
        top, left = hole_rows[step, row] - size // 2, hole_columns[step, row] - size // 2
        image[max(top, 0) : top + size, max(left, 0) : left + size] = 0
        return image

    def forward(run, x, training):
        x = standardised(run, x)
        if training:
            x = torch.stack([changed(image, run.step - 1, row) for row, image in enumerate(x)])
        return convolution(run, x)

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward,
                statistics=("input/mean", "input/deviation"), still=("input/mean", "input/deviation"))


CASES = [
    Trajectory("data_mixup", "DataModels_Mixed", **mixed()),
    Trajectory("data_images", "DataModels_Images", **images()),
    Trajectory("data_mixup_weighted", "DataModels_MixedWeighted", **mixed_weighted()),
    Trajectory("data_mixup_batch", "DataModels_MixedBatch", **mixed_batch()),
    Trajectory("data_colours", "DataModels_Colours", **colours()),
]

if __name__ == "__main__":
    write(CASES, __file__.rsplit("/", 1)[-1])
