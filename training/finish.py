"""Puts the trained nets together: calibration, the weights the run-time reads, numbers that a test compares, figures of the report.

Usage: python3 training/finish.py GLOVE_FOLDER SEED [--without SOURCE,...]
With --without all is fitted without those sources, for nets that were trained without them, and the weights come to be in cache/held-out/lib/scoring
for the report; nothing else is written then.
"""
import json
import shutil
import sys

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression

import groups
import piece_net
import statements
from data import APART, CACHE, GROUPS, HEADS, PUT_DOWNS, Forms, Texts
from deep_net import DeepNet
from export import export_general, first_tensors, second_tensors
from linear import PAIRS, SUBWORDS, WORDS, features, fit
from learn import measure, predict, span_f1
from net import ConvNet
from sentences import Sentences
from tensor_file import rounded, whole, write

ROOT = CACHE.parent.parent
WEIGHTS = ROOT / "lib" / "scoring" / "weights"
VERSION = "2026-11-28"
REGRESSION_SHARE = 0.35
# Of the regression over sentence vectors, where a text is read thoroughly.
SENTENCE_SHARE = 0.4
# And so much less of it where a short text names a group.
SENTENCE_LESS_IN_BOTH = 0.6
# Of the net over sentence vectors: of what a short text says, and more where it names a group.
STATEMENT_IF_SHORT, STATEMENT_IF_BOTH = 0.1, 1.2
# Of the net over the encoder's pieces of words, by head: of the others it knows no more than the nets.
PIECE_SHARES = {"uncivil": 0.3, "identity_attack": 0.5, "sexual": 0.5}
# The regression over sentence vectors learns from so few of the sentences about groups: comments have the say there.
EVERY_GROUP = 6
# Of the regression for groups, by head: its share always, more in a short text, more where a text names a group, and more in both.
GROUP_SHARES = {"uncivil": (0.2, 0.2, 0, 0.5), "identity_attack": (0.5, 0, 0.2, 0)}
# Of net and plain regression: so much less where a short text names a group.
LESS_IN_BOTH = 0.3
BUFFERS = ("vectors.glove", "vectors.subwords", "vectors.starts", "vectors.own_bucket")


def load(forms, path):
    """A net as the run-time will see it: tables rounded to whole numbers."""
    state = torch.load(path)
    kind = ConvNet if path.name.startswith("first") else DeepNet
    net = kind(forms, len(HEADS), sources=state["source_bias"].shape[0])
    state = {k: v for k, v in state.items() if k not in BUFFERS}
    for name in ("vectors.subword.weight", "vectors.own.weight"):
        state[name] = torch.from_numpy(rounded(state[name].numpy()))
    net.load_state_dict(state, strict=False)
    return net.eval()


def read_with_both(forms, texts, index, seed):
    """What the nets of a seed say of texts, (log-odds, words, hidden) as learn.predict gives them: the first alone, and the mean of both."""
    first, second = (predict(load(forms, CACHE / f"{kind}-{seed}.pt"), texts, index) for kind in ("first", "second"))
    words = {i: (first[1][i] + second[1][i]) / 2 for i in first[1]}
    return first, ((first[0] + second[0]) / 2, words, first[2])


def name_and_shortness(forms, texts, index):
    """Whether each text names a group, and how short it is: 0 from 30 words on, 1 up to 15."""
    masked = forms.number["<id>"]
    return np.array([masked in texts.words[i] for i in index]), np.array([min(1, max(0, (30 - len(texts.words[i])) / 15)) for i in index])


def add_regressions(forms, texts, index, logits, plain, fitted):
    """Adds to the nets' log-odds what the regressions say, as model.ts does."""
    said = groups.read(forms, texts, index, fitted)[index]
    named, short = name_and_shortness(forms, texts, index)
    logits[index, 0] = (logits[index, 0] + REGRESSION_SHARE * plain[index]) * (1 - LESS_IN_BOTH * named * short)
    for head, (always, if_short, if_named, if_both) in GROUP_SHARES.items():
        logits[index, HEADS.index(head)] += (always + if_short * short + if_named * named + if_both * named * short) * said


def fit_sentences(forms, texts, sentences, index):
    """What is learnt of sentence vectors from those of `index`: the regression, and the net over what is said of people."""
    index = index[texts.source[index] != PUT_DOWNS]
    written = np.where(texts.source[index] == GROUPS)[0]
    fewer = np.delete(index, np.setdiff1d(written, written[::EVERY_GROUP]))
    return sentences.fit(texts, fewer), statements.fit(texts, sentences, index, forms.number["<id>"])


