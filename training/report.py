"""Writes docs/models.md from what was trained and measured: python3 training/report.py GLOVE_FOLDER SEED [HELD_OUT_NET]

HELD_OUT_NET: a net that was trained without the sources civil-1k, civil-seed and hatemoji-check (train.py --without).
"""
import json
import sys
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import roc_auc_score

import groups
from data import CACHE, GROUPS, Forms, Texts
from finish import add_regressions, load
from learn import measure, predict, span_f1
from linear import features, fit

ROOT = CACHE.parent.parent
HELD = ("civil-1k", "civil-seed", "hatemoji-check")
NAMES = {
    "civil-1k": "news comments (Civil Comments, enriched)", "civil-seed": "news comments (200)", "civil-sentences": "sentences of news comments, with and without a marked span",
    "reddit": "Reddit, incivility", "wiki": "Wikipedia talk pages", "wiki-small": "Wikipedia talk pages (with context)", "paradetox": "toxic sentences and their rewrites",
    "paradetox-hard": "sentences nobody could rewrite", "hatemoji": "hate with emoji, perturbed", "hatemoji-check": "functional tests with emoji", "templates": "sentences written for this project", "groups": "sentences about groups, of patterns not learnt",
}


def row(name, gold, columns):
    cells = []
    for score in columns:
        if score is None:
            cells.append("–")
        else:
            auc, precision, found = measure(gold, score)
            cells.append(f"{auc:.3f} / {precision:.2f} / {found:.2f}")
    return f"| {NAMES.get(name, name)} | {len(gold)}, {int(gold.sum())} | " + " | ".join(cells) + " |"


def main(glove_folder, seed, held_path):
    forms, texts = Forms(glove_folder), Texts()
    names = sorted(set(texts.source))
    test = np.where(texts.split == "test")[0]
    train_rows = np.where(texts.split != "test")[0]
    ungrouped = train_rows[texts.source[train_rows] != GROUPS]
    net = load(forms, names, CACHE / f"net-{seed}.pt")
    logits, tokens, _ = predict(net, texts, test)
    coef, bias = fit(forms, texts, ungrouped, 8, 3e-5)
    plain = np.zeros(len(texts))
    plain[test] = features(forms, texts, test) @ coef + bias
    add_regressions(forms, texts, test, logits, plain, groups.fit(forms, texts, train_rows))
    lists = [json.loads(line) for line, keep in zip(open(CACHE / "word-lists.ndjson"), kept_lines()) if keep]
    toad, cuss = (np.array([entry[key] for entry in lists], dtype=float) for key in ("toad", "cuss"))
    lines = []
    for name in names:
        rows = np.array([i for i in test if texts.source[i] == name and texts.gold[i] >= 0], dtype=int)
        if len(rows) < 60 or not 0 < texts.gold[rows].sum() < len(rows):
            continue
        api = 2 * texts.labels[rows, 0] - texts.gold[rows] if name == "wiki" else None
        lines.append(row(name, texts.gold[rows], [logits[rows, 0], plain[rows], toad[rows], cuss[rows], api]))
    held_lines = []
    if held_path:
        held_net = load(forms, names, held_path)
        rows = np.array([i for i in range(len(texts)) if texts.source[i] in HELD])
        held_logits, _, _ = predict(held_net, texts, rows)
        unseen = {tuple(texts.words[i]) for i in rows}
        inside = np.array([i for i in train_rows if texts.source[i] not in HELD and tuple(texts.words[i]) not in unseen])
        coef, bias = fit(forms, texts, inside[texts.source[inside] != GROUPS], 8, 3e-5)
        held_plain = np.zeros(len(texts))
        held_plain[rows] = features(forms, texts, rows) @ coef + bias
        add_regressions(forms, texts, rows, held_logits, held_plain, groups.fit(forms, texts, inside))
        for name in HELD:
            own = np.array([i for i in rows if texts.source[i] == name])
            held_lines.append(row(name, texts.gold[own], [held_logits[own, 0], held_plain[own], toad[own], cuss[own], None]))
    perspective = np.array([i for i in test if texts.source[i] == "perspective"])
    agreement = float(np.corrcoef(logits[perspective, 0], np.log(texts.labels[perspective, 0].clip(0.01, 0.99) / (1 - texts.labels[perspective, 0].clip(0.01, 0.99))))[0, 1])
    spans = [i for i in test if texts.source[i] == "civil-spans"]
    filled = [i for i in spans if texts.spans[i]]
    marked, everywhere = span_f1(texts, filled, tokens), span_f1(texts, spans, tokens)
    text = (ROOT / "training" / "models.md").read_text()
    text = text.replace("{{TABLE}}", "\n".join(lines)).replace("{{HELD}}", "\n".join(held_lines)).replace("{{AGREEMENT}}", f"{agreement:.2f}")
    text = text.replace("{{SPANS}}", f"{marked:.3f} on the {len(filled)} texts in which anything is marked, {everywhere:.3f} on all {len(spans)}")
    (ROOT / "docs" / "models.md").write_text(text)
    print(text)


def kept_lines():
    """Texts without a word are left out of Texts; so are their lines here."""
    return [bool(json.loads(line)["words"]) for line in open(CACHE / "words.ndjson")]


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
