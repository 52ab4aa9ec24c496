"""Sentences written for this project that put somebody down without a harsh word (contempt, mockery, silencing, exclusion, people likened to
vermin) beside civil ones with the same words: praise, questions, plain needs of groups, harsh words about things. By pattern
(patterns/put-down*.txt), with slots from patterns/put-down-slots.txt, so that what is learnt is the way of speaking."""
import random
import re

from group_patterns import SLOTS as OF_GROUPS
from group_patterns import expand, read_slots
from templates import CIVIL, fill, read_patterns

SLOTS = {**OF_GROUPS, **read_slots("put-down-slots")}
FILLINGS = 14
LOW = {"uncivil": 0.05, "insult": 0.03, "identity_attack": 0.03, "threat": 0.02, "profanity": 0.02, "condescension": 0.03, "generalisation": 0.04, "mockery": 0.03}
# {person} may be "you": then the verb that follows is another.
AGREEMENT = {"is": "are", "has": "have", "was": "were", "cares": "care", "does": "do", "wants": "want", "knows": "know", "crawls": "crawl", "calls": "call", "thinks": "think", "tells": "tell"}


def agree(text):
    return re.sub(r"\b([Yy]ou)((?: only ever)?) (%s)\b" % "|".join(AGREEMENT), lambda m: f"{m.group(1)}{m.group(2)} {AGREEMENT[m.group(3)]}", text)


def write_put_downs():
    """(text, labels, pattern) of every sentence."""
    source = random.Random(20261129)
    civil = [fill(pattern, source) for pattern in CIVIL * 4]
    for name, labels in (("put-down", {"uncivil": 0.92}), ("put-down-civil", LOW)):
        for pattern in read_patterns(name):
            for text in sorted({agree(expand(pattern, source, (), SLOTS)) for _ in range(FILLINGS)}):
                beside = source.random()
                if beside < 0.12:
                    text = f"{source.choice(civil)} {text}"
                elif beside < 0.24:
                    text = f"{text} {source.choice(civil)}"
                yield text, labels, pattern
