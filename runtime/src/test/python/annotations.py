"""The annotations of io.regulus.annotations, mirrored: element names and defaults are those of the Java sources.

An annotation written here is both what the reference computes from and what is printed as Java, so the two cannot differ.
"""

from enum import Enum


class Annotation:
    """An annotation as written: every element is an attribute, with its default where it was not written."""

    required = ()
    defaults = {}

    def __init__(self, value=None, **written):
        if value is not None:
            written = {"value": value, **written}
        missing = set(self.required) - set(written)
        unknown = set(written) - set(self.required) - set(self.defaults)
        if missing or unknown:
            raise TypeError(f"@{type(self).__name__}: missing {missing}, unknown {unknown}")
        self.written = written
        for name, element in {**self.defaults, **written}.items():
            setattr(self, name, element)

    def java(self, name=None):
        """The annotation as Java source; `name` replaces the simple name."""
        name = name or type(self).__name__
        if not self.written:
            return f"@{name}"
        if list(self.written) == ["value"]:
            return f"@{name}({_java(self.value)})"
        elements = [f"{key} = {_java(element)}" for key, element in self.written.items()]
        if len(elements) > 1 and any(isinstance(element, tuple) for element in self.written.values()):
            return f"@{name}(\n" + ",\n".join(" " * 8 + element for element in elements) + ")"  # the formatter's way
        return f"@{name}({', '.join(elements)})"


def _java(element):
    if isinstance(element, bool):
        return "true" if element else "false"
    if isinstance(element, ActivationFunction):
        return element.name  # imported statically
    if isinstance(element, Enum):
        return f"{type(element).__name__}.{element.name}"
    if isinstance(element, str):
        return f'"{element}"'
    if isinstance(element, tuple):
        return "{" + ", ".join(map(_java, element)) + "}"
    return repr(element)


def _annotation(name, *required, **defaults):
    return type(name, (Annotation,), {"required": required, "defaults": defaults})


ActivationFunction = Enum("ActivationFunction", "LINEAR RELU LEAKY_RELU ELU SELU GELU SILU SIGMOID TANH SOFTPLUS")
On = Enum("On", "KERNEL BIAS ALL")
Padding = Enum("Padding", "VALID SAME")
RegressionLoss = Enum("RegressionLoss", "MSE MAE HUBER")
Statistics = Enum("Statistics", "BIASED UNBIASED")

Network = _annotation("Network", input=())

Classifier = _annotation("Classifier", "classes", labelSmoothing=0.0)
BinaryClassifier = _annotation("BinaryClassifier", labelSmoothing=0.0)
Regressor = _annotation("Regressor", outputs=1, loss=RegressionLoss.MSE, delta=1.0)

_DECAY = {"decayOn": On.KERNEL, "excludeFromDecay": ()}
Sgd = _annotation("Sgd", learningRate=0.01, momentum=0.0, nesterov=False, weightDecay=0.0, **_DECAY)
Adam = _annotation("Adam", learningRate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-7, amsgrad=False)
AdamW = _annotation("AdamW", learningRate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-7, amsgrad=False, weightDecay=0.004, **_DECAY)
RmsProp = _annotation("RmsProp", learningRate=0.001, rho=0.9, momentum=0.0, epsilon=1e-7, centered=False)
Lion = _annotation("Lion", learningRate=0.001, beta1=0.9, beta2=0.99, weightDecay=0.0, **_DECAY)
Lamb = _annotation("Lamb", learningRate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-7, weightDecay=0.0, **_DECAY)
Nadam = _annotation("Nadam", learningRate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-7, momentumDecay=1.0)
Adagrad = _annotation("Adagrad", learningRate=0.001, initialAccumulator=0.1, epsilon=1e-7)

L1 = _annotation("L1", "value", on=On.KERNEL, proximal=False)
L2 = _annotation("L2", "value", on=On.KERNEL)
ElasticNet = _annotation("ElasticNet", "l1", "l2", on=On.KERNEL)
ExcludeFromDecay = _annotation("ExcludeFromDecay")

From = _annotation("From", "value")
Add = _annotation("Add")
Concat = _annotation("Concat")
_LAYER = {"activation": ActivationFunction.LINEAR, "useBias": True}
Dense = _annotation("Dense", "units", **_LAYER)
Conv2D = _annotation("Conv2D", "filters", "kernel", strides=1, padding=Padding.VALID, **_LAYER)
BatchNorm = _annotation("BatchNorm", momentum=0.99, epsilon=1e-3, statistics=Statistics.BIASED)
Activation = _annotation("Activation", "value", negativeSlope=0.2)
MaxPool2D = _annotation("MaxPool2D", pool=2, strides=(), padding=Padding.VALID)
AvgPool2D = _annotation("AvgPool2D", pool=2, strides=(), padding=Padding.VALID)
GlobalAvgPool2D = _annotation("GlobalAvgPool2D")
Flatten = _annotation("Flatten")
