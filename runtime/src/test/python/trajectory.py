"""A fixture of 25 training steps whose reference is written for the case alone, as functions on PyTorch's tensors.

A script of a family of techniques (its name starts with make_) describes its cases by `Trajectory` and calls `write`. The
reference must not follow Regulus's code: it says the formula of the paper or of Keras in float64, on autograd. The files are
those of make_parity_fixtures.py, with the class of the Java model in their metadata under "model"; the model classes are written
by hand, in runtime/src/test/java/io/regulus/parity.

Every case is computed once more in float32. `write` fails where that comes out farther than 5e-6 from the truth, where a weight
hardly moves, or where a value comes nearer than 5e-6 to a kink that the case reports by `near`: such a case would test luck, and
needs another seed.
"""

from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Callable

import numpy as np
import torch

from optimizers import RULES
from safetensors_file import encode

FIXTURES = Path(__file__).resolve().parent.parent / "resources/parity"
STEPS = 25
DEVIATION = 5e-6
KINK = 5e-6


def sgd(learning_rate=0.1, momentum=0.0, nesterov=False, weight_decay=0.0):
    return "Sgd", SimpleNamespace(
        learningRate=learning_rate, momentum=momentum, nesterov=nesterov, weightDecay=weight_decay
    )


def adam(learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-3, weight_decay=0.0):
    """Adam, and AdamW where a weight decay is given; epsilon is far above the default, so that its place shows."""
    return "AdamW", SimpleNamespace(
        learningRate=learning_rate, beta1=beta1, beta2=beta2, epsilon=epsilon, weightDecay=weight_decay
    )


class Run:
    """
    One computation of a case in one precision; what the functions of a case are given.

    values: name -> tensor, parameters and statistics, under Regulus's names
    state: whatever a case keeps from step to step
    step: 1 in the first step
    """

    def __init__(self, values, dtype):
        self.dtype = dtype
        self.values = {name: torch.tensor(value, dtype=dtype) for name, value in values.items()}
        self.state = {}
        self.step = 0
        self.kink = float("inf")

    def __getitem__(self, name):
        return self.values[name]

    def number(self, value):
        """A number of an annotation, rounded as the graph rounds it."""
        return torch.tensor(value, dtype=self.dtype)

    def near(self, distances):
        """Notes the distances of values from a point where a derivative jumps."""
        if distances.numel():
            self.kink = min(self.kink, distances.detach().abs().min().item())

    def relu(self, x):
        self.near(x)
        return torch.relu(x)


def _mean_cross_entropy(run, outputs, y):
    return torch.nn.functional.cross_entropy(outputs, y)


def _no_penalty(run):
    return run.number(0.0)


@dataclass
class Trajectory:
    """
    name: of the fixture, lower case
    model: simple name of the Java model class, as in "SequenceModels_LstmPlain"
    x, y: all rows, 25 batches of `batch` rows; float32 or int64; a dict by name where there are several inputs or outputs,
        and forward, loss and predict are given dicts then
    row_weights: float32, what the rows count in the loss; in run.row_weights while a step is computed
    init: name -> float32 array, in the order in which Regulus declares the parameters
    forward: (run, x, training) -> outputs; moves statistics, which are assigned to run.values, in training
    loss: (run, outputs, y) -> mean data loss
    penalty: run -> penalty, as reported; all of it is minimised by gradient unless `smooth_penalty` says otherwise
    optimizer: of sgd() or adam()
    statistics: names in init that no gradient changes
    decayed: names under decoupled decay; or name -> coefficient, where there are several
    gradients: (run, name -> gradient) -> the same, changed: clipping and the like
    after: (run, names) -> None, changes run.values after the update: constraints and the like
    rate: (run, name) -> factor of the learning rate in this step
    predict: outputs -> predictions
    """

    name: str
    model: str
    x: np.ndarray
    y: np.ndarray
    init: dict
    forward: Callable
    loss: Callable = _mean_cross_entropy
    penalty: Callable = _no_penalty
    smooth_penalty: Callable = None
    optimizer: tuple = field(default_factory=sgd)
    statistics: tuple = ()
    decayed: tuple = ()
    gradients: Callable = None
    after: Callable = None
    rate: Callable = None
    predict: Callable = lambda outputs: torch.softmax(outputs, dim=-1)
    batch: int = 8
    row_weights: np.ndarray = None
    still: tuple = ()  # names that may stay as they are
    rho: float = 0.0  # sharpness-aware: the data loss has its gradient at w + rho * g / |g|, g being that at w


