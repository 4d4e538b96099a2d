#!/usr/bin/env python3
"""
Writes the fixtures of attention, positions and transformer blocks: /usr/bin/python3 make_attention_fixtures.py

The reference says the formulas of Attention Is All You Need (2017) head by head. Before anything is written it is held against
torch.nn.MultiheadAttention and torch.nn.TransformerEncoderLayer, values and gradients.
"""

import math

import numpy as np
import torch

from trajectory import Trajectory, adam, glorot, labels, rows, sgd, uniform, write

PROJECTIONS = ("query", "key", "value", "output")


def attention_init(random, name, query, value, heads, key_dim, value_dim=None, outputs=None, bias=True):
    values = heads * (value_dim or key_dim)
    sizes = [(query, heads * key_dim), (value, heads * key_dim), (value, values), (values, outputs or query)]
    init = {}
    for projection, (features, units) in zip(PROJECTIONS, sizes):
        init[f"{name}/{projection}_kernel"] = glorot(random, features, units)
        if bias:
            init[f"{name}/{projection}_bias"] = uniform(random, (units,))
    return init


def attention(weights, name, heads, query, value, causal=False, seen=None):
    """query [rows, T, features], value [rows, S, features], seen [rows, S] booleans; weights: name -> tensor"""

    def projected(projection, x):
        y = x @ weights[f"{name}/{projection}_kernel"]
        bias = f"{name}/{projection}_bias"
        return y + weights[bias] if bias in weights else y

    q, k, v = projected("query", query), projected("key", value), projected("value", value)
    mixed = []
    for q1, k1, v1 in zip(q.chunk(heads, -1), k.chunk(heads, -1), v.chunk(heads, -1)):
        scores = q1 @ k1.transpose(1, 2) / math.sqrt(q1.shape[-1])
        if causal:
            steps = torch.arange(scores.shape[1])[:, None] >= torch.arange(scores.shape[2])
            scores = scores.masked_fill(~steps, -math.inf)
        if seen is not None:
            scores = scores.masked_fill(~seen[:, None, :], -math.inf)
        mixed.append(torch.exp(scores - scores.logsumexp(-1, keepdim=True)) @ v1)
    return projected("output", torch.cat(mixed, -1))


def torch_attention(weights, name, heads, value_features):
    """torch's module with the same weights, by the conversion of the docs."""
    width = weights[f"{name}/query_kernel"].shape[0]
    module = torch.nn.MultiheadAttention(
        width, heads, batch_first=True, kdim=value_features, vdim=value_features, dtype=torch.float64
    )
    parts = [weights[f"{name}/{part}_kernel"].T for part in PROJECTIONS]
    with torch.no_grad():
        if module.in_proj_weight is not None:
            module.in_proj_weight.copy_(torch.cat(parts[:3]))
        else:
            module.q_proj_weight.copy_(parts[0])
            module.k_proj_weight.copy_(parts[1])
            module.v_proj_weight.copy_(parts[2])
        module.in_proj_bias.copy_(torch.cat([weights[f"{name}/{part}_bias"] for part in PROJECTIONS[:3]]))
        module.out_proj.weight.copy_(parts[3])
        module.out_proj.bias.copy_(weights[f"{name}/output_bias"])
    return module


def same(what, ours, theirs):
    difference = (ours - theirs).abs().max().item()
    assert difference < 1e-12, f"{what}: {difference:.1e} from torch"


