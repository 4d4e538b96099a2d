#!/usr/bin/env python3
"""Writes the fixtures of clipping, and of dense layers on sequences: /usr/bin/python3 make_step_fixtures.py"""

import numpy as np
import torch

from trajectory import Trajectory, adam, glorot, labels, rows, sgd, uniform, write


def mlp(seed):
    random = np.random.RandomState(seed)
    x = rows(random, 8)
    init = {
        "hidden/kernel": glorot(random, 8, 16),
        "hidden/bias": uniform(random, (16,)),
        "logits/kernel": glorot(random, 16, 3),
        "logits/bias": uniform(random, (3,)),
    }
    return dict(x=x, y=labels(random, x, 3), init=init)


def mlp_forward(run, x, training):
    hidden = run.relu(x @ run["hidden/kernel"] + run["hidden/bias"])
    return hidden @ run["logits/kernel"] + run["logits/bias"]


def l2(run):
    return run.number(0.01) * ((run["hidden/kernel"] ** 2).sum() + (run["logits/kernel"] ** 2).sum())


def global_norm(limit):
    def clip(run, gradients):
        norm = torch.sqrt(sum((g**2).sum() for g in gradients.values()))
        factor = run.number(limit) / torch.maximum(norm, run.number(limit))
        return {name: g * factor for name, g in gradients.items()}

    return clip


def norm(limit):
    def clip(run, gradients):
        limits = run.number(limit)
        return {name: g * limits / torch.maximum(g.norm(), limits) for name, g in gradients.items()}

    return clip


def value(limit):
    def clip(run, gradients):
        for g in gradients.values():
            run.near(g.abs() - limit)
        return {name: g.clamp(-limit, limit) for name, g in gradients.items()}

    return clip


def steps():
    random = np.random.RandomState(5)
    x = rows(random, 4, 3)
    init = {
        "each/kernel": glorot(random, 3, 5),
        "each/bias": uniform(random, (5,)),
        "flat/kernel": glorot(random, 20, 3),
        "flat/bias": uniform(random, (3,)),
    }

    def forward(run, x, training):
        each = torch.tanh(x @ run["each/kernel"] + run["each/bias"])
        return each.reshape(-1, 20) @ run["flat/kernel"] + run["flat/bias"]

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward)


CASES = [
    Trajectory("clip_global_norm", "StepModels_GlobalNorm", **mlp(1), forward=mlp_forward, penalty=l2,
               gradients=global_norm(0.3)),
    Trajectory("clip_norm", "StepModels_Norm", **mlp(1), forward=mlp_forward, optimizer=adam(0.01),
               gradients=norm(0.2)),
    Trajectory("clip_value", "StepModels_Value", **mlp(3), forward=mlp_forward, optimizer=sgd(0.1, momentum=0.9),
               gradients=value(0.05)),
    Trajectory("dense_steps", "StepModels_Steps", **steps()),
]

if __name__ == "__main__":
    write(CASES, __file__.rsplit("/", 1)[-1])
