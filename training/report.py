"""Writes docs/models.md from what was trained and measured: python3 training/report.py GLOVE_FOLDER

All of ours is asked of the product itself (read-rows.ts): the second table of the weights in cache/held-out, which were fitted without the sources
civil-1k, civil-seed and hatemoji-check (train.py and finish.py --without).
"""
import json
import subprocess
import sys

import numpy as np
import torch
from sklearn.metrics import roc_auc_score

from data import APART, CACHE, PERSPECTIVE_SHARE, Forms, Texts
from finish import unlike
from learn import character_f1, measure
from linear import features, fit

ROOT = CACHE.parent.parent
# Log-odds for a text the product gives no number.
UNREAD = -6
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


def pick_short(lines, name, note=""):
    """The row of a source, cut to its ROC-AUC, for the summary at the top."""
    line = next(line for line in lines if line.startswith(f"| {name} |"))
    _, _, later, at_once, _, *others = line.strip("| ").split(" | ")
    return "| " + " | ".join([name + note, *(cell.split(" / ")[0] for cell in (later, at_once, *others))]) + " |"


def ask(texts, rows, folder):
    """Log-odds of "uncivil" of rows as the product says them with the weights of a folder, at once and later (what it gives no number counts as civil), and what it marks."""
    lines = [json.loads(line)["text"] for line in open(CACHE / "texts.ndjson")]
    asked, told = CACHE / "asked.ndjson", CACHE / "told.ndjson"
    asked.write_text("".join(json.dumps({"text": lines[texts.line[i]]}) + "\n" for i in rows))
    subprocess.run(["node", "--import", "tsx", str(ROOT / "training" / "read-rows.ts"), str(asked), str(told)], cwd=folder, check=True)
    numbers = np.zeros((len(texts), 2))
    said = [json.loads(line) for line in open(told)]
    numbers[rows] = [[UNREAD if number is None else number for number in numbers_of] for *numbers_of, _ in said]
    return {"fast": numbers[:, 0], "thorough": numbers[:, 1], "marked": {i: marked for i, (*_, marked) in zip(rows, said)}}


def read_plainly(forms, texts, rows, learnt_from):
    """The plain regression alone."""
    coef, bias = fit(forms, texts, learnt_from[~np.isin(texts.source[learnt_from], APART)], 8, 3e-5)
    plain = np.zeros(len(texts))
    plain[rows] = features(forms, texts, rows) @ coef + bias
    return plain


def auc_by_group(forms, texts, rows, score):
    """Among comments that name a group; civil ones that do against uncivil ones that do not (BPSN); the other way round (BNSP)."""
    named = np.array([forms.number["<id>"] in texts.words[i] for i in rows])
    uncivil = texts.gold[rows] == 1
    chosen = (named, named != uncivil, named == uncivil)
    return " | ".join(f"{roc_auc_score(uncivil[part], score[rows[part]]):.3f}" for part in chosen)


def main(glove_folder):
    forms, texts = Forms(glove_folder), Texts()
    names = sorted(set(texts.source))
    test = np.where(texts.split == "test")[0]
    train_rows = np.where(texts.split != "test")[0]
    said = {**ask(texts, test[np.isin(texts.source[test], [*NAMES, "perspective", "civil-spans"])], ROOT), "plain": read_plainly(forms, texts, test, train_rows)}
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
    held = {**ask(texts, rows, CACHE / "held-out"), "plain": read_plainly(forms, texts, rows, unlike(texts, train_rows, HELD))}
    for name in (*HELD, NEWS):
        own = np.array([i for i in rows if texts.source[i] == name or (name == NEWS and texts.source[i] != "hatemoji-check")])
        held_lines.append(row(name, texts.gold[own], [held["thorough"][own], held["fast"][own], held["plain"][own], toad[own], cuss[own], None]))
    news = np.array([i for i in rows if texts.source[i] != "hatemoji-check"])
    readings = (("thorough", "second reading"), ("fast", "first reading"))
    by_group = "\n".join(f"| {reading} | {auc_by_group(forms, texts, news, held[name])} |" for name, reading in readings)
    headline = [pick_short(held_lines, name, ", never seen") for name in (NEWS, NAMES["hatemoji-check"])]
    headline += [pick_short(lines, NAMES[source]) for source in ("reddit", "wiki")]
    perspective = np.array([i for i in test if texts.source[i] == "perspective"])
    agreement = float(np.corrcoef(said["thorough"][perspective], np.log(texts.labels[perspective, 0].clip(0.01, 0.99) / (1 - texts.labels[perspective, 0].clip(0.01, 0.99))))[0, 1])
    spans = [i for i in test if texts.source[i] == "civil-spans"]
    scores = {i: character_f1(texts.spans[i], said["marked"][i]) for i in spans}
    filled = [i for i in spans if texts.spans[i]]
    marked, everywhere = (float(np.mean([scores[i] for i in lot])) for lot in (filled, spans))
    text = (ROOT / "training" / "models.md").read_text()
    text = text.replace("{{HEADLINE}}", "\n".join(headline)).replace("{{TABLE}}", "\n".join(lines)).replace("{{HELD}}", "\n".join(held_lines)).replace("{{AGREEMENT}}", f"{agreement:.2f}").replace("{{BY_GROUP}}", by_group)
    text = text.replace("{{SPANS}}", f"{marked:.3f} on the {len(filled)} texts in which anything is marked, {everywhere:.3f} on all {len(spans)}")
    for name, figure in json.loads((CACHE / "topicality.json").read_text()).items():
        text = text.replace("{{topicality.%s}}" % name, f"{figure:.3f}")
    text = text.replace("{{TONES}}", "\n".join(json.loads((CACHE / "tones.json").read_text())))
    (ROOT / "docs" / "models.md").write_text(text)
    print(text)


def kept_lines():
    """Texts without a word are left out of Texts; so are their lines here."""
    return [bool(json.loads(line)["words"]) for line in open(CACHE / "words.ndjson")]


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(sys.argv[1])
