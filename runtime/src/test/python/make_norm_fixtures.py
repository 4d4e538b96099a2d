#!/usr/bin/env python3
"""Writes the fixtures of norms: /usr/bin/python3 make_norm_fixtures.py

Each formula is written out and held against PyTorch's own function where it has one.
"""

from types import SimpleNamespace

import numpy as np
import torch
from torch.nn import functional
from torch.nn.utils.spectral_norm import SpectralNorm

from layers import agree, batch_norm, conv, statistics
from trajectory import Trajectory, glorot, labels, rows, sgd, uniform, write


def layer_norm(x, scale, shift, epsilon):
    mean = x.mean(-1, keepdim=True)
    variance = ((x - mean) ** 2).mean(-1, keepdim=True)
    y = scale * (x - mean) / torch.sqrt(variance + epsilon) + shift
    return agree(y, functional.layer_norm(x, x.shape[-1:], scale, shift, epsilon))


def group_norm(x, groups, scale, shift, epsilon):
    """Over the places and the group's channels of x, [rows, ..., channels]."""
    parts = []
    size = x.shape[-1] // groups
    axes = tuple(range(1, x.dim()))
    for group in range(groups):
        part = x[..., group * size : (group + 1) * size]
        mean = part.mean(axes, keepdim=True)
        variance = ((part - mean) ** 2).mean(axes, keepdim=True)
        parts.append((part - mean) / torch.sqrt(variance + epsilon))
    y = torch.cat(parts, -1) * scale + shift
    theirs = functional.group_norm(x.movedim(-1, 1), groups, scale, shift, epsilon).movedim(1, -1)
    return agree(y, theirs)


def instance_norm(x, scale, shift, epsilon):
    """Each channel of each row over its places."""
    axes = tuple(range(1, x.dim() - 1))
    mean = x.mean(axes, keepdim=True)
    variance = ((x - mean) ** 2).mean(axes, keepdim=True)
    y = scale * (x - mean) / torch.sqrt(variance + epsilon) + shift
    theirs = functional.instance_norm(x.movedim(-1, 1), weight=scale, bias=shift, eps=epsilon).movedim(1, -1)
    return agree(y, theirs)


def rms_norm(x, scale, epsilon):
    return x / torch.sqrt((x**2).mean(-1, keepdim=True) + epsilon) * scale


def near_one(random, size):
    return (1 + uniform(random, (size,), 0.3)).astype("<f4")


def images(seed, filters, window, norm, activation=torch.tanh, moving=()):
    """A convolution and its norm, an activation, the mean over the image, and a dense layer."""
    random = np.random.RandomState(seed)
    x = rows(random, 4, 4, 2)
    init = {
        "block/kernel": glorot(random, window, window, 2, filters),
        "block/scale": near_one(random, filters),
        "block/shift": uniform(random, (filters,)),
    }
    if moving:
        init |= statistics("block", filters)
    init |= {"logits/kernel": glorot(random, filters, 3), "logits/bias": uniform(random, (3,))}

    def forward(run, x, training):
        block = activation(norm(run, conv(x, run["block/kernel"]), training)).mean((1, 2))
        return block @ run["logits/kernel"] + run["logits/bias"]

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward, statistics=tuple(moving))


def steps(seed, units, norm, bias=False, shift=True, moving=()):
    """A dense layer with its norm on each step, tanh, and a dense layer on all of them."""
    random = np.random.RandomState(seed)
    x = rows(random, 4, 3)
    init = {"each/kernel": glorot(random, 3, units)}
    if bias:
        init["each/bias"] = uniform(random, (units,))
    init["each/scale"] = near_one(random, units)
    if shift:
        init["each/shift"] = uniform(random, (units,))
    if moving:
        init |= statistics("each", units)
    init |= {"logits/kernel": glorot(random, 4 * units, 3), "logits/bias": uniform(random, (3,))}

    def forward(run, x, training):
        each = x @ run["each/kernel"]
        each = each + run["each/bias"] if bias else each
        each = torch.tanh(norm(run, each, training))
        return each.reshape(-1, 4 * units) @ run["logits/kernel"] + run["logits/bias"]

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward, statistics=tuple(moving))


