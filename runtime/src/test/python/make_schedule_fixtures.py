#!/usr/bin/env python3
"""Writes what PyTorch's schedulers say of the learning rate: /usr/bin/python3 make_schedule_fixtures.py

schedules.csv   schedule, step, rate: 12 epochs of 5 steps from a rate of 0.5; what PyTorch has not is Keras's, written
                out: "cosine_warmup", CosineDecay(initial_learning_rate=0.1 * 0.5, warmup_target=0.5, alpha=0.05); the "polynomial_warmup"
                likewise, with the PolynomialDecay(end_learning_rate=0.05 * 0.5, power=1.5) behind it; "restarts_lower",
                CosineDecayRestarts(first_decay_steps=7.5, t_mul=1.5, m_mul=0.6, alpha=0.1)
plateau.csv     case, epoch, metric, rate: ReduceLROnPlateau after each epoch. Keras, whose meaning Regulus has, lowers the rate
                at patience bad epochs where PyTorch waits for one more, and ends a cooldown one epoch earlier.
"""

import math
from pathlib import Path

import numpy as np
import torch
from torch.optim import lr_scheduler as schedulers

FOLDER = Path(__file__).resolve().parent.parent / "resources/schedules"
RATE, EPOCHS, STEPS = 0.5, 12, 5


def optimizer():
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=RATE)


def walk(create, per_step):
    rule = optimizer()
    scheduler = create(rule)
    rates = []
    for _ in range(EPOCHS):
        for _ in range(STEPS):
            rates.append(rule.param_groups[0]["lr"])
            rule.step()
            if per_step and len(rates) < EPOCHS * STEPS:
                scheduler.step()
        if not per_step:
            scheduler.step()
    return rates


def averaging(create, start, **swa):
    """A schedule for the first epochs, then torch's SWALR, both stepped after every batch."""
    rule = optimizer()
    scheduler, rates = create(rule), []
    for step in range(EPOCHS * STEPS):
        if step == start * STEPS:
            scheduler = torch.optim.swa_utils.SWALR(rule, **swa)
        rates.append(rule.param_groups[0]["lr"])
        rule.step()
        scheduler.step()
    return rates


def cosine_warmup(step, warmup, decay, start, target, alpha):
    """Keras's CosineDecay, after its documentation."""
    if step < warmup:
        return start + (target - start) * step / warmup
    share = min(step - warmup, decay) / decay
    return target * ((1 - alpha) * 0.5 * (1 + math.cos(math.pi * share)) + alpha)


def polynomial_warmup(step, warmup, decay, start, target, alpha, power):
    """Keras's PolynomialDecay, after its documentation, behind the warm-up of its CosineDecay."""
    if step < warmup:
        return start + (target - start) * step / warmup
    share = min(step - warmup, decay) / decay
    return (target - alpha * target) * (1 - share) ** power + alpha * target


def restarts(step, first, t_mul, m_mul, alpha):
    """Keras's CosineDecayRestarts, after its documentation, run by run."""
    length, height = first, 1.0
    while step >= length:
        step, length, height = step - length, length * t_mul, height * m_mul
    return RATE * ((1 - alpha) * height * 0.5 * (1 + math.cos(math.pi * step / length)) + alpha)


def schedules():
    total = EPOCHS * STEPS
    return {
        "step": walk(lambda o: schedulers.StepLR(o, step_size=4, gamma=0.3), False),
        "multi_step": walk(lambda o: schedulers.MultiStepLR(o, milestones=[2, 3, 9], gamma=0.5), False),
        "exponential_staircase": walk(lambda o: schedulers.ExponentialLR(o, gamma=0.8), False),
        "exponential": walk(lambda o: schedulers.ExponentialLR(o, gamma=0.8 ** (1 / (2.5 * STEPS))), True),
        "cosine": walk(lambda o: schedulers.CosineAnnealingLR(o, T_max=total, eta_min=0.1 * RATE), True),
        "cosine_warmup": [
            cosine_warmup(step, 2 * STEPS, 8 * STEPS, 0.1 * RATE, RATE, 0.05) for step in range(total)
        ],
        "polynomial": walk(lambda o: schedulers.PolynomialLR(o, total_iters=total, power=2), True),
        "polynomial_warmup": [
            polynomial_warmup(step, 2 * STEPS, 8 * STEPS, 0.1 * RATE, RATE, 0.05, 1.5) for step in range(total)
        ],
        "restarts": walk(
            lambda o: schedulers.CosineAnnealingWarmRestarts(o, T_0=STEPS, T_mult=2, eta_min=0.1 * RATE), True
        ),
        "restarts_equal": walk(lambda o: schedulers.CosineAnnealingWarmRestarts(o, T_0=3 * STEPS), True),
        "restarts_lower": [restarts(step, 7.5, 1.5, 0.6, 0.1) for step in range(total)],
        "averaging": averaging(
            lambda o: schedulers.CosineAnnealingLR(o, T_max=total), 5, swa_lr=0.2 * RATE, anneal_epochs=3 * STEPS
        ),
        "averaging_linear": averaging(
            lambda o: schedulers.LambdaLR(o, lambda step: 1), 2, swa_lr=0.1 * RATE, anneal_epochs=10 * STEPS,
            anneal_strategy="linear",
        ),
        "averaging_at_once": averaging(
            lambda o: schedulers.LambdaLR(o, lambda step: 1), 3, swa_lr=0.5 * RATE, anneal_epochs=0
        ),
        "one_cycle": walk(
            lambda o: schedulers.OneCycleLR(
                o, max_lr=RATE, total_steps=total, pct_start=0.25, div_factor=10, final_div_factor=100,
                cycle_momentum=False,
            ),
            True,
        ),
    }


def plateau(mode, factor, patience, min_delta, cooldown, min_rate, seed):
    rule = optimizer()
    scheduler = schedulers.ReduceLROnPlateau(
        rule, mode=mode, factor=factor, patience=patience - 1, threshold=min_delta, threshold_mode="abs",
        cooldown=max(cooldown - 1, 0), min_lr=min_rate, eps=0,
    )
    random = np.random.RandomState(seed)
    metric, lines = 1.0, []
    for _ in range(40):
        metric += random.uniform(-0.12, 0.1) * (1 if mode == "min" else -1)
        scheduler.step(metric)
        lines.append((metric, rule.param_groups[0]["lr"]))
    assert len({rate for _, rate in lines}) > 2, "the rate hardly moved"
    return lines


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    with open(FOLDER / "schedules.csv", "w") as file:
        print("schedule,step,rate", file=file)
        for name, rates in schedules().items():
            for step, rate in enumerate(rates):
                print(f"{name},{step},{rate!r}", file=file)
    cases = {
        "falls": plateau("min", 0.5, 2, 0.05, 0, 0.0, 1),
        "rises": plateau("max", 0.2, 3, 0.0, 0, 0.01, 2),
        "cools": plateau("min", 0.5, 1, 0.02, 3, 0.0, 3),
    }
    with open(FOLDER / "plateau.csv", "w") as file:
        print("case,epoch,metric,rate", file=file)
        for name, lines in cases.items():
            for epoch, (metric, rate) in enumerate(lines, start=1):
                print(f"{name},{epoch},{metric!r},{rate!r}", file=file)


if __name__ == "__main__":
    main()
