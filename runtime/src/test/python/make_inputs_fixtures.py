#!/usr/bin/env python3
"""Writes the fixtures of several inputs, several outputs and weights of rows: /usr/bin/python3 make_inputs_fixtures.py"""

import numpy as np
import torch
from torch.nn import functional

from layers import apply, dense
from trajectory import Trajectory, adam, labels, rows, sgd, write


def weighted_sum(losses):
    """Keras: every output has its loss, and what is minimised is the sum of loss_weight * loss."""

    def loss(run, outputs, y):
        return sum(run.number(weight) * one(run, outputs[name], y[name]) for name, (weight, one) in losses.items())

    return loss


def cross_entropy(smoothing=0.0):
    def loss(run, logits, y):
        return functional.cross_entropy(logits, y, label_smoothing=smoothing)

    return loss


def huber(delta):
    def loss(run, outputs, y):
        run.near((outputs - y).abs() - delta)
        return functional.huber_loss(outputs, y, delta=delta)

    return loss


def squares(run, outputs, y):
    return functional.mse_loss(outputs, y)


def two_inputs():
    """Floats and ints, read apart and joined; one output."""
    random = np.random.RandomState(1)
    left, counts = rows(random, 5), random.randint(0, 4, (200, 3)).astype("<i8")
    init = dense(random, "deep", 5, 7) | dense(random, "wide", 3, 4) | dense(random, "logits", 11, 3)

    def forward(run, x, training):
        deep = torch.tanh(apply(run, "deep", x["left"]))
        wide = run.relu(apply(run, "wide", run.number(0.5) * x["counts"].to(run.dtype)))
        return apply(run, "logits", torch.cat([deep, wide], 1))

    return dict(x={"left": left, "counts": counts}, y=labels(random, left, 3), init=init, forward=forward)


def two_outputs():
    """One input, a classifier and a regressor, each with the weight of its loss."""
    random = np.random.RandomState(2)
    x = rows(random, 6)
    init = dense(random, "hidden", 6, 9) | dense(random, "kind", 9, 3) | dense(random, "size", 9, 2)
    y = {"kind": labels(random, x, 3), "size": (x[:, :2] * 1.5 + 0.3 * rows(random, 2)).astype("<f4")}

    def forward(run, x, training):
        hidden = torch.tanh(apply(run, "hidden", x))
        return {"kind": apply(run, "kind", hidden), "size": apply(run, "size", hidden)}

    return dict(x=x, y=y, init=init, forward=forward,
                loss=weighted_sum({"kind": (0.7, cross_entropy(0.1)), "size": (1.8, huber(0.8))}),
                predict=lambda out: {"kind": torch.softmax(out["kind"], 1), "size": out["size"]})


def both():
    """Two inputs and two outputs, with an L2 penalty, which no weight of a loss changes."""
    random = np.random.RandomState(3)
    left, right = rows(random, 4), rows(random, 3)
    init = (dense(random, "a", 4, 6) | dense(random, "b", 3, 5)
            | dense(random, "yes", 11, 1) | dense(random, "value", 11, 1))
    answer = (left[:, 0] + right[:, 1] + 0.5 * rows(random, 1)[:, 0] > 0).astype("<i8")
    y = {"yes": answer, "value": (left[:, 1:2] - right[:, :1]).astype("<f4")}

    def forward(run, x, training):
        joined = torch.cat([torch.tanh(apply(run, "a", x["left"])), torch.tanh(apply(run, "b", x["right"]))], 1)
        return {"yes": apply(run, "yes", joined), "value": apply(run, "value", joined)}

    def yes(run, logits, y):
        return functional.binary_cross_entropy_with_logits(logits[:, 0], y.to(run.dtype))

    def penalty(run):
        return run.number(0.01) * sum((run[f"{name}/kernel"] ** 2).sum() for name in ("a", "b", "yes", "value"))

    return dict(x={"left": left, "right": right}, y=y, init=init, forward=forward, penalty=penalty,
                optimizer=adam(0.01), loss=weighted_sum({"yes": (2.0, yes), "value": (0.25, squares)}),
                predict=lambda out: {"yes": torch.sigmoid(out["yes"]), "value": out["value"]})


