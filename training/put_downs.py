"""What tells a put-down without a harsh word: a regression over words, pairs and triples, hashed, for the reading at once, and small nets over
the sentence vector for the later one. They learn from sentences written for this project (put_down_patterns.py) beside comments, so that a
number means "said to put somebody down", not "harsh"; what is uncivil for other reasons counts little here, since the nets know it.

Usage: python3 training/put_downs.py GLOVE_FOLDER
Writes lib/scoring/weights/put-downs.bin and, for a test that compares, what it says of some sentences written for this project.
"""
import json
import sys

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

import statements
from data import CACHE, PUT_DOWNS, Forms, Texts
from linear import mix
from sentences import Sentences
from tensor_file import rounded, whole, write

ROOT = CACHE.parent.parent
WORDS, PAIRS, TRIPLES = 1 << 15, 1 << 16, 1 << 16
PARTS = {"words": WORDS, "pairs": PAIRS, "triples": TRIPLES}
FIRST = dict(zip(PARTS, np.cumsum([0, *PARTS.values()])))
# So much of each source; those held out for the report are not among them.
SHARES = {PUT_DOWNS: 1, "templates": 1, "civil-sentences": 1, "reddit": 1, "debate": 1, "groups": 0.3, "paradetox": 0.3, "paradetox-hard": 0.5, "wiki": 1, "wiki-small": 1, "perspective": 1}
# Longer ones say little of a single sentence; debates have few short ones.
LONGEST = 60
# What an uncivil text of another source counts.
OTHERWISE_UNCIVIL = 0.15
FREEDOM = 3.0
NETS = {"hidden": 128, "epochs": 20, "batch": 256, "dropout": 0.4, "decay": 3e-4}


def choose(texts, index):
    """Which of `index` it learns from, and what each counts."""
    length = np.array([len(words) for words in texts.words])
    drawn = np.random.default_rng(20261129).random(len(texts)) < np.array([SHARES.get(source, 0) for source in texts.source])
    fits = drawn & ((length <= LONGEST) | (texts.source == "debate")) & ~np.isnan(texts.labels[:, 0])
    rows = index[fits[index]]
    otherwise = (texts.source[rows] != PUT_DOWNS) & (texts.labels[rows, 0] > 0.5)
    return rows, np.where(otherwise, OTHERWISE_UNCIVIL, 1.0)


def features(forms, texts, index):
    """One row a text: its words, pairs and triples over the root of their number."""
    cols, data, starts = [], [], [0]
    for i in index:
        hashes = forms.hash[texts.words[i]]
        pairs = mix(hashes[:-1] * np.uint32(31) ^ hashes[1:])
        triples = mix(pairs[:-1] * np.uint32(31) ^ hashes[2:])
        parts = {"words": hashes, "pairs": pairs, "triples": triples}
        col = np.concatenate([FIRST[name] + (part % PARTS[name]).astype(np.int64) for name, part in parts.items()])
        cols.append(col)
        data.append(np.full(len(col), 1 / np.sqrt(len(col))))
        starts.append(starts[-1] + len(col))
    matrix = csr_matrix((np.concatenate(data), np.concatenate(cols), starts), shape=(len(index), sum(PARTS.values())))
    matrix.sum_duplicates()
    return matrix


def fit(forms, texts, index):
    """Weights and bias of the regression."""
    rows, counts = choose(texts, index)
    matrix = features(forms, texts, rows)
    # A feature of one text only teaches nothing.
    known = np.asarray((matrix > 0).sum(0)).ravel() >= 2
    matrix, target = matrix[:, known], texts.labels[rows, 0].astype(float)
    model = LogisticRegression(C=FREEDOM, max_iter=300, tol=1e-3)
    model.fit(vstack([matrix, matrix]), np.concatenate([np.ones(len(rows)), np.zeros(len(rows))]), sample_weight=np.concatenate([target * counts, (1 - target) * counts]) + 1e-6)
    weights = np.zeros(len(known))
    weights[known] = model.coef_[0]
    return weights, float(model.intercept_[0])


def fit_nets(texts, sentences, index):
    """Tables of the nets by the names that put-down-views.ts asks for."""
    rows, counts = choose(texts, index[sentences.has[index]])
    return statements.fit_average(sentences, rows, texts.labels[rows, 0], counts, **NETS)


def write_fixture(texts, sentences, by_words, by_vector):
    """What both say of some of the sentences written for this project (log-odds): a test compares it with the run-time's."""
    lines = [json.loads(line)["text"] for line in open(CACHE / "texts.ndjson")]
    rows = [i for i in range(len(texts)) if texts.source[i] == PUT_DOWNS and sentences.has[i] and len(texts.words[i]) >= 3]
    told = [{"text": lines[texts.line[i]], "words": round(float(by_words[i]), 4), "vector": round(float(by_vector[i]), 4)} for i in rows[:: len(rows) // 40]]
    (ROOT / "tests/fixtures/scoring/put-downs.json").write_text(json.dumps({"texts": told}, indent=1) + "\n")


def main(glove_folder):
    forms, texts = Forms(glove_folder), Texts()
    sentences = Sentences(texts)
    learnt_from = np.where(texts.split != "test")[0]
    weights, bias = fit(forms, texts, learnt_from)
    parts = dict(zip(PARTS, np.split(weights.astype(np.float32), np.cumsum(list(PARTS.values()))[:-1])))
    seen = np.concatenate([rounded(part) for part in parts.values()])
    nets = fit_nets(texts, sentences, learnt_from)
    write_fixture(texts, sentences, features(forms, texts, np.arange(len(texts))) @ seen.astype(float) + bias, statements.read(sentences, nets))
    tensors = {**{name: whole(part) for name, part in parts.items()}, "bias": np.array([bias])}
    tensors.update({f"late.{name}": whole(table) if name == "hidden" else table for name, table in nets.items()})
    write(ROOT / "lib" / "scoring" / "weights" / "put-downs.bin", "2026-11-29", tensors)


if __name__ == "__main__":
    main(sys.argv[1])
