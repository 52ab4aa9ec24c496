"""Writes tables of numbers as lib/scoring/incivility/tensor-file.ts reads them."""
import json
import struct

import numpy as np


def write(path, version, tensors):
    """tensors: name → array; int8 arrays come as (array, scale). Everything is aligned to 16 bytes."""
    header, body, offset = {"version": version, "tensors": {}}, [], 0
    for name, tensor in tensors.items():
        array, scale = tensor if isinstance(tensor, tuple) else (np.ascontiguousarray(tensor, dtype="<f4"), 1.0)
        raw = np.ascontiguousarray(array).tobytes()
        header["tensors"][name] = {"type": "i8" if array.dtype == np.int8 else "f32", "shape": list(array.shape), "offset": offset, "scale": float(scale)}
        padding = -len(raw) % 16
        body.append(raw + b"\0" * padding)
        offset += len(raw) + padding
    text = json.dumps(header).encode()
    lead = struct.pack("<I", len(text)) + text
    with open(path, "wb") as out:
        out.write(lead + b"\0" * (-len(lead) % 16))
        for part in body:
            out.write(part)


def whole(array, bits=127):
    """Real numbers as int8 with one scale; extremes beyond the 99.99th percentile are cut."""
    limit = float(np.quantile(np.abs(array), 0.9999)) or 1.0
    scale = limit / bits
    return np.clip(np.round(array / scale), -bits, bits).astype(np.int8), scale


def rounded(array):
    """What the run-time will see of an array written by `whole`."""
    values, scale = whole(array)
    return values.astype(np.float32) * scale
