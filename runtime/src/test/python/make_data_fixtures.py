#!/usr/bin/env python3
"""Writes the fixtures of what happens to inputs: /usr/bin/python3 make_data_fixtures.py

The formulas are those of the papers, written on NumPy's indices; only the draws, of the seed that models have by default, come from
Regulus: src/test/resources/draws/inputs.csv, which FixtureDrawsTest holds against the graph.
"""

from pathlib import Path

import numpy as np
import torch

from trajectory import Trajectory, glorot, labels, rows, uniform, write

DRAWS = Path(__file__).resolve().parent.parent / "resources/draws/inputs.csv"


def draws(name):
    """The draws of a name, [steps, values]."""
    lines = [line.split(",") for line in DRAWS.read_text().splitlines()]
    return np.array([[float(value) for value in line[2:]] for line in lines if line[0] == name])


def standardised(run, x):
    return (x - run["input/mean"]) / run["input/deviation"]


def soft_cross_entropy(outputs, targets):
    return -(targets * torch.log_softmax(outputs, -1)).sum(-1).mean()


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


def images():
    random = np.random.RandomState(2)
    height, width = 6, 5
    x = rows(random, height, width, 2) * 2 + 1
    flips, tops, lefts = draws("flip"), draws("crop top").astype(int), draws("crop left").astype(int)
    partners = draws("cutmix partner").astype(int)
    betas, box_rows, box_columns = draws("cutmix beta"), draws("cutmix row"), draws("cutmix column")
    init = {
        "input/mean": uniform(random, (2,)),
        "input/deviation": random.uniform(0.5, 2, 2).astype("<f4"),
        "block/kernel": glorot(random, 3, 3, 2, 4),
        "block/bias": uniform(random, (4,)),
        "logits/kernel": glorot(random, 48, 3),
        "logits/bias": uniform(random, (3,)),
    }

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
        kernel = run["block/kernel"].permute(3, 2, 0, 1)
        block = torch.tanh(torch.nn.functional.conv2d(x.permute(0, 3, 1, 2), kernel, run["block/bias"]))
        return block.permute(0, 2, 3, 1).reshape(-1, 48) @ run["logits/kernel"] + run["logits/bias"]

    def loss(run, outputs, y):
        step = run.step - 1
        mask = np.zeros((height, width))
        mask[box(step)] = 1
        share = run.number(1 - mask.sum() / (height * width))
        return soft_cross_entropy(outputs, targets(run, y, 0, share, partners[step]))

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward, loss=loss,
                statistics=("input/mean", "input/deviation"), still=("input/mean", "input/deviation"))


CASES = [
    Trajectory("data_mixup", "DataModels_Mixed", **mixed()),
    Trajectory("data_images", "DataModels_Images", **images()),
]

if __name__ == "__main__":
    write(CASES, __file__.rsplit("/", 1)[-1])
