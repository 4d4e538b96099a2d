#!/usr/bin/env python3
"""Writes the fixtures of penalties on outputs, of angles and of bounds of weights: /usr/bin/python3 make_regularisation_fixtures.py"""

import numpy as np
import torch

from layers import apply, dense
from trajectory import Trajectory, adam, labels, rows, sgd, write


def chain(seed, *widths):
    """A chain of dense layers, tanh between them: the number of inputs, then name, units, name, units .."""
    random = np.random.RandomState(seed)
    x = rows(random, widths[0])
    init, inputs = {}, widths[0]
    for name, units in zip(widths[1::2], widths[2::2]):
        init |= dense(random, name, inputs, units)
        inputs = units
    return dict(x=x, y=labels(random, x, 3), init=init)


def activity():
    """The outputs of the forward pass that are penalised are kept for the penalty, which is computed after it."""

    def forward(run, x, training):
        first = torch.tanh(apply(run, "first", x))
        second = run.relu(apply(run, "second", first))
        if training:
            run.near(first)
            run.state["activities"] = (first, second)
        return apply(run, "out", second)

    def penalty(run):
        first, second = run.state["activities"]
        ofFirst = run.number(0.02) * first.abs().sum() + run.number(0.03) * (first**2).sum()
        return (ofFirst + run.number(0.1) * (second**2).sum()) / len(first)

    return Trajectory(
        "activity", "RegularisationModels_Activity", **chain(21, 8, "first", 10, "second", 6, "out", 3),
        forward=forward, penalty=penalty, optimizer=sgd(0.1),
    )


def cosines(run, w, axis):
    """Keras's OrthogonalRegularizer: axis 1 compares rows, axis 0 columns."""
    w = w.reshape(-1, w.shape[-1])
    directions = w / torch.sqrt((w**2).sum(axis, keepdim=True))
    products = directions @ directions.T if axis == 1 else directions.T @ directions
    size = len(products)
    others = products[~torch.eye(size, dtype=bool)]
    run.near(others)
    return 0.5 * others.abs().sum() / (size * (size - 1) / 2)


def orthogonal():
    def forward(run, x, training):
        first = torch.tanh(apply(run, "first", x))
        return apply(run, "out", torch.tanh(apply(run, "second", first)))

    def penalty(run):
        return run.number(0.5) * cosines(run, run["first/kernel"], 0) + run.number(0.3) * cosines(
            run, run["second/kernel"], 1
        )

    return Trajectory(
        "orthogonal", "RegularisationModels_Orthogonals", **chain(24, 8, "first", 10, "second", 6, "out", 3),
        forward=forward, penalty=penalty, optimizer=adam(0.01),
    )


def bounds():
    """Keras's NonNeg and MinMaxNorm; where both fall on a kernel the signs come first."""

    def forward(run, x, training):
        return apply(run, "out", torch.tanh(apply(run, "second", torch.tanh(apply(run, "first", x)))))

    def between(run, w, least, most, rate):
        axes = tuple(range(max(w.dim() - 1, 1)))
        norms = torch.sqrt((w**2).sum(axes, keepdim=True))
        wanted = run.number(rate) * torch.clamp(norms, least, most) + run.number(1 - rate) * norms
        return w * wanted / (1e-7 + norms)

    def constrain(run, names):
        run.values["first/kernel"] = between(run, torch.clamp(run["first/kernel"], min=0), 0.7, 0.9, 1.0)
        run.values["second/bias"] = torch.clamp(run["second/bias"], min=0)
        run.values["out/kernel"] = between(run, run["out/kernel"], 0.0, 1.0, 0.25)

    return Trajectory(
        "weights_bounds", "RegularisationModels_Bounds", **chain(23, 8, "first", 10, "second", 6, "out", 3),
        forward=forward, optimizer=sgd(0.1, momentum=0.9), after=constrain,
    )


CASES = [activity(), orthogonal(), bounds()]

if __name__ == "__main__":
    write(CASES, __file__.rsplit("/", 1)[-1])
