"""Gathers the training texts of all sources into one file of lines, each with its split, soft labels and token spans.

Usage: python3 training/collect.py DATA_FOLDER
Writes training/cache/texts.ndjson and lib/scoring/weights/harsh-words.txt. No text of the data leaves the cache.

A line: {"source", "split", "text", "parent"?, "labels": {head: 0..1}, "weight", "spans"?: [[start, end]], "gold"?: 0|1}
Splits are by document (a hash of the text): train 80 %, dev 10 %, test 10 %.
"""
import ast
import hashlib
import json
import re
import sys
from collections import Counter
from pathlib import Path

import pandas as pd

from data import PERSPECTIVE_SHARE
from group_patterns import write_group_sentences
from harsh_words import MILD, find_harsh_words
from put_down_patterns import write_put_downs
from sampling import SAMPLE, sampled
from templates import CIVIL, fill, write_templates

DATA = Path(sys.argv[1])
ROOT = Path(__file__).resolve().parent
CACHE = ROOT / "cache"
WEIGHTS = ROOT.parent / "lib" / "scoring" / "weights"
SURROGATES = re.compile("[\ud800-\udfff]")


def split_of(text: str) -> str:
    bucket = int(hashlib.md5(re.sub(r"\W+", " ", text.lower()).strip().encode()).hexdigest(), 16) % 10
    return "test" if bucket == 0 else "dev" if bucket == 1 else "train"


def utf16_offsets(text: str) -> list[int]:
    """Where each code point begins in UTF-16 units, with the end."""
    offsets, at = [], 0
    for character in text:
        offsets.append(at)
        at += 2 if ord(character) > 0xFFFF else 1
    return offsets + [at]


rows: list[dict] = []
seen: set[str] = set()


def add(source, text, labels, weight=1.0, parent=None, spans=None, gold=None, split=None):
    if not isinstance(text, str) or not text.strip():
        return
    text = SURROGATES.sub("", text)
    row = {"source": source, "split": split or split_of(text), "text": text, "labels": labels, "weight": weight}
    if isinstance(parent, str) and parent.strip():
        row["parent"] = SURROGATES.sub("", parent)[:2000]
    if spans is not None:
        offsets = utf16_offsets(text)
        row["spans"] = [[offsets[max(0, s)], offsets[min(e, len(text))]] for s, e in spans if s < len(text)]
    if gold is not None:
        row["gold"] = int(gold)
    rows.append(row)


def runs(indexes):
    """Character indexes as [start, end) pairs."""
    out = []
    for index in sorted(indexes):
        if out and out[-1][1] == index:
            out[-1][1] = index + 1
        else:
            out.append([index, index + 1])
    return out


KINDS = {"Insult": "insult", "Insu": "insult", "Identity based Attack": "identity_attack", "Identity based": "identity_attack", "Profane/Obscene": "profanity", "Threat": "threat", "Other Toxicity": "other"}


def collect_civil():
    frame = pd.read_csv(DATA / "civil-comments-1k/civil_comments_multilabel.csv")
    for r in frame.itertuples():
        labels = {"uncivil": r.toxicity, "insult": r.insult, "identity_attack": r.identity_attack, "threat": r.threat, "profanity": r.obscene, "sexual": r.sexual_explicit}
        add("civil-1k", r.text, {k: float(v) for k, v in labels.items()}, 3.0, gold=r.toxicity >= 0.5)
    frame = pd.read_csv(DATA / "civil-comments-1k/seed200.csv")
    for r in frame.itertuples():
        gold = r.label == "toxic"
        add("civil-seed", r.example, {"uncivil": 0.85 if gold else 0.08}, 2.0, gold=gold)


def sentences(text):
    return [(m.start(), m.end()) for m in re.finditer(r"[^.!?\n]+[.!?]*", text) if len(m.group().split()) >= 5]