def _tensor(array, dtype):
    if isinstance(array, dict):
        return {name: _tensor(one, dtype) for name, one in array.items()}
    return torch.tensor(array) if array.dtype.kind == "i" else torch.tensor(array, dtype=dtype)


def _rows(tensor, rows):
    return {name: one[rows] for name, one in tensor.items()} if isinstance(tensor, dict) else tensor[rows]


def _named(prefix, array):
    return {f"{prefix}/{name}": one for name, one in array.items()} if isinstance(array, dict) else {prefix: array}


def _train(case, dtype):
    run = Run(case.init, dtype)
    kind, numbers = case.optimizer
    rule = RULES[kind](numbers, run.number)
    base_rate = rule.learning_rate
    x, y = _tensor(case.x, dtype), _tensor(case.y, dtype)
    trained = [name for name in case.init if name not in case.statistics]
    losses, penalties = [], []
    for step in range(1, STEPS + 1):
        run.step = step
        rows = slice((step - 1) * case.batch, step * case.batch)
        for name in trained:
            run.values[name] = run.values[name].detach().requires_grad_()
        if case.row_weights is not None:
            run.row_weights = _tensor(case.row_weights, dtype)[rows]
        loss = case.loss(run, case.forward(run, _rows(x, rows), True), _rows(y, rows))
        smooth = (case.smooth_penalty or case.penalty)(run)
        if case.rho:
            found = _sharpness_aware(case, run, loss, smooth, _rows(x, rows), _rows(y, rows), trained)
        else:
            found = torch.autograd.grad(loss + smooth, [run.values[name] for name in trained], allow_unused=True)
        with torch.no_grad():
            losses.append(loss.item())
            penalties.append(case.penalty(run).item())
            gradients = {
                name: torch.zeros_like(run.values[name]) if gradient is None else gradient
                for name, gradient in zip(trained, found)
            }
            if case.gradients:
                gradients = case.gradients(run, gradients)
            for name in trained:
                rule.learning_rate = base_rate * (case.rate(run, name) if case.rate else 1)
                w = run.values[name].detach()
                w = _decayed(case, run, rule, name, w)
                run.values[name] = rule.updated(name, w, gradients[name], step)
            rule.learning_rate = base_rate
            if case.after:
                case.after(run, trained)
    kink = run.kink  # of training; inference has no gradients
    with torch.no_grad():
        told = case.predict(case.forward(run, _rows(x, slice(0, case.batch)), False))
        predictions = np.concatenate([one.numpy().ravel() for one in told.values()]) if isinstance(told, dict) else told.numpy()
    end = {name: value.detach().numpy() for name, value in run.values.items()}
    return SimpleNamespace(losses=losses, penalties=penalties, end=end, predictions=predictions, kink=kink)


def _sharpness_aware(case, run, loss, smooth, x, y, trained):
    """Foret et al. (2021), equations 1 to 3: the penalty is outside of the largest loss around w."""
    kept = dict(run.values)  # with the statistics that the run at w has moved
    weights = [kept[name] for name in trained]
    g = torch.autograd.grad(loss, weights, allow_unused=True)
    norm = torch.sqrt(sum((one**2).sum() for one in g if one is not None))
    for name, w, one in zip(trained, weights, g):
        if one is not None:
            run.values[name] = (w + run.number(case.rho) * one / norm).detach().requires_grad_()
    there = case.loss(run, case.forward(run, x, True), y)
    found = torch.autograd.grad(there, [run.values[name] for name in trained], allow_unused=True)
    run.values = kept
    of_penalty = torch.autograd.grad(smooth, weights, allow_unused=True) if smooth.requires_grad else [None] * len(trained)
    return [b if a is None else a if b is None else a + b for a, b in zip(found, of_penalty)]


