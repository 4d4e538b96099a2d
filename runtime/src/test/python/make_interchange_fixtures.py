#!/usr/bin/env python3
"""Writes the fixtures of interchange: python3 make_interchange_fixtures.py, with torch, numpy and safetensors.

For each network NAME.safetensors is what PyTorch's users have: safetensors.torch.save_file(module.state_dict()). NAME_expected.safetensors
holds rows x, in the order that Regulus has them (channels last), and what the module in evaluation mode predicts for them, y.
"""

from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn
from torch.nn.utils.parametrizations import weight_norm

FOLDER = Path(__file__).parent.parent / "resources" / "interchange"


def drawn(module):
    """Every parameter and moving statistic away from the value that it starts with, so that none can be left out unnoticed."""
    with torch.no_grad():
        for name, value in module.state_dict().items():
            if value.dtype == torch.float32:
                noise = torch.randn_like(value) * 0.3
                value.copy_(value.abs() + noise.abs() + 0.1 if name.endswith("running_var") else value + noise)
    return module.eval()


def write(name, module, x, y, dtype=torch.float32):
    state = {key: value.contiguous().clone() for key, value in module.state_dict().items()}
    state = {key: value.to(dtype) if value.dtype == torch.float32 else value for key, value in state.items()}
    save_file(state, FOLDER / f"{name}.safetensors")
    save_file({"x": x.contiguous(), "y": y.detach().contiguous()}, FOLDER / f"{name}_expected.safetensors")


class Image(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(2, 4, (3, 2), bias=False), nn.BatchNorm2d(4, eps=1e-3), nn.ReLU(), nn.MaxPool2d(2))
        self.deep = nn.Conv2d(4, 8, 2, groups=4)
        self.separable = nn.ModuleDict({
            "depthwise": nn.Conv2d(8, 8, 1, groups=8, bias=False), "pointwise": nn.Conv2d(8, 3, 1)})
        self.fc1 = weight_norm(nn.Linear(2 * 2 * 3, 6))
        self.norm = nn.LayerNorm(6)
        self.fc2 = nn.Linear(6, 3)

    def forward(self, x):
        x = torch.tanh(self.deep(self.features(x)))
        x = self.separable["pointwise"](self.separable["depthwise"](x))
        x = torch.tanh(self.norm(self.fc1(x.flatten(1))))
        return self.fc2(x).softmax(-1)


class Sequence(nn.Module):
    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(11, 6)
        self.conv = nn.Conv1d(6, 6, 2)
        self.lstm = nn.LSTM(6, 4, batch_first=True, bidirectional=True)
        self.attention = nn.MultiheadAttention(8, 2, batch_first=True)
        self.encoder = nn.TransformerEncoderLayer(8, 2, 10, dropout=0, batch_first=True)
        self.gru = nn.GRU(8, 5, batch_first=True)
        self.head = nn.Linear(5, 2)

    def forward(self, x):
        x = torch.tanh(self.conv(self.words(x).transpose(1, 2))).transpose(1, 2)
        x = self.lstm(x)[0]
        x = self.encoder(self.attention(x, x, x, need_weights=False)[0])
        return self.head(self.gru(x)[0][:, -1])


class Flat(nn.Module):
    """What it flattens is read by a norm of its own first."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 3, 2)
        self.norm = nn.BatchNorm1d(3 * 4 * 3, eps=1e-3)
        self.fc1 = nn.Linear(3 * 4 * 3, 5)
        self.fc2 = nn.Linear(5, 2)

    def forward(self, x):
        x = torch.relu(self.norm(self.conv(x).flatten(1)))
        return self.fc2(torch.tanh(self.fc1(x)))


class Decoder(nn.Module):
    """Windows of a multiple of the stride, of which PyTorch and Keras cut off the same."""

    def __init__(self):
        super().__init__()
        self.up = nn.ConvTranspose2d(2, 3, (4, 2), stride=(2, 1))
        self.head = nn.ConvTranspose2d(3, 1, 4, stride=2, padding=1)

    def forward(self, x):
        return self.head(torch.tanh(self.up(x))).flatten(1)


def main():
    FOLDER.mkdir(exist_ok=True)
    torch.manual_seed(5)
    torch.backends.mha.set_fastpath_enabled(False)
    with torch.no_grad():
        image = drawn(Image())
        x = torch.randn(7, 2, 8, 7)
        write("pytorch_image", image, x.permute(0, 2, 3, 1), image(x))
        sequence = drawn(Sequence())
        ids = torch.randint(0, 11, (7, 6))
        write("pytorch_sequence", sequence, ids.long(), sequence(ids))
        for name, dtype in (("half", torch.float16), ("bfloat", torch.bfloat16), ("double", torch.float64)):
            linear = drawn(nn.Linear(3, 2)).to(dtype)
            rounded = nn.Sequential()
            rounded.add_module("value", linear.float())
            x = torch.randn(5, 3)
            write(f"pytorch_{name}", rounded, x, rounded(x), dtype)
        flat = drawn(Flat())
        x = torch.randn(7, 2, 5, 4)
        write("pytorch_flat", flat, x.permute(0, 2, 3, 1), flat(x))
        torch.manual_seed(6)  # of its own, so that it can be written alone
        decoder = drawn(Decoder())
        x = torch.randn(3, 2, 2, 3)
        write("pytorch_decoder", decoder, x.permute(0, 2, 3, 1), decoder(x))


if __name__ == "__main__":
    main()
