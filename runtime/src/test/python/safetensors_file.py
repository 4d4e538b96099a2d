"""The safetensors container: length of the header (8 bytes, little endian), header in JSON, data."""

import json
import struct

import numpy as np

_TYPES = {np.dtype("<f4"): "F32", np.dtype("<i8"): "I64"}


def encode(tensors, metadata):
    """The bytes of a file. Wider types come first, so that every tensor is aligned to its type."""
    header, data = {"__metadata__": metadata}, b""
    for name in sorted(tensors, key=lambda name: (-tensors[name].itemsize, name)):
        tensor = np.ascontiguousarray(tensors[name])
        offsets = [len(data), len(data) + tensor.nbytes]
        header[name] = {"data_offsets": offsets, "dtype": _TYPES[tensor.dtype], "shape": list(tensor.shape)}
        data += tensor.tobytes()
    text = json.dumps(header, sort_keys=True, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + data
