"""Fits how shared words and sentence vectors make a distance from the topic: python3 training/topicality.py DATA_FOLDER

Readers' comments under 125 debates, each against its own and two other debates; fitted on the debates of even number, measured
on the others. Prints the weights that lib/scoring/topicality/topic-distance.ts holds; writes the centres of the vectors, and figures for the report.
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


def unit(vectors):
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)


def main(data):
    comments = pd.read_csv(Path(data) / "nyt-roomfordebate-topic/comments.csv")
    debates = comments.drop_duplicates("title").reset_index(drop=True)
    number = {title: at for at, title in enumerate(debates.title)}
    comments = comments.sample(frac=SAMPLE, random_state=1).sort_index().reset_index(drop=True)
    blurbs = [text if isinstance(text, str) else "." for text in debates.description]
    with open(CACHE / "embed.ndjson", "w") as out:
        for text in [*debates.title, *blurbs, *comments.text]:
            out.write(json.dumps({"text": text}) + "\n")
    subprocess.run(["node", str(ROOT / "embed.mjs"), str(CACHE / "embed.ndjson"), str(CACHE / "embed.f32")], check=True)
    vectors = np.fromfile(CACHE / "embed.f32", dtype="<f4").reshape(-1, 512)
    count = len(debates)
    titles, stands, texts = vectors[:count], vectors[count : 2 * count], vectors[2 * count :]
    text_centre, article_centre = texts.mean(0), vectors[: 2 * count].mean(0)
    write(ROOT.parent / "lib/scoring/weights/topicality.bin", "1", {"text_centre": text_centre, "article_centre": article_centre})
    rng = np.random.default_rng(5)
    pairs = []
    for at, title in enumerate(comments.title):
        own = number[title]
        others = [int(other) for other in rng.choice(count, 3) if other != own][:2]
        pairs += [(at, own, other) for other in [own, *others]]
    with open(CACHE / "topic-pairs.ndjson", "w") as out:
        for at, _, other in pairs:
            out.write(json.dumps({"title": debates.title[other], "standfirst": blurbs[other], "text": comments.text[at]}) + "\n")
    subprocess.run(["node", "--import", "tsx", str(ROOT / "topic-words.ts")], check=True, cwd=ROOT.parent)
    lexical = np.array([np.nan if line.strip() == "null" else float(line) for line in open(CACHE / "topic-words.ndjson")])
    at, own, other = (np.array(column) for column in zip(*pairs))
    gold = (own == other).astype(int)
    article = unit(unit(titles - article_centre) + unit(stands - article_centre))
    cosine = (unit(texts - text_centre)[at] * article[other]).sum(1)
    shared = np.nan_to_num(np.log((1 - lexical + 0.02) / (lexical + 0.02)), nan=0.0)
    fitted = own % 2 == 0
    figures = {}
    for name, columns in {"words": [shared], "vectors": [cosine], "both": [shared, cosine]}.items():
        matrix = np.stack(columns, 1)
        model = LogisticRegression(C=10, max_iter=500).fit(matrix[fitted], gold[fitted])
        nearness = model.decision_function(matrix[~fitted])
        figures[name] = round(roc_auc_score(gold[~fitted], nearness), 3)
        print(name, "AUC", figures[name], "weights", model.coef_.round(2), model.intercept_.round(2))
    (CACHE / "topicality.json").write_text(json.dumps(figures))


if __name__ == "__main__":
    main(sys.argv[1])
