#!/usr/bin/env python3
"""Writes the fixtures of what a step does to weights beside the gradient: /usr/bin/python3 make_weight_fixtures.py"""

import numpy as np
import torch

from layers import batch_norm
from trajectory import Trajectory, _train, adam, glorot, labels, rows, sgd, uniform, write


def layers(random, *widths):
    """Names and values of a chain of dense layers: name, units, name, units .. behind the number of inputs."""
    inputs, init = widths[0], {}
    for name, units in zip(widths[1::2], widths[2::2]):
        init[f"{name}/kernel"] = glorot(random, inputs, units)
        init[f"{name}/bias"] = uniform(random, (units,))
        inputs = units
    return init


def chain(*names):
    def forward(run, x, training):
        for name in names[:-1]:
            x = run.relu(x @ run[f"{name}/kernel"] + run[f"{name}/bias"])
        return x @ run[f"{names[-1]}/kernel"] + run[f"{names[-1]}/bias"]

    return forward


def data(seed, *widths):
    random = np.random.RandomState(seed)
    x = rows(random, 8)
    return dict(x=x, y=labels(random, x, 3), init=layers(random, *widths))


# Decay groups


def groups():
    decayed = {"first/kernel": 0.5, "hidden/kernel": 1.0, "first/bias": 0.25, "hidden/bias": 0.25, "out/bias": 0.25}
    return Trajectory(
        "weights_groups", "WeightModels_Groups", **data(11, 8, "first", 10, "hidden", 10, "half", 10, "out", 3),
        forward=chain("first", "hidden", "half", "out"), optimizer=adam(0.01), decayed=decayed,
    )


# Factors of the learning rate


def layerwise():
    random = np.random.RandomState(12)
    x = rows(random, 8)
    init = {
        "first/kernel": glorot(random, 8, 10),
        "first/scale": 1 + uniform(random, (10,)),
        "first/shift": uniform(random, (10,)),
        "first/mean": np.zeros(10, "<f4"),
        "first/variance": np.ones(10, "<f4"),
    } | layers(random, 10, "second", 10, "out", 3)

    def forward(run, x, training):
        x = run.relu(batch_norm(run, "first", x @ run["first/kernel"], training, momentum=0.9))
        return chain("second", "out")(run, x, training)

    def rate(run, name):
        return {"first": run.number(0.7) ** 2, "second": run.number(0.7) * 0.5, "out": 1}[name.split("/")[0]]

    return Trajectory(
        "weights_layerwise", "WeightModels_Layerwise", x=x, y=labels(random, x, 3), init=init, forward=forward,
        statistics=("first/mean", "first/variance"), optimizer=adam(0.02, weight_decay=0.5), rate=rate,
        decayed=("first/kernel", "second/kernel", "out/kernel"),
    )


def factors():
    def rate(run, name):
        return {"hidden": 0.25, "logits": 2}[name.split("/")[0]]

    def penalty(run):
        return run.number(0.02) * run["hidden/kernel"].abs().sum()

    def clip(run, gradients):
        norm = torch.sqrt(sum((g**2).sum() for g in gradients.values()))
        return {name: g * 0.5 / torch.clamp(norm, min=0.5) for name, g in gradients.items()}

    def soften(run, names):
        w, threshold = run["hidden/kernel"], run.number(0.1) * 0.25 * run.number(0.02)
        run.values["hidden/kernel"] = torch.sign(w) * torch.clamp(w.abs() - threshold, min=0)

    return Trajectory(
        "weights_factors", "WeightModels_Factors", **data(13, 8, "hidden", 16, "logits", 3),
        forward=chain("hidden", "logits"), optimizer=sgd(0.1, momentum=0.9), rate=rate, penalty=penalty,
        smooth_penalty=lambda run: run.number(0.0), gradients=clip, after=soften,
    )


# Constraints. What they and soft thresholds do is continuous in the weights, so that no weight can be too near to their limits.


def unit_norms(w):
    """The norm of the weights into each output; of a vector that of the whole."""
    return torch.sqrt((w**2).sum(dim=tuple(range(max(w.dim() - 1, 1))), keepdim=True))


def max_norm(w, limit):
    """Keras's formula."""
    norms = unit_norms(w)
    return w * torch.clamp(norms, 0, limit) / (1e-7 + norms)


def max_norms():
    random = np.random.RandomState(15)
    x = rows(random, 6, 6, 1)
    init = {"conv/kernel": glorot(random, 3, 3, 1, 4), "conv/bias": uniform(random, (4,))}
    init |= layers(random, 64, "hidden", 8, "out", 3)

    def forward(run, x, training):
        filters = run["conv/kernel"].permute(3, 2, 0, 1)
        images = torch.nn.functional.conv2d(x.permute(0, 3, 1, 2), filters, run["conv/bias"])
        return chain("hidden", "out")(run, run.relu(images).permute(0, 2, 3, 1).reshape(-1, 64), training)

    def constrain(run, names):
        for name, limit in {"conv/kernel": 0.8, "out/kernel": 0.8, "hidden/kernel": 1.2, "hidden/bias": 1.2}.items():
            run.values[name] = max_norm(run[name], run.number(limit))

    return Trajectory(
        "weights_max_norm", "WeightModels_MaxNorms", x=x, y=labels(random, x, 3), init=init, forward=forward,
        optimizer=sgd(0.1, momentum=0.9), after=constrain,
    )


