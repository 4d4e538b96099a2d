"""Keras 3's update rules, and the paper's of LAMB, written out on tensors. `number` makes a scalar of the run's precision.

Run by itself, the script holds the rules whose formula PyTorch has too against torch.optim.
"""

from types import SimpleNamespace

import torch


class Optimizer:
    """Keeps a dict of state tensors per parameter; `step` is 1 in the first step."""

    def __init__(self, annotation, number):
        self.learning_rate = number(annotation.learningRate)
        self.number = number
        self.annotation = annotation
        self.state = {}
        self.near = lambda distances: None  # to be told of distances from a point where a rule jumps
        self.decaying = set()  # names of parameters whose decay the rule itself takes

    def element(self, name):
        return self.number(getattr(self.annotation, name))

    def slot(self, parameter, name, like):
        return self.state.setdefault((parameter, name), torch.zeros_like(like))

    def decayed(self, w):
        """Decoupled decay, before the update."""
        return w - self.learning_rate * self.element("weightDecay") * w

    def updated(self, parameter, w, g, step):
        raise NotImplementedError


class Sgd(Optimizer):
    def updated(self, parameter, w, g, step):
        if self.annotation.momentum == 0:
            return w - self.learning_rate * g
        momentum = self.element("momentum")
        v = momentum * self.slot(parameter, "velocity", w) - self.learning_rate * g
        self.state[parameter, "velocity"] = v
        return w + momentum * v - self.learning_rate * g if self.annotation.nesterov else w + v


class Adam(Optimizer):
    def updated(self, parameter, w, g, step):
        beta1, beta2 = self.element("beta1"), self.element("beta2")
        m = beta1 * self.slot(parameter, "m", w) + (1 - beta1) * g
        v = beta2 * self.slot(parameter, "v", w) + (1 - beta2) * g**2
        self.state[parameter, "m"], self.state[parameter, "v"] = m, v
        if getattr(self.annotation, "amsgrad", False):
            v = torch.maximum(self.slot(parameter, "largest", w), v)
            self.state[parameter, "largest"] = v
        correction = torch.sqrt(1 - beta2**step) / (1 - beta1**step)
        return w - self.learning_rate * correction * m / (torch.sqrt(v) + self.element("epsilon"))


class RmsProp(Optimizer):
    def updated(self, parameter, w, g, step):
        rho = self.element("rho")
        v = rho * self.slot(parameter, "v", w) + (1 - rho) * g**2
        self.state[parameter, "v"] = v
        if self.annotation.centered:
            mean = rho * self.slot(parameter, "mean", w) + (1 - rho) * g
            self.state[parameter, "mean"] = mean
            v = v - mean**2
        change = self.learning_rate * g / torch.sqrt(v + self.element("epsilon"))
        if self.annotation.momentum > 0:
            change = self.element("momentum") * self.slot(parameter, "momentum", w) + change
            self.state[parameter, "momentum"] = change
        return w - change


class Lion(Optimizer):
    def updated(self, parameter, w, g, step):
        beta1, beta2 = self.element("beta1"), self.element("beta2")
        m = self.slot(parameter, "m", w)
        direction = beta1 * m + (1 - beta1) * g
        self.near(direction[direction != 0])  # a unit that is off has no gradient, and stays where it is
        self.state[parameter, "m"] = beta2 * m + (1 - beta2) * g
        return w - self.learning_rate * torch.sign(direction)


class Lamb(Optimizer):
    """The decay is part of r, which is scaled to the size of the parameter."""

    def updated(self, parameter, w, g, step):
        beta1, beta2 = self.element("beta1"), self.element("beta2")
        m = beta1 * self.slot(parameter, "m", w) + (1 - beta1) * g
        v = beta2 * self.slot(parameter, "v", w) + (1 - beta2) * g**2
        self.state[parameter, "m"], self.state[parameter, "v"] = m, v
        r = m / (1 - beta1**step) / (torch.sqrt(v / (1 - beta2**step)) + self.element("epsilon"))
        if parameter in self.decaying:
            r = r + self.element("weightDecay") * w
        of_weight, of_step = torch.linalg.norm(w), torch.linalg.norm(r)
        trust = of_weight / of_step if of_weight > 0 and of_step > 0 else 1
        return w - self.learning_rate * trust * r


