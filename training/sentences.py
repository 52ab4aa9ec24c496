"""What sentence vectors (Universal Sentence Encoder lite) say of incivility: a regression over 512 numbers, a view of its own beside the nets'.

Usage: python3 training/sentences.py
Has the vectors made (some 35 minutes): cache/sentences.f32, with the texts they are of in cache/sentences.json; fit and read are for finish.py.
"""
import json
import random
import subprocess
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from data import CACHE, HEADS
from templates import GROUPS, OTHERS

ROOT = Path(__file__).resolve().parent
SIZE = 512
# As the run-time cuts them (lib/scoring/topicality/sentence-vectors.ts).
MOST_UNITS = 1500
WHOLLY = ("civil-seed", "civil-1k", "wiki-small", "debate", "perspective")
PARTLY = {"civil-sentences": 0.3, "paradetox-hard": 0.3, "paradetox": 0.1}
MOST_TEXTS = 33_728
# Of these all test rows have a vector; of others those that were chosen by chance.
MEASURED = ("wiki", "reddit", "civil-sentences", "templates", "hatemoji", "paradetox-hard")
PASSING = ("I met {} at the market.", "{} live in our street.", "The report is about {}.", "{} and their friends came to the meeting.")
# Directions in which naming one group differs from naming another: nothing is learnt along them.
IDENTITY_DIRECTIONS = 48
SCALE = 20


def choose():
    """Lines of texts.ndjson to learn from, of some sources all, of others a part; then whatever else is measured."""
    lines = [json.loads(line) for line in open(CACHE / "texts.ndjson")]
    source = random.Random(1)
    of = lambda *sources: [(at, line) for at, line in enumerate(lines) if line["source"] in sources]
    first = [at for at, _ in of(*WHOLLY)]
    others = [at for at, _ in of("wiki", "reddit", "hatemoji-check")]
    others += [at for at, line in of("civil-spans") if line["split"] == "test" or source.random() < 0.5]
    others += [at for at, line in of("templates", "hatemoji", *PARTLY) if line["source"] not in PARTLY or source.random() < PARTLY[line["source"]]]
    source.shuffle(others)
    chosen = (first + others)[:MOST_TEXTS]
    known = set(chosen)
    measured = lambda line: line["source"] == "hatemoji-check" or (line["split"] == "test" and line["source"] in MEASURED)
    chosen += [at for at, line in enumerate(lines) if at not in known and measured(line)]
    chosen += [at for at, _ in of("groups", "put-downs")]
    return chosen, [lines[at]["text"] for at in chosen]


def cut(text):
    return text.encode("utf-16-le")[: 2 * MOST_UNITS].decode("utf-16-le", "ignore") or " "


def embed(texts, path):
    with open(path.with_suffix(".ndjson"), "w") as out:
        out.writelines(json.dumps({"text": cut(text)}) + "\n" for text in texts)
    subprocess.run(["node", str(ROOT / "embed.mjs"), str(path.with_suffix(".ndjson")), str(path)], check=True)


def groups_named():
    return [pattern.format(group.replace("#", " ")) for group in [*GROUPS, *OTHERS] for pattern in PASSING]


class Sentences:
    """The vectors, by row of Texts; rows without one are left out of `has`."""

    def __init__(self, texts):
        chosen = json.load(open(CACHE / "sentences.json"))
        row_of = {line: row for row, line in enumerate(texts.line)}
        vectors = np.fromfile(CACHE / "sentences.f32", dtype="<f4").reshape(-1, SIZE)
        self.vectors, self.has = np.zeros((len(texts.words), SIZE), dtype=np.float32), np.zeros(len(texts.words), dtype=bool)
        for line, vector in zip(chosen, vectors):
            if line in row_of:
                self.vectors[row_of[line]], self.has[row_of[line]] = vector, True
        named = np.fromfile(CACHE / "groups-named.f32", dtype="<f4").reshape(-1, len(PASSING), SIZE)
        apart = (named - named.mean(0)).reshape(-1, SIZE)
        self.directions = np.linalg.svd(apart, full_matrices=False)[2][:IDENTITY_DIRECTIONS]

    def fit(self, texts, index, head="uncivil", freedom=0.01):
        """Weights and bias, learnt from those of `index` that have a vector and a label: soft labels, each text once as uncivil and once as not."""
        labels = texts.labels[:, HEADS.index(head)]
        rows = np.array([i for i in index if self.has[i] and not np.isnan(labels[i])])
        target = labels[rows].astype(float)
        matrix = self.without_directions(self.vectors[rows]) * SCALE
        model = LogisticRegression(C=freedom, max_iter=300)
        model.fit(np.concatenate([matrix, matrix]), np.concatenate([np.ones(len(rows)), np.zeros(len(rows))]), sample_weight=np.concatenate([target, 1 - target]) + 1e-6)
        return self.without_directions(model.coef_)[0] * SCALE, float(model.intercept_[0])

    def without_directions(self, vectors):
        return vectors - vectors @ self.directions.T @ self.directions

    def read(self, fitted):
        weights, bias = fitted
        return np.where(self.has, self.vectors @ weights + bias, 0)


if __name__ == "__main__":
    chosen, texts = choose()
    (CACHE / "sentences.json").write_text(json.dumps(chosen))
    embed(texts, CACHE / "sentences.f32")
    embed(groups_named(), CACHE / "groups-named.f32")
