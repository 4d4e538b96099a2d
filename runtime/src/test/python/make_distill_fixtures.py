#!/usr/bin/env python3
"""Prints the numbers that DistillTest holds Regulus against: /usr/bin/python3 make_distill_fixtures.py

One step of SGD at the rate 0.1 on two weighted rows, by autograd in float64; the distance from the teacher is PyTorch's own kl_div of
tempered probabilities, times T^2 (Hinton et al., 2015).
"""

import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
X = torch.tensor([[1.0, -2.0], [0.5, 3.0]])
ROWS = torch.tensor([1.0, 0.5])
T, ALPHA = 3.0, 0.25


def step(name, kernel, loss):
    w = torch.tensor(kernel, requires_grad=True)
    value = (loss(X @ w) * ROWS).mean()
    value.backward()
    moved = (w - 0.1 * w.grad).detach().flatten().tolist()
    print(name, f"{value.item():.9f}", [round(v, 9) for v in moved])


def classes(z):
    teacher = torch.tensor([[0.7, 0.2, 0.1], [0.0, 0.25, 0.75]])
    y = torch.tensor([0, 1])
    # torch.log(0) is -inf: a probability of 0 stays 0 at any temperature here, and is 2^-126 to the power of 1 / T in Regulus
    q = torch.softmax(torch.log(teacher.clamp_min(2.0**-126)) / T, 1)
    kl = functional.kl_div(torch.log_softmax(z / T, 1), q, reduction="none").sum(1)
    return (1 - ALPHA) * functional.cross_entropy(z, y, reduction="none") + ALPHA * T**2 * kl


def yes(z):
    p = torch.tensor([[0.9], [0.2]])
    y = torch.tensor([[1.0], [1.0]])
    q = torch.sigmoid(torch.logit(p) / T)
    both = torch.cat([functional.logsigmoid(z / T), functional.logsigmoid(-z / T)], 1)
    kl = functional.kl_div(both, torch.cat([q, 1 - q], 1), reduction="none").sum(1)
    hard = functional.binary_cross_entropy_with_logits(z, y, reduction="none")[:, 0]
    return (1 - ALPHA) * hard + ALPHA * T**2 * kl


def values(z):
    y, teacher = torch.tensor([[1.0, 0.0], [2.0, -1.0]]), torch.tensor([[0.5, 0.5], [1.5, -2.0]])
    return (1 - ALPHA) * ((z - y) ** 2).mean(1) + ALPHA * ((z - teacher) ** 2).mean(1)


if __name__ == "__main__":
    step("classes", [[0.5, -0.3, 0.1], [0.2, 0.4, -0.6]], classes)
    step("yes", [[0.5], [-0.4]], yes)
    step("values", [[0.5, -0.3], [0.2, 0.4]], values)
