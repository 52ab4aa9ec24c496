"""Sentences about people, written for this project, by pattern (patterns/*.txt): hate of groups in its many forms beside what only looks like it
(kind and neutral mentions, hate denied, quoted and answered, the same words about things), and violence told of beside violence wished,
so that one cannot be told by its words alone.

A slot in braces is filled from patterns/slots.txt, again and again until none is left; `a|b` there are choices. Half of the fillings of
{group} are no terms of identity, so that a model behaves for groups that no list has.
"""
import random
import re

from templates import GROUPS, OTHERS, read_patterns


def read_slots(file):
    """What may stand in a slot, by its name."""
    return {name: fillings.split("|") for name, fillings in (line.split(": ", 1) for line in read_patterns(file))}


SLOTS = read_slots("slots")


def expand(pattern, random, slurs, slots=SLOTS):
    """Fills every slot, also those that fillings bring along."""

    def pick(match):
        slot = match.group(1)
        if slot == "group":
            return random.choice(GROUPS if random.random() < 0.6 else OTHERS).replace("#", " ")
        if slot == "single":
            return random.choice(slots["singular" if random.random() < 0.6 else "singular_others"])
        if slot == "slur":
            return random.choice(slurs)
        return random.choice(slots[slot])

    while "{" in pattern:
        pattern = re.sub(r"\{(\w+)\}", pick, pattern, count=1)
    draw = random.random()
    return pattern if draw < 0.25 else pattern[0].upper() + pattern[1:]


def write_group_sentences(slurs, civil):
    """(text, labels, weight, pattern) of every sentence. `slurs`: words of abuse for groups; `civil`: sentences that stand beside."""
    source = random.Random(20261128)
    low = {"uncivil": 0.05, "insult": 0.03, "identity_attack": 0.03, "threat": 0.02, "profanity": 0.02, "condescension": 0.03, "generalisation": 0.04, "mockery": 0.03}
    hateful = {**low, "uncivil": 0.94, "identity_attack": 0.9, "insult": 0.4, "generalisation": 0.6}
    del hateful["threat"], hateful["profanity"]
    answered = {**low, "uncivil": 0.14, "identity_attack": 0.1, "generalisation": 0.08}
    sets = [
        ("hate", hateful, 20), ("passing", low, 20), ("denied", {**low, "uncivil": 0.08}, 20), ("answered", answered, 20), ("things", low, 14),
        ("slurred", {"uncivil": 0.95, "identity_attack": 0.8, "insult": 0.6}, 20), ("reclaimed", {"uncivil": 0.3, "identity_attack": 0.25}, 20),
        ("hate-stated", hateful, 20), ("passing-stated", low, 20), ("answered-stated", answered, 20), ("things-stated", low, 14),
        ("reported", {**low, "uncivil": 0.08}, 20), ("wished", {"uncivil": 0.93, "threat": 0.7}, 20),
        ("needs", low, 20), ("undeserving", hateful, 20),
    ]
    for name, labels, times in sets:
        for pattern in read_patterns(name):
            for text in sorted({expand(pattern, source, slurs) for _ in range(times)}):
                own = labels
                if labels is hateful:
                    own = {**labels, "threat": 0.9 if "{harm}" in pattern and "{somebody}" in pattern else 0.2 if "harm" in text or "{harm" in pattern else 0.05}
                beside = source.random()
                if beside < 0.15:
                    text = f"{source.choice(civil)} {text}"
                elif beside < 0.3:
                    text = f"{text} {source.choice(civil)}"
                yield text, own, 0.6, pattern
