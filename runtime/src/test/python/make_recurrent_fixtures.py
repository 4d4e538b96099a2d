#!/usr/bin/env python3
"""Writes the fixtures of recurrent layers: /usr/bin/python3 make_recurrent_fixtures.py

Keras 3's formulas, step by step on autograd. Where PyTorch has the layer, `matches_torch` compares them with its module first.
"""

import numpy as np
import torch

from trajectory import STEPS, Trajectory, adam, glorot, labels, rows, sgd, uniform, write


def lstm(x, kernel, recurrent, bias, mask=None):
    """A step where the mask is false changes nothing."""
    units = recurrent.shape[0]
    h = torch.zeros(x.shape[0], units, dtype=x.dtype)
    c = torch.zeros_like(h)
    outputs = []
    for step in range(x.shape[1]):
        found = h, c
        i, f, g, o = (x[:, step] @ kernel + h @ recurrent + bias).chunk(4, dim=1)
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
        h = torch.sigmoid(o) * torch.tanh(c)
        if mask is not None:
            h, c = (torch.where(mask[:, step, None], new, old) for new, old in zip((h, c), found))
        outputs.append(h)
    return torch.stack(outputs, dim=1)


def gru(x, kernel, recurrent, bias, mask=None):
    """Resets after the product where the bias has two rows, else before. A step where the mask is false changes nothing."""
    units = recurrent.shape[0]
    after = bias.dim() == 2
    h = torch.zeros(x.shape[0], units, dtype=x.dtype)
    outputs = []
    for step in range(x.shape[1]):
        xz, xr, xh = (x[:, step] @ kernel + (bias[0] if after else bias)).chunk(3, dim=1)
        if after:
            hz, hr, hh = (h @ recurrent + bias[1]).chunk(3, dim=1)
            r = torch.sigmoid(xr + hr)
            candidate = torch.tanh(xh + r * hh)
        else:
            hz, hr = (h @ recurrent[:, : 2 * units]).chunk(2, dim=1)
            r = torch.sigmoid(xr + hr)
            candidate = torch.tanh(xh + (r * h) @ recurrent[:, 2 * units :])
        z = torch.sigmoid(xz + hz)
        new = z * h + (1 - z) * candidate
        h = new if mask is None else torch.where(mask[:, step, None], new, h)
        outputs.append(h)
    return torch.stack(outputs, dim=1)


def backward(layer, x, *weights, mask=None):
    return layer(x.flip(1), *weights, mask=None if mask is None else mask.flip(1)).flip(1)


def directions(layer, x, forward, back, mask):
    """Both directions side by side, 0 where the mask is false, as in Keras and in PyTorch's padded output."""
    one, other = layer(x, *forward, mask=mask), backward(layer, x, *back, mask=mask)
    return torch.cat([one, other], dim=2) * mask[:, :, None]


def matches_torch():
    """The formulas above against nn.LSTM and nn.GRU, both directions, whole and with sequences of different lengths."""
    lengths = torch.tensor([7, 2, 5, 1, 6])
    mask = torch.arange(7)[None] < lengths[:, None]
    generator = torch.Generator().manual_seed(0)
    x = torch.randn(5, 7, 3, dtype=torch.float64, generator=generator)
    for module, formula in ((torch.nn.LSTM, lstm), (torch.nn.GRU, gru)):
        torch.manual_seed(1)
        layer = module(3, 4, batch_first=True, bidirectional=True, dtype=torch.float64)

        def weights(suffix):
            kernel, recurrent, bias, other = (
                getattr(layer, f"{name}_l0{suffix}").detach().t()
                for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
            )
            if formula is lstm:
                return kernel, recurrent, bias + other
            order = [1, 0, 2]  # PyTorch's r, z, n

            def swap(w):
                return torch.cat([w.chunk(3, dim=-1)[part] for part in order], dim=-1)

            return swap(kernel), swap(recurrent), torch.stack([swap(bias), swap(other)])

        theirs = layer(x)[0].detach()
        ours = torch.cat([formula(x, *weights("")), backward(formula, x, *weights("_reverse"))], dim=2)
        assert torch.allclose(theirs, ours, rtol=0, atol=1e-12), module
        packed = torch.nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        theirs = torch.nn.utils.rnn.pad_packed_sequence(layer(packed)[0], batch_first=True)[0].detach()
        ours = directions(formula, x, weights(""), weights("_reverse"), mask)
        assert torch.allclose(theirs, ours, rtol=0, atol=1e-12), module


def parameters(random, prefix, gates, units, two_rows=False, field="encoder", features=3):
    width = gates * units
    return {
        f"{field}/{prefix}kernel": glorot(random, features, width),
        f"{field}/{prefix}recurrent_kernel": uniform(random, (units, width)),
        f"{field}/{prefix}bias": uniform(random, (2, width) if two_rows else (width,)),
    }


def case(seed, layer, units, forward, *, both=False, two_rows=False, width):
    random = np.random.RandomState(seed)
    x = rows(random, 6, 3)
    gates = 4 if layer is lstm else 3
    init = parameters(random, "", gates, units, two_rows)
    if both:
        init |= parameters(random, "backward_", gates, units, two_rows)
    init |= {"logits/kernel": glorot(random, width, 3), "logits/bias": uniform(random, (3,))}

    def outputs(run, x, training):
        return forward(run, x) @ run["logits/kernel"] + run["logits/bias"]

    return dict(x=x, y=labels(random, x, 3), init=init, forward=outputs)


