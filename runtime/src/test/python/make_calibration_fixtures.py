"""Writes runtime/src/test/resources/calibration: probabilities with labels, and what NumPy and SciPy say of them.

The formulas are those of Guo et al., "On Calibration of Modern Neural Networks" (2017), in float64 over probabilities in float32, bin by
bin with masks. The temperature is found on the logits themselves, by a minimisation of the negative log-likelihood without its slope.
Run it from the root of the checkout: python runtime/src/test/python/make_calibration_fixtures.py
"""

from pathlib import Path

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import expit, log_softmax, softmax

FOLDER = Path(__file__).parents[1] / "resources" / "calibration"


def bins(confidence, hit, count):
    edges = np.linspace(0, 1, count + 1)
    found = []
    for low, high in zip(edges[:-1], edges[1:]):
        inside = (confidence > low) & (confidence <= high)
        if low == 0:
            inside |= confidence == 0
        found.append((inside.sum(), confidence[inside].mean() if inside.any() else np.nan, hit[inside].mean() if inside.any() else np.nan))
    return found


def errors(found):
    rows = np.array([n for n, _, _ in found])
    gaps = np.array([abs(h - c) if n else 0 for n, c, h in found])
    return (rows * gaps).sum() / rows.sum(), gaps.max()


def write(name, probabilities, labels, lines):
    with open(FOLDER / f"{name}.csv", "w") as file:
        for row, label in zip(probabilities, labels):
            file.write(",".join(repr(float(p)) for p in row) + f",{label}\n")
    with open(FOLDER / f"{name}_truth.csv", "w") as file:
        for key, value in lines:
            file.write(f"{key},{float(value)!r}\n")


def several(random):
    logits = random.normal(0, 1, (400, 4))
    truth = np.array([random.choice(4, p=softmax(row)) for row in logits])
    logits *= 2.5  # too sure
    p = softmax(logits, axis=1).astype(np.float32)
    q = p.astype(np.float64)
    hit = q.argmax(1) == truth
    lines = []
    for count in (1, 10, 15):
        found = bins(q.max(1), hit, count)
        expected, most = errors(found)
        lines += [(f"ece_{count}", expected), (f"mce_{count}", most)]
        if count == 15:
            for i, (n, c, h) in enumerate(found):
                lines += [(f"rows_{i}", n), (f"confidence_{i}", c), (f"hits_{i}", h)]
    lines.append(("brier", ((q - np.eye(4)[truth]) ** 2).sum(1).mean()))
    lines.append(("nll", -np.log(q[np.arange(400), truth]).mean()))
    lines.append(("accuracy", hit.mean()))
    fitted = minimize_scalar(
        lambda t: -log_softmax(logits / t, axis=1)[np.arange(400), truth].mean(), bounds=(0.05, 20), method="bounded", options={"xatol": 1e-10})
    lines += [("temperature", fitted.x), ("nll_at_temperature", fitted.fun)]
    write("several", p, truth, lines)


def two(random):
    logits = random.normal(0.3, 1.2, 300)
    truth = (random.uniform(size=300) < expit(logits)).astype(int)
    logits *= 0.4  # not sure enough
    p = expit(logits).astype(np.float32)
    q = p.astype(np.float64)
    lines = []
    for count in (1, 10, 15):
        expected, most = errors(bins(q, truth == 1, count))
        lines += [(f"ece_{count}", expected), (f"mce_{count}", most)]
    lines.append(("brier", ((q - truth) ** 2).mean()))
    lines.append(("nll", -np.log(np.where(truth == 1, q, 1 - q)).mean()))
    lines.append(("accuracy", ((q >= 0.5) == (truth == 1)).mean()))
    sign = 2 * truth - 1
    fitted = minimize_scalar(
        lambda t: np.logaddexp(0, -sign * logits / t).mean(), bounds=(0.05, 20), method="bounded", options={"xatol": 1e-10})
    lines += [("temperature", fitted.x), ("nll_at_temperature", fitted.fun)]
    write("two", p[:, None], truth, lines)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    several(np.random.default_rng(7))
    two(np.random.default_rng(8))