def check_attention(value_features, causal, masked):
    """Forward and gradient of the reference are those of torch.nn.MultiheadAttention."""
    random = np.random.RandomState(7)
    init = attention_init(random, "a", 6, value_features, 3, 2)
    weights = {name: torch.tensor(value, dtype=torch.float64) for name, value in init.items()}
    module = torch_attention(weights, "a", 3, value_features)
    query = torch.tensor(random.standard_normal((4, 5, 6)), requires_grad=True)
    value = query if value_features == 6 else torch.tensor(random.standard_normal((4, 7, value_features)))
    seen = torch.tensor(random.uniform(size=value.shape[:2]) < 0.7) if masked else None
    if masked:
        seen[:, 0] = True
    later = torch.triu(torch.ones(5, 5, dtype=torch.bool), 1) if causal else None
    theirs, _ = module(query, value, value, key_padding_mask=None if seen is None else ~seen, attn_mask=later)
    ours = attention(weights, "a", 3, query, value, causal, seen)
    same("attention", ours, theirs)
    direction = torch.tensor(random.standard_normal(ours.shape))
    (slope,) = torch.autograd.grad((ours * direction).sum(), query)
    (expected,) = torch.autograd.grad((theirs * direction).sum(), query)
    same("gradient of attention", slope, expected)


for features, causal, masked in [(6, False, False), (6, True, False), (6, False, True), (6, True, True), (4, False, True)]:
    check_attention(features, causal, masked)


def block_init(random, name, width, heads, key_dim, units):
    init = attention_init(random, name, width, width, heads, key_dim)
    init |= {f"{name}/norm1_scale": 1 + uniform(random, (width,)), f"{name}/norm1_shift": uniform(random, (width,))}
    for dense, (features, outputs) in {"dense1": (width, units), "dense2": (units, width)}.items():
        init[f"{name}/{dense}_kernel"] = glorot(random, features, outputs)
        init[f"{name}/{dense}_bias"] = uniform(random, (outputs,))
    init |= {f"{name}/norm2_scale": 1 + uniform(random, (width,)), f"{name}/norm2_shift": uniform(random, (width,))}
    return init


def layer_norm(weights, name, x, epsilon=1e-5):
    centred = x - x.mean(-1, keepdim=True)
    deviation = torch.sqrt((centred**2).mean(-1, keepdim=True) + epsilon)
    return weights[f"{name}_scale"] * centred / deviation + weights[f"{name}_shift"]


def block(weights, name, heads, x, activation, norm_first, causal=False, seen=None):
    """Vaswani et al. (2017), section 3.1, and Xiong et al. (2020), table 1, without dropout"""

    def attend(x):
        return attention(weights, name, heads, x, x, causal, seen)

    def feed(x):
        hidden = activation(x @ weights[f"{name}/dense1_kernel"] + weights[f"{name}/dense1_bias"])
        return hidden @ weights[f"{name}/dense2_kernel"] + weights[f"{name}/dense2_bias"]

    if norm_first:
        x = x + attend(layer_norm(weights, f"{name}/norm1", x))
        return x + feed(layer_norm(weights, f"{name}/norm2", x))
    x = layer_norm(weights, f"{name}/norm1", x + attend(x))
    return layer_norm(weights, f"{name}/norm2", x + feed(x))


def gelu(x):
    return x * (1 + torch.erf(x / math.sqrt(2))) / 2


def check_block(activation, theirs, norm_first, training):
    """Forward and gradient of the reference are those of torch.nn.TransformerEncoderLayer, dropout 0."""
    random = np.random.RandomState(8)
    init = block_init(random, "b", 6, 3, 2, 10)
    weights = {name: torch.tensor(value, dtype=torch.float64) for name, value in init.items()}
    module = torch.nn.TransformerEncoderLayer(
        6, 3, 10, dropout=0.0, activation=theirs, batch_first=True, norm_first=norm_first, dtype=torch.float64
    )
    with torch.no_grad():
        module.self_attn = torch_attention(weights, "b", 3, 6)
        for linear, dense in [(module.linear1, "dense1"), (module.linear2, "dense2")]:
            linear.weight.copy_(weights[f"b/{dense}_kernel"].T)
            linear.bias.copy_(weights[f"b/{dense}_bias"])
        for norm, name in [(module.norm1, "norm1"), (module.norm2, "norm2")]:
            norm.weight.copy_(weights[f"b/{name}_scale"])
            norm.bias.copy_(weights[f"b/{name}_shift"])
    module.train(training)
    x = torch.tensor(random.standard_normal((4, 5, 6)), requires_grad=training)
    seen = torch.tensor(random.uniform(size=(4, 5)) < 0.7)
    seen[:, 0] = True
    with torch.set_grad_enabled(training):
        expected = module(x, src_key_padding_mask=~seen)
        ours = block(weights, "b", 3, x, activation, norm_first, seen=seen)
    # in inference torch may leave what is masked at 0
    same("block", ours[seen], expected[seen])
    if training:
        (slope,) = torch.autograd.grad((ours**2).sum(), x)
        (claimed,) = torch.autograd.grad((expected**2).sum(), x)
        same("gradient of block", slope, claimed)