class Nadam(Optimizer):
    def next_product(self, product, now, later):
        return product * later

    def momentum(self, step):
        return self.element("beta1") * (1 - 0.5 * self.number(0.96) ** (step * self.element("momentumDecay")))

    def updated(self, parameter, w, g, step):
        beta1, beta2 = self.element("beta1"), self.element("beta2")
        m = beta1 * self.slot(parameter, "m", w) + (1 - beta1) * g
        v = beta2 * self.slot(parameter, "v", w) + (1 - beta2) * g**2
        self.state[parameter, "m"], self.state[parameter, "v"] = m, v
        now, later = self.momentum(step), self.momentum(step + 1)
        product = torch.stack([self.momentum(t) for t in range(1, step + 1)]).prod()
        mean = later * m / (1 - self.next_product(product, now, later)) + (1 - now) * g / (1 - product)
        return w - self.learning_rate * mean / (torch.sqrt(v / (1 - beta2**step)) + self.element("epsilon"))


class Adagrad(Optimizer):
    def updated(self, parameter, w, g, step):
        start = self.element("initialAccumulator") * torch.ones_like(w)
        s = self.state.get((parameter, "s"), start) + g**2
        self.state[parameter, "s"] = s
        return w - self.learning_rate * g / torch.sqrt(s + self.element("epsilon"))


RULES = {
    "Sgd": Sgd, "Adam": Adam, "AdamW": Adam, "RmsProp": RmsProp, "Lion": Lion, "Lamb": Lamb, "Nadam": Nadam,
    "Adagrad": Adagrad,
}


def optimizer(annotation, number):
    return RULES[type(annotation).__name__](annotation, number)


class NadamOfPyTorch1(Nadam):
    """Before PyTorch 2 the momentum of a step was multiplied into the next product twice."""

    def next_product(self, product, now, later):
        return product * now * later


def compare():
    """The rules against torch.optim. Where epsilon stands elsewhere there it is too small to matter."""
    numbers = SimpleNamespace
    nadam = NadamOfPyTorch1 if torch.__version__.startswith("1.") else Nadam
    for rule, theirs in [
        (nadam(numbers(learningRate=0.02, beta1=0.8, beta2=0.99, epsilon=1e-3, momentumDecay=0.004), torch.tensor),
         lambda p: torch.optim.NAdam(p, lr=0.02, betas=(0.8, 0.99), eps=1e-3, momentum_decay=0.004)),
        (nadam(numbers(learningRate=0.02, beta1=0.9, beta2=0.999, epsilon=1e-7, momentumDecay=1.0), torch.tensor),
         lambda p: torch.optim.NAdam(p, lr=0.02, eps=1e-7, momentum_decay=1)),
        (Adam(numbers(learningRate=0.02, beta1=0.8, beta2=0.7, epsilon=1e-14, amsgrad=True), torch.tensor),
         lambda p: torch.optim.Adam(p, lr=0.02, betas=(0.8, 0.7), eps=1e-14, amsgrad=True)),
        (Adagrad(numbers(learningRate=0.1, initialAccumulator=0.1, epsilon=1e-14), torch.tensor),
         lambda p: torch.optim.Adagrad(p, lr=0.1, initial_accumulator_value=0.1, eps=1e-14)),
    ]:
        torch.manual_seed(1)
        weight = torch.nn.Parameter(torch.randn(5, 3))
        goal, own = torch.randn(5, 3), weight.detach().clone()
        their_rule = theirs([weight])
        for step in range(1, 26):
            weight.grad = (1 + step % 3) * (weight.detach() - goal) ** 3  # of sizes that go up and down
            own = rule.updated("w", own, weight.grad.clone(), step)
            their_rule.step()
            assert torch.allclose(own, weight.detach(), rtol=1e-9, atol=1e-9), (type(rule).__name__, step)


if __name__ == "__main__":
    torch.set_default_dtype(torch.float64)
    compare()