def add_sentences(forms, texts, index, logits, sentences, fitted):
    """Adds what sentence vectors say; nothing for texts without one."""
    named, short = name_and_shortness(forms, texts, index)
    in_general, of_people = sentences.read(fitted[0])[index], statements.read(sentences, fitted[1])[index]
    logits[index, 0] += SENTENCE_SHARE * (1 - SENTENCE_LESS_IN_BOTH * named * short) * in_general
    logits[index, 0] += (STATEMENT_IF_SHORT + STATEMENT_IF_BOTH * named) * short * of_people


def add_pieces(texts, logits, states, net):
    """Adds what the net over pieces of words says; which texts it has read, and what it said of them."""
    has = states.has[np.array(texts.line)]
    pieces = np.zeros((len(texts), len(HEADS)), dtype=np.float32)
    pieces[has] = piece_net.read(net, states, np.array(texts.line)[has])
    for head, share in PIECE_SHARES.items():
        logits[:, HEADS.index(head)] += share * pieces[:, HEADS.index(head)]
    return has, pieces


def calibrate(texts, logits, known):
    """Slope and offset of each head, so that its probability means how often a moderator would agree at a natural rate; by `known` rows."""
    slope, offset = np.ones(len(HEADS)), np.zeros(len(HEADS))
    natural = ["reddit", "wiki", "civil-1k", "civil-seed", "civil-sentences", "debate"]
    rows = np.array([i for i in known if texts.split[i] == "test" and texts.gold[i] >= 0 and texts.source[i] in natural])
    gold = texts.gold[rows]
    share = 0.12
    weight = np.where(gold == 1, share / gold.mean(), (1 - share) / (1 - gold.mean()))
    fit = LogisticRegression(C=1e3).fit(logits[rows, :1], gold, sample_weight=weight)
    slope[0], offset[0] = fit.coef_[0, 0], fit.intercept_[0]
    for head in range(1, len(HEADS)):
        name = HEADS[head]
        wanted = {"civil-1k"} if name in ("insult", "identity_attack", "threat", "profanity", "sexual") else {"templates", "debate"} if name in ("condescension", "generalisation", "mockery") else {"perspective"}
        rows = np.array([i for i in known if texts.source[i] in wanted and not np.isnan(texts.labels[i, head])], dtype=int)
        if len(rows) == 0:
            continue
        target = texts.labels[rows, head]
        both = np.concatenate([logits[rows, head], logits[rows, head]])[:, None]
        fit = LogisticRegression(C=1e3).fit(both, np.concatenate([np.ones(len(rows)), np.zeros(len(rows))]), sample_weight=np.concatenate([target, 1 - target]) + 1e-6)
        slope[head], offset[head] = max(0.3, fit.coef_[0, 0]), fit.intercept_[0]
    return slope, offset


def unlike(texts, index, without):
    """Those of `index` that are not of these sources, nor the same words as one that is."""
    unseen = {tuple(texts.words[i]) for i in np.where(np.isin(texts.source, without))[0]}
    return np.array([i for i in index if texts.source[i] not in without and tuple(texts.words[i]) not in unseen])