def collect_spans():
    comments = pd.read_csv(DATA / "civil-toxic-spans/comments.csv").set_index("comment_id").comment_text
    marks = pd.read_csv(DATA / "civil-toxic-spans/annotations.csv")
    spans = pd.read_csv(DATA / "civil-toxic-spans/spans.csv")
    trial = pd.read_csv(DATA / "civil-toxic-spans/tsd_trial.csv")
    gold = {t: ast.literal_eval(s) for t, s in zip(trial.text, trial.spans)}
    known = dict(gold)
    train = pd.read_csv(DATA / "civil-toxic-spans/tsd_train.csv")
    known.update({t: ast.literal_eval(s) for t, s in zip(train.text, train.spans)})
    by_annotation = {k: list(zip(g.type, g.start, g.end)) for k, g in spans.groupby("annotation")}
    used = set()
    for comment_id, group in marks.groupby("comment_id"):
        text = comments.get(comment_id)
        if not isinstance(text, str):
            continue
        used.add(text)
        voters = len(group)
        not_toxic = float(group["not toxic"].mean())
        pointing = [by_annotation.get(a, []) for a in group.annotation]
        pointed = [p for p in pointing if p]
        kinds = {head: sum(any(KINDS.get(t) == head for t, _, _ in p) for p in pointed) / len(pointed) if pointed else None for head in ("insult", "identity_attack", "profanity", "threat")}
        labels = {"uncivil": 0.5 + 0.5 * (1 - not_toxic)}
        labels.update({k: v * (1 - 0.5 * not_toxic) for k, v in kinds.items() if v is not None})
        counts = Counter(i for p in pointing for i in {i for _, s, e in p for i in range(int(s), int(e))})
        own = known.get(text)
        # As SemEval's were mostly made: what at least half of those marked who marked anything.
        marked = own if own is not None else [i for i, n in counts.items() if n * 2 >= len(pointed)]
        is_trial = text in gold
        split = "test" if is_trial else split_of(text)
        add("civil-spans", text, labels, 1.0, spans=runs(marked), split=split)
        if is_trial or group["all toxic"].mean() > 0.35:
            continue
        for start, end in sentences(text):
            touched = max((counts.get(i, 0) for i in range(start, end)), default=0)
            if touched == 0 and counts:
                add("civil-sentences", text[start:end].strip(), {"uncivil": 0.08, "insult": 0.03, "identity_attack": 0.03, "threat": 0.02, "profanity": 0.02, "sexual": 0.03, "condescension": 0.1, "generalisation": 0.12}, 0.7, spans=[], gold=0, split=split)
            elif touched * 2 >= voters and touched >= 2:
                piece = text[start:end]
                lead = len(piece) - len(piece.lstrip())
                inside = [i - start - lead for i in marked if start <= i < end]
                add("civil-sentences", piece.strip(), {"uncivil": 0.9}, 0.5, spans=[[s, e] for s, e in runs(inside) if s >= 0], gold=1, split=split)
    for text, marked in known.items():
        if text not in used:
            add("civil-spans", text, {"uncivil": 0.9 if marked else 0.55}, 1.0, spans=runs(marked), split="test" if text in gold else None)


def collect_paradetox():
    frame = pd.read_csv(DATA / "paradetox/paradetox.tsv", sep="\t")
    for r in frame.itertuples():
        split = split_of(r.toxic)
        add("paradetox", r.toxic, {"uncivil": 0.93}, 0.4, gold=1, split=split)
        for neutral in sorted({r.neutral1, r.neutral2, r.neutral3}, key=str):
            add("paradetox", neutral, {"uncivil": 0.05, "profanity": 0.03, "insult": 0.03, "threat": 0.02, "sexual": 0.02, "condescension": 0.05, "mockery": 0.05}, 0.3, gold=0, split=split)
    frame = pd.read_csv(DATA / "paradetox/paradetox_cannot_rewrite.tsv", sep="\t")
    for text, reason in zip(frame.iloc[:, 1], frame.iloc[:, 2]):
        said = json.loads(reason)
        if said.keys() == {"toxic_content"}:
            add("paradetox-hard", json.loads(text) if text.startswith('"') else text, {"uncivil": 0.85}, 0.7, gold=1)
        elif said.keys() == {"not_toxic"}:
            add("paradetox-hard", json.loads(text) if text.startswith('"') else text, {"uncivil": 0.12}, 1.0, gold=0)


def collect_reddit():
    for name, split in (("train", None), ("test", "test")):
        frame = pd.read_csv(DATA / f"reddit-incivility/incivility_coded_0302.{name}.csv", header=None)
        for text, label in frame.itertuples(index=False):
            add("reddit", text, {"uncivil": 0.9 if label else 0.05}, 1.0, gold=label, split=split or ("dev" if split_of(str(text)) == "dev" else "train"))


def collect_wiki():
    frame = pd.read_csv(DATA / "wiki-context/gc.csv")
    for r in frame.itertuples():
        # Perspective says more of these than the one label that each has.
        add("wiki", r.text, {"uncivil": (1 - PERSPECTIVE_SHARE) * r.label + PERSPECTIVE_SHARE * r.api}, 1.0, parent=r.parent, gold=r.label)
    frame = pd.read_csv(DATA / "wiki-context/cat_small.csv")
    for r in frame.itertuples():
        add("wiki-small", r.text, {"uncivil": 0.85 if r.label_oc else 0.1}, 1.0, parent=r.parent_text, gold=r.label_oc)
    frame = pd.read_csv(DATA / "perspective-sample/perspective_wikipedia_2k_score_sample_20180829.csv")
    for r in frame.itertuples():
        p = r._asdict()
        names = list(frame.columns)
        value = lambda name: float(getattr(r, r._fields[names.index(name) + 1]))
        labels = {"uncivil": value("TOXICITY@6"), "insult": value("INSULT"), "identity_attack": value("IDENTITY_ATTACK"), "threat": value("THREAT"), "profanity": value("OBSCENE"), "sexual": value("SEXUALLY_EXPLICIT"), "attack": value("ATTACK_ON_COMMENTER")}
        add("perspective", r.comment_text, labels, 1.0)


