"""Fits how tones are told (lib/scoring/incivility/tone-model.ts) on comments that were marked for this project (tone-marks.tsv).

Usage: python3 training/tones.py
Reads what tone-readings.ts wrote. Writes lib/scoring/weights/tones.bin, ROC-AUC by five folds for the report, and numbers that a test compares.
"""
import json
from pathlib import Path

import numpy as np
from scipy import sparse
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.metrics import roc_auc_score

from data import CACHE
from tensor_file import rounded, whole, write

ROOT = Path(__file__).resolve().parent.parent
TONES = ["condescension", "generalisation", "dismissal", "antagonism", "mockery"]
VERSION = "2026-11-30"
FOLDS = 5
MOST_STEPS = 200
# Places of the tables of words, and columns: one for each tone, and room.
WORDS, PAIRS, ROW = 1 << 14, 1 << 15, 8
# How hard weights are to move: of what the nets say and how a text speaks, of words' meaning, of words and pairs, of sentence vectors.
FEATURES_DECAY, MEANT_DECAY, WORDS_DECAY, VECTOR_DECAY = 11, 70, 0.5, 0.25
# Where a text is read thoroughly, the words' part counts so much.
WORDS_SHARE = 0.5
# A mark is how many of ten readers would say so; where half would, a text has the tone, for the report.
HAS_TONE = 0.5
GROUPS = {
    "Civil Comments, posts in which words were marked": ["civil-spans"],
    "Civil Comments, others": ["seed", "civil-1k"],
    "newspaper debates": ["debate", "debate-whole"],
    "Reddit": ["reddit"],
    "sentences written for this project": ["written"],
}


class Readings:
    """Comments with what there is to tell their tone by; features are brought to mean 0 and variance 1."""

    def __init__(self, path):
        rows = [json.loads(line) for line in open(path)]
        read = lambda name: np.array([row[name] for row in rows], dtype=np.float32)
        known = {source for sources in GROUPS.values() for source in sources}
        self.source, self.marks = np.array([row["source"] if row["source"] in known else "written" for row in rows]), read("marks")
        self.texts = [row.get("text") for row in rows]
        self.features = {name: np.hstack([read("style"), read(name)]) for name in ("first", "second")}
        self.meant, self.vectors = read("meant"), read("vector")
        self.words = sparse.hstack([self.count(rows, "words", WORDS), self.count(rows, "pairs", PAIRS)]).tocsr()

    def count(self, rows, name, places):
        at = [(row, hash & (places - 1), 1 / np.sqrt(len(line["words"]))) for row, line in enumerate(rows) for hash in line[name]]
        row, column, value = zip(*at)
        return sparse.csr_matrix((value, (row, column)), shape=(len(rows), places), dtype=np.float32)


def fit(parts, marks, offset=0):
    """Logistic regression on soft marks, all tones at once. parts: (matrix, decay). Returns the weights of each part, and the constants."""
    # With parts scaled so that all weights are as hard to move, the search takes a third of the steps.
    matrix = join([part / np.sqrt(decay) for part, decay in parts] + [np.ones((len(marks), 1))])
    turned = matrix.T.tocsr() if sparse.issparse(matrix) else matrix.T
    sizes = [part.shape[1] for part, _ in parts]
    decay = np.concatenate([np.ones(sum(sizes)), [0]])[:, None]

    def lose(flat):
        weights = flat.reshape(-1, len(TONES))
        logits = matrix @ weights + offset
        loss = np.sum(np.logaddexp(0, logits) - marks * logits) + np.sum(decay * weights * weights) / 2
        return loss, (turned @ (expit(logits) - marks) + decay * weights).ravel()

    found = minimize(lose, np.zeros(matrix.shape[1] * len(TONES)), jac=True, method="L-BFGS-B", options={"maxiter": MOST_STEPS, "maxfun": 2 * MOST_STEPS})
    weights = found.x.reshape(-1, len(TONES)).astype(np.float32)
    own = [part / np.sqrt(decay) for part, (_, decay) in zip(np.split(weights[:-1], np.cumsum(sizes)[:-1]), parts)]
    return [part.astype(np.float32) for part in own], weights[-1]


def join(parts):
    if any(map(sparse.issparse, parts)):
        return sparse.hstack([sparse.csr_matrix(part) for part in parts]).tocsr().astype(np.float64)
    return np.hstack(parts).astype(np.float64)


