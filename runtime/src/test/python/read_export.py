#!/usr/bin/env python3
"""Reads what PythonReadsExportTest wrote and predicts with it: python3 read_export.py FILE VALUE... Needs nothing but Python.

The file is a network of two torch.nn.Linear, hidden with tanh and value; the values are one row. Prints the prediction, a number a line.
"""

import json
import math
import struct
import sys


def tensors(path):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    assert header.pop("__metadata__") == {"format": "pt"}
    for name, entry in header.items():
        assert entry["dtype"] == "F32", name
        begin, end = entry["data_offsets"]
        yield name, entry["shape"], struct.unpack(f"<{(end - begin) // 4}f", data[begin:end])


def linear(state, name, x):
    (units, inputs), weight = state[name + ".weight"]
    assert inputs == len(x)
    _, bias = state[name + ".bias"]
    return [bias[u] + sum(weight[u * inputs + i] * x[i] for i in range(inputs)) for u in range(units)]


def main(path, *row):
    state = {name: (shape, values) for name, shape, values in tensors(path)}
    assert sorted(state) == ["hidden.bias", "hidden.weight", "value.bias", "value.weight"], sorted(state)
    hidden = [math.tanh(h) for h in linear(state, "hidden", [float(x) for x in row])]
    print("\n".join(repr(y) for y in linear(state, "value", hidden)))


if __name__ == "__main__":
    main(*sys.argv[1:])