def unit_norm():
    def penalty(run):
        return run.number(0.5) * run["hidden/kernel"].abs().sum()

    def after(run, names):
        w, threshold = run["hidden/kernel"], run.number(0.01) * run.number(0.5)
        w = torch.sign(w) * torch.clamp(w.abs() - threshold, min=0)
        run.values["hidden/kernel"] = w / (1e-7 + unit_norms(w))

    return Trajectory(
        "weights_unit_norm", "WeightModels_UnitNorms", **data(16, 8, "hidden", 12, "out", 3),
        forward=chain("hidden", "out"), optimizer=adam(0.01), penalty=penalty,
        smooth_penalty=lambda run: run.number(0.0), after=after,
    )


# Moving averages


def average():
    random = np.random.RandomState(17)
    x = rows(random, 8)
    init = layers(random, 8, "first", 10)
    init |= {
        "norm/kernel": glorot(random, 10, 10),
        "norm/scale": 1 + uniform(random, (10,)),
        "norm/shift": uniform(random, (10,)),
        "norm/mean": np.zeros(10, "<f4"),
        "norm/variance": np.ones(10, "<f4"),
    } | layers(random, 10, "out", 3)

    def forward(run, x, training):
        w = run if training else run.state
        x = run.relu(x @ w["first/kernel"] + w["first/bias"])
        x = run.relu(batch_norm(w, "norm", x @ w["norm/kernel"], training, momentum=0.9))
        return x @ w["out/kernel"] + w["out/bias"]

    def follow(run, names):
        for name, value in run.values.items():
            start = torch.tensor(init[name], dtype=run.dtype)
            run.state[name] = run.number(0.8) * run.state.get(name, start) + (1 - run.number(0.8)) * value

    return Trajectory(
        "weights_average", "WeightModels_Average", x=x, y=labels(random, x, 3), init=init, forward=forward,
        statistics=("norm/mean", "norm/variance"), optimizer=adam(0.02), after=follow,
    )


CASES = [groups(), layerwise(), factors(), max_norms(), unit_norm(), average()]


def compare_with_torch():
    """Factors and coefficients by weight are what torch's optimizers take as groups of parameters."""
    case = Trajectory(
        "torch", "", **data(14, 8, "a", 6, "b", 3), forward=chain("a", "b"), optimizer=adam(0.01, epsilon=1e-12),
        decayed={"a/kernel": 0.3, "b/kernel": 0.1}, rate=lambda run, name: 0.2 if name.startswith("a") else 1,
    )
    for optimizer, make in (
        (adam(0.01, epsilon=1e-12), lambda groups: torch.optim.AdamW(groups, eps=1e-12)),
        (sgd(0.01, momentum=0.9), lambda groups: torch.optim.SGD(groups, lr=1, momentum=0.9)),
    ):
        plain = optimizer[0] == "Sgd"
        case.optimizer, case.decayed = optimizer, () if plain else {"a/kernel": 0.3, "b/kernel": 0.1}
        ours = _train(case, torch.float64)
        w = {name: torch.tensor(value, dtype=torch.float64, requires_grad=True) for name, value in case.init.items()}
        steps = make([
            {"params": [value], "lr": 0.01 * case.rate(None, name),
             "weight_decay": 0 if plain else case.decayed.get(name, 0)}
            for name, value in w.items()
        ])
        for start in range(0, len(case.x), case.batch):
            x = torch.tensor(case.x[start : start + case.batch], dtype=torch.float64)
            y = torch.tensor(case.y[start : start + case.batch])
            steps.zero_grad()
            hidden = torch.relu(x @ w["a/kernel"] + w["a/bias"])
            torch.nn.functional.cross_entropy(hidden @ w["b/kernel"] + w["b/bias"], y).backward()
            steps.step()
        for name, value in w.items():
            assert np.abs(value.detach().numpy() - ours.end[name]).max() < 1e-9, (optimizer, name)


def compare_constraints_with_torch():
    w = torch.tensor(np.random.RandomState(18).standard_normal((3, 3, 2, 5)))
    limit = unit_norms(w).median().item() + 0.01
    by_filter = torch.renorm(w.permute(3, 0, 1, 2), 2, 0, limit).permute(1, 2, 3, 0)
    assert (max_norm(w, limit) - by_filter).abs().max() < 1e-6
    assert (max_norm(w, limit) - w).abs().max() > 1e-2


def compare_averages_with_torch():
    """AveragedModel takes over the weights when it is first updated, which here is before the first step."""
    layer = torch.nn.Linear(3, 2)
    averaged = torch.optim.swa_utils.AveragedModel(layer, avg_fn=lambda a, w, n: 0.8 * a + 0.2 * w)
    averaged.update_parameters(layer)
    expected = layer.weight.detach().clone()
    for step in range(5):
        with torch.no_grad():
            layer.weight += 0.3 * step
        averaged.update_parameters(layer)
        expected = 0.8 * expected + (1 - 0.8) * layer.weight.detach()
    assert (averaged.module.weight - expected).abs().max() < 1e-6


def compare_means_with_torch():
    """AveragedModel as it is for SWA: the share of the k-th weights that are averaged is 1 / k, that of the first 1."""
    layer = torch.nn.Linear(3, 2)
    averaged = torch.optim.swa_utils.AveragedModel(layer)
    mean = torch.zeros(2, 3)
    for k in range(1, 6):
        with torch.no_grad():
            layer.weight += 0.3 * k
        averaged.update_parameters(layer)
        mean = (1 - 1 / k) * mean + layer.weight.detach() / k
        assert (averaged.module.weight - mean).abs().max() < 1e-6


if __name__ == "__main__":
    compare_with_torch()
    compare_constraints_with_torch()
    compare_averages_with_torch()
    compare_means_with_torch()
    write(CASES, __file__.rsplit("/", 1)[-1])
