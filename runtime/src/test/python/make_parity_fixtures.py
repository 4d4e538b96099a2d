#!/usr/bin/env python3
"""Writes the parity fixtures: what every kind of Regulus model must compute, step by step.

    /usr/bin/python3 make_parity_fixtures.py            all fixtures, and the Java model classes that go with them
    /usr/bin/python3 make_parity_fixtures.py --search   changes nothing: the first good seed of each case

The truth is computed here and nowhere else: 25 training steps in float64, with PyTorch's tensors and autograd alone. Updates,
batch norm, padding and losses are written out by hand after the Javadoc of io.regulus.annotations (Keras 3's meaning). Made
with Debian 12's Python 3.11.2, PyTorch 1.13.0 and NumPy 1.24.2; a second run gives the same bytes.

Per case one file runtime/src/test/resources/parity/<case>.safetensors:

    x            all rows, batch after batch: [rows, features] or [rows, height, width, channels]
    y            labels: I64 [rows] of classifiers, F32 [rows, outputs] of regressors
    init/<name>  parameters and statistics before the first step, under Regulus's names; float32 numbers, so nothing is rounded
    end/<name>   the same after 25 steps
    loss         [25] data loss of each step's batch, in training mode and before the step
    penalty      [25] L1 and L2 penalty before each step
    predict      the end network on the first batch, in inference mode: [rows, classes] softmax probabilities of a classifier,
                 [rows, 1] sigmoid probability of a binary classifier, [rows, outputs] values of a regressor
    __metadata__ case; batchSize, the largest; batchSizes, the 25 of them; steps; seed; annotations, those of the class;
                 java, the model class

Every case is computed once more in float32. The script fails where that comes out farther than 5e-6 from the truth, or where a
value comes so near to a kink (ReLU, maximum, |w|, |error|) that rounding could choose the other side: such a case would test
luck. It needs another seed, or milder settings.

When these fixtures were first made, Keras 3.15.1 on TensorFlow 2.21.0 (float32) was trained on them as well: all cases but
dense_batchnorm_unbiased, which Keras does not have, came out within 5e-6.
"""

import sys
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

import annotations as a
from cases import CASES
from models import STEPS, java_holder
from network import Net
from optimizers import Lamb, optimizer
from safetensors_file import encode

TEST = Path(__file__).resolve().parent.parent
FIXTURES = TEST / "resources/parity"
JAVA = TEST / "java/io/regulus/parity/ParityModels.java"

DEVIATION = 5e-6  # allowed between float32 and float64; the Java tests allow 1e-5
KINK = 5e-6  # nearest allowed distance to a kink
FOLDER_BYTES = 1_600_000


@dataclass
class Trained:
    """What 25 steps leave behind."""

    losses: list
    penalties: list
    end: dict
    predictions: np.ndarray
    kink: float


def draw(case):
    """Rows, labels (by a noisy random teacher) and initial values of a case."""
    random = np.random.RandomState(case.seed)
    rows = sum(case.batch_sizes)
    x = random.standard_normal((rows, *case.input)).astype("<f4")
    outputs = getattr(case.task, "classes", getattr(case.task, "outputs", 1))
    flat = x.reshape(rows, -1).astype("<f8")
    teacher = random.standard_normal((flat.shape[1], outputs)) / flat.shape[1] ** 0.5
    answers = flat @ teacher + 0.5 * random.standard_normal((rows, outputs))
    if isinstance(case.task, a.Classifier):
        y = answers.argmax(1).astype("<i8")
    elif isinstance(case.task, a.BinaryClassifier):
        y = (answers[:, 0] > 0).astype("<i8")
    else:
        y = (2 * np.tanh(answers)).astype("<f4")
    net = Net(case, torch.float64, random=random)
    net.forward(torch.tensor(x[:2], dtype=torch.float64), training=False)
    return x, y, {name: value.numpy().astype("<f4") for name, value in net.values.items()}


def train(case, x, y, init, dtype):
    """Order of a step: gradients, decoupled decay, update, proximal step."""
    net = Net(case, dtype, init)
    rule = optimizer(case.optimizer, net.number)
    rule.near = net.near
    # LAMB decays in its own step, all others before it
    decayed = () if isinstance(rule, Lamb) else net.decayed()
    rule.decaying = net.decayed()
    x = torch.tensor(x, dtype=dtype)
    y = torch.tensor(y) if y.dtype == "<i8" else torch.tensor(y, dtype=dtype)
    losses, penalties = [], []
    bounds = np.cumsum((0, *case.batch_sizes))
    for step, (first, end) in enumerate(zip(bounds, bounds[1:]), start=1):
        names = net.trained()
        for name in names:
            net.values[name].requires_grad_()
        loss = net.loss(net.forward(x[first:end], training=True), y[first:end])
        total = loss + net.penalty(proximal=False)
        gradients = torch.autograd.grad(total, [net.values[name] for name in names])
        with torch.no_grad():
            losses.append(loss.item())
            penalties.append(net.penalty(proximal=True).item())
            for name, gradient in zip(names, gradients):
                w = net.values[name].detach()
                w = rule.decayed(w) if name in decayed else w
                net.values[name] = rule.updated(name, w, gradient, step)
            for name, penalty in net.penalised():
                if getattr(penalty, "proximal", False):
                    w = net.values[name]
                    threshold = rule.learning_rate * net.number(penalty.value)
                    net.values[name] = w.sign() * torch.clamp(w.abs() - threshold, min=0)
    kink = net.kink  # of training; inference has no gradients
    predictions = net.predict(x[: case.batch_sizes[0]]).detach().numpy()
    end = {name: value.detach().numpy() for name, value in net.values.items()}
    return Trained(losses, penalties, end, predictions, kink)