def folder_for(without):
    """Where the weights are written: for the report a place of its own, with what is the same beside them."""
    if not without:
        return WEIGHTS
    folder = CACHE / "held-out" / "lib" / "scoring"
    shutil.copytree(WEIGHTS, folder / "weights", dirs_exist_ok=True)
    shutil.copytree(WEIGHTS.parent / "topicality", folder / "topicality", dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.ts"))
    if not (CACHE / "held-out" / "node_modules").exists():
        (CACHE / "held-out" / "node_modules").symlink_to((ROOT / "node_modules").resolve())
    return folder / "weights"


def main(glove_folder, seed, without):
    forms, texts = Forms(glove_folder), Texts()
    names = sorted(set(texts.source))
    everything = np.arange(len(texts))
    fast, thorough = read_with_both(forms, texts, everything, seed)
    seen_rows = unlike(texts, everything, without)
    learnt_from = seen_rows[texts.split[seen_rows] != "test"]
    folder = folder_for(without)
    coef, bias = fit(forms, texts, learnt_from[~np.isin(texts.source[learnt_from], APART)], 8, 3e-5)
    parts = {"words": coef[:WORDS], "pairs": coef[WORDS : WORDS + PAIRS], "subwords": coef[WORDS + PAIRS :]}
    seen = np.concatenate([rounded(part.astype(np.float32)) for part in parts.values()])
    plain = features(forms, texts, everything) @ seen.astype(float) + bias
    weights, dense, group_bias = groups.fit(forms, texts, learnt_from)
    group_parts = dict(zip(groups.PARTS, np.split(weights.astype(np.float32), np.cumsum(list(groups.PARTS.values()))[:-1])))
    fitted = (np.concatenate([rounded(part) for part in group_parts.values()]), dense, group_bias)
    for logits, _, _ in (fast, thorough):
        add_regressions(forms, texts, everything, logits, plain, fitted)
    sentences = Sentences(texts)
    fitted_sentences = fit_sentences(forms, texts, sentences, learnt_from)
    add_sentences(forms, texts, everything, thorough[0], sentences, fitted_sentences)
    has_states, pieces = add_pieces(texts, thorough[0], piece_net.States(), piece_net.load(CACHE / f"piece-{seed}.pt"))
    has_all = sentences.has & has_states
    calibrations = [calibrate(texts, fast[0], seen_rows), calibrate(texts, thorough[0], seen_rows[has_all[seen_rows]])]
    hidden = np.stack([fast[2][i] for i in range(0, len(texts), 7)])
    tensors = {**calibration_tensors(*calibrations[0]), "hidden_scale": 1 / np.maximum(hidden.std(0), 1e-3)}
    tensors.update({f"regression.{name}": whole(part.astype(np.float32)) for name, part in parts.items()})
    tensors["regression.bias"] = np.array([bias])
    tensors.update({f"groups.{name}": whole(part) for name, part in group_parts.items()})
    tensors.update({"groups.dense": dense, "groups.bias": np.array([group_bias])})
    tensors.update(first_tensors(torch.load(CACHE / f"first-{seed}.pt")))
    write(folder / "incivility.bin", VERSION, tensors)
    second = {**calibration_tensors(*calibrations[1]), **sentence_tensors(*fitted_sentences), **second_tensors(torch.load(CACHE / f"second-{seed}.pt"))}
    second.update(piece_net.tensors(torch.load(CACHE / f"piece-{seed}.pt")))
    write(folder / "incivility-second.bin", VERSION, second)
    if without:
        return
    export_general(forms, WEIGHTS)
    write_fixture(texts, has_all, pieces, {"fast": (fast[0], *calibrations[0]), "thorough": (thorough[0], *calibrations[1])})
    for name, (logits, tokens, _), (slope, offset) in zip(("fast", "thorough"), (fast, thorough), calibrations):
        print(name, "slope", slope.round(2), "offset", offset.round(2))
        print_measures(texts, names, logits, tokens, logits[:, 0] * slope[0] + offset[0])


def calibration_tensors(slope, offset):
    return {"calibration.slope": slope, "calibration.offset": offset}


def sentence_tensors(regression, statement):
    weights, bias = regression
    tables = {f"statement.{name}": whole(table) if name == "hidden" else table for name, table in statement.items()}
    return {"sentence.weights": weights, "sentence.bias": np.array([bias]), **tables}


def write_fixture(texts, has_all, pieces, readings):
    """What both readings, and the net over pieces of words, say of some of the sentences written for this project: a test compares it with the run-time's."""
    rows = [i for i in range(len(texts)) if texts.source[i] == "templates" and has_all[i]]
    lines = [json.loads(line)["text"] for line in open(CACHE / "texts.ndjson")]
    numbers = lambda row, logits, slope, offset: {h: round(float(logits[row, k] * slope[k] + offset[k]), 4) for k, h in enumerate(HEADS)}
    fixture = [{"text": lines[texts.line[i]], **{name: numbers(i, *reading) for name, reading in readings.items()}, "pieces": pieces[i].astype(float).round(3).tolist()} for i in rows[:: len(rows) // 40]]
    (ROOT / "tests/fixtures/scoring").mkdir(exist_ok=True, parents=True)
    (ROOT / "tests/fixtures/scoring/incivility.json").write_text(json.dumps({"texts": fixture}, indent=1) + "\n")


def print_measures(texts, names, logits, tokens, uncivil):
    test = np.where(texts.split == "test")[0]
    for name in names:
        chosen = np.array([i for i in test if texts.source[i] == name and texts.gold[i] >= 0], dtype=int)
        if len(chosen) > 40 and 0 < texts.gold[chosen].sum() < len(chosen):
            print(name, len(chosen), [round(float(v), 4) for v in measure(texts.gold[chosen], logits[chosen, 0])])
    spans = [i for i in test if texts.source[i] == "civil-spans"]
    print("spans", round(span_f1(texts, spans, tokens, uncivil), 4))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[4].split(",") if "--without" in sys.argv else [])
