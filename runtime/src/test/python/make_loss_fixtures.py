#!/usr/bin/env python3
"""Writes the fixtures of class weights, focal loss and adversarial training: /usr/bin/python3 make_loss_fixtures.py

The losses are written on probabilities, as the papers have them, and differentiated by autograd. `compare` holds the weights of
classes against PyTorch's own cross-entropy, which divides by their sum.
"""

import numpy as np
import torch
from torch.nn import functional

from layers import apply, batch_norm, conv, dense, statistics
from make_data_fixtures import draws
from trajectory import Trajectory, adam, glorot, labels, rows, uniform, write


def smoothed(run, y, classes, smoothing):
    return functional.one_hot(y, classes).to(run.dtype) * (1 - smoothing) + smoothing / classes


def focal(run, logits, targets, gamma):
    """Lin et al., 2017, over the classes: [rows]. Targets that are weighted or mixed count as they are."""
    p = torch.softmax(logits, -1)
    return -(targets * (1 - p) ** gamma * torch.log(p)).sum(-1)


def binary_focal(run, logit, y, gamma, smoothing=0.0, weights=(1.0, 1.0)):
    p = torch.sigmoid(logit)
    t = y.to(run.dtype)[:, None] * (1 - smoothing) + smoothing / 2
    w = torch.tensor(weights, dtype=run.dtype)[y][:, None]
    return -(w * (t * (1 - p) ** gamma * torch.log(p) + (1 - t) * p**gamma * torch.log(1 - p))).mean()


def weighted(run, logits, y, weights, gamma=0.0, smoothing=0.0):
    w = torch.tensor(weights, dtype=run.dtype)
    targets = smoothed(run, y, len(weights), smoothing) * w[y][:, None]
    return focal(run, logits, targets, gamma).mean()


def compare():
    random = np.random.RandomState(0)
    logits = torch.tensor(random.standard_normal((20, 3)))
    y = torch.tensor(random.randint(0, 3, 20))
    w = torch.tensor([0.5, 2.0, 1.5], dtype=torch.float64)
    run = type("Run", (), {"dtype": torch.float64})
    ours = weighted(run, logits, y, w.tolist()) * len(y) / w[y].sum()
    torch.testing.assert_close(ours, functional.cross_entropy(logits, y, weight=w), rtol=1e-12, atol=0)
    plain = focal(run, logits, smoothed(run, y, 3, 0.1), 0.0).mean()
    torch.testing.assert_close(plain, functional.cross_entropy(logits, y, label_smoothing=0.1), rtol=1e-12, atol=0)


def hidden(seed, outputs=3):
    """Rows of 8, one hidden layer."""
    random = np.random.RandomState(seed)
    x = rows(random, 8)
    name = "logits" if outputs > 1 else "logit"
    init = dense(random, "hidden", 8, 16) | dense(random, name, 16, outputs)

    def forward(run, x, training):
        return apply(run, name, torch.tanh(apply(run, "hidden", x)))

    return dict(x=x, y=labels(random, x, max(outputs, 2)), init=init, forward=forward)


def classes(seed, weights, gamma=0.0, smoothing=0.0):
    return hidden(seed) | dict(loss=lambda run, logits, y: weighted(run, logits, y, weights, gamma, smoothing))


def yes(seed, weights, gamma=0.0, smoothing=0.0):
    return hidden(seed, outputs=1) | dict(
        loss=lambda run, logit, y: binary_focal(run, logit, y, gamma, smoothing, weights), predict=torch.sigmoid)


def mixed(seed, weights, gamma):
    """Rows mixed one by one: each part of a target has the weight of its own class."""
    case = hidden(seed)
    partners, shares = draws("mixup partner").astype(int), draws("mixup share")
    forward = case["forward"]

    def share(run):
        return torch.tensor(shares[run.step - 1], dtype=run.dtype)[:, None]

    def mix(run, values):
        return share(run) * values + (1 - share(run)) * values[partners[run.step - 1]]

    def loss(run, logits, y):
        w = torch.tensor(weights, dtype=run.dtype)
        return focal(run, logits, mix(run, smoothed(run, y, 3, 0.1) * w[y][:, None]), gamma).mean()

    return case | dict(forward=lambda run, x, training: forward(run, mix(run, x) if training else x, training), loss=loss)


def outputs(seed):
    """Each output has its own weights and focus, and a weight of its loss."""
    random = np.random.RandomState(seed)
    x = rows(random, 6)
    init = dense(random, "hidden", 6, 9) | dense(random, "kind", 9, 3) | dense(random, "sure", 9, 1)
    y = {"kind": labels(random, x, 3), "sure": labels(random, x, 2)}

    def forward(run, x, training):
        layer = torch.tanh(apply(run, "hidden", x))
        return {"kind": apply(run, "kind", layer), "sure": apply(run, "sure", layer)}

    def loss(run, out, y):
        kind = weighted(run, out["kind"], y["kind"], (1.0, 3.0, 0.5), gamma=1.0)
        return run.number(0.7) * kind + binary_focal(run, out["sure"], y["sure"], 2.0)

    return dict(x=x, y=y, init=init, forward=forward, loss=loss,
                predict=lambda out: {"kind": torch.softmax(out["kind"], 1), "sure": torch.sigmoid(out["sure"])})


