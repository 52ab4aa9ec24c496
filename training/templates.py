"""Sentences written for this project, by pattern (patterns/template-*.txt), that teach what the gathered data has little of: condescension, dismissal,
unfair generalisation and mockery beside their civil counterparts, and statements that name a group, civil and hateful.

A slot in braces is filled from the lists below. {group} names people; half of the fillings are no terms of identity at all, so
that a model behaves for groups that the list of masked terms does not have.
"""
import random
import re
from pathlib import Path

GROUPS = "women men gays lesbians muslims jews christians hindus immigrants refugees blacks asians mexicans arabs teenagers pensioners autistic#people deaf#people trans#people".split()
OTHERS = "redheads left-handers vegans cyclists smokers nurses farmers plumbers northerners islanders villagers Zamorans Tarvians Lombrians Kestrians Oldfolk carers students drivers poets bakers Quellists veterans twins gamers dancers miners surfers lodgers sailors pilgrims yodelers Marchers".split()
TOPICS = "the budget|this tax|vaccines|the new tram|climate policy|house prices|the school board|this election|the pipeline|minimum wage|bike lanes|health care|the trade deal|rent control|the merger|this ruling|parking fees|the pension reform".split("|")
PLACES = "Ottawa|the council|parliament|Toronto|the mayor's office|Washington|the committee|the ministry|city hall".split("|")
SIDES = "liberals|conservatives|lefties|right wingers|politicians|bureaucrats|millennials|boomers|bankers|lawyers|journalists|union members|landlords|Trump voters|environmentalists|teachers|feminists|rich people|academics|Albertans|Democrats|Republicans".split("|")
VICES = "liars|crooks|hypocrites|thieves|parasites|sheep|cowards|frauds|leeches|morons".split("|")


def read_patterns(name):
    """The lines of a file of patterns."""
    return (Path(__file__).resolve().parent / "patterns" / f"{name}.txt").read_text().rstrip("\n").split("\n")


CIVIL = read_patterns("template-civil")
random.seed(20261125)


def fill(pattern: str, source=random) -> str:
    def pick(match: "re.Match[str]") -> str:
        slot = match.group(1)
        if slot == "group":
            return source.choice(GROUPS if source.random() < 0.5 else OTHERS).replace("#", " ")
        return source.choice({"topic": TOPICS, "place": PLACES, "side": SIDES, "vice": VICES}[slot])

    text = re.sub(r"\{(\w+)\}", pick, pattern)
    return text[0].upper() + text[1:]


def write_templates():
    """(text, labels, weight) of every sentence; one without a slot comes once, others several times."""
    low = {"uncivil": 0.05, "insult": 0.03, "identity_attack": 0.03, "threat": 0.02, "profanity": 0.02, "condescension": 0.03, "generalisation": 0.03, "mockery": 0.03}
    sets = [
        ("template-condescending", {**low, "uncivil": 0.7, "condescension": 0.92, "insult": 0.35}, 4),
        ("template-dismissive", {**low, "uncivil": 0.7, "condescension": 0.8, "insult": 0.35}, 4),
        ("template-generalising", {**low, "uncivil": 0.78, "generalisation": 0.92, "insult": 0.45, "identity_attack": 0.3}, 14),
        ("template-mockery", {**low, "uncivil": 0.65, "mockery": 0.9, "condescension": 0.5, "insult": 0.35}, 3),
        ("template-hostile", {**low, "uncivil": 0.88, "insult": 0.7, "condescension": 0.3}, 3),
        ("template-civil", low, 8),
        ("template-group-civil", low, 16),
        ("template-group-hate", {**low, "uncivil": 0.95, "identity_attack": 0.92, "insult": 0.4, "generalisation": 0.6}, 16),
        ("template-threats", {**low, "uncivil": 0.95, "threat": 0.95}, 2),
    ]
    for name, labels, times in sets:
        is_uncivil = labels["uncivil"] >= 0.5
        for pattern in read_patterns(name):
            texts = {fill(pattern) for _ in range(times if "{" in pattern else 1)}
            beside = {f"{fill(random.choice(CIVIL))} {fill(pattern)}" for _ in range(3)} | {f"{fill(pattern)} {fill(random.choice(CIVIL))}" for _ in range(3)}
            for text in sorted(texts):
                yield text, labels, 1.2
            for text in sorted(beside):
                yield text, labels, 0.7 if is_uncivil else 0.5