def auxiliary():
    """An output that is read on: its layer learns from its own loss and from the one behind it."""
    random = np.random.RandomState(4)
    x = rows(random, 6)
    init = dense(random, "hidden", 6, 8) | dense(random, "early", 8, 2) | dense(random, "late", 2, 3)
    y = {"early": (x[:, 2:4] * 0.8).astype("<f4"), "late": labels(random, x, 3)}

    def forward(run, x, training):
        early = torch.tanh(apply(run, "early", torch.tanh(apply(run, "hidden", x))))
        return {"early": early, "late": apply(run, "late", early)}

    return dict(x=x, y=y, init=init, forward=forward,
                loss=weighted_sum({"early": (0.3, squares), "late": (1.0, cross_entropy())}),
                predict=lambda out: {"early": out["early"], "late": torch.softmax(out["late"], 1)})


def weights(random):
    """Of very different sizes, some of them zero; their mean is not 1."""
    return (random.exponential(1.5, 200) * (random.uniform(size=200) > 0.2)).astype("<f4")


def over_rows(losses, run):
    """Keras 3, sum_over_batch_size: sum(w_i * l_i) / rows, whatever the weights sum to."""
    return (losses * run.row_weights).sum() / len(losses)


def weighted_rows(seed, loss, smoothing=0.0):
    random = np.random.RandomState(seed)
    x = rows(random, 5)
    init = dense(random, "hidden", 5, 8) | dense(random, "logits", 8, 3)

    def forward(run, x, training):
        return apply(run, "logits", torch.tanh(apply(run, "hidden", x)))

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward, row_weights=weights(random), loss=loss)


def weighted_classes(smoothing):
    def loss(run, logits, y):
        return over_rows(functional.cross_entropy(logits, y, label_smoothing=smoothing, reduction="none"), run)

    return loss


def weighted_outputs():
    """Weights of rows and of outputs: one weight of a row counts in the loss of every output."""
    case = two_outputs()
    random = np.random.RandomState(7)

    def kind(run, logits, y):
        return over_rows(functional.cross_entropy(logits, y, label_smoothing=0.1, reduction="none"), run)

    def size(run, outputs, y):
        run.near((outputs - y).abs() - 0.8)
        return over_rows(functional.huber_loss(outputs, y, delta=0.8, reduction="none").mean(1), run)

    return case | dict(row_weights=weights(random), loss=weighted_sum({"kind": (0.7, kind), "size": (1.8, size)}))


def weighted_regression():
    random = np.random.RandomState(8)
    x = rows(random, 4)
    init = dense(random, "hidden", 4, 6) | dense(random, "out", 6, 2)

    def forward(run, x, training):
        return apply(run, "out", torch.tanh(apply(run, "hidden", x)))

    def loss(run, outputs, y):
        return over_rows(((outputs - y) ** 2).mean(1), run)

    return dict(x=x, y=(x[:, :2] + 0.2 * rows(random, 2)).astype("<f4"), init=init, forward=forward, loss=loss,
                row_weights=weights(random), predict=lambda outputs: outputs)


CASES = [
    Trajectory("inputs_two", "InputsModels_TwoInputs", **two_inputs()),
    Trajectory("outputs_two", "InputsModels_TwoOutputs", **two_outputs()),
    Trajectory("inputs_outputs", "InputsModels_Both", **both()),
    Trajectory("outputs_auxiliary", "InputsModels_Auxiliary", **auxiliary()),
    Trajectory("weighted_classes", "InputsModels_Classes", **weighted_rows(5, weighted_classes(0.0))),
    Trajectory("weighted_smoothed", "InputsModels_Smoothed", **weighted_rows(6, weighted_classes(0.2)),
               optimizer=sgd(0.1, momentum=0.9)),
    Trajectory("weighted_regression", "InputsModels_Regression", **weighted_regression()),
    Trajectory("weighted_outputs", "InputsModels_TwoOutputs", **weighted_outputs()),
]

if __name__ == "__main__":
    write(CASES, __file__.rsplit("/", 1)[-1])