def adversarial(case, epsilon, weight, inputs=None):
    """Goodfellow et al., 2015: (1 - weight) * J(x) + weight * J(x + epsilon * sign(dJ/dx)); the named inputs are attacked."""
    network, data_loss = case["forward"], case.get("loss", lambda run, out, y: functional.cross_entropy(out, y))

    def forward(run, x, training):
        if training:
            attacked = {name: x[name].detach().requires_grad_() for name in inputs} if inputs else x.detach().requires_grad_()
            run.state["x"] = (x | attacked) if inputs else attacked
            x = run.state["x"]
        return network(run, x, training)

    def loss(run, out, y):
        clean = data_loss(run, out, y)
        x = run.state["x"]
        leaves = [x[name] for name in inputs] if inputs else [x]
        moved = []
        for leaf, slope in zip(leaves, torch.autograd.grad(clean, leaves, retain_graph=True)):
            # the sign is another one beyond 0: how near that is counts by the size of the slopes
            run.near(slope / slope.abs().max())
            moved.append((leaf + run.number(epsilon) * torch.sign(slope)).detach())
        worse = (x | dict(zip(inputs, moved))) if inputs else moved[0]
        return (1 - weight) * clean + weight * data_loss(run, network(run, worse, True), y)

    return case | dict(forward=forward, loss=loss)


def penalised(seed):
    case = hidden(seed)
    case["loss"] = lambda run, logits, y: functional.cross_entropy(logits, y, label_smoothing=0.1)
    case["penalty"] = lambda run: run.number(0.01) * sum((run[f"{name}/kernel"] ** 2).sum() for name in ("hidden", "logits"))
    return case


def images(seed):
    """Bytes with a scale; a batch norm whose statistics both runs move, that on x first."""
    random = np.random.RandomState(seed)
    x = random.randint(0, 256, (200, 4, 4, 2)).astype("<i8")
    init = {"block/kernel": glorot(random, 3, 3, 2, 4)}
    init |= {"block/scale": random.uniform(0.8, 1.2, 4).astype("<f4"), "block/shift": uniform(random, (4,))}
    init |= statistics("block", 4) | dense(random, "logits", 4, 3)

    def forward(run, x, training):
        block = torch.tanh(batch_norm(run, "block", conv(x, run["block/kernel"]), training, 0.9)).mean((1, 2))
        return apply(run, "logits", block)

    y = labels(random, (x / 255.0 - 0.5).astype("<f4"), 3)
    return dict(x=x, y=y, init=init, forward=forward, statistics=("block/mean", "block/variance"))


def several(seed):
    """Floats, whole numbers with a scale, and ids, which no attack changes; two outputs."""
    random = np.random.RandomState(seed)
    left = rows(random, 5)
    counts = random.randint(0, 4, (200, 3)).astype("<i8")
    words = random.randint(0, 12, (200, 2)).astype("<i8")
    init = (dense(random, "deep", 5, 7) | dense(random, "wide", 3, 4)
            | {"embedded/embedding": uniform(random, (12, 3))}
            | dense(random, "kind", 17, 3) | dense(random, "size", 17, 1))
    y = {"kind": labels(random, left, 3), "size": (left[:, :1] + 0.2 * rows(random, 1)).astype("<f4")}

    def forward(run, x, training):
        deep = torch.tanh(apply(run, "deep", x["left"]))
        wide = torch.tanh(apply(run, "wide", x["counts"]))
        embedded = run["embedded/embedding"][x["words"]].flatten(1)
        joined = torch.cat([deep, wide, embedded], 1)
        return {"kind": apply(run, "kind", joined), "size": apply(run, "size", joined)}

    def loss(run, out, y):
        kind = functional.cross_entropy(out["kind"], y["kind"])
        return run.number(0.6) * kind + ((out["size"] - y["size"]) ** 2).mean()

    return dict(x={"left": left, "counts": counts, "words": words}, y=y, init=init, forward=forward, loss=loss,
                predict=lambda out: {"kind": torch.softmax(out["kind"], 1), "size": out["size"]})


def prepared(case, change):
    """What happens to an input before the layers, and before an attack."""
    forward = case["forward"]
    return case | dict(forward=lambda run, x, training: forward(run, change(run, x), training))


def halved(run, x):
    return x | {"counts": run.number(0.5) * x["counts"].to(run.dtype)}


def bytes_scaled(run, x):
    return run.number(1 / 255) * x.to(run.dtype)


CASES = [
    Trajectory("class_weights", "LossModels_Weighted", **classes(1, (0.5, 2.0, 1.5), smoothing=0.1)),
    Trajectory("class_weights_binary", "LossModels_WeightedYes", **yes(2, (0.4, 3.0), smoothing=0.1)),
    Trajectory("class_weights_mixed", "LossModels_Mixed", **mixed(3, (0.5, 2.0, 1.5), gamma=1.5)),
    Trajectory("focal", "LossModels_Focal", **classes(4, (1.0, 1.0, 1.0), gamma=2.0)),
    Trajectory("focal_binary", "LossModels_FocalYes", **yes(5, (0.75, 0.25), gamma=2.0)),
    Trajectory("focal_outputs", "LossModels_Outputs", **outputs(6)),
    Trajectory("adversarial", "LossModels_Adversarial", **adversarial(penalised(7), 0.1, 0.5), optimizer=adam(0.01)),
    Trajectory("adversarial_batchnorm", "LossModels_AdversarialNorm",
               **prepared(adversarial(images(8), 0.02, 0.3), bytes_scaled)),
    Trajectory("adversarial_several", "LossModels_AdversarialSeveral",
               **prepared(adversarial(several(9), 0.05, 0.5, ("left", "counts")), halved)),
]

if __name__ == "__main__":
    compare()
    write(CASES, __file__.rsplit("/", 1)[-1])
