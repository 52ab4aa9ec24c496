"""Small nets over sentence vectors: what a short text says of people. It learns from sentences about groups (hate, and what only looks like it),
from those that tell of violence or wish it, and from comments that name a group; patterns it has not met it tells better than anything over words."""
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from groups import MENTIONING
from sentences import SCALE, SIZE
from tensor_file import rounded

HIDDEN, EPOCHS, BATCH, RATE, DROPOUT, DECAY = 64, 18, 128, 2e-3, 0.5, 1e-3
# One net of so few texts is one of many that might have been: four are averaged, which is one of four times the width.
SEEDS = range(4)
# Sources with what they count: hate with emoji was written to deceive models, and half of it cannot be told without them.
WRITTEN = {"groups": 1.0, "templates": 1.0, "hatemoji": 0.5, "hatemoji-check": 0.5}


def fit(texts, sentences, index, masked):
    """Its tables by the names that sentence-views.ts asks for. `masked`: the form of a term of identity."""
    mentions = lambda i: texts.source[i] in MENTIONING and masked in texts.words[i]
    rows = np.array([i for i in index if sentences.has[i] and (texts.source[i] in WRITTEN or mentions(i))])
    weight = np.array([WRITTEN.get(source, 1.0) for source in texts.source[rows]])
    return fit_average(sentences, rows, texts.labels[rows, 0], weight)


def fit_average(sentences, rows, target, weight, hidden=HIDDEN, epochs=EPOCHS, batch=BATCH, dropout=DROPOUT, decay=DECAY):
    """The tables of nets averaged, which learnt `target` of the vectors of `rows`."""
    vectors = torch.from_numpy(sentences.without_directions(sentences.vectors[rows]) * SCALE)
    target, weight = torch.from_numpy(target), torch.from_numpy(weight.astype(np.float32))
    nets = [train(vectors, target, weight, seed, hidden, epochs, batch, dropout, decay) for seed in SEEDS]
    inner_weights = np.concatenate([sentences.without_directions(inner.weight.detach().numpy()) * SCALE for inner, _ in nets])
    hidden_bias = np.concatenate([inner.bias.detach().numpy() for inner, _ in nets])
    out = np.concatenate([outer.weight.detach().numpy()[0] for _, outer in nets]) / len(nets)
    return {"hidden": inner_weights, "hidden_bias": hidden_bias, "out": out, "bias": sum(outer.bias.detach().numpy() for _, outer in nets) / len(nets)}


def train(vectors, target, weight, seed, hidden, epochs, batch, dropout, decay):
    """The two layers of one net."""
    torch.manual_seed(seed)
    inner, outer = nn.Linear(SIZE, hidden), nn.Linear(hidden, 1)
    net = nn.Sequential(nn.Dropout(dropout), inner, nn.ReLU(), nn.Dropout(dropout), outer)
    optimiser = torch.optim.Adam(net.parameters(), lr=RATE, weight_decay=decay)
    for _ in range(epochs):
        for chunk in torch.randperm(len(target)).split(batch):
            losses = F.binary_cross_entropy_with_logits(net(vectors[chunk])[:, 0], target[chunk], reduction="none")
            optimiser.zero_grad()
            (losses * weight[chunk]).mean().backward()
            optimiser.step()
    return inner, outer


def read(sentences, tables):
    """Log-odds of "uncivil" of every text by the tables as the run-time sees them; 0 where there is no vector."""
    hidden = np.maximum(0, sentences.vectors @ rounded(tables["hidden"]).T + tables["hidden_bias"])
    return np.where(sentences.has, hidden @ tables["out"] + tables["bias"][0], 0)
