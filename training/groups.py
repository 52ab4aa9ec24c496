"""The regression for groups: learns, of texts that name a group of people, what is said of it. Words, pairs and triples, hashed, words
before and after a term of identity once more by their side, and the mean of the general vectors of each; one log-odds for "uncivil"."""
import numpy as np
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.linear_model import LogisticRegression

from linear import mix

WORDS, PAIRS, TRIPLES, SIDE = 1 << 16, 1 << 17, 1 << 17, 1 << 15
PARTS = {"words": WORDS, "pairs": PAIRS, "triples": TRIPLES, "before": SIDE, "after": SIDE}
FIRST = dict(zip(PARTS, np.cumsum([0, *PARTS.values()])))
AROUND = 6
# So much do the dense parts count against the sparse ones while learning.
DENSE = 0.3
WRITTEN = ("groups", "templates", "hatemoji", "hatemoji-check")
MENTIONING = ("civil-spans", "civil-sentences", "debate", "civil-1k", "civil-seed")


def sides(words, masked):
    """Indexes of the words before and of those after each term of identity, with repeats, and the number of terms."""
    terms = np.where(words == masked)[0]
    before = [at for term in terms for at in range(max(0, term - AROUND), term)]
    after = [at for term in terms for at in range(term + 1, min(len(words), term + 1 + AROUND))]
    return before, after, len(terms)


def features(forms, texts, index):
    """One row a text: the sparse parts over the root of their number, then the three means."""
    masked = forms.number["<id>"]
    cols, data, starts, dense = [], [], [0], np.zeros((len(index), 300), dtype=np.float32)
    for row, i in enumerate(index):
        words = texts.words[i]
        hashes = forms.hash[words]
        before, after, terms = sides(words, masked)
        pairs = mix(hashes[:-1] * np.uint32(31) ^ hashes[1:])
        triples = mix(pairs[:-1] * np.uint32(31) ^ hashes[2:])
        parts = {"words": hashes, "pairs": pairs, "triples": triples, "before": hashes[before], "after": hashes[after]}
        col = np.concatenate([FIRST[name] + (part % PARTS[name]).astype(np.int64) for name, part in parts.items()])
        cols.append(col)
        data.append(np.full(len(col), 1 / np.sqrt(len(col))))
        starts.append(starts[-1] + len(col))
        dense[row, :100] = forms.vectors[words].sum(0) / len(words)
        dense[row, 100:200] = forms.vectors[words[before]].sum(0) / max(1, terms)
        dense[row, 200:] = forms.vectors[words[after]].sum(0) / max(1, terms)
    sparse = csr_matrix((np.concatenate(data), np.concatenate(cols), starts), shape=(len(index), sum(PARTS.values())))
    sparse.sum_duplicates()
    return sparse, dense


SCALE = np.repeat([1.5, 1 / 3, 1 / 3], 100) * DENSE


def fit(forms, texts, index):
    """Weights of the sparse parts, of the dense ones, and the bias. `index`: texts it may learn from; which of them it takes is decided here."""
    masked = forms.number["<id>"]
    taken = np.array([i for i in index if texts.source[i] in WRITTEN or (texts.source[i] in MENTIONING and masked in texts.words[i])])
    sparse, dense = features(forms, texts, taken)
    # A feature of one text only teaches nothing.
    known = np.asarray((sparse > 0).sum(0)).ravel() >= 2
    sparse = sparse[:, known]
    matrix = hstack([sparse, csr_matrix(dense * SCALE)]).tocsr()
    target = texts.labels[taken, 0].astype(float)
    model = LogisticRegression(C=1.0, max_iter=600, tol=1e-3)
    model.fit(vstack([matrix, matrix]), np.concatenate([np.ones(len(taken)), np.zeros(len(taken))]), sample_weight=np.concatenate([target, 1 - target]) + 1e-6)
    weights = np.zeros(len(known))
    weights[known] = model.coef_[0, :-300]
    return weights, model.coef_[0, -300:] * SCALE, float(model.intercept_[0])


def read(forms, texts, index, fitted):
    """Log-odds of texts, aligned to all of them."""
    weights, dense_weights, bias = fitted
    sparse, dense = features(forms, texts, index)
    out = np.zeros(len(texts))
    out[index] = sparse @ weights + dense @ dense_weights + bias
    return out
