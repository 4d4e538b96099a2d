#!/usr/bin/env python3
"""Writes the fixtures of blocks and of shared weights: /usr/bin/python3 make_block_fixtures.py"""

import numpy as np
import torch
import torch.nn.functional as F

import layers
from layers import norm
from trajectory import Trajectory, glorot, labels, rows, sgd, uniform, write


def conv(x, kernel, stride=1):
    """SAME padding: at a stride of 2 an even image gets its one row and column of zeros behind."""
    pad = (1, 1, 1, 1) if stride == 1 else (0, 1, 0, 1)
    return F.conv2d(F.pad(x, pad), kernel.permute(3, 2, 0, 1), stride=stride)


def batch_norm(run, name, x, training, momentum):
    """With the channels first, where there are several axes."""
    return layers.batch_norm(run, name, x.movedim(1, -1), training, momentum).movedim(-1, 1)


def statistics(init):
    return tuple(name for name in init if name.endswith(("/mean", "/variance")))


def stages(seed):
    random = np.random.RandomState(seed)
    x = rows(random, 4, 4, 2)
    init = {"stem/kernel": glorot(random, 3, 3, 2, 4), "stem/bias": uniform(random, (4,))}

    def stage(name, width):
        for i in range(2):
            init[f"{name}/{i}/narrow/kernel"] = glorot(random, 3, 3, width, width // 2)
            init.update(norm(random, f"{name}/{i}/narrow", width // 2))
            init[f"{name}/{i}/wide/kernel"] = glorot(random, 3, 3, width // 2, width)
            init.update(norm(random, f"{name}/{i}/wide", width))

    stage("stage1", 4)
    init |= {"down/kernel": glorot(random, 3, 3, 4, 6), "down/bias": uniform(random, (6,))}
    stage("stage2", 6)
    init |= {"logits/kernel": glorot(random, 6, 3), "logits/bias": uniform(random, (3,))}

    def residual(run, name, x, training):
        narrow = conv(x, run[f"{name}/narrow/kernel"])
        narrow = F.elu(batch_norm(run, f"{name}/narrow", narrow, training, 0.9))
        wide = batch_norm(run, f"{name}/wide", conv(narrow, run[f"{name}/wide/kernel"]), training, 0.9)
        return F.elu(x + wide)

    def forward(run, x, training):
        def biased(name, value):
            return torch.tanh(value + run[f"{name}/bias"].reshape(1, -1, 1, 1))

        x = biased("stem", conv(x.permute(0, 3, 1, 2), run["stem/kernel"]))
        x = residual(run, "stage1/1", residual(run, "stage1/0", x, training), training)
        x = biased("down", conv(x, run["down/kernel"], 2))
        x = residual(run, "stage2/1", residual(run, "stage2/0", x, training), training)
        return x.mean((2, 3)) @ run["logits/kernel"] + run["logits/bias"]

    def penalty(run):
        kernels = [f"stage1/{i}/{layer}/kernel" for i in range(2) for layer in ("narrow", "wide")]
        return run.number(0.01) * sum((run[name] ** 2).sum() for name in kernels)

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward, penalty=penalty, statistics=statistics(init))


def siamese():
    """The tower is called twice, on the one and then on the other, as in Keras a layer that is called twice."""
    random = np.random.RandomState(2)
    x = rows(random, 8)
    init = {
        "one/kernel": glorot(random, 8, 5),
        "one/bias": uniform(random, (5,)),
        "other/kernel": glorot(random, 8, 5),
        "other/bias": uniform(random, (5,)),
        "left/hidden/kernel": glorot(random, 5, 6),
        **norm(random, "left/hidden", 6),
        "left/code/kernel": glorot(random, 6, 4),
        "left/code/bias": uniform(random, (4,)),
        "logits/kernel": glorot(random, 8, 3),
        "logits/bias": uniform(random, (3,)),
    }

    def tower(run, x, training):
        hidden = torch.tanh(batch_norm(run, "left/hidden", x @ run["left/hidden/kernel"], training, 0.7))
        return torch.tanh(hidden @ run["left/code/kernel"] + run["left/code/bias"])

    def forward(run, x, training):
        one = torch.tanh(x @ run["one/kernel"] + run["one/bias"])
        other = torch.tanh(x @ run["other/kernel"] + run["other/bias"])
        left = tower(run, one, training)
        right = tower(run, other, training)
        return torch.cat((left, right), 1) @ run["logits/kernel"] + run["logits/bias"]

    def penalty(run):
        kernels = [name for name in init if name.endswith("/kernel")]
        return run.number(0.01) * sum((run[name] ** 2).sum() for name in kernels)

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward, penalty=penalty, statistics=statistics(init))


def two_sides(random):
    """A layer for each of two sides, and what joins them."""
    return {
        "one/kernel": glorot(random, 8, 5),
        "one/bias": uniform(random, (5,)),
        "other/kernel": glorot(random, 8, 5),
        "other/bias": uniform(random, (5,)),
    }


def sides(run, x):
    return [torch.tanh(x @ run[f"{name}/kernel"] + run[f"{name}/bias"]) for name in ("one", "other")]


def joined(run, sides):
    return torch.cat(sides, 1) @ run["logits/kernel"] + run["logits/bias"]


def frozen():
    """Keras's trainable = False is the layer's: both uses of it are those of inference, a block's as a field's."""
    random = np.random.RandomState(3)
    x = rows(random, 8)
    kept = {
        "left/hidden/kernel": glorot(random, 5, 6),
        **norm(random, "left/hidden", 6),
        "left/code/kernel": glorot(random, 6, 4),
        "left/code/bias": uniform(random, (4,)),
        "first/kernel": glorot(random, 4, 6),
        **norm(random, "first", 6),
    }
    init = two_sides(random) | kept | {"logits/kernel": glorot(random, 12, 3), "logits/bias": uniform(random, (3,))}

    def normed(run, name, x):
        return torch.tanh(batch_norm(run, name, x @ run[f"{name}/kernel"], False, 0.7))

    def way(run, side):
        code = torch.tanh(normed(run, "left/hidden", side) @ run["left/code/kernel"] + run["left/code/bias"])
        return normed(run, "first", code)

    def forward(run, x, training):
        return joined(run, [way(run, side) for side in sides(run, x)])

    def penalty(run):
        return run.number(0.01) * sum((run[f"{name}/kernel"] ** 2).sum() for name in ("one", "other", "logits"))

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward, penalty=penalty, statistics=tuple(kept),
                still=tuple(kept), decayed=("one/kernel", "other/kernel", "logits/kernel"))


def weight_normed():
    """Salimans and Kingma, 2016: g * v / ||v||, the same on both sides."""
    random = np.random.RandomState(4)
    x = rows(random, 8)
    kernel = glorot(random, 5, 6)
    init = two_sides(random) | {
        "left/kernel": kernel,
        "left/gain": (0.8 * np.sqrt((kernel**2).sum(0))).astype("<f4"),  # not what a run starts with anyway
        "left/bias": uniform(random, (6,)),
        "logits/kernel": glorot(random, 12, 3),
        "logits/bias": uniform(random, (3,)),
    }

    def forward(run, x, training):
        kernel = run["left/kernel"] * run["left/gain"] / torch.sqrt((run["left/kernel"] ** 2).sum(0))
        return joined(run, [torch.tanh(side @ kernel + run["left/bias"]) for side in sides(run, x)])

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward)


CASES = [
    Trajectory("block_stages", "BlockModels_Stages", **stages(15), optimizer=sgd(0.02)),
    Trajectory("block_siamese", "BlockModels_Siamese", **siamese(), optimizer=sgd(0.1)),
    Trajectory("block_frozen", "BlockModels_Frozen", **frozen(), optimizer=sgd(0.1, weight_decay=0.1)),
    Trajectory("block_weightnorm", "BlockModels_WeightNormed", **weight_normed(), optimizer=sgd(0.1)),
]

if __name__ == "__main__":
    write(CASES, __file__.rsplit("/", 1)[-1])