class Fitted:
    """Both regressions: the first by features and words, the second by features, words and sentence vectors."""

    def __init__(self, readings, rows):
        at = lambda values: values[rows]
        self.mean = {name: at(f).mean(0) for name, f in readings.features.items()}
        self.spread = {name: at(f).std(0) + 1e-6 for name, f in readings.features.items()}
        scaled = {name: self.scale(readings, name) for name in self.mean}
        marks = at(readings.marks)
        parts = [(at(scaled["first"]), FEATURES_DECAY), (at(readings.meant), MEANT_DECAY), (at(readings.words), WORDS_DECAY)]
        (self.first, meant, words), self.first_constant = fit(parts, marks)
        self.meant, self.words = meant.astype(np.float32), np.vstack([rounded(words[:WORDS]), rounded(words[WORDS:])])
        self.tables = (words[:WORDS], words[WORDS:])
        # What is said of comments it has learnt from would count too much beside the rest.
        unseen = np.zeros_like(marks)
        for fold in range(FOLDS):
            inside = np.arange(len(rows)) % FOLDS != fold
            (_, m, w), _ = fit([(part[inside], decay) for part, decay in parts], marks[inside])
            unseen[~inside] = parts[1][0][~inside] @ m + parts[2][0][~inside] @ w
        (self.second, self.views), self.second_constant = fit(
            [(at(scaled["second"]), FEATURES_DECAY), (at(readings.vectors), VECTOR_DECAY)], marks, WORDS_SHARE * unseen
        )

    def scale(self, readings, name):
        return (readings.features[name] - self.mean[name]) / self.spread[name]

    def read(self, readings):
        spoken = readings.meant @ self.meant + readings.words @ self.words
        first = self.scale(readings, "first") @ self.first + self.first_constant + spoken
        second = self.scale(readings, "second") @ self.second + self.second_constant + WORDS_SHARE * spoken + readings.vectors @ self.views
        return first, second

    def tensors(self):
        """Weights of features as they come, a constant, the words' share: a row for each tone."""
        def plain(name, weights, constant, share):
            own = weights / self.spread[name][:, None]
            return np.vstack([own, constant - self.mean[name] @ own, np.full(len(TONES), share)]).T

        room = lambda table: (np.pad(table[0], ((0, 0), (0, ROW - len(TONES)))), table[1])
        return {
            "words": room(whole(self.tables[0])),
            "pairs": room(whole(self.tables[1])),
            "meant": self.meant.T,
            "first": plain("first", self.first, self.first_constant, 1),
            "second": plain("second", self.second, self.second_constant, WORDS_SHARE),
            "views": self.views.T,
        }


def measure(readings):
    """ROC-AUC of both readings by tone, of comments that were not learnt from: lines of the report's table."""
    fold = np.random.default_rng(1).permutation(len(readings.source)) % FOLDS
    said = [np.zeros_like(readings.marks), np.zeros_like(readings.marks)]
    for number in range(FOLDS):
        fitted = Fitted(readings, np.where(fold != number)[0])
        for all_said, own in zip(said, fitted.read(readings)):
            all_said[fold == number] = own[fold == number]
    lines = []
    for name, chosen in {"all": readings.source != "", **{name: np.isin(readings.source, sources) for name, sources in GROUPS.items()}}.items():
        has = readings.marks[chosen] >= HAS_TONE
        cells = [[f"{int(own.sum())}", *(f"{roc_auc_score(own, values[chosen, at]):.3f}" for values in said)] for at, own in enumerate(has.T)]
        lines.append(f"| {name} | {len(has)} | " + " | ".join(f"{count}: {first} / {second}" for count, first, second in cells) + " |")
        print(lines[-1], flush=True)
    return lines


def main():
    readings = Readings(CACHE / "tone-readings.ndjson")
    (CACHE / "tones.json").write_text(json.dumps(measure(readings)))
    fitted = Fitted(readings, np.arange(len(readings.source)))
    write(ROOT / "lib/scoring/weights/tones.bin", VERSION, fitted.tensors())
    written = Readings(CACHE / "tone-written.ndjson")
    numbers = lambda said: [dict(zip(TONES, map(float, row.round(3)))) for row in said]
    first, second = map(numbers, fitted.read(written))
    lines = [{"text": text, "first": a, "second": b} for text, a, b in zip(written.texts, first, second)]
    (ROOT / "tests/fixtures/scoring/tones.json").write_text(json.dumps(lines, indent=1) + "\n")


if __name__ == "__main__":
    main()