def layer_rows():
    random = np.random.RandomState(1)
    x = rows(random, 8)
    init = {
        "hidden/kernel": glorot(random, 8, 6),
        "hidden/scale": near_one(random, 6),
        "hidden/shift": uniform(random, (6,)),
        "logits/kernel": glorot(random, 6, 3),
        "logits/bias": uniform(random, (3,)),
    }

    def forward(run, x, training):
        hidden = layer_norm(x @ run["hidden/kernel"], run["hidden/scale"], run["hidden/shift"], 1e-5)
        return torch.tanh(hidden) @ run["logits/kernel"] + run["logits/bias"]

    def penalty(run):
        return run.number(0.003) * sum((run[name] ** 2).sum() for name in init)

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward, penalty=penalty)


def weight_norm(v, g):
    """g * v / ||v||, over every axis but the last."""
    flat = v.reshape(-1, v.shape[-1])
    return agree(v * (g / torch.sqrt((flat**2).sum(0))), torch._weight_norm(v, g, v.dim() - 1))


def lengths(kernel):
    """Of each unit, and not the value a run starts with anyway."""
    return 0.8 * np.sqrt((kernel.reshape(-1, kernel.shape[-1]) ** 2).sum(0)).astype("<f4")


def weight_rows():
    random = np.random.RandomState(9)
    x = rows(random, 8)
    hidden, logits = glorot(random, 8, 6), glorot(random, 6, 3)
    init = {
        "hidden/kernel": hidden,
        "hidden/gain": lengths(hidden),
        "hidden/scale": near_one(random, 6),
        "hidden/shift": uniform(random, (6,)),
        "logits/kernel": logits,
        "logits/gain": lengths(logits),
        "logits/bias": uniform(random, (3,)),
    }

    def forward(run, x, training):
        hidden = x @ weight_norm(run["hidden/kernel"], run["hidden/gain"])
        hidden = torch.tanh(layer_norm(hidden, run["hidden/scale"], run["hidden/shift"], 1e-5))
        return hidden @ weight_norm(run["logits/kernel"], run["logits/gain"]) + run["logits/bias"]

    def penalty(run):
        return run.number(0.01) * ((run["hidden/kernel"] ** 2).sum() + (run["logits/kernel"] ** 2).sum())

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward, penalty=penalty)


def weight_images():
    random = np.random.RandomState(10)
    x = rows(random, 4, 4, 2)
    kernel = glorot(random, 3, 3, 2, 5)
    init = {
        "block/kernel": kernel,
        "block/gain": lengths(kernel),
        "block/bias": uniform(random, (5,)),
        "logits/kernel": glorot(random, 5, 3),
        "logits/bias": uniform(random, (3,)),
    }

    def forward(run, x, training):
        block = conv(x, weight_norm(run["block/kernel"], run["block/gain"])) + run["block/bias"]
        return torch.tanh(block).mean((1, 2)) @ run["logits/kernel"] + run["logits/bias"]

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward)


def weight_steps():
    random = np.random.RandomState(12)
    x = rows(random, 6, 2)
    each, mean = glorot(random, 3, 2, 5), glorot(random, 2, 5, 4)
    init = {
        "each/kernel": each,
        "each/gain": lengths(each),
        "each/bias": uniform(random, (5,)),
        "mean/kernel": mean,
        "mean/gain": lengths(mean),
        "mean/bias": uniform(random, (4,)),
        "logits/kernel": glorot(random, 4, 3),
        "logits/bias": uniform(random, (3,)),
    }

    def conv1d(run, name, x, **how):
        """In PyTorch's layout: [rows, channels, steps], [filters, channels, window]."""
        kernel = weight_norm(run[f"{name}/kernel"], run[f"{name}/gain"]).permute(2, 1, 0)
        return torch.tanh(functional.conv1d(x, kernel, run[f"{name}/bias"], **how))

    def forward(run, x, training):
        each = conv1d(run, "each", x.permute(0, 2, 1))
        # causal: what a step sees lies before it
        mean = conv1d(run, "mean", functional.pad(each, (2, 0)), dilation=2).mean(2)
        return mean @ run["logits/kernel"] + run["logits/bias"]

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward)


