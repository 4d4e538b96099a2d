#!/usr/bin/env python3
"""Writes the fixtures of sharpness-aware minimisation: /usr/bin/python3 make_sam_fixtures.py

The two gradients of a step are in trajectory.py, after the paper; here are networks that have what is special to a second run: statistics that
follow the first alone, penalties outside of it, rows of a table, gradients that go through loops.
"""

import numpy as np
import torch

import make_embedding_fixtures as embedding
import make_recurrent_fixtures as recurrent
from layers import apply, batch_norm, dense, norm
from trajectory import Trajectory, adam, labels, rows, sgd, write


def normed():
    random = np.random.RandomState(1)
    x = rows(random, 6)
    init = dense(random, "hidden", 6, 10)
    del init["hidden/bias"]
    init |= norm(random, "hidden", 10) | dense(random, "logits", 10, 3)

    def forward(run, x, training):
        hidden = batch_norm(run, "hidden", x @ run["hidden/kernel"], training, run.number(0.9))
        return apply(run, "logits", torch.tanh(hidden))

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward,
                statistics=("hidden/mean", "hidden/variance"))


def l2(run):
    return run.number(0.02) * ((run["hidden/kernel"] ** 2).sum() + (run["logits/kernel"] ** 2).sum())


def clipped(run, gradients):
    length = torch.sqrt(sum((g**2).sum() for g in gradients.values()))
    factor = run.number(0.4) / torch.maximum(length, run.number(0.4))
    return {name: g * factor for name, g in gradients.items()}


CASES = [
    Trajectory("sam_normed", "SamModels_Normed", **normed(), penalty=l2, gradients=clipped,
               optimizer=sgd(0.1, momentum=0.9), rho=0.3),
    Trajectory("sam_embedding", "SamModels_OfRows", **embedding.titles(3), penalty=embedding.l2,
               optimizer=embedding.lazily(adam(0.02)), rho=0.5),
    Trajectory("sam_recurrent", "SamModels_Recurrent",
               **recurrent.case(1, recurrent.lstm, 5, recurrent.last(recurrent.lstm), width=5), penalty=recurrent.l2,
               optimizer=sgd(0.3), rho=0.2),
]

if __name__ == "__main__":
    write(CASES, __file__.rsplit("/", 1)[-1])
