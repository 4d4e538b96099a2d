#!/usr/bin/env python3
"""Writes the fixtures of convolutions and poolings in one dimension, dilated, depthwise, separable and transposed ones, of images made
larger, of products of layers, and of reshapes:
/usr/bin/python3 make_convolution_fixtures.py

Convolutions and poolings are PyTorch's own; how much is padded is Keras's, by its formulas, and where PyTorch has a padding of
the same meaning the two are compared before anything is written.
"""

import numpy as np
import torch
from torch.nn import functional as F

from layers import batch_norm, norm
from trajectory import Trajectory, adam, glorot, labels, rows, sgd, uniform, write


def pads(size, window, stride=1, dilation=1, padding="valid"):
    """Keras's padding of one direction: before, behind."""
    span = (window - 1) * dilation + 1
    if padding == "causal":
        return span - 1, 0
    if padding == "valid":
        return 0, 0
    needed = max(0, (-(-size // stride) - 1) * stride + span - size)
    return needed // 2, needed - needed // 2


def conv1d(x, kernel, bias=None, stride=1, dilation=1, padding="valid"):
    """x [rows, steps, features], kernel [window, features, filters]."""
    padded = F.pad(x.transpose(1, 2), pads(x.shape[1], kernel.shape[0], stride, dilation, padding))
    return F.conv1d(padded, kernel.permute(2, 1, 0), bias, stride=stride, dilation=dilation).transpose(1, 2)


def padded_image(x, window, strides, dilation, padding):
    """NCHW, with zeros around it."""
    down = pads(x.shape[1], window[0], strides[0], dilation[0], padding)
    right = pads(x.shape[2], window[1], strides[1], dilation[1], padding)
    return F.pad(x.permute(0, 3, 1, 2), (*right, *down))


def conv2d(x, kernel, bias=None, strides=(1, 1), dilation=(1, 1), padding="valid"):
    """x [rows, height, width, channels], kernel [height, width, channels, filters]."""
    padded = padded_image(x, kernel.shape, strides, dilation, padding)
    y = F.conv2d(padded, kernel.permute(3, 2, 0, 1), bias, stride=strides, dilation=dilation)
    return y.permute(0, 2, 3, 1)


def depthwise(x, kernel, bias=None, strides=(1, 1), dilation=(1, 1), padding="valid"):
    """kernel [height, width, channels, multiplier]: PyTorch's groups, one for each channel."""
    height, width, channels, multiplier = kernel.shape
    weight = kernel.permute(2, 3, 0, 1).reshape(channels * multiplier, 1, height, width)
    padded = padded_image(x, kernel.shape, strides, dilation, padding)
    y = F.conv2d(padded, weight, bias, stride=strides, dilation=dilation, groups=channels)
    return y.permute(0, 2, 3, 1)


def transposed(x, kernel, bias=None, strides=(1, 1), padding="valid", output_padding=None):
    """kernel [height, width, channels, filters]; Keras's size of the output, the whole of PyTorch's cut or filled with zeros to it."""
    y = F.conv_transpose2d(x.permute(0, 3, 1, 2), kernel.permute(2, 3, 0, 1), None, stride=strides)
    around = []
    for axis in (1, 0):
        size, window, stride = x.shape[axis + 1], kernel.shape[axis], strides[axis]
        if output_padding is None:
            wanted = size * stride + (max(window - stride, 0) if padding == "valid" else 0)
        else:
            wanted = (size - 1) * stride + window - 2 * (window // 2 if padding == "same" else 0) + output_padding[axis]
        # what the convolution of the output pads is cut off
        before = max((size - 1) * stride + window - wanted, 0) // 2
        around += [-before, wanted - y.shape[axis + 2] + before]
    y = F.pad(y, around)
    return (y if bias is None else y + bias[:, None, None]).permute(0, 2, 3, 1)


def larger(x, size, mode):
    """PyTorch's, whose bilinear interpolation has the centres of pixels at halves too."""
    corners = {} if mode == "nearest" else {"align_corners": False}
    return F.interpolate(x.permute(0, 3, 1, 2), scale_factor=size, mode=mode, **corners).permute(0, 2, 3, 1)


def agrees_with_torch():
    """Where PyTorch pads by name it does what Keras does."""
    torch.manual_seed(0)
    x = torch.randn(2, 9, 3, dtype=torch.float64)
    for window, dilation in ((3, 1), (4, 2), (2, 3)):
        module = torch.nn.Conv1d(3, 5, window, dilation=dilation, padding="same", dtype=torch.float64)
        theirs = module(x.transpose(1, 2)).transpose(1, 2)
        ours = conv1d(x, module.weight.permute(2, 1, 0), module.bias, dilation=dilation, padding="same")
        assert torch.allclose(theirs, ours)
    image = torch.randn(2, 7, 6, 3, dtype=torch.float64)
    module = torch.nn.Conv2d(3, 6, (2, 3), dilation=(3, 2), padding="same", groups=3, dtype=torch.float64)
    theirs = module(image.permute(0, 3, 1, 2)).permute(0, 2, 3, 1)
    kernel = module.weight.reshape(3, 2, 2, 3).permute(2, 3, 0, 1)
    assert torch.allclose(theirs, depthwise(image, kernel, module.bias, dilation=(3, 2), padding="same"))


def largest(run, x, axes):
    """The largest value over axes; how near the next one comes is noted, zeros of a ReLU apart."""
    flat = x.movedim(axes, tuple(range(len(axes)))).flatten(0, len(axes) - 1)
    top = flat.topk(2, dim=0).values
    gaps = (top[0] - top[1])[top[0] > 0] if (flat >= 0).all() else top[0] - top[1]
    run.near(gaps)
    return top[0]


def max_pool_steps(run, x, window, stride, padding):
    before, behind = pads(x.shape[1], window, stride, 1, padding)
    padded = F.pad(x.transpose(1, 2), (before, behind), value=float("-inf"))
    top = padded.unfold(2, window, stride).topk(2, dim=-1).values
    run.near((top[..., 0] - top[..., 1])[(top[..., 0] > 0) & torch.isfinite(top[..., 1])])
    return F.max_pool1d(padded, window, stride).transpose(1, 2)


def average_pool_steps(x, window, stride, padding):
    """What is padded is not counted."""
    around = pads(x.shape[1], window, stride, 1, padding)

    def sums(values):
        return F.avg_pool1d(F.pad(values.transpose(1, 2), around), window, stride).transpose(1, 2)

    return sums(x) / sums(torch.ones_like(x))


def layer(name, random, *shape, kernel="kernel"):
    """A kernel and a bias of the last dimension."""
    return {f"{name}/{kernel}": glorot(random, *shape), f"{name}/bias": uniform(random, shape[-1:])}


def l2(coefficient, *names):
    return lambda run: run.number(coefficient) * sum((run[name] ** 2).sum() for name in names)


def case(name, model, seed, input_shape, init, forward, **others):
    random = np.random.RandomState(seed)
    x = rows(random, *input_shape)
    return Trajectory(name, f"ConvolutionModels_{model}", x=x, y=labels(random, x, 3), init=init(random), forward=forward,
                      **others)


def steps_init(random):
    return {
        **layer("valid", random, 3, 2, 4),
        **layer("strided", random, 2, 4, 5),
        **layer("each", random, 5, 4),
        **layer("logits", random, 4, 3),
    }


def steps(run, x, training):
    x = run.relu(conv1d(x, run["valid/kernel"], run["valid/bias"]))
    x = max_pool_steps(run, x, 2, 2, "same")
    x = torch.tanh(conv1d(x, run["strided/kernel"], run["strided/bias"], stride=2, padding="same"))
    x = torch.tanh(x @ run["each/kernel"] + run["each/bias"])
    x = average_pool_steps(x, 3, 1, "same").mean(1)
    return x @ run["logits/kernel"] + run["logits/bias"]


def causal_init(random):
    return {
        **layer("near", random, 3, 3, 4),
        "far/kernel": glorot(random, 2, 4, 4),
        **norm(random, "far", 4),
        **layer("half", random, 3, 4, 5),
        **layer("logits", random, 5, 3),
    }


def causal(run, x, training):
    x = torch.tanh(conv1d(x, run["near/kernel"], run["near/bias"], padding="causal"))
    x = batch_norm(run, "far", conv1d(x, run["far/kernel"], dilation=3, padding="causal"), training, 0.99, 0.01)
    x = torch.tanh(conv1d(x, run["half/kernel"], run["half/bias"], stride=2, padding="causal"))
    return largest(run, x, (1,)) @ run["logits/kernel"] + run["logits/bias"]


def dilated_steps_init(random):
    return {
        **layer("same", random, 4, 2, 4),
        **layer("valid", random, 3, 4, 3),
        **layer("each", random, 3, 4),
        **layer("logits", random, 16, 3),
    }


def dilated_steps(run, x, training):
    x = torch.tanh(conv1d(x, run["same/kernel"], run["same/bias"], dilation=2, padding="same"))
    x = torch.tanh(conv1d(x, run["valid/kernel"], run["valid/bias"], dilation=3))
    x = torch.tanh(x @ run["each/kernel"] + run["each/bias"])
    return x.reshape(-1, 16) @ run["logits/kernel"] + run["logits/bias"]


def dilated_init(random):
    return {
        **layer("same", random, 2, 3, 1, 4),
        **layer("valid", random, 3, 3, 4, 5),
        **layer("logits", random, 5, 3),
    }


def dilated(run, x, training):
    x = torch.tanh(conv2d(x, run["same/kernel"], run["same/bias"], dilation=(3, 2), padding="same"))
    x = run.relu(conv2d(x, run["valid/kernel"], run["valid/bias"], dilation=(2, 2)))
    return largest(run, x, (1, 2)) @ run["logits/kernel"] + run["logits/bias"]


def depthwise_init(random):
    return {
        "strided/kernel": glorot(random, 3, 3, 2, 2),
        "strided/bias": uniform(random, (4,)),
        "dilated/kernel": glorot(random, 2, 2, 4, 1),
        "dilated/bias": uniform(random, (4,)),
        "valid/kernel": glorot(random, 2, 3, 4, 3),
        **layer("logits", random, 24, 3),
    }


def depthwise_net(run, x, training):
    x = torch.tanh(depthwise(x, run["strided/kernel"], run["strided/bias"], strides=(2, 2), padding="same"))
    x = torch.tanh(depthwise(x, run["dilated/kernel"], run["dilated/bias"], dilation=(2, 2), padding="same"))
    x = depthwise(x, run["valid/kernel"])
    return x.reshape(len(x), -1) @ run["logits/kernel"] + run["logits/bias"]


def separable_init(random):
    return {
        "strided/depthwise_kernel": glorot(random, 3, 3, 2, 2),
        "strided/pointwise_kernel": glorot(random, 1, 1, 4, 4),
        **norm(random, "strided", 4),
        "dilated/depthwise_kernel": glorot(random, 2, 2, 4, 1),
        **layer("dilated", random, 1, 1, 4, 5, kernel="pointwise_kernel"),
        **layer("logits", random, 5, 3),
    }


def separable(run, x, training):
    x = depthwise(x, run["strided/depthwise_kernel"], strides=(2, 2), padding="same")
    x = batch_norm(run, "strided", conv2d(x, run["strided/pointwise_kernel"]), training, 0.99, 0.01)
    x = depthwise(x, run["dilated/depthwise_kernel"], dilation=(2, 2))
    x = torch.tanh(conv2d(x, run["dilated/pointwise_kernel"], run["dilated/bias"]))
    return x.reshape(len(x), -1) @ run["logits/kernel"] + run["logits/bias"]


def reshaped_init(random):
    return {
        **layer("image", random, 2, 6, 4),
        **layer("conv", random, 2, 2, 3, 4),
        **layer("logits", random, 4, 3),
    }


def reshaped(run, x, training):
    x = torch.tanh(conv1d(x.reshape(-1, 4, 6), run["image/kernel"], run["image/bias"]))
    x = torch.tanh(conv2d(x.reshape(-1, 2, 2, 3), run["conv/kernel"], run["conv/bias"]))
    return x.reshape(-1, 4) @ run["logits/kernel"] + run["logits/bias"]


def decoder_init(random):
    return {
        **layer("same", random, 3, 3, 2, 4),
        "valid/kernel": glorot(random, 3, 2, 4, 3),
        **norm(random, "valid", 3),
        **layer("near", random, 3, 3, 3, 3),
        **layer("smooth", random, 3, 3, 3, 2),
        **layer("even", random, 2, 4, 2, 2),
        **layer("logits", random, 11 * 15 * 2, 3),
    }


def decoder(run, x, training):
    x = torch.tanh(transposed(x, run["same/kernel"], run["same/bias"], (2, 2), "same"))
    x = transposed(x, run["valid/kernel"], None, (2, 1), "valid", (1, 0))
    x = batch_norm(run, "valid", x, training, 0.99, 0.01)
    x = larger(torch.tanh(conv2d(x, run["near/kernel"], run["near/bias"], strides=(3, 3))), (2, 3), "nearest")
    x = larger(torch.tanh(conv2d(x, run["smooth/kernel"], run["smooth/bias"], strides=(2, 2))), (2, 2), "bilinear")
    x = torch.tanh(transposed(x, run["even/kernel"], run["even/bias"], (2, 2), "same", (1, 1)))
    return x.reshape(len(x), -1) @ run["logits/kernel"] + run["logits/bias"]


def merged_init(random):
    return {
        **layer("features", random, 3, 4, 5),
        **layer("gate", random, 5, 5),
        **layer("each", random, 6, 4),
        **layer("left", random, 5, 4),
        **layer("right", random, 16, 4),
        **layer("logits", random, 17, 3),
    }


def merged(run, x, training):
    def dense(name, values):
        return values @ run[f"{name}/kernel"] + run[f"{name}/bias"]

    features = torch.tanh(conv1d(x, run["features/kernel"], run["features/bias"], padding="same"))
    gate = torch.sigmoid(dense("gate", features.mean(1)))
    scaled = features * gate[:, None, :]
    each = torch.tanh(dense("each", scaled.transpose(1, 2)))
    mixed = torch.einsum("bsf,bfe->bse", scaled, each)
    cosines = torch.einsum("bsf,bsg->bfg", F.normalize(mixed, dim=1, eps=1e-7), F.normalize(x, dim=1, eps=1e-7))
    flat = cosines.reshape(len(x), -1)
    left, right = dense("left", gate), torch.tanh(dense("right", flat))
    return dense("logits", torch.cat((flat, (left * right).sum(1, keepdim=True)), 1))


CASES = [
    case("conv1d", "Steps", 1, (11, 2), steps_init, steps),
    case("conv1d_causal", "Causal", 17, (9, 3), causal_init, causal, optimizer=adam(0.01),
         statistics=("far/mean", "far/variance"),
         penalty=l2(0.01, "near/kernel", "far/kernel", "half/kernel", "logits/kernel")),
    case("conv1d_dilated", "DilatedSteps", 3, (10, 2), dilated_steps_init, dilated_steps,
         optimizer=sgd(0.1, momentum=0.9)),
    case("conv_dilated", "Dilated", 17, (7, 6, 1), dilated_init, dilated),
    case("depthwise", "Depthwise", 5, (6, 5, 2), depthwise_init, depthwise_net, optimizer=adam(0.01),
         penalty=l2(0.01, "strided/kernel", "dilated/kernel", "valid/kernel", "logits/kernel")),
    case("separable", "Separable", 6, (6, 5, 2), separable_init, separable, optimizer=adam(0.01, weight_decay=0.1),
         statistics=("strided/mean", "strided/variance"),
         decayed=("strided/depthwise_kernel", "strided/pointwise_kernel", "dilated/depthwise_kernel",
                  "dilated/pointwise_kernel", "logits/kernel")),
    case("decoder", "Decoder", 8, (3, 4, 2), decoder_init, decoder, optimizer=sgd(0.02),
         statistics=("valid/mean", "valid/variance"),
         penalty=l2(0.01, "same/kernel", "valid/kernel", "near/kernel", "smooth/kernel", "even/kernel", "logits/kernel")),
    case("merged", "Merged", 9, (6, 4), merged_init, merged),
    case("reshape", "Reshaped", 7, (4, 3, 2), reshaped_init, reshaped),
]

if __name__ == "__main__":
    agrees_with_torch()
    write(CASES, __file__.rsplit("/", 1)[-1])
