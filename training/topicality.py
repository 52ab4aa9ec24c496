"""Fits how words and sentence vectors make a distance from the topic: python3 training/topicality.py DATA_FOLDER

Readers' comments under 125 debates, whole and cut to twelve words, each against its own and two other debates, of which title and standfirst are
known, or the title alone; fitted on the debates of even number, measured on the others. Prints the weights near which those of
lib/scoring/topicality/topic-distance.ts are; writes the centres of the vectors, and figures for the report.
"""
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from data import CACHE
from sampling import SAMPLE
from tensor_file import write

ROOT = Path(__file__).resolve().parent
WORDS = 12


def unit(vectors):
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)


def embed(texts):
    with open(CACHE / "embed.ndjson", "w") as out:
        out.writelines(json.dumps({"text": text}) + "\n" for text in texts)
    subprocess.run(["node", str(ROOT / "embed.mjs"), str(CACHE / "embed.ndjson"), str(CACHE / "embed.f32")], check=True)
    return np.fromfile(CACHE / "embed.f32", dtype="<f4").reshape(-1, 512)


def ask_words(mode):
    subprocess.run(["node", "--import", "tsx", str(ROOT / "topic-words.ts"), mode], check=True, cwd=ROOT.parent)


def average_words(texts):
    with open(CACHE / "topic-texts.ndjson", "w") as out:
        out.writelines(json.dumps({"text": text}) + "\n" for text in texts)
    ask_words("means")
    return np.nanmean(np.fromfile(CACHE / "topic-means.f32", dtype="<f4").reshape(len(texts), -1), axis=0)


def compare_words(rows):
    with open(CACHE / "topic-pairs.ndjson", "w") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    ask_words("pairs")
    lexical, nearness = np.array([json.loads(line) for line in open(CACHE / "topic-words.ndjson")], dtype=float).T
    return np.nan_to_num(np.log((1 - lexical + 0.02) / (lexical + 0.02))), np.nan_to_num(nearness)


def main(data):
    comments = pd.read_csv(Path(data) / "nyt-roomfordebate-topic/comments.csv")
    debates = comments.drop_duplicates("title").reset_index(drop=True)
    number = {title: at for at, title in enumerate(debates.title)}
    comments = comments.sample(frac=SAMPLE, random_state=1).sort_index().reset_index(drop=True)
    blurbs = [text if isinstance(text, str) else "." for text in debates.description]
    whole = list(comments.text)
    texts = whole + [" ".join(text.split()[:WORDS]) for text in whole]
    count = len(debates)
    vectors = embed([*debates.title, *blurbs, *texts])
    titles, stands, bodies = vectors[:count], vectors[count : 2 * count], vectors[2 * count :]
    text_centre, article_centre = bodies[: len(whole)].mean(0), vectors[: 2 * count].mean(0)
    centres = {
        "text_centre": text_centre,
        "article_centre": article_centre,
        "word_text_centre": average_words(whole),
        "word_article_centre": average_words([f"{title}\n{blurb}" for title, blurb in zip(debates.title, blurbs)]),
    }
    write(ROOT.parent / "lib/scoring/weights/topicality.bin", "1", centres)
    rng = np.random.default_rng(5)
    pairs = []
    for at, title in enumerate(comments.title):
        own = number[title]
        others = [int(other) for other in rng.choice(count, 3) if other != own][:2]
        pairs += [(row, own, other) for row in (at, at + len(whole)) for other in [own, *others]]
    row, own, other = (np.array(column) for column in zip(*pairs))
    gold, is_cut, fitted = (own == other).astype(int), row >= len(whole), own % 2 == 0
    articles = {"title": unit(titles - article_centre), "both": unit(unit(titles - article_centre) + unit(stands - article_centre))}
    features = {}
    for kind, article in articles.items():
        shown = [{"title": debates.title[at], "standfirst": blurbs[at] if kind == "both" else "", "text": texts[text]} for text, _, at in pairs]
        shared, general = compare_words(shown)
        cosine = (unit(bodies - text_centre)[row] * article[other]).sum(1)
        features[kind] = {"shared": shared, "general": general, "sentence": cosine}
    figures = {}
    models = {"words": ["shared", "general"], "vectors": ["sentence"], "both": ["shared", "general", "sentence"], "shared": ["shared"]}
    for name, columns in models.items():
        stacked = {kind: np.stack([found[column] for column in columns], 1) for kind, found in features.items()}
        matrix = np.concatenate([stacked[kind][fitted] for kind in stacked])
        model = LogisticRegression(C=10, max_iter=500).fit(matrix, np.tile(gold[fitted], len(stacked)))
        print(name, columns, "weights", model.coef_.round(2), model.intercept_.round(2))
        for kind, rows in stacked.items():
            for cut in (False, True):
                measured = ~fitted & (is_cut == cut)
                auc = round(roc_auc_score(gold[measured], model.decision_function(rows[measured])), 3)
                figures[f"{name}_{kind}{'_cut' if cut else ''}"] = auc
    print(json.dumps(figures, indent=1))
    (CACHE / "topicality.json").write_text(json.dumps(figures))


if __name__ == "__main__":
    main(sys.argv[1])
