"""A net over what the sentence encoder says of each piece of a word (encoder.py): its view stands beside the other nets' later reading.

Usage: python3 training/piece_net.py SEED [--without SOURCE,...]
Trains on everything but the test split; writes cache/piece-SEED.pt, with tables as the run-time sees them.
"""
import sys
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from data import CACHE, GROUPS, HEADS, PUT_DOWNS, Texts
from encoder import SIZE, read_pieces
from tensor_file import rounded, whole

FILTERS, VALUES, LOOKS, HIDDEN = 96, 64, 4, 64
SEEN = ("filters", "values", "looks")
ATTACK, NEWS = HEADS.index("attack"), 1200
# Columns of the run-time's matrices come in strips of so many.
STRIP = 16
EPOCHS, RATE, BATCH, DECAY = 4, 2e-3, 64, 1e-4
# How often a text with a masked term is met with some other word in its place.
SWAPPED = 0.35
# So much do sentences about groups count: comments have the say.
GROUP_WEIGHT = 0.3


class PieceNet(nn.Module):
    """Each piece's numbers, normalised, say how strongly each filter is met (its maximum and mean) and what the means weighted by looks are of."""

    def __init__(self, sources=1):
        super().__init__()
        self.filters, self.values, self.looks = nn.Linear(SIZE, FILTERS), nn.Linear(SIZE, VALUES), nn.Linear(SIZE, LOOKS)
        self.hidden = nn.Linear(2 * FILTERS + LOOKS * VALUES, HIDDEN)
        self.heads = nn.Linear(HIDDEN, len(HEADS))
        self.source_bias = nn.Parameter(torch.zeros(sources, len(HEADS)))
        self.piece_dropout, self.dropout = nn.Dropout(0.15), nn.Dropout(0.4)

    def forward(self, states, mask, sources=None):
        states = self.piece_dropout(F.layer_norm(states, (SIZE,)))
        inside = mask[..., None]
        met = torch.relu(self.filters(states)) * inside
        matters = self.looks(states).masked_fill(~inside, -30).softmax(1)
        looked = torch.einsum("blk,bld->bkd", matters, torch.relu(self.values(states))).flatten(1)
        told = torch.cat([met.max(1).values, met.sum(1) / inside.sum(1).clamp(min=1), looked], 1)
        logits = self.heads(self.dropout(torch.relu(self.hidden(self.dropout(told)))))
        return logits if sources is None else logits + self.source_bias[sources]


class States:
    """The states of texts by their line in texts.ndjson; `has` says of which there are any."""

    def __init__(self):
        pieces, other = read_pieces()
        self.length = np.array([len(own) for own in pieces])
        self.starts = np.concatenate([[0], np.cumsum(self.length)])
        self.has = np.fromfile(CACHE / "states-has.u8", dtype=np.uint8) > 0
        self.other = np.where((other >= 0) & self.has[other], other, -1)
        self.table = np.memmap(CACHE / "states.f16", dtype=np.float16, mode="r", shape=(int(self.starts[-1]), SIZE))

    def batch(self, lines):
        length = max(1, int(self.length[lines].max()))
        states, mask = np.zeros((len(lines), length, SIZE), dtype=np.float16), np.zeros((len(lines), length), dtype=bool)
        for row, line in enumerate(lines):
            states[row, : self.length[line]] = self.table[self.starts[line] : self.starts[line + 1]]
            mask[row, : self.length[line]] = True
        return torch.from_numpy(states).float(), torch.from_numpy(mask)


