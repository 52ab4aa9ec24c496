"""Puts the trained nets together: calibration, the weights the run-time reads, numbers that a test compares, figures of the report.

Usage: python3 training/finish.py GLOVE_FOLDER SEED [SEED ...]
"""
import json
import sys

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression

import groups
from data import CACHE, GROUPS, HEADS, Forms, Texts
from export import export_general, net_tensors
from linear import PAIRS, SUBWORDS, WORDS, features, fit
from learn import measure, predict, span_f1
from net import ConvNet
from tensor_file import rounded, whole, write

ROOT = CACHE.parent.parent
WEIGHTS = ROOT / "lib" / "scoring" / "weights"
VERSION = "2026-11-28"
REGRESSION_SHARE = 0.35
# Of the regression for groups, by head: its share, and what is added to it where a text names a group.
GROUP_SHARES = {"uncivil": (0.3, 0.1), "identity_attack": (0.5, 0.2)}
BUFFERS = ("vectors.glove", "vectors.subwords", "vectors.starts", "vectors.own_bucket")


def load(forms, sources, path):
    """A net as the run-time will see it: tables rounded to whole numbers."""
    state = torch.load(path)
    net = ConvNet(forms, len(HEADS), sources=state["source_bias"].shape[0])
    state = {k: v for k, v in state.items() if k not in BUFFERS}
    for name in ("vectors.subword.weight", "vectors.own.weight"):
        state[name] = torch.from_numpy(rounded(state[name].numpy()))
    net.load_state_dict(state, strict=False)
    return net.eval()


def add_regressions(forms, texts, index, logits, plain, fitted):
    """Adds to the nets' log-odds what the regressions say, as model.ts does."""
    masked = forms.number["<id>"]
    said = groups.read(forms, texts, index, fitted)
    names = np.array([masked in texts.words[i] for i in index])
    logits[index, 0] += REGRESSION_SHARE * plain[index]
    for head, (share, more) in GROUP_SHARES.items():
        logits[index, HEADS.index(head)] += (share + more * names) * said[index]


def calibrate(texts, logits):
    """Slope and offset of each head, so that its probability means how often a moderator would agree at a natural rate."""
    slope, offset = np.ones(len(HEADS)), np.zeros(len(HEADS))
    natural = ["reddit", "wiki", "civil-1k", "civil-seed", "civil-sentences", "debate"]
    rows = np.array([i for i in range(len(texts)) if texts.split[i] == "test" and texts.gold[i] >= 0 and texts.source[i] in natural])
    gold = texts.gold[rows]
    share = 0.12
    weight = np.where(gold == 1, share / gold.mean(), (1 - share) / (1 - gold.mean()))
    fit = LogisticRegression(C=1e3).fit(logits[rows, :1], gold, sample_weight=weight)
    slope[0], offset[0] = fit.coef_[0, 0], fit.intercept_[0]
    for head in range(1, len(HEADS)):
        name = HEADS[head]
        wanted = {"civil-1k"} if name in ("insult", "identity_attack", "threat", "profanity", "sexual") else {"templates", "debate"} if name in ("condescension", "generalisation", "mockery") else {"perspective"}
        rows = np.array([i for i in range(len(texts)) if texts.source[i] in wanted and not np.isnan(texts.labels[i, head])])
        target = texts.labels[rows, head]
        both = np.concatenate([logits[rows, head], logits[rows, head]])[:, None]
        fit = LogisticRegression(C=1e3).fit(both, np.concatenate([np.ones(len(rows)), np.zeros(len(rows))]), sample_weight=np.concatenate([target, 1 - target]) + 1e-6)
        slope[head], offset[head] = max(0.3, fit.coef_[0, 0]), fit.intercept_[0]
    return slope, offset


def main(glove_folder, seeds):
    forms, texts = Forms(glove_folder), Texts()
    names = sorted(set(texts.source))
    nets = [load(forms, len(names), CACHE / f"net-{seed}.pt") for seed in seeds]
    readings = [predict(net, texts, np.arange(len(texts))) for net in nets]
    logits = np.mean([r[0] for r in readings], 0)
    learnt_from = np.where(texts.split != "test")[0]
    coef, bias = fit(forms, texts, learnt_from[texts.source[learnt_from] != GROUPS], 8, 3e-5)
    parts = {"words": coef[:WORDS], "pairs": coef[WORDS : WORDS + PAIRS], "subwords": coef[WORDS + PAIRS :]}
    seen = np.concatenate([rounded(part.astype(np.float32)) for part in parts.values()])
    everything = np.arange(len(texts))
    plain = features(forms, texts, everything) @ seen.astype(float) + bias
    weights, dense, group_bias = groups.fit(forms, texts, learnt_from)
    group_parts = dict(zip(("words", "pairs", "before", "after"), np.split(weights.astype(np.float32), np.cumsum([groups.WORDS, groups.PAIRS, groups.SIDE]))))
    add_regressions(forms, texts, everything, logits, plain, (np.concatenate([rounded(part) for part in group_parts.values()]), dense, group_bias))
    slope, offset = calibrate(texts, logits)
    hidden = np.concatenate([np.stack([r[2][i] for i in range(0, len(texts), 7)]) for r in readings], 1)
    tensors = {"nets": np.array([len(nets)]), "calibration.slope": slope, "calibration.offset": offset, "hidden_scale": 1 / np.maximum(hidden.std(0), 1e-3)}
    tensors.update({f"regression.{name}": whole(part.astype(np.float32)) for name, part in parts.items()})
    tensors["regression.bias"] = np.array([bias])
    tensors.update({f"groups.{name}": whole(part) for name, part in group_parts.items()})
    tensors.update({"groups.dense": dense, "groups.bias": np.array([group_bias])})
    for at, seed in enumerate(seeds):
        tensors.update(net_tensors(torch.load(CACHE / f"net-{seed}.pt"), f"net{at}"))
    write(WEIGHTS / "incivility.bin", VERSION, tensors)
    export_general(forms, WEIGHTS)
    rows = [i for i in range(len(texts)) if texts.source[i] == "templates"]
    lines = [json.loads(line) for line in open(CACHE / "texts.ndjson")]
    own = [line["text"] for line in lines if line["source"] == "templates"]
    picked = list(range(0, len(own), len(own) // 40))
    fixture = [{"text": own[p], "logits": {h: round(float(logits[rows[p], k] * slope[k] + offset[k]), 4) for k, h in enumerate(HEADS)}} for p in picked]
    (ROOT / "tests/fixtures/scoring").mkdir(exist_ok=True, parents=True)
    (ROOT / "tests/fixtures/scoring/incivility.json").write_text(json.dumps({"version": VERSION, "texts": fixture}, indent=1) + "\n")
    np.save(CACHE / "logits.npy", logits)
    test = np.where(texts.split == "test")[0]
    for name in names:
        chosen = np.array([i for i in test if texts.source[i] == name and texts.gold[i] >= 0], dtype=int)
        if len(chosen) > 40 and 0 < texts.gold[chosen].sum() < len(chosen):
            print(name, len(chosen), [round(float(v), 4) for v in measure(texts.gold[chosen], logits[chosen, 0])])
    tokens = {i: np.mean([r[1][i] for r in readings], 0) for i in test if texts.source[i] == "civil-spans"}
    spans = [i for i in test if texts.source[i] == "civil-spans"]
    print("spans", round(span_f1(texts, spans, tokens), 4))
    print("slope", slope.round(2), "offset", offset.round(2))


if __name__ == "__main__":
    main(sys.argv[1], [int(s) for s in sys.argv[2:]])
