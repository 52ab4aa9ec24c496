"""Reads what collect.py and read-words.ts wrote into arrays."""
import json
from pathlib import Path

import numpy as np

CACHE = Path(__file__).resolve().parent / "cache"
HEADS = ["uncivil", "insult", "identity_attack", "threat", "profanity", "sexual", "condescension", "generalisation", "mockery", "attack"]
LONGEST = 220
# Sentences that only the regression for groups learns from: in the net they cost a little everywhere else.
GROUPS = "groups"
# And those that only the views of put-downs learn from.
PUT_DOWNS = "put-downs"
APART = (GROUPS, PUT_DOWNS)
# Of the label of a Wikipedia comment, the rest is what people said.
PERSPECTIVE_SHARE = 0.75


class Forms:
    """Every form met: its row in GloVe (-1: none), its hash, its subwords' buckets."""

    def __init__(self, glove_folder):
        lines = [json.loads(line) for line in open(CACHE / "forms.ndjson")]
        self.text = [f["form"] for f in lines]
        self.row = np.array([f["row"] for f in lines], dtype=np.int64)
        self.hash = np.array([f["hash"] for f in lines], dtype=np.uint32)
        counts = [len(f["subwords"]) for f in lines]
        self.subwords = np.concatenate([np.array(f["subwords"], dtype=np.int64) for f in lines])
        self.starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        folder = Path(glove_folder)
        vectors = np.fromfile(folder / "vectors.i8", dtype=np.int8).reshape(-1, 100)
        scales = np.fromfile(folder / "scales.f32", dtype="<f4")
        self.glove_words = (folder / "words.txt").read_text().split("\n")[: len(scales)]
        self.glove_i8, self.glove_scales = vectors, scales
        glove = vectors.astype(np.float32) * scales[:, None]
        self.mean, self.std = glove[:20000].mean(0), glove[:20000].std()
        known = self.row >= 0
        self.vectors = np.zeros((len(lines), 100), dtype=np.float32)
        self.vectors[known] = (glove[self.row[known]] - self.mean) / self.std
        self.number = {form: at for at, form in enumerate(self.text)}

    def __len__(self):
        return len(self.text)


class Texts:
    """Every text: its forms, labels (nan where nobody said), and which of its words lie in a span."""

    def __init__(self):
        lines = [json.loads(line) for line in open(CACHE / "words.ndjson")]
        # Where each text stands in texts.ndjson: those without a word are left out.
        self.line = [at for at, line in enumerate(lines) if line["words"]]
        lines = [lines[at] for at in self.line]
        self.words = [np.array(line["words"][:LONGEST], dtype=np.int64) for line in lines]
        self.labels = np.full((len(lines), len(HEADS)), np.nan, dtype=np.float32)
        for at, line in enumerate(lines):
            for head, value in line["labels"].items():
                if head in HEADS:
                    self.labels[at, HEADS.index(head)] = value
        self.weight = np.array([line["weight"] for line in lines], dtype=np.float32)
        self.source = np.array([line["source"] for line in lines])
        self.split = np.array([line["split"] for line in lines])
        self.gold = np.array([line.get("gold", -1) for line in lines])
        self.spans = [line.get("spans") for line in lines]
        self.bounds = [(line["starts"], line["ends"]) for line in lines]
        self.in_span = [None if s is None else token_labels(s, b)[:LONGEST] for s, b in zip(self.spans, self.bounds)]
        self.parents = [None if line.get("parent") is None else np.array(line["parent"][:LONGEST], dtype=np.int64) for line in lines]

    def __len__(self):
        return len(self.words)


def token_labels(spans, bounds):
    return np.array([any(min(e, b) - max(s, a) > (e - s) / 2 for a, b in spans) for s, e in zip(*bounds)], dtype=np.float32)