for norm_first in (False, True):
    for training in (False, True):
        check_block(torch.relu, "relu", norm_first, training)
        check_block(gelu, "gelu", norm_first, training)


def waves(run, steps, features, base):
    table = [
        [
            math.sin(t / base ** (2 * (i // 2) / features)) if i % 2 == 0 else math.cos(t / base ** (2 * (i // 2) / features))
            for i in range(features)
        ]
        for t in range(steps)
    ]
    return torch.tensor(table, dtype=torch.float64).to(run.dtype)


def head(random, features):
    return {"logits/kernel": glorot(random, features, 3), "logits/bias": uniform(random, (3,))}


def logits(run, x):
    return x.flatten(1) @ run["logits/kernel"] + run["logits/bias"]


def self_attention(seed):
    random = np.random.RandomState(seed)
    x = rows(random, 4, 6)
    init = attention_init(random, "attention", 6, 6, 2, 3) | head(random, 24)

    def forward(run, x, training):
        return logits(run, attention(run.values, "attention", 2, x, x))

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward)


def causal_attention(seed):
    random = np.random.RandomState(seed)
    x = rows(random, 4, 4)
    init = attention_init(random, "attention", 4, 4, 2, 4, value_dim=3, outputs=5, bias=False) | head(random, 20)

    def forward(run, x, training):
        return logits(run, attention(run.values, "attention", 2, x, x, causal=True))

    def penalty(run):
        return run.number(0.01) * sum((run[f"attention/{part}_kernel"] ** 2).sum() for part in PROJECTIONS)

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward, penalty=penalty)


def cross_attention(seed):
    random = np.random.RandomState(seed)
    x = rows(random, 4, 3)
    init = {
        "left/kernel": glorot(random, 3, 4),
        "left/bias": uniform(random, (4,)),
        "right/kernel": glorot(random, 3, 5),
        "right/bias": uniform(random, (5,)),
        **attention_init(random, "crossed", 4, 5, 3, 2),
        **head(random, 16),
    }

    def forward(run, x, training):
        left = torch.tanh(x @ run["left/kernel"] + run["left/bias"])
        right = torch.tanh(x @ run["right/kernel"] + run["right/bias"])
        return logits(run, attention(run.values, "crossed", 3, left, right))

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward)


def positions(seed):
    random = np.random.RandomState(seed)
    x = rows(random, 4, 3)
    init = {
        "each/kernel": glorot(random, 3, 5),
        "each/bias": uniform(random, (5,)),
        "told/positions": uniform(random, (4, 5)),
        **attention_init(random, "attention", 5, 5, 1, 4),
        **head(random, 20),
    }

    def forward(run, x, training):
        each = torch.tanh(x @ run["each/kernel"] + run["each/bias"] + waves(run, 4, 5, 50))
        told = each + run["told/positions"]
        return logits(run, attention(run.values, "attention", 1, told, told))

    def penalty(run):
        return run.number(0.02) * (run["told/positions"] ** 2).sum()

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward, penalty=penalty)


def transformer(seed, norm_first):
    random = np.random.RandomState(seed)
    x = rows(random, 3, 4)
    init = block_init(random, "block", 4, 2, 3, 6) | head(random, 12)

    def forward(run, x, training):
        activation = gelu if norm_first else run.relu
        return logits(run, block(run.values, "block", 2, x, activation, norm_first, causal=norm_first))

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward)


