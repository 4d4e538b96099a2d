#!/usr/bin/env python3
"""Writes the fixtures of embeddings: /usr/bin/python3 make_embedding_fixtures.py

The updates are lazy: a row changes, and its state moves, only in steps that read it. The reference keeps each row and its state
apart from all others and runs the dense rule on it when its turn comes. `compare` holds that against PyTorch's own sparse
gradients, torch.optim.SparseAdam and torch.optim.SGD.
"""

import numpy as np
import torch

from optimizers import RULES
from trajectory import STEPS, Trajectory, adam, glorot, sgd, uniform, write

VOCABULARY, UNITS, LENGTH, CLASSES, BATCH = 40, 4, 5, 3, 8
TABLE = "embedded/embedding"

# the ids of the batch, for the rules
touched = []


def lazy(kind):
    class Lazy(RULES[kind]):
        def updated(self, parameter, w, g, step):
            if parameter != TABLE:
                return super().updated(parameter, w, g, step)
            rows = list(w)
            for row in touched:
                own = self.decayed(rows[row]) if getattr(self.annotation, "decayTable", False) else rows[row]
                rows[row] = super().updated((parameter, row), own, g[row], step)
            return torch.stack(rows)

    return Lazy


for kind in ("Sgd", "AdamW", "RmsProp", "Nadam"):
    RULES["Lazy" + kind] = lazy(kind)


def lazily(optimizer, **more):
    kind, numbers = optimizer
    vars(numbers).update(more)
    return "Lazy" + kind, numbers


def rmsprop(learning_rate=0.01, rho=0.9, momentum=0.8, epsilon=1e-3, centered=True):
    _, numbers = sgd(learning_rate)
    vars(numbers).update(rho=rho, momentum=momentum, epsilon=epsilon, centered=centered)
    return "RmsProp", numbers


def nadam(learning_rate=0.02):
    _, numbers = adam(learning_rate)
    vars(numbers).update(momentumDecay=1.0)
    return "Nadam", numbers


def titles(seed):
    """Ids of very different frequency: the rare ones rest for many steps, the frequent ones stand twice in a row."""
    random = np.random.RandomState(seed)
    x = (VOCABULARY * random.uniform(size=(STEPS * BATCH, LENGTH)) ** 2.5).astype("<i8")
    meaning = random.standard_normal((VOCABULARY, CLASSES))
    y = (meaning[x].sum(1) + 0.3 * random.standard_normal((len(x), CLASSES))).argmax(1).astype("<i8")
    init = {
        TABLE: uniform(random, (VOCABULARY, UNITS)),
        "logits/kernel": glorot(random, LENGTH * UNITS, CLASSES),
        "logits/bias": uniform(random, (CLASSES,)),
    }
    return dict(x=x, y=y, init=init, forward=forward)


def forward(run, x, training):
    if training:
        touched[:] = sorted(set(x.flatten().tolist()))
    flat = run[TABLE][x].reshape(len(x), LENGTH * UNITS)
    return flat @ run["logits/kernel"] + run["logits/bias"]


def l2(run):
    return run.number(0.02) * (run[TABLE] ** 2).sum()


def elastic(run, rows=slice(None)):
    w = run[TABLE][rows]
    return run.number(0.003) * w.abs().sum() + run.number(0.01) * (w**2).sum()


def elastic_of_touched(run):
    run.near(run[TABLE][touched])
    return elastic(run, touched)


def global_norm(limit):
    def clip(run, gradients):
        norm = torch.sqrt(sum((g**2).sum() for g in gradients.values()))
        factor = run.number(limit) / torch.maximum(norm, run.number(limit))
        return {name: g * factor for name, g in gradients.items()}

    return clip


def l1(run):
    return run.number(0.05) * run[TABLE].abs().sum()


def soften(run, names):
    """Soft threshold of the rows that were read, after the update."""
    w = run.values[TABLE].clone()
    distance = run.number(0.1) * run.number(0.05)
    run.near(w[touched].abs() - distance)
    w[touched] = torch.sign(w[touched]) * torch.clamp(w[touched].abs() - distance, min=0)
    run.values[TABLE] = w


CASES = [
    Trajectory("embedding_sgd", "TokenModels_Descent", **titles(1), optimizer=lazily(sgd(0.5))),
    Trajectory("embedding_momentum", "TokenModels_Momentum", **titles(2), optimizer=lazily(sgd(0.1, 0.9))),
    Trajectory("embedding_nesterov", "TokenModels_Nesterov", **titles(3), optimizer=lazily(sgd(0.1, 0.9, True))),
    Trajectory("embedding_adam", "TokenModels_LazyAdam", **titles(4), optimizer=lazily(adam(0.02)), penalty=l2,
               smooth_penalty=lambda run: run.number(0.02) * (run[TABLE][touched] ** 2).sum()),
    Trajectory("embedding_adamw", "TokenModels_LazyAdamW", **titles(5),
               optimizer=lazily(adam(0.02, weight_decay=0.5), decayTable=True)),
    Trajectory("embedding_rmsprop", "TokenModels_Centered", **titles(6), optimizer=lazily(rmsprop())),
    Trajectory("embedding_nadam", "TokenModels_LazyNadam", **titles(7), optimizer=lazily(nadam())),
    Trajectory("embedding_elastic", "TokenModels_Elastic", **titles(17), optimizer=lazily(sgd(0.5)), penalty=elastic,
               smooth_penalty=elastic_of_touched, gradients=global_norm(0.2)),
    Trajectory("embedding_proximal", "TokenModels_Proximal", **titles(8), optimizer=lazily(sgd(0.1)), penalty=l1,
               smooth_penalty=lambda run: run.number(0.0), after=soften),
    Trajectory("embedding_frozen", "TokenModels_Frozen", **titles(9), optimizer=sgd(0.1, 0.9, weight_decay=0.1),
               decayed=("logits/kernel", "logits/bias"), statistics=(TABLE,), still=(TABLE,)),
]


def compare():
    """The lazy rules against PyTorch's own, on its sparse gradients."""
    torch.manual_seed(1)
    ids = [torch.randint(0, 12, (6,)) ** 2 % 12 for _ in range(STEPS)]
    goal = torch.randn(12, 3, dtype=torch.float64)
    for kind, numbers, rule in [
        ("AdamW", adam(0.02)[1], lambda p: torch.optim.SparseAdam(p, lr=0.02, eps=1e-3)),
        ("Sgd", sgd(0.1)[1], lambda p: torch.optim.SGD(p, lr=0.1)),
    ]:
        table = torch.nn.Embedding(12, 3, sparse=True, dtype=torch.float64)
        own, own_rule = table.weight.detach().clone(), RULES["Lazy" + kind](numbers, lambda v: torch.tensor(v, dtype=torch.float64))
        theirs = rule(list(table.parameters()))
        for step, batch in enumerate(ids, 1):
            theirs.zero_grad()
            ((table(batch) - goal[batch]) ** 2).sum().backward()
            gradient = table.weight.grad.to_dense()
            theirs.step()
            touched[:] = sorted(set(batch.tolist()))
            at = own.clone().requires_grad_()
            own_gradient = torch.autograd.grad(((at[batch] - goal[batch]) ** 2).sum(), at)[0]
            assert torch.allclose(gradient, own_gradient)
            own = own_rule.updated(TABLE, own, own_gradient, step)
        assert torch.allclose(own, table.weight.detach(), rtol=1e-9, atol=1e-9), kind


if __name__ == "__main__":
    compare()
    write(CASES, __file__.rsplit("/", 1)[-1])
