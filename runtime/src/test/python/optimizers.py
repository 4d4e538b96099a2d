"""Keras 3's update rules, written out on tensors. `number` makes a scalar of the run's precision."""

import torch


class Optimizer:
    """Keeps a dict of state tensors per parameter; `step` is 1 in the first step."""

    def __init__(self, annotation, number):
        self.learning_rate = number(annotation.learningRate)
        self.number = number
        self.annotation = annotation
        self.state = {}

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


RULES = {"Sgd": Sgd, "Adam": Adam, "AdamW": Adam, "RmsProp": RmsProp}


def optimizer(annotation, number):
    return RULES[type(annotation).__name__](annotation, number)
