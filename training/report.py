"""Writes docs/models.md from what was trained and measured: python3 training/report.py GLOVE_FOLDER SEED HELD_OUT_SEED

HELD_OUT_SEED: that of the nets that were trained without the sources civil-1k, civil-seed and hatemoji-check (train.py --without).
"""
import json
import sys

import numpy as np
import torch
from sklearn.metrics import roc_auc_score

import groups
from data import APART, CACHE, PERSPECTIVE_SHARE, Forms, Texts
from finish import add_regressions, add_sentences, fit_sentences, read_with_both
from learn import measure, span_f1
from linear import features, fit
from sentences import Sentences

ROOT = CACHE.parent.parent
HELD = ("civil-1k", "civil-seed", "hatemoji-check")
NEWS = "both news sources"
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


def read(forms, texts, rows, learnt_from, seed):
    """Log-odds of "uncivil" of rows by the first net, by both, and by the plain regression, and what both say of words."""
    fast, thorough = read_with_both(forms, texts, rows, seed)
    coef, bias = fit(forms, texts, learnt_from[~np.isin(texts.source[learnt_from], APART)], 8, 3e-5)
    plain = np.zeros(len(texts))
    plain[rows] = features(forms, texts, rows) @ coef + bias
    fitted = groups.fit(forms, texts, learnt_from)
    for logits, _, _ in (fast, thorough):
        add_regressions(forms, texts, rows, logits, plain, fitted)
    sentences = Sentences(texts)
    add_sentences(forms, texts, rows, thorough[0], sentences, fit_sentences(forms, texts, sentences, learnt_from))
    return {"thorough": thorough[0][:, 0], "fast": fast[0][:, 0], "plain": plain, "words": thorough[1]}


def auc_by_group(forms, texts, rows, score):
    """Among comments that name a group; civil ones that do against uncivil ones that do not (BPSN); the other way round (BNSP)."""
    named = np.array([forms.number["<id>"] in texts.words[i] for i in rows])
    uncivil = texts.gold[rows] == 1
    chosen = (named, named != uncivil, named == uncivil)
    return " / ".join(f"{roc_auc_score(uncivil[part], score[rows[part]]):.3f}" for part in chosen)


def main(glove_folder, seed, held_seed):
    forms, texts = Forms(glove_folder), Texts()
    names = sorted(set(texts.source))
    test = np.where(texts.split == "test")[0]
    train_rows = np.where(texts.split != "test")[0]
    said = read(forms, texts, test, train_rows, seed)
    lists = [json.loads(line) for line, keep in zip(open(CACHE / "word-lists.ndjson"), kept_lines()) if keep]
    toad, cuss = (np.array([entry[key] for entry in lists], dtype=float) for key in ("toad", "cuss"))
    lines = []
    for name in names:
        rows = np.array([i for i in test if texts.source[i] == name and texts.gold[i] >= 0], dtype=int)
        if len(rows) < 60 or not 0 < texts.gold[rows].sum() < len(rows):
            continue
        api = (texts.labels[rows, 0] - (1 - PERSPECTIVE_SHARE) * texts.gold[rows]) / PERSPECTIVE_SHARE if name == "wiki" else None
        lines.append(row(name, texts.gold[rows], [said["thorough"][rows], said["fast"][rows], said["plain"][rows], toad[rows], cuss[rows], api]))
    held_lines = []
    rows = np.array([i for i in range(len(texts)) if texts.source[i] in HELD])
    unseen = {tuple(texts.words[i]) for i in rows}
    inside = np.array([i for i in train_rows if texts.source[i] not in HELD and tuple(texts.words[i]) not in unseen])
    held = read(forms, texts, rows, inside, held_seed)
    for name in (*HELD, NEWS):
        own = np.array([i for i in rows if texts.source[i] == name or (name == NEWS and texts.source[i] != "hatemoji-check")])
        held_lines.append(row(name, texts.gold[own], [held["thorough"][own], held["fast"][own], held["plain"][own], toad[own], cuss[own], None]))
    news = np.array([i for i in rows if texts.source[i] != "hatemoji-check"])
    by_group = ", ".join(f"{auc_by_group(forms, texts, news, held[name])} {when}" for name, when in (("thorough", "later"), ("fast", "at once")))
    perspective = np.array([i for i in test if texts.source[i] == "perspective"])
    agreement = float(np.corrcoef(said["thorough"][perspective], np.log(texts.labels[perspective, 0].clip(0.01, 0.99) / (1 - texts.labels[perspective, 0].clip(0.01, 0.99))))[0, 1])
    spans = [i for i in test if texts.source[i] == "civil-spans"]
    filled = [i for i in spans if texts.spans[i]]
    uncivil = np.load(CACHE / "uncivil-thorough.npy")
    marked, everywhere = span_f1(texts, filled, said["words"], uncivil), span_f1(texts, spans, said["words"], uncivil)
    text = (ROOT / "training" / "models.md").read_text()
    text = text.replace("{{TABLE}}", "\n".join(lines)).replace("{{HELD}}", "\n".join(held_lines)).replace("{{AGREEMENT}}", f"{agreement:.2f}").replace("{{BY_GROUP}}", by_group)
    text = text.replace("{{SPANS}}", f"{marked:.3f} on the {len(filled)} texts in which anything is marked, {everywhere:.3f} on all {len(spans)}")
    for file, places in (("topicality", 3), ("tones", 2)):
        for name, figure in json.loads((CACHE / f"{file}.json").read_text()).items():
            text = text.replace("{{%s.%s}}" % (file, name), f"{figure:.{places}f}")
    (ROOT / "docs" / "models.md").write_text(text)
    print(text)


def kept_lines():
    """Texts without a word are left out of Texts; so are their lines here."""
    return [bool(json.loads(line)["words"]) for line in open(CACHE / "words.ndjson")]


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