def weights(run, prefix=""):
    return tuple(run[f"encoder/{prefix}{name}"] for name in ("kernel", "recurrent_kernel", "bias"))


def last(layer):
    return lambda run, x: layer(x, *weights(run))[:, -1]


def each(layer):
    return lambda run, x: layer(x, *weights(run)).reshape(x.shape[0], -1)


def ends(run, x):
    one, other = lstm(x, *weights(run)), backward(lstm, x, *weights(run, "backward_"))
    return torch.cat([one[:, -1], other[:, 0]], dim=1)


def mean(run, x):
    both = gru(x, *weights(run)) + backward(gru, x, *weights(run, "backward_"))
    return (both / 2).reshape(x.shape[0], -1)


def words(seed, features, forward, parameters, width):
    """Ids of which a part is padding, at the end and within; the last word of a vocabulary of 8 is rare."""
    random = np.random.RandomState(seed)
    x = (8 * random.uniform(size=(STEPS * 8, 6)) ** 1.5).astype("<i8")
    meaning = random.standard_normal((8, 3))
    y = (meaning[x] * (x > 0)[:, :, None]).sum(1).argmax(1).astype("<i8")
    x[:, 3:] *= random.randint(0, 2, size=(len(x), 3))
    init = {"embedded/embedding": uniform(random, (8, features))}
    init |= {name: value for made in parameters for name, value in made(random).items()}
    init |= {"logits/kernel": glorot(random, width, 3), "logits/bias": uniform(random, (3,))}

    def outputs(run, x, training):
        return forward(run, run["embedded/embedding"][x], x != 0) @ run["logits/kernel"] + run["logits/bias"]

    return dict(x=x, y=y, init=init, forward=outputs)


def masked_last(run, x, mask):
    """An LSTM per step in both directions, then the last output of a GRU, whose steps are masked as well."""
    both = directions(lstm, x, weights(run), weights(run, "backward_"), mask)
    after = tuple(run[f"last/{name}"] for name in ("kernel", "recurrent_kernel", "bias"))
    return gru(both, *after, mask=mask)[:, -1]


def masked_each(run, x, mask):
    return lstm(x, *weights(run), mask=mask).reshape(x.shape[0], -1)


def masked_attention(run, x, mask):
    """Both directions of an LSTM and, beside them, dot-product attention of its states to themselves, 0 where padding asks."""
    both = directions(lstm, x, weights(run), weights(run, "backward_"), mask)
    scores = run["attention/score_scale"] * both @ both.transpose(1, 2)
    seen = scores.masked_fill(~mask[:, None, :], -1e9)  # finite: a row may have nothing but padding
    counted = mask.to(both.dtype)[:, :, None]
    attended = torch.softmax(seen, -1) @ both * counted
    return torch.cat((both, attended), -1).flatten(1)


def l2(run):
    return run.number(0.01) * (run["encoder/recurrent_kernel"] ** 2).sum()


CASES = [
    Trajectory("lstm_last", "RecurrentParityModels_LstmLast", **case(1, lstm, 5, last(lstm), width=5), penalty=l2,
               optimizer=sgd(0.3)),
    Trajectory("lstm_each", "RecurrentParityModels_LstmEach", **case(2, lstm, 4, each(lstm), width=24),
               optimizer=adam(0.01)),
    Trajectory("gru_last", "RecurrentParityModels_GruLast", **case(3, gru, 5, last(gru), two_rows=True, width=5),
               optimizer=sgd(0.3)),
    Trajectory("gru_before", "RecurrentParityModels_GruBefore", **case(4, gru, 4, each(gru), width=24),
               optimizer=sgd(0.3)),
    Trajectory("bidirectional_last", "RecurrentParityModels_BothConcat", **case(5, lstm, 4, ends, both=True, width=8),
               optimizer=sgd(0.3)),
    Trajectory("bidirectional_each", "RecurrentParityModels_BothAve",
               **case(6, gru, 4, mean, both=True, two_rows=True, width=24), optimizer=sgd(0.3)),
    Trajectory("recurrent_masked_last", "RecurrentParityModels_MaskedLast",
               **words(7, 3, masked_last, [
                   lambda random: parameters(random, "", 4, 3),
                   lambda random: parameters(random, "backward_", 4, 3),
                   lambda random: parameters(random, "", 3, 4, True, field="last", features=6),
               ], 4), optimizer=sgd(0.5)),
    Trajectory("recurrent_masked_attention", "RecurrentParityModels_MaskedAttention",
               **words(9, 3, masked_attention, [
                   lambda random: parameters(random, "", 4, 3),
                   lambda random: parameters(random, "backward_", 4, 3),
                   lambda random: {"attention/score_scale": uniform(random, (1,), 2.0)},
               ], 72), optimizer=sgd(1.0)),
    Trajectory("recurrent_masked_each", "RecurrentParityModels_MaskedEach",
               **words(8, 3, masked_each, [lambda random: parameters(random, "", 4, 3)], 18), optimizer=sgd(0.5)),
]

if __name__ == "__main__":
    matches_torch()
    write(CASES, __file__.rsplit("/", 1)[-1])
