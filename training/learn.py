"""Training and measuring of the nets."""
import time

import numpy as np
import torch
from sklearn.metrics import average_precision_score, roc_auc_score
from torch.nn import functional as F


def batches(texts, index, size, rng=None):
    """Texts of like length together: indexes, padded words, mask."""
    lengths = np.array([len(texts.words[i]) for i in index])
    if rng is not None:
        lengths = lengths + rng.uniform(0, 8, len(lengths))
    order = np.argsort(lengths, kind="stable")
    chunks = [index[order[at : at + size]] for at in range(0, len(order), size)]
    if rng is not None:
        rng.shuffle(chunks)
    for chunk in chunks:
        length = max(len(texts.words[i]) for i in chunk)
        words = np.zeros((len(chunk), length), dtype=np.int64)
        mask = np.zeros((len(chunk), length), dtype=bool)
        for row, i in enumerate(chunk):
            words[row, : len(texts.words[i])] = texts.words[i]
            mask[row, : len(texts.words[i])] = True
        yield chunk, words, mask


def train(net, texts, index, source_number, swap=None, epochs=8, rate=2e-3, size=96, seed=1, token_weight=0.6, word_drop=0.15, report=None):
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    tables = [p for n, p in net.named_parameters() if n.startswith("vectors.")]
    others = [p for n, p in net.named_parameters() if not n.startswith("vectors.") and n != "source_bias"]
    optimisers = [torch.optim.SparseAdam(tables, lr=rate), torch.optim.Adam([{"params": others, "weight_decay": 1e-5}, {"params": [net.source_bias], "weight_decay": 1e-3}], lr=rate)]
    steps = epochs * (len(index) // size + 1)
    schedules = [torch.optim.lr_scheduler.OneCycleLR(o, max_lr=rate, total_steps=steps + 1, pct_start=0.15, cycle_momentum=False) for o in optimisers]
    for epoch in range(epochs):
        net.train()
        started, total = time.time(), 0.0
        for chunk, words, mask in batches(texts, index, size, rng):
            if swap is not None:
                swap(words, rng)
            targets = torch.from_numpy(texts.labels[chunk])
            known = ~torch.isnan(targets)
            weight = torch.from_numpy(texts.weight[chunk]).unsqueeze(1)
            sources = torch.tensor([source_number[s] for s in texts.source[chunk]])
            mask_t = torch.from_numpy(mask)
            logits, tokens, _ = net(torch.from_numpy(words), mask_t, sources, word_drop)
            head_weight = torch.tensor([2.0] + [1.0] * (targets.shape[1] - 1))
            loss = F.binary_cross_entropy_with_logits(logits, torch.nan_to_num(targets), weight=weight * known * head_weight, reduction="sum") / len(chunk)
            spotted = [row for row, i in enumerate(chunk) if texts.in_span[i] is not None]
            if spotted:
                span_targets = torch.zeros(len(spotted), words.shape[1])
                for at, row in enumerate(spotted):
                    marks = texts.in_span[chunk[row]]
                    span_targets[at, : len(marks)] = torch.from_numpy(marks)
                token_loss = F.binary_cross_entropy_with_logits(tokens[spotted], span_targets, reduction="none")
                token_loss = (token_loss * mask_t[spotted]).sum() / mask_t[spotted].sum()
                loss = loss + token_weight * 4 * token_loss * len(spotted) / len(chunk)
            for optimiser in optimisers:
                optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(others, 5.0)
            for optimiser, schedule in zip(optimisers, schedules):
                optimiser.step()
                schedule.step()
            total += float(loss) * len(chunk)
        print(f"  epoch {epoch + 1}: loss {total / len(index):.4f}, {time.time() - started:.0f} s", flush=True)
        if report is not None:
            report(net)


@torch.no_grad()
def predict(net, texts, index):
    """Log-odds of every head, and of every word."""
    net.eval()
    logits, tokens, hidden = np.zeros((len(texts), net.heads.out_features), dtype=np.float32), {}, {}
    for chunk, words, mask in batches(texts, index, 256):
        out, token, inner = net(torch.from_numpy(words), torch.from_numpy(mask))
        logits[chunk] = out.numpy()
        for row, i in enumerate(chunk):
            tokens[i] = token[row, : len(texts.words[i])].numpy()
            hidden[i] = inner[row].numpy()
    return logits, tokens, hidden


def auc(gold, score):
    return roc_auc_score(gold, score) if 0 < gold.sum() < len(gold) else float("nan")


def measure(gold, score):
    """ROC-AUC, average precision, true positives at 5 % false positives."""
    negatives = np.sort(score[gold == 0])
    line = negatives[int(np.ceil(len(negatives) * 0.95)) - 1]
    return auc(gold, score), average_precision_score(gold, score), float((score[gold == 1] > line).mean())


# As in reasons.ts: below this no word is shown, and below this log-odds no text has any.
LEAST_WEIGHT, LEAST_UNCIVIL = 0.05, -2.2


def choose_words(tokens, lengths):
    """Which words are marked: so many of the likeliest that the character-F1 to be expected is highest (lib/scoring/incivility/reasons.ts)."""
    weights = 1 / (1 + np.exp(-np.asarray(tokens, dtype=float)))
    order = np.argsort(-weights, kind="stable")
    found, marked = np.cumsum((weights * lengths)[order]), np.cumsum(lengths[order])
    expected = 2 * found / (marked + (weights * lengths).sum())
    chosen = np.zeros(len(weights), dtype=bool)
    if weights.max() < LEAST_WEIGHT:
        return chosen
    chosen[order[: int(expected.argmax()) + 1]] = True
    return chosen


def span_f1(texts, index, tokens, uncivil=None):
    """Mean character-F1 per text as in SemEval-2021 task 5: nothing found where nothing is marked counts 1. `uncivil`: calibrated log-odds."""
    scores = []
    for i in index:
        starts, ends = texts.bounds[i]
        found = set()
        on = choose_words(tokens[i], np.array(ends[: len(tokens[i])]) - np.array(starts[: len(tokens[i])]))
        if uncivil is not None and uncivil[i] < LEAST_UNCIVIL:
            on[:] = False
        for at, flag in enumerate(on):
            if flag:
                first = ends[at - 1] if at > 0 and on[at - 1] else starts[at]
                found.update(range(first, ends[at]))
        scores.append(f1_of({c for s, e in texts.spans[i] for c in range(s, e)}, found))
    return float(np.mean(scores))


def character_f1(gold, found):
    """F1 of the characters in two lists of stretches."""
    return f1_of(*({c for s, e in spans for c in range(s, e)} for spans in (gold, found)))


def f1_of(gold, found):
    if not gold or not found:
        return float(not gold and not found)
    return 2 * len(gold & found) / (len(gold) + len(found))
