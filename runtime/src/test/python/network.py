"""The network of a case: its parameters, forward pass, data loss and penalty, on PyTorch's autograd.

Every number of an annotation becomes a scalar of the run's precision first, as the generated graph does it; so a float32 run
shows what float32 costs.
"""

import torch
import torch.nn.functional as F

import annotations as a
from annotations import ActivationFunction as Function

_KINKED = (Function.RELU, Function.LEAKY_RELU, Function.SELU)
_TRAINED = {a.On.KERNEL: ("kernel",), a.On.BIAS: ("bias",), a.On.ALL: ("kernel", "bias", "scale", "shift")}


class Net:
    """
    values: name -> tensor, trained parameters and statistics; what is missing is drawn in the first forward pass
    kink: how near the values came to a point where a derivative jumps
    """

    def __init__(self, case, dtype, values=None, random=None):
        self.case = case
        self.dtype = dtype
        self.values = {name: torch.tensor(value, dtype=dtype) for name, value in (values or {}).items()}
        self.random = random
        self.kink = float("inf")

    def number(self, value):
        return torch.tensor(value, dtype=self.dtype)

    def trained(self):
        return [name for name in self.values if name.split("/")[1] in _TRAINED[a.On.ALL]]

    def near(self, distances):
        """Notes the distances of values from a kink."""
        if distances.numel():
            self.kink = min(self.kink, distances.detach().abs().min().item())

    # Forward pass

    def forward(self, x, training):
        """The network's output for rows x; in training also moves the statistics of the batch norms."""
        outputs = {"input": x}
        last = x
        for field in self.case.fields:
            source = field.find(a.From)
            names = () if source is None else source.value if isinstance(source.value, tuple) else (source.value,)
            last = self.field(field, [outputs[name] for name in names] or [last], training)
            outputs[field.name] = last
        return last

    def field(self, field, inputs, training):
        """One field; its operations run in the order of this method, whatever the order of the annotations."""
        if field.find(a.Add):
            inputs = [sum(inputs)]
        if field.find(a.Concat):
            inputs = [torch.cat(inputs, dim=-1)]
        (y,) = inputs

        layer, norm, activation = field.find(a.Dense, a.Conv2D), field.find(a.BatchNorm), field.find(a.Activation)
        if layer:
            y = self.dense(field.name, layer, y) if isinstance(layer, a.Dense) else self.conv(field.name, layer, y)
            if layer.useBias if "useBias" in layer.written else norm is None:
                y = y + self.parameter(f"{field.name}/bias", y.shape[-1:], 0.05, 0.5)
        if norm:
            y = self.batch_norm(field.name, norm, y, training)
        if activation:
            y = self.activate(activation.value, y, activation.negativeSlope)
        elif layer:
            y = self.activate(layer.activation, y, a.Activation.defaults["negativeSlope"])

        for kind, pool in ((a.MaxPool2D, self.max_pool), (a.AvgPool2D, self.avg_pool)):
            if field.find(kind):
                y = pool(field.find(kind), y)
        if field.find(a.GlobalAvgPool2D):
            y = y.mean(dim=(1, 2))
        if field.find(a.Flatten):
            y = y.flatten(1)
        return y

    def parameter(self, name, shape, low, high):
        """The parameter's value, at first drawn between low and high and rounded to float32."""
        if name not in self.values:
            drawn = torch.tensor(self.random.uniform(low, high, tuple(shape)), dtype=torch.float32)
            self.values[name] = drawn.to(self.dtype)
        return self.values[name]

    def kernel(self, name, shape, fan_in, fan_out):
        limit = (6 / (fan_in + fan_out)) ** 0.5
        return self.parameter(f"{name}/kernel", shape, -limit, limit)

    def dense(self, name, layer, x):
        x = x.flatten(1)
        return x @ self.kernel(name, (x.shape[1], layer.units), x.shape[1], layer.units)

    def conv(self, name, layer, x):
        window = _pair(layer.kernel)
        area, channels = window[0] * window[1], x.shape[-1]
        kernel = self.kernel(name, (*window, channels, layer.filters), area * channels, area * layer.filters)
        x = F.pad(_nchw(x), _padding(layer.padding, x, window, _pair(layer.strides)))
        return _nhwc(F.conv2d(x, kernel.permute(3, 2, 0, 1), stride=_pair(layer.strides)))

    def batch_norm(self, name, norm, x, training):
        features = x.shape[-1:]
        scale = self.parameter(f"{name}/scale", features, 0.5, 1.5)
        shift = self.parameter(f"{name}/shift", features, 0.05, 0.5)
        mean = self.parameter(f"{name}/mean", features, -0.5, 0.5)
        variance = self.parameter(f"{name}/variance", features, 0.5, 1.5)
        if training:
            moving, momentum = (mean, variance), self.number(norm.momentum)
            axes = tuple(range(x.dim() - 1))
            mean = x.mean(axes)
            variance = ((x - mean) ** 2).mean(axes)
            count = x.numel() // x.shape[-1]
            unbiased = norm.statistics is a.Statistics.UNBIASED
            kept = (mean, variance * (count / (count - 1)) if unbiased else variance)
            for statistic, old, new in zip(("mean", "variance"), moving, kept):
                self.values[f"{name}/{statistic}"] = (momentum * old + (1 - momentum) * new).detach()
        return scale * (x - mean) / torch.sqrt(variance + self.number(norm.epsilon)) + shift

    def activate(self, function, x, slope):
        if function in _KINKED:
            self.near(x)
        return {
            Function.LINEAR: lambda: x,
            Function.RELU: lambda: torch.relu(x),
            Function.LEAKY_RELU: lambda: torch.where(x >= 0, x, self.number(slope) * x),
            Function.ELU: lambda: F.elu(x),
            Function.SELU: lambda: F.selu(x),
            Function.GELU: lambda: F.gelu(x),
            Function.SILU: lambda: F.silu(x),
            Function.SIGMOID: lambda: torch.sigmoid(x),
            Function.TANH: lambda: torch.tanh(x),
            Function.SOFTPLUS: lambda: torch.logaddexp(x, torch.zeros_like(x)),
        }[function]()

    def max_pool(self, pool, x):
        window, strides = _pair(pool.pool), _pair(pool.strides or pool.pool)
        padded = F.pad(_nchw(x), _padding(pool.padding, x, window, strides), value=-torch.inf)
        two = _windows(padded, window, strides).topk(2).values
        gaps = two[..., 0] - two[..., 1]
        self.near(gaps[gaps > 0])  # equal values are zeros of a ReLU: no gradient passes whichever is taken
        return _nhwc(F.max_pool2d(padded, window, strides))

    def avg_pool(self, pool, x):
        window, strides = _pair(pool.pool), _pair(pool.strides or pool.pool)
        padding = _padding(pool.padding, x, window, strides)
        image = _nchw(x)
        total = F.avg_pool2d(F.pad(image, padding), window, strides)
        share = F.avg_pool2d(F.pad(torch.ones_like(image), padding), window, strides)  # of the window inside the image
        return _nhwc(total / share)

    # Task

    def loss(self, output, y):
        """The data loss."""
        task = self.case.task
        if isinstance(task, a.Regressor):
            error = output - y
            if task.loss is a.RegressionLoss.MSE:
                return (error**2).mean()
            if task.loss is a.RegressionLoss.MAE:
                self.near(error)
                return error.abs().mean()
            delta = self.number(task.delta)
            return torch.where(error.abs() <= delta, error**2 / 2, delta * (error.abs() - delta / 2)).mean()
        smoothing = self.number(task.labelSmoothing)
        if isinstance(task, a.BinaryClassifier):
            target = (1 - smoothing) * y.to(self.dtype)[:, None] + smoothing / 2
            return F.binary_cross_entropy_with_logits(output, target)
        target = (1 - smoothing) * F.one_hot(y, task.classes).to(self.dtype) + smoothing / task.classes
        return -(target * torch.log_softmax(output, dim=1)).sum(dim=1).mean()

    def predict(self, x):
        """Inference: probabilities of a classifier, values of a regressor."""
        output = self.forward(x, training=False)
        if isinstance(self.case.task, a.Classifier):
            return torch.softmax(output, dim=1)
        return torch.sigmoid(output) if isinstance(self.case.task, a.BinaryClassifier) else output

    # Penalty and decay

    def penalised(self):
        """(parameter, its penalty annotation) of every parameter under a penalty."""
        for field in self.case.fields:
            penalty = field.penalty or (None if field.find(a.ExcludeFromDecay) else self.case.penalty)
            for role in _TRAINED[penalty.on] if penalty else ():
                if f"{field.name}/{role}" in self.values:
                    yield f"{field.name}/{role}", penalty

    def penalty(self, proximal):
        """The sum of all penalties; without `proximal`, of those alone that the gradient sees."""
        total = self.number(0.0)
        for name, penalty in self.penalised():
            w = self.values[name]
            if isinstance(penalty, a.L2):
                total = total + self.number(penalty.value) * (w**2).sum()
            elif isinstance(penalty, a.ElasticNet):
                total = total + self.number(penalty.l1) * w.abs().sum() + self.number(penalty.l2) * (w**2).sum()
            elif proximal or not penalty.proximal:
                total = total + self.number(penalty.value) * w.abs().sum()
            if isinstance(penalty, a.ElasticNet) or isinstance(penalty, a.L1) and not penalty.proximal:
                self.near(w)
        return total

    def decayed(self):
        """Names of the parameters under decoupled decay."""
        if not getattr(self.case.optimizer, "weightDecay", 0):
            return set()
        fields = [field.name for field in self.case.fields if not field.find(a.ExcludeFromDecay)]
        return {f"{name}/{role}" for name in fields for role in _TRAINED[self.case.optimizer.decayOn]}


def _pair(size):
    return size if isinstance(size, tuple) else (size, size)


def _nchw(x):
    return x.permute(0, 3, 1, 2)


def _nhwc(x):
    return x.permute(0, 2, 3, 1)


def _windows(x, window, strides):
    return x.unfold(2, window[0], strides[0]).unfold(3, window[1], strides[1]).flatten(4)


def _padding(padding, x, window, strides):
    """(left, right, top, bottom) of TensorFlow's padding of an NHWC image: the odd one goes to the right and the bottom."""
    sides = []
    for axis in (1, 0) if padding is a.Padding.SAME else ():
        size, length, stride = x.shape[axis + 1], window[axis], strides[axis]
        total = max((-(-size // stride) - 1) * stride + length - size, 0)
        sides += [total // 2, total - total // 2]
    return sides or [0, 0, 0, 0]
