"""The second net: reads words in their order. Slower at run time than net.py's, so that it is asked later (lib/scoring/incivility/deep-net.ts)."""
import torch
from torch import nn
from torch.nn import functional as F

from net import WordVectors

DISTANCES = (1, 2, 4)


class DeepNet(nn.Module):
    """Three layers add to each word what windows of three words say, wider each time; pooled by maximum, mean and weighted means."""

    def __init__(self, forms, heads, width=128, looks=4, hidden=96, sources=1):
        super().__init__()
        self.vectors = WordVectors(forms)
        self.word = nn.Linear(self.vectors.size, width)
        self.layers = nn.ModuleList([nn.Linear(3 * width, width) for _ in DISTANCES])
        self.token = nn.Linear(width, 1)
        self.attend = nn.Linear(width, looks)
        self.hidden = nn.Linear(width * (2 + looks) + 2, hidden)
        self.heads = nn.Linear(hidden + 1, heads)
        self.source_bias = nn.Parameter(torch.zeros(sources, heads))
        self.dropout, self.word_dropout = nn.Dropout(0.3), nn.Dropout(0.15)

    def forward(self, words, mask, sources=None, word_drop=0.0):
        unique, inverse = torch.unique(words, return_inverse=True)
        batch, length = words.shape
        inside = mask.unsqueeze(2).float()
        alive = inside
        if self.training and word_drop > 0:
            alive = inside * (torch.rand(batch, length, 1) >= word_drop / 2)
        told = self.word_dropout(torch.relu(self.word(self.vectors(unique, word_drop)))[inverse]) * alive
        for layer, distance in zip(self.layers, DISTANCES):
            before = F.pad(told, (0, 0, distance, 0))[:, :length]
            after = F.pad(told, (0, 0, 0, distance))[:, distance:]
            told = self.word_dropout((told + torch.relu(layer(torch.cat([before, told, after], 2)))) * inside)
        tokens = self.token(told).squeeze(2)
        matters = self.attend(told).masked_fill(~mask.unsqueeze(2), -30.0).softmax(1)
        looked = torch.einsum("blk,bld->bkd", matters, told).reshape(batch, -1)
        soft = torch.logsumexp(tokens.masked_fill(~mask, -20.0), 1, keepdim=True)
        size = torch.log(inside.sum(1) + 1)
        features = torch.cat([told.max(1).values, told.sum(1) / inside.sum(1), looked, soft / 4, size / 3], 1)
        hidden = torch.relu(self.hidden(self.dropout(features)))
        logits = self.heads(torch.cat([self.dropout(hidden), soft / 4], 1))
        if sources is not None:
            logits = logits + self.source_bias[sources]
        return logits, tokens, hidden
