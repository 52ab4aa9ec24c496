"""Sentences written for this project that put somebody down without a harsh word (contempt, mockery, silencing, exclusion, people likened to
vermin) beside civil ones with the same words: praise, questions, plain needs of groups, harsh words about things. By pattern
(patterns/put-down.txt, put-down-civil.txt), with slots from patterns/put-down-slots.txt, so that what is learnt is the way of speaking; and one by one
(put-down-said.txt, put-down-said-civil.txt), each of a kind of its own."""
import random
import re

from group_patterns import SLOTS as OF_GROUPS
from group_patterns import expand, read_slots
from templates import CIVIL, fill, read_patterns

SLOTS = {**OF_GROUPS, **read_slots("put-down-slots")}
FILLINGS = 14
# What has no slots is said by itself, and as often beside a civil sentence.
ALONE, BESIDE = 1, 1
LOW = {"uncivil": 0.05, "insult": 0.03, "identity_attack": 0.03, "threat": 0.02, "profanity": 0.02, "condescension": 0.03, "generalisation": 0.04, "mockery": 0.03}
# {person} may be "you": then the verb that follows is another.
AGREEMENT = {"is": "are", "has": "have", "was": "were", "cares": "care", "does": "do", "wants": "want", "knows": "know", "crawls": "crawl", "calls": "call", "thinks": "think", "tells": "tell"}


def agree(text):
    return re.sub(r"\b([Yy]ou)((?: only ever)?) (%s)\b" % "|".join(AGREEMENT), lambda m: f"{m.group(1)}{m.group(2)} {AGREEMENT[m.group(3)]}", text)


def write_put_downs():
    """(text, labels, pattern) of every sentence."""
    source = random.Random(20261129)
    civil = [fill(pattern, source) for pattern in CIVIL * 4]
    beside = lambda text, draw: f"{source.choice(civil)} {text}" if draw < 0.5 else f"{text} {source.choice(civil)}"
    for name, labels in (("put-down", {"uncivil": 0.92}), ("put-down-civil", LOW)):
        for pattern in read_patterns(name):
            for text in sorted({agree(expand(pattern, source, (), SLOTS)) for _ in range(FILLINGS)}):
                draw = source.random()
                yield beside(text, draw / 0.24) if draw < 0.24 else text, labels, pattern
    for name, labels in (("put-down-said", {"uncivil": 0.92}), ("put-down-said-civil", LOW)):
        for text in read_patterns(name):
            for at in range(ALONE + BESIDE):
                yield text if at < ALONE else beside(text, source.random()), labels, text
