"""The nets. Everything before the pooling depends on single words only, so that the run-time can keep it by word."""
import numpy as np
import torch
from torch import nn

SUBWORD_BUCKETS, WORD_BUCKETS = 1 << 16, 1 << 15


class WordVectors(nn.Module):
    """GloVe (kept as it is), the mean of the subwords' vectors, and a vector of the form's own."""

    def __init__(self, forms, subword_size=32, own_size=32):
        super().__init__()
        self.register_buffer("glove", torch.from_numpy(forms.vectors))
        self.register_buffer("subwords", torch.from_numpy(forms.subwords))
        self.register_buffer("starts", torch.from_numpy(forms.starts))
        self.register_buffer("own_bucket", torch.from_numpy((forms.hash % WORD_BUCKETS).astype(np.int64)))
        self.subword = nn.EmbeddingBag(SUBWORD_BUCKETS, subword_size, mode="mean", sparse=True)
        self.own = nn.Embedding(WORD_BUCKETS, own_size, sparse=True)
        nn.init.normal_(self.subword.weight, std=0.3)
        nn.init.normal_(self.own.weight, std=0.05)
        self.size = 100 + subword_size + own_size

    def forward(self, ids, drop=0.0):
        """ids: unique forms (n) → (n, size)."""
        lengths = self.starts[ids + 1] - self.starts[ids]
        offsets = torch.cumsum(lengths, 0) - lengths
        index = torch.arange(int(lengths.sum())) - torch.repeat_interleave(offsets, lengths) + torch.repeat_interleave(self.starts[ids], lengths)
        sub = self.subword(self.subwords[index], offsets)
        own = self.own(self.own_bucket[ids])
        glove = self.glove[ids]
        if self.training and drop > 0:
            keep = lambda p: (torch.rand(len(ids), 1) > p).float()
            sub, own, glove = sub * keep(drop), own * keep(drop * 2), glove * keep(drop / 2)
        return torch.cat([glove, sub, own], 1)


class ConvNet(nn.Module):
    """Windows of one, two and three words, pooled by their maximum; windows of five words say of each word whether it is part of what is uncivil, and are pooled too."""

    def __init__(self, forms, heads, filters=96, token_filters=48, hidden=64, sources=1, word_size=32):
        super().__init__()
        self.vectors = WordVectors(forms, word_size, word_size)
        size = self.vectors.size
        self.windows = nn.ModuleList([nn.Linear(size, width * filters, bias=False) for width in (1, 2, 3)])
        self.window_bias = nn.Parameter(torch.zeros(3, filters))
        self.near = nn.Linear(size, 5 * token_filters, bias=False)
        self.near_bias = nn.Parameter(torch.zeros(token_filters))
        self.token = nn.Linear(token_filters, 1)
        self.hidden = nn.Linear(4 * filters + token_filters + 2, hidden)
        self.heads = nn.Linear(hidden + 1, heads)
        self.source_bias = nn.Parameter(torch.zeros(sources, heads))
        self.filters, self.token_filters = filters, token_filters
        self.dropout = nn.Dropout(0.3)

    def forward(self, words, mask, sources=None, word_drop=0.0):
        unique, inverse = torch.unique(words, return_inverse=True)
        vectors = self.vectors(unique, word_drop)
        batch, length = words.shape
        if self.training and word_drop > 0:
            lost = (torch.rand(batch, length) < word_drop / 2) & mask
        else:
            lost = None
        F = self.filters
        alive = mask if lost is None else mask & ~lost

        def project(linear):
            out = linear(vectors)[inverse]
            return out * alive.unsqueeze(2)

        pooled = []
        for at, (width, linear) in enumerate(zip((1, 2, 3), self.windows)):
            parts = project(linear).view(batch, length, width, F)
            total = parts[:, :, 0]
            for step in range(1, width):
                shifted = torch.zeros_like(total)
                shifted[:, :-step] = parts[:, step:, step]
                total = total + shifted
            value = torch.relu(total + self.window_bias[at]) * mask.unsqueeze(2)
            pooled.append(value.max(1).values)
            if width == 1:
                pooled.append(value.sum(1) / mask.sum(1, keepdim=True))
        parts = project(self.near).view(batch, length, 5, self.token_filters)
        total = parts[:, :, 2]
        for step in (-2, -1, 1, 2):
            shifted = torch.zeros_like(total)
            if step > 0:
                shifted[:, :-step] = parts[:, step:, 2 + step]
            else:
                shifted[:, -step:] = parts[:, :step, 2 + step]
            total = total + shifted
        near = torch.relu(total + self.near_bias) * mask.unsqueeze(2)
        pooled.append(near.max(1).values)
        tokens = self.token(near).squeeze(2)
        top = torch.where(mask, tokens, torch.full_like(tokens, -20.0))
        soft = torch.logsumexp(top, 1, keepdim=True)
        size = torch.log(mask.sum(1, keepdim=True).float() + 1)
        features = torch.cat([*pooled, soft / 4, size / 3], 1)
        hidden = torch.relu(self.hidden(self.dropout(features)))
        logits = self.heads(torch.cat([self.dropout(hidden), soft / 4], 1))
        if sources is not None:
            logits = logits + self.source_bias[sources]
        return logits, tokens, hidden