def train(texts, states, index, seed):
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    names = sorted(set(texts.source))
    number = np.array([names.index(source) for source in texts.source])
    net = PieceNet(len(names))
    line = np.array(texts.line)
    weights = np.where(texts.source == GROUPS, GROUP_WEIGHT, 1) * texts.weight
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, max_lr=RATE, total_steps=EPOCHS * (len(index) // BATCH + 1) + 1, pct_start=0.15)
    head_weight = torch.tensor([2.0] + [1.0] * (len(HEADS) - 1))
    for epoch in range(EPOCHS):
        net.train()
        started, total = time.time(), 0.0
        order = index[np.argsort(states.length[line[index]] + rng.uniform(0, 10, len(index)), kind="stable")]
        chunks = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
        rng.shuffle(chunks)
        for chunk in chunks:
            lines = line[chunk]
            lines = np.where((states.other[lines] >= 0) & (rng.random(len(lines)) < SWAPPED), states.other[lines], lines)
            labels = torch.from_numpy(texts.labels[chunk])
            known = ~torch.isnan(labels)
            told = net(*states.batch(lines), torch.from_numpy(number[chunk]))
            weight = known * head_weight * torch.from_numpy(weights[chunk].astype(np.float32))[:, None]
            loss = F.binary_cross_entropy_with_logits(told, torch.nan_to_num(labels), weight=weight, reduction="sum") / len(chunk)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5)
            optimiser.step()
            schedule.step()
            total += float(loss) * len(chunk)
        print(f"  epoch {epoch + 1}: loss {total / len(index):.4f}, {time.time() - started:.0f} s", flush=True)
    return net


@torch.no_grad()
def read(net, states, lines):
    """Log-odds of every head, of texts by their lines."""
    net.eval()
    out = np.zeros((len(lines), len(HEADS)), dtype=np.float32)
    order = np.argsort(states.length[lines], kind="stable")
    for at in range(0, len(order), BATCH):
        chunk = order[at : at + BATCH]
        out[chunk] = net(*states.batch(lines[chunk])).numpy()
    return out


def centre(net, texts, states, index):
    """Makes what it says of attacks, by which tones are told, 0 on the mean of news comments."""
    rows = index[texts.source[index] == "civil-spans"]
    said = read(net, states, np.array(texts.line)[rows[:: max(1, len(rows) // NEWS)]])
    net.heads.bias.data[ATTACK] -= float(said[:, ATTACK].mean())


def learnt_from(texts, without):
    """Rows to learn from: none of the test split, of sources left out, or of the same words as any of those."""
    keys = [tuple(words) for words in texts.words]
    unseen = {keys[i] for i in range(len(texts)) if texts.source[i] in without}
    left_out = {*without, PUT_DOWNS}
    return np.array([i for i in np.where(texts.split != "test")[0] if texts.source[i] not in left_out and keys[i] not in unseen])


def tensors(state):
    """The tables by the names that piece-net.ts asks for: what is seen of a piece in one matrix, with room to a full strip."""
    get = lambda name: state[name].numpy()
    seen, bias = (np.concatenate([get(f"{name}.{kind}") for name in SEEN]) for kind in ("weight", "bias"))
    (seen, scale), room = whole(seen), -len(bias) % STRIP
    return {
        "piece.widths": np.array([FILTERS, VALUES, LOOKS]),
        "piece.seen": (np.pad(seen, ((0, room), (0, 0))).T, scale),
        "piece.seen_bias": np.pad(bias, (0, room)),
        "piece.hidden": whole(get("hidden.weight").T),
        "piece.hidden_bias": get("hidden.bias"),
        "piece.heads": get("heads.weight"),
        "piece.heads_bias": get("heads.bias"),
    }


def load(path):
    """A net as the run-time will see it: matrices rounded to whole numbers."""
    state = torch.load(path)
    net = PieceNet(state["source_bias"].shape[0])
    seen = rounded(np.concatenate([state[f"{name}.weight"].numpy() for name in SEEN]))
    for name, part in zip(SEEN, np.split(seen, np.cumsum([FILTERS, VALUES]))):
        state[f"{name}.weight"] = torch.from_numpy(part)
    state["hidden.weight"] = torch.from_numpy(rounded(state["hidden.weight"].numpy()))
    net.load_state_dict(state)
    return net


def main(seed, without):
    texts, states = Texts(), States()
    index = learnt_from(texts, without)
    index = index[states.has[np.array(texts.line)[index]]]
    net = train(texts, states, index, seed)
    centre(net, texts, states, index)
    torch.save(net.state_dict(), CACHE / f"piece-{seed}.pt")


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(int(sys.argv[1]), sys.argv[3].split(",") if "--without" in sys.argv else [])