def spectral_norm(run, name, training, iterations=1):
    """
    kernel / sigma, as the spectral_norm of PyTorch's utils computes it in training, where u moves; in inference sigma = ||M u||, for
    which PyTorch keeps the other vector.
    """
    kernel, u = run[f"{name}/kernel"], run[f"{name}/u"]
    matrix = kernel.reshape(-1, kernel.shape[-1])
    if not training:
        return kernel / torch.linalg.norm(matrix @ (u / torch.linalg.norm(u)))
    with torch.no_grad():
        for _ in range(iterations):
            v = matrix @ u
            v = v / torch.linalg.norm(v)
            u = matrix.T @ v
            u = u / torch.linalg.norm(u)
    normed = kernel / (v @ (matrix @ u))
    theirs = SimpleNamespace(weight_orig=matrix.T, weight_u=run[f"{name}/u"].clone(), weight_v=torch.empty_like(v))
    weight = SpectralNorm("weight", iterations, dim=0).compute_weight(theirs, do_power_iteration=True)
    run.values[f"{name}/u"] = agree(u, theirs.weight_u)
    return agree(normed, weight.T.reshape(kernel.shape))


def vector(random, size):
    """Of any length, as moving averages of such vectors are."""
    return random.standard_normal(size).astype("<f4")


def spectral_rows():
    random = np.random.RandomState(15)
    x = rows(random, 8)
    init = {
        "hidden/kernel": glorot(random, 8, 6),
        "hidden/u": vector(random, 6),
        "hidden/bias": uniform(random, (6,)),
        "logits/kernel": glorot(random, 6, 3),
        "logits/u": vector(random, 3),
        "logits/bias": uniform(random, (3,)),
    }

    def forward(run, x, training):
        hidden = torch.tanh(x @ spectral_norm(run, "hidden", training) + run["hidden/bias"])
        return hidden @ spectral_norm(run, "logits", training, 2) + run["logits/bias"]

    def penalty(run):
        return run.number(0.01) * ((run["hidden/kernel"] ** 2).sum() + (run["logits/kernel"] ** 2).sum())

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward, penalty=penalty,
                statistics=("hidden/u", "logits/u"))


def spectral_images():
    random = np.random.RandomState(16)
    x = rows(random, 4, 4, 2)
    init = {
        "block/kernel": glorot(random, 3, 3, 2, 5),
        "block/u": vector(random, 5),
        "block/bias": uniform(random, (5,)),
        "logits/kernel": glorot(random, 5, 3),
        "logits/bias": uniform(random, (3,)),
    }

    def forward(run, x, training):
        block = conv(x, spectral_norm(run, "block", training)) + run["block/bias"]
        return torch.tanh(block).mean((1, 2)) @ run["logits/kernel"] + run["logits/bias"]

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward, statistics=("block/u",))


def spectral_steps():
    """Used twice in a step, iterated once."""
    random = np.random.RandomState(17)
    x = rows(random, 6, 2)
    init = {
        "each/kernel": glorot(random, 3, 2, 2),
        "each/u": vector(random, 2),
        "each/bias": uniform(random, (2,)),
        "logits/kernel": glorot(random, 2, 3),
        "logits/bias": uniform(random, (3,)),
    }

    def forward(run, x, training):
        kernel = spectral_norm(run, "each", training).permute(2, 1, 0)
        each = x.permute(0, 2, 1)
        for _ in range(2):
            each = torch.tanh(functional.conv1d(each, kernel, run["each/bias"]))
        return each.mean(2) @ run["logits/kernel"] + run["logits/bias"]

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward, statistics=("each/u",))


KEPT = ("kept/kernel", "kept/scale", "kept/shift", "kept/mean", "kept/variance")


