"""Layers as several references write them out, on values by Regulus's names."""

import numpy as np
import torch
from torch.nn import functional

from trajectory import glorot, uniform


def dense(random, name, inputs, units):
    return {f"{name}/kernel": glorot(random, inputs, units), f"{name}/bias": uniform(random, (units,))}


def apply(run, name, x):
    return x @ run[f"{name}/kernel"] + run[f"{name}/bias"]


def agree(ours, theirs):
    """The formula and PyTorch's function are one."""
    assert torch.allclose(ours, theirs, rtol=1e-4 if ours.dtype == torch.float32 else 1e-10, atol=1e-5), "formula"
    return ours


def batch_norm(run, name, x, training, momentum, epsilon=1e-3, unbiased=False):
    scale, shift = run[f"{name}/scale"], run[f"{name}/shift"]
    if not training:
        mean, variance = run[f"{name}/mean"], run[f"{name}/variance"]
        return (x - mean) / torch.sqrt(variance + epsilon) * scale + shift
    axes = tuple(range(x.dim() - 1))
    n = x.numel() // x.shape[-1]
    mean = x.mean(axes)
    variance = ((x - mean) ** 2).mean(axes)
    moving = {"mean": mean, "variance": variance * n / (n - 1) if unbiased else variance}
    for statistic, batch in moving.items():
        old = run[f"{name}/{statistic}"]
        run.values[f"{name}/{statistic}"] = (momentum * old + (1 - momentum) * batch).detach()
    y = (x - mean) / torch.sqrt(variance + epsilon) * scale + shift
    return agree(y, functional.batch_norm(x.movedim(-1, 1), None, None, scale, shift, True, 0.0, epsilon).movedim(1, -1))


def conv(x, kernel):
    """VALID, stride 1, in NHWC."""
    return functional.conv2d(x.permute(0, 3, 1, 2), kernel.permute(3, 2, 0, 1)).permute(0, 2, 3, 1)


def statistics(name, channels):
    return {f"{name}/mean": np.zeros(channels, "<f4"), f"{name}/variance": np.ones(channels, "<f4")}


def norm(random, name, size):
    """A batch norm in the midst of training."""
    return {
        f"{name}/scale": (1 + uniform(random, (size,))).astype("<f4"),
        f"{name}/shift": uniform(random, (size,)),
        f"{name}/mean": uniform(random, (size,)),
        f"{name}/variance": (1 + uniform(random, (size,))).astype("<f4"),
    }
