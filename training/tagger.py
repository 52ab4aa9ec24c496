"""A net that reads a text both ways and says of each word whether it is part of what makes the text uncivil: the reasons shown to a moderator."""
import torch
from torch import nn

from net import WordVectors


class Tagger(nn.Module):
    def __init__(self, forms, hidden=64):
        super().__init__()
        self.vectors = WordVectors(forms, subword_size=24, own_size=16)
        self.reader = nn.GRU(self.vectors.size, hidden, batch_first=True, bidirectional=True)
        self.middle = nn.Linear(2 * hidden + self.vectors.size, 48)
        self.last = nn.Linear(48, 1)
        self.dropout = nn.Dropout(0.35)

    def forward(self, words, mask, word_drop=0.0):
        unique, inverse = torch.unique(words, return_inverse=True)
        vectors = self.vectors(unique, word_drop)[inverse] * mask.unsqueeze(2)
        vectors = self.dropout(vectors)
        packed = nn.utils.rnn.pack_padded_sequence(vectors, mask.sum(1), batch_first=True, enforce_sorted=False)
        read, _ = nn.utils.rnn.pad_packed_sequence(self.reader(packed)[0], batch_first=True)
        out = torch.relu(self.middle(torch.cat([self.dropout(read), vectors], 2)))
        return self.last(self.dropout(out)).squeeze(2)
