"""Trains a net, of KIND first or second, on everything but the test split. Writes cache/KIND-SEED.pt.

Usage: python3 training/train.py GLOVE_FOLDER KIND SEED EPOCHS [--without SOURCE,...]
"""
import sys

import numpy as np
import torch

from data import APART, CACHE, HEADS, Forms, Texts
from deep_net import DeepNet
from learn import measure, predict, span_f1, train
from net import ConvNet

torch.set_num_threads(1)
KINDS = {"first": ConvNet, "second": DeepNet}


def make_swap(forms):
    """Some masked terms of identity become some other word, so that the net meets groups that no list has."""
    masked = forms.number["<id>"]
    others = np.where((forms.row > 3000) & (forms.row < 40000))[0]

    def swap(words, rng):
        hit = words == masked
        for row in np.where(hit.any(1))[0]:
            if rng.random() < 0.35:
                words[row][hit[row]] = rng.choice(others)

    return swap


def main(glove_folder, kind, seed, epochs, without):
    forms, texts = Forms(glove_folder), Texts()
    names = sorted(set(texts.source))
    keys = [tuple(words) for words in texts.words]
    unseen = {keys[i] for i in range(len(texts)) if texts.source[i] in without}
    without = {*without, *APART}
    index = np.array([i for i in np.where(texts.split != "test")[0] if texts.source[i] not in without and keys[i] not in unseen])
    test = np.where(texts.split == "test")[0]

    def report(net):
        logits, tokens, _ = predict(net, texts, test)
        parts = []
        for name in names:
            rows = np.array([i for i in test if texts.source[i] == name and texts.gold[i] >= 0], dtype=int)
            if len(rows) >= 50 and 0 < texts.gold[rows].sum() < len(rows):
                parts.append("%s %.3f" % (name, measure(texts.gold[rows], logits[rows, 0])[0]))
        rows = [i for i in test if texts.source[i] == "civil-spans"]
        parts.append("spans %.4f" % span_f1(texts, rows, tokens))
        print("   ", ", ".join(parts), flush=True)

    torch.manual_seed(seed)
    net = KINDS[kind](forms, len(HEADS), sources=len(names))
    train(net, texts, index, {n: i for i, n in enumerate(names)}, make_swap(forms), epochs=epochs, seed=seed, report=report)
    torch.save(net.state_dict(), CACHE / f"{kind}-{seed}.pt")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[6].split(",") if "--without" in sys.argv else [])