def deviations(truth, other):
    """Largest relative deviation of losses, penalties, end tensors (in norm) and predictions (in norm)."""

    def elements(one, two):
        return max(abs(p - q) / abs(p) if p else abs(q) for p, q in zip(one, two))

    def norm(one, two):
        return np.linalg.norm(one - two) / np.linalg.norm(one)

    return (
        elements(truth.losses, other.losses),
        elements(truth.penalties, other.penalties),
        max(norm(truth.end[name], other.end[name]) for name in truth.end),
        norm(truth.predictions, other.predictions),
    )


def problems(case, init, truth, differences):
    """Why the case would be no good test; empty if it is one."""
    found = []
    if max(differences) > DEVIATION:
        found.append(f"float32 deviates by {max(differences):.1e}")
    if truth.kink < KINK:
        found.append(f"{truth.kink:.1e} from a kink")
    if truth.end.keys() != init.keys():
        found.append("the names changed")
    for name, value in truth.end.items():
        size = np.linalg.norm(value)
        if size < 0.15 or np.linalg.norm(value - init[name]) < 1e-3 * size:
            found.append(f"{name} is nearly zero or hardly moved")
    if case.penalty and min(truth.penalties) <= 0:
        found.append("no penalty")
    if getattr(case.penalty, "proximal", False) and sum((value == 0).sum() for value in truth.end.values()) < 5:
        found.append("the proximal step made hardly any zeros")
    return found


def fixture(case, x, y, init, truth):
    """The fixture's bytes."""
    tensors = {"x": x, "y": y}
    tensors |= {f"init/{name}": value for name, value in init.items()}
    tensors |= {f"end/{name}": value.astype("<f4") for name, value in truth.end.items()}
    tensors["loss"] = np.array(truth.losses, "<f4")
    tensors["penalty"] = np.array(truth.penalties, "<f4")
    tensors["predict"] = truth.predictions.astype("<f4")
    metadata = {
        "case": case.name,
        "batchSize": str(max(case.batch_sizes)),
        "batchSizes": ",".join(map(str, case.batch_sizes)),
        "steps": str(STEPS),
        "seed": str(case.seed),
        "annotations": "\n".join(one.java() for one in case.annotations),
        "java": case.java(),
    }
    return encode(tensors, metadata)


def compute(case):
    x, y, init = draw(case)
    truth = train(case, x, y, init, torch.float64)
    differences = deviations(truth, train(case, x, y, init, torch.float32))
    return x, y, init, truth, differences


def search():
    for case in CASES:
        for seed in range(1, 200):
            _, _, init, truth, differences = compute(replace(case, seed=seed))
            if not problems(case, init, truth, differences):
                print(f"{case.name}: {seed}" + ("" if seed == case.seed else f", not {case.seed}"))
                break


def write():
    print(f"{'case':26}{'first loss':>11}{'last':>8}{'loss':>9}{'penalty':>9}{'end':>9}{'predict':>9}{'kink':>9}{'bytes':>8}")
    FIXTURES.mkdir(parents=True, exist_ok=True)
    wrong = []
    for case in CASES:
        x, y, init, truth, differences = compute(case)
        content = fixture(case, x, y, init, truth)
        (FIXTURES / f"{case.name}.safetensors").write_bytes(content)
        losses = f"{truth.losses[0]:11.4f}{truth.losses[-1]:8.4f}"
        print(f"{case.name:26}{losses}" + "".join(f"{d:9.1e}" for d in (*differences, truth.kink)) + f"{len(content):8}")
        wrong += [f"{case.name}: {problem}" for problem in problems(case, init, truth, differences)]
    for path in FIXTURES.glob("*.safetensors"):
        # those that name their model class belong to another script
        if path.stem not in {case.name for case in CASES} and b'"model":' not in path.read_bytes():
            path.unlink()
    JAVA.write_text(java_holder(CASES, Path(__file__).name))
    total = sum((FIXTURES / f"{case.name}.safetensors").stat().st_size for case in CASES)
    print(f"{len(CASES)} fixtures, {total} bytes")
    if total > FOLDER_BYTES:
        wrong.append(f"the folder has more than {FOLDER_BYTES} bytes")
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    search() if sys.argv[1:] == ["--search"] else write()