def scored(query, value, key, additive, scale, causal):
    """Keras's Attention and AdditiveAttention: softmax of the scores times the value, without projections."""
    if additive:
        scores = (scale * torch.tanh(query[:, :, None, :] + key[:, None, :, :])).sum(-1)
    else:
        scores = scale * query @ key.transpose(1, 2)
    if causal:
        steps = torch.arange(scores.shape[1])[:, None] >= torch.arange(scores.shape[2])
        scores = scores.masked_fill(~steps, -math.inf)
    return torch.softmax(scores, -1) @ value


def check_scored():
    """torch's module with projections that change nothing divides by the root of the number of features."""
    torch.manual_seed(1)
    query, value, key = (torch.randn(2, 5, 4, dtype=torch.float64) for _ in range(3))
    module = torch.nn.MultiheadAttention(4, 1, bias=False, batch_first=True, dtype=torch.float64)
    with torch.no_grad():
        module.in_proj_weight.copy_(torch.eye(4, dtype=torch.float64).repeat(3, 1))
        module.out_proj.weight.copy_(torch.eye(4, dtype=torch.float64))
        for causal in (False, True):
            later = torch.triu(torch.ones(5, 5, dtype=torch.bool), 1) if causal else None
            theirs = module(query, key, value, attn_mask=later)[0]
            same("attention without projections", scored(query, value, key, False, 0.5, causal), theirs)


def additive_attention(seed):
    """What a convolution reads is asked for by its first features, after a causal attention to itself; keys of their own."""
    random = np.random.RandomState(seed)
    x = rows(random, 6, 3)
    init = {
        "conv/kernel": glorot(random, 2, 3, 4),
        "conv/bias": uniform(random, (4,)),
        "asked/kernel": glorot(random, 4, 3),
        "asked/bias": uniform(random, (3,)),
        "keys/kernel": glorot(random, 4, 3),
        "keys/bias": uniform(random, (3,)),
        "additive/score_scale": uniform(random, (3,), 2.0),
        **head(random, 24),
    }

    def forward(run, x, training):
        def dense(name, values):
            return torch.tanh(values @ run[f"{name}/kernel"] + run[f"{name}/bias"])

        padded = torch.nn.functional.pad(x, (0, 0, 1, 0))  # causal
        read = torch.cat((padded[:, :-1], padded[:, 1:]), -1) @ run["conv/kernel"].flatten(0, 1) + run["conv/bias"]
        read = scored(torch.tanh(read), torch.tanh(read), torch.tanh(read), False, 1.0, True)
        asked, keys = dense("asked", read), dense("keys", read)
        return logits(run, scored(asked, read, keys, True, run["additive/score_scale"], False))

    return dict(x=x, y=labels(random, x, 3), init=init, forward=forward)


# A bias of the keys adds the same to all scores of a query, which the softmax takes away: nothing moves it.
CASES = [
    Trajectory("attention", "AttentionModels_SelfAttention", **self_attention(1), optimizer=sgd(0.2),
               still=("attention/key_bias",)),
    Trajectory("attention_causal", "AttentionModels_Causal", **causal_attention(2), optimizer=adam(0.02)),
    Trajectory("attention_cross", "AttentionModels_Cross", **cross_attention(3), optimizer=sgd(0.2),
               still=("crossed/key_bias",)),
    Trajectory("attention_positions", "AttentionModels_Positions", **positions(4), optimizer=adam(0.02),
               still=("attention/key_bias",)),
    Trajectory("attention_additive", "AttentionModels_Additive", **additive_attention(5), optimizer=sgd(0.3)),
    Trajectory("transformer_post", "AttentionModels_PostNorm", **transformer(1, False), optimizer=sgd(0.1),
               still=("block/key_bias",)),
    Trajectory("transformer_pre", "AttentionModels_PreNorm", **transformer(2, True), optimizer=adam(0.02),
               still=("block/key_bias",)),
]

if __name__ == "__main__":
    check_scored()
    write(CASES, __file__.rsplit("/", 1)[-1])
