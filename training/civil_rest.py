"""What is left of a comment when what anybody marked is taken out: civil, though its writer was not, and as long as comments are."""
import re

CIVIL_REST = {"uncivil": 0.12, "insult": 0.03, "identity_attack": 0.03, "threat": 0.02, "profanity": 0.02, "sexual": 0.03}
LEAST_REST = 12


def without_marked(text, counts):
    """The comment without the sentences in which anybody marked anything; None where too little is left or nothing is marked."""
    pieces = [text[m.start() : m.end()] for m in re.finditer(r"[^.!?\n]+[.!?\n]*\s*", text) if not any(counts.get(i) for i in range(m.start(), m.end()))]
    rest = "".join(pieces).strip()
    return rest if counts and LEAST_REST <= len(rest.split()) < len(text.split()) else None