def collect_hate():
    for name in ("train", "validation", "test"):
        frame = pd.read_csv(DATA / f"hatemoji/{name}.csv")
        for r in frame.itertuples():
            labels = {"uncivil": 0.92 if r.label_gold else 0.08, "identity_attack": 0.85 if r.label_gold and r.type != "threateninglanguage" else 0.5 if r.label_gold else 0.05}
            if r.label_gold:
                labels["threat"] = 0.9 if r.type == "threateninglanguage" else 0.1
            add("hatemoji", r.text, labels, 0.6, gold=r.label_gold, split={"train": "train", "validation": "dev", "test": "test"}[name])
    frame = pd.read_csv(DATA / "hatemoji/hatemojicheck_test.csv")
    for r in frame.itertuples():
        add("hatemoji-check", r.text, {"uncivil": 0.92 if r.label_gold else 0.06, "identity_attack": 0.85 if r.label_gold else 0.04}, 0.4, gold=r.label_gold)


def collect_civil_debate():
    frame = pd.read_csv(DATA / "nyt-roomfordebate-topic/comments.csv")
    for r in frame.itertuples():
        add("debate", r.text, {"uncivil": 0.04, "insult": 0.02, "identity_attack": 0.02, "threat": 0.01, "profanity": 0.01, "sexual": 0.01, "condescension": 0.06, "generalisation": 0.05, "mockery": 0.04}, 1.0, gold=0)


def collect_harsh_words():
    """Writes the words that are looked for in disguise; those of the list are learnt too."""
    words, learned = find_harsh_words(DATA, rows)
    (WEIGHTS / "harsh-words.txt").write_text("\n".join(words) + "\n")
    print(len(words), "harsh words,", len(learned), "of them learned")
    for r in pd.read_csv(DATA / "surge-profanity/profanity_en.csv").itertuples():
        if isinstance(r.text, str) and not MILD.match(r.text):
            strength = {"Mild": 0.55, "Strong": 0.8, "Severe": 0.92}.get(r.severity_description, 0.7)
            kind = "sexual" if "sexual" in str(r.category_1) else "identity_attack" if "racial" in str(r.category_1) or "orientation" in str(r.category_1) else "profanity"
            for lead in ("", "you ", "these "):
                add("words", lead + r.text, {"uncivil": strength, kind: strength}, 0.3, split="train")


def collect_groups():
    """Sentences about groups, with words of abuse for groups from the profanity list; a split is by pattern, so that test patterns are new."""
    surge = pd.read_csv(DATA / "surge-profanity/profanity_en.csv")
    abusive = surge[surge.category_1.astype(str).str.contains("racial|orientation|disab") & (surge.severity_rating >= 1.4)].text
    slurs = sorted({t for t in abusive if isinstance(t, str) and re.fullmatch("[a-z]{4,14}", t) and not t.endswith("s") and not MILD.match(t)} - {"knickers", "slit", "spook", "hoar", "flamer", "jigger", "tramp", "bender", "slag", "puta", "pedobear"})
    print(len(slurs), "words of abuse")
    civil = [fill(pattern) for pattern in CIVIL * 4]
    for text, labels, weight, pattern in write_group_sentences(slurs, civil):
        add("groups", text, labels, weight, gold=labels["uncivil"] >= 0.5, split=split_of(pattern))


if __name__ == "__main__":
    CACHE.mkdir(exist_ok=True)
    WEIGHTS.mkdir(exist_ok=True)
    for collect in (collect_civil, collect_spans, collect_paradetox, collect_reddit, collect_wiki, collect_hate, collect_civil_debate, collect_harsh_words):
        collect()
    for text, labels, weight in write_templates():
        add("templates", text, labels, weight, gold=labels["uncivil"] >= 0.5)
    collect_groups()
    for text, labels, pattern in write_put_downs():
        add("put-downs", text, labels, 0.6, gold=labels["uncivil"] >= 0.5, split=split_of(pattern))
    if SAMPLE < 1:
        rows = list(sampled(rows))
    with open(CACHE / "texts.ndjson", "w") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(Counter((r["source"], r["split"]) for r in rows))