def _decayed(case, run, rule, name, w):
    if name not in case.decayed:
        return w
    if isinstance(case.decayed, dict):
        return w - rule.learning_rate * run.number(case.decayed[name]) * w
    return rule.decayed(w)


def _deviation(one, two):
    size = np.linalg.norm(one)
    return np.linalg.norm(np.asarray(one) - np.asarray(two)) / size if size else np.linalg.norm(two)


def _problems(case, truth, other):
    found = []
    differences = [abs(a - b) / abs(a) for a, b in zip(truth.losses, other.losses)]
    differences += [abs(a - b) / abs(a) if a else abs(b) for a, b in zip(truth.penalties, other.penalties)]
    differences += [_deviation(truth.end[name], other.end[name]) for name in truth.end]
    differences += [_deviation(truth.predictions, other.predictions)]
    if max(differences) > DEVIATION:
        found.append(f"float32 deviates by {max(differences):.1e}")
    if truth.kink < KINK:
        found.append(f"{truth.kink:.1e} from a kink")
    if list(truth.end) != list(case.init):
        found.append("the names changed")
    for name, value in truth.end.items():
        size = np.linalg.norm(value)
        if name not in case.still and (size < 0.05 or np.linalg.norm(value - case.init[name]) < 1e-3 * size):
            found.append(f"{name} is nearly zero or hardly moved")
    return found


def write(cases, script):
    """Computes and writes the fixtures; ends the program with what is wrong with them, if anything is."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    wrong = []
    for case in cases:
        truth = _train(case, torch.float64)
        wrong += [f"{case.name}: {problem}" for problem in _problems(case, truth, _train(case, torch.float32))]
        tensors = _named("x", case.x) | _named("y", case.y)
        if case.row_weights is not None:
            tensors["row_weights"] = case.row_weights
        tensors |= {f"init/{name}": np.asarray(value, "<f4") for name, value in case.init.items()}
        tensors |= {f"end/{name}": value.astype("<f4") for name, value in truth.end.items()}
        tensors["loss"] = np.array(truth.losses, "<f4")
        tensors["penalty"] = np.array(truth.penalties, "<f4")
        tensors["predict"] = truth.predictions.astype("<f4")
        metadata = {
            "case": case.name,
            "batchSizes": ",".join([str(case.batch)] * STEPS),
            "model": f"io.regulus.parity.{case.model}Model",
            "script": script,
        }
        (FIXTURES / f"{case.name}.safetensors").write_bytes(encode(tensors, metadata))
        print(f"{case.name:26}{truth.losses[0]:10.4f}{truth.losses[-1]:10.4f}{truth.kink:10.1e}")
    if wrong:
        raise SystemExit("\n".join(wrong))


def rows(random, *shape):
    """Standard normal rows for 25 batches of 8."""
    return random.standard_normal((STEPS * 8, *shape)).astype("<f4")


def labels(random, x, classes):
    """Labels that a noisy random teacher gives to float rows."""
    flat = x.reshape(len(x), -1).astype("<f8")
    answers = flat @ random.standard_normal((flat.shape[1], classes)) / flat.shape[1] ** 0.5
    return (answers + 0.5 * random.standard_normal(answers.shape)).argmax(1).astype("<i8")


def uniform(random, shape, limit=0.5):
    return random.uniform(-limit, limit, shape).astype("<f4")


def glorot(random, *shape):
    """A kernel [.., inputs, outputs] as large as those that Regulus draws."""
    area = int(np.prod(shape[:-2]))
    return uniform(random, shape, (6 / (area * (shape[-2] + shape[-1]))) ** 0.5)
