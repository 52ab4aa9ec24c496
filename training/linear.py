"""The plain regression: words, pairs of neighbouring words and subwords, hashed; one log-odds for "uncivil"."""
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

WORDS, PAIRS, SUBWORDS = 1 << 17, 1 << 18, 1 << 16


def mix(value):
    value = value.astype(np.uint32)
    value = (value ^ (value >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    value = (value ^ (value >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return value ^ (value >> np.uint32(16))


def features(forms, texts, index):
    """One row a text: how often each feature occurs, divided by the root of the number of words."""
    cols, data, starts = [], [], [0]
    for i in index:
        words = texts.words[i]
        hashes = forms.hash[words]
        pairs = mix(hashes[:-1] * np.uint32(31) ^ hashes[1:]) % PAIRS
        subs = np.concatenate([forms.subwords[forms.starts[w] : forms.starts[w + 1]] for w in words])
        row = np.concatenate([hashes % WORDS, WORDS + pairs, WORDS + PAIRS + subs]).astype(np.int32)
        cols.append(row)
        data.append(np.full(len(row), 1 / np.sqrt(len(words)), dtype=np.float64))
        starts.append(starts[-1] + len(row))
    matrix = csr_matrix((np.concatenate(data), np.concatenate(cols), starts), shape=(len(index), WORDS + PAIRS + SUBWORDS))
    matrix.sum_duplicates()
    return matrix


def fit(forms, texts, index, epochs=12, alpha=2e-6):
    """Soft labels: each text once as uncivil and once as not, weighted."""
    matrix = features(forms, texts, index)
    target, weight = texts.labels[index, 0].astype(float), texts.weight[index].astype(float)
    rng = np.random.default_rng(3)
    model = SGDClassifier(loss="log_loss", alpha=alpha, learning_rate="optimal", average=True, random_state=3, max_iter=1, tol=None)
    for _ in range(epochs):
        order = rng.permutation(len(index))
        for chunk in np.array_split(order, 8):
            drawn = (rng.random(len(chunk)) < target[chunk]).astype(int)
            model.partial_fit(matrix[chunk], drawn, classes=[0, 1], sample_weight=weight[chunk])
    return model.coef_[0].astype(np.float64), float(model.intercept_[0])