def frozen():
    """The layer in the middle is a fixed function, its norm that of inference."""
    random = np.random.RandomState(11)
    x = rows(random, 8)
    init = {
        "first/kernel": glorot(random, 8, 6),
        "first/bias": uniform(random, (6,)),
        "kept/kernel": glorot(random, 6, 5),
        "kept/scale": near_one(random, 5),
        "kept/shift": uniform(random, (5,)),
        "kept/mean": uniform(random, (5,)),
        "kept/variance": near_one(random, 5),
        "logits/kernel": glorot(random, 5, 3),
        "logits/bias": uniform(random, (3,)),
    }

    def forward(run, x, training):
        first = torch.tanh(x @ run["first/kernel"] + run["first/bias"])
        kept = batch_norm(run, "kept", first @ run["kept/kernel"], False, None)
        return torch.tanh(kept) @ run["logits/kernel"] + run["logits/bias"]

    def penalty(run):
        return run.number(0.01) * ((run["first/kernel"] ** 2).sum() + (run["logits/kernel"] ** 2).sum())

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward, penalty=penalty, statistics=KEPT, still=KEPT)


def layer(run, x, training):
    return layer_norm(x, run["block/scale"], run["block/shift"], 0.01)


def groups(run, x, training):
    return group_norm(x, 3, run["block/scale"], run["block/shift"], 1e-3)


def group_steps(run, x, training):
    return group_norm(x, 2, run["each/scale"], run["each/shift"], 0.02)


def instances(run, x, training):
    return instance_norm(x, run["block/scale"], run["block/shift"], 1e-3)


def instance_steps(run, x, training):
    return instance_norm(x, run["each/scale"], run["each/shift"], 0.02)


def rms(run, x, training):
    return rms_norm(x, run["each/scale"], 0.01)


def batch(run, x, training):
    return batch_norm(run, "each", x, training, 0.9)


def batch_unbiased(run, x, training):
    return batch_norm(run, "each", x, training, 0.9, unbiased=True)


def image_unbiased(run, x, training):
    return batch_norm(run, "block", x, training, 0.8, unbiased=True)


EACH = ("each/mean", "each/variance")
BLOCK = ("block/mean", "block/variance")

CASES = [
    Trajectory("layernorm_rows", "NormModels_LayerRows", **layer_rows(), optimizer=sgd(0.2)),
    Trajectory("layernorm_images", "NormModels_LayerImages", **images(2, 5, 2, layer), optimizer=sgd(0.2)),
    Trajectory("groupnorm_images", "NormModels_GroupImages", **images(3, 6, 2, groups), optimizer=sgd(0.2)),
    Trajectory("groupnorm_steps", "NormModels_GroupSteps", **steps(4, 4, group_steps), optimizer=sgd(0.2)),
    Trajectory("instancenorm_images", "NormModels_InstanceImages", **images(13, 5, 2, instances), optimizer=sgd(0.2)),
    Trajectory("instancenorm_steps", "NormModels_InstanceSteps", **steps(14, 4, instance_steps), optimizer=sgd(0.2)),
    Trajectory("rmsnorm_steps", "NormModels_RmsSteps", **steps(5, 5, rms, bias=True, shift=False)),
    Trajectory("batchnorm_steps", "NormModels_BatchSteps", **steps(6, 5, batch, moving=EACH)),
    Trajectory("batchnorm_steps_unbiased", "NormModels_BatchStepsUnbiased", **steps(7, 5, batch_unbiased, moving=EACH)),
    Trajectory("weightnorm_rows", "NormModels_WeightRows", **weight_rows()),
    Trajectory("weightnorm_images", "NormModels_WeightImages", **weight_images()),
    Trajectory("weightnorm_steps", "NormModels_WeightSteps", **weight_steps()),
    Trajectory("spectralnorm_rows", "NormModels_SpectralRows", **spectral_rows()),
    Trajectory("spectralnorm_images", "NormModels_SpectralImages", **spectral_images()),
    Trajectory("spectralnorm_steps", "NormModels_SpectralSteps", **spectral_steps()),
    Trajectory("frozen", "NormModels_Frozen", **frozen(), optimizer=sgd(0.1, weight_decay=0.1),
               decayed=("first/kernel", "logits/kernel")),
    Trajectory("batchnorm_images_unbiased", "NormModels_BatchImagesUnbiased",
               **images(8, 4, 3, image_unbiased, activation=functional.silu, moving=BLOCK)),
]

if __name__ == "__main__":
    write(CASES, __file__.rsplit("/", 1)[-1])
