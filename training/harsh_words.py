"""Words worth finding in disguise: of the two lists, and those that annotators pointed at again and again."""
import re
from collections import Counter

import pandas as pd

# Words of the lists that are said in all innocence.
MILD = re.compile(r"^(?:god|hell|damn|sex|suck|virgin|lust|gay|lesbian|jew|queer|breast|kill|dead|die|rape|nude|naked|thong|panties|hooker|drunk|ugly|crap|fat|lick|cow|pig|monkey|banana|coconut|cotton|apple|chink|pot|weed|drug|beer|wine|butt|sexy|erotic|porn|penis|vagina|anus|sperm|condom|bra|kinky|babe|escort|juggs|knob|tit|tits|rump|beaver|snatch|box|wood|nut|nuts|balls|gun|bomb|screw|stroke|shag|spunk|poof|fairy|gyp|trap|dp|asian|teen|homo|69|barely|girl|boy|black|white|yellow|brown|red|jail|golden|big|hard|horny|topless|swinger|voyeur|bondage|hardcore|incest|playboy|upskirt|orgy|orgasm|ejaculation|kama|dominatrix|domination|genitals|nipple|nipples|nudity|sadism|sexual|sexually|sexuality|strip|threesome|vibrator|zoophilia|taste|camel|date)$")


def find_harsh_words(data, rows):
    """All of them, and which of them were learnt from the spans of `rows`."""
    surge = pd.read_csv(data / "surge-profanity/profanity_en.csv")
    listed = set()
    for form in pd.concat([surge.canonical_form_1, surge.canonical_form_2, surge.canonical_form_3, surge.text[surge.severity_rating >= 1.4]]).dropna():
        if re.fullmatch(r"[a-z]{3,20}", form) and not MILD.match(form):
            listed.add(form)
    for form in (data / "ldnoobw/en").read_text().split("\n"):
        if re.fullmatch(r"[a-z]{4,20}", form) and not MILD.match(form):
            listed.add(form)
    inside, outside = Counter(), Counter()
    for row in rows:
        if row["source"] != "civil-spans" or row["split"] != "train":
            continue
        marked = {i for s, e in row["spans"] for i in range(s, e)}
        for m in re.finditer(r"[a-z]+", row["text"].lower()):
            (inside if m.start() in marked else outside)[m.group()] += 1
    learned = {w for w, n in inside.items() if n >= 4 and len(w) >= 4 and n > 1.5 * outside[w]}
    stems = {w[:-1] for w in learned if w.endswith("s")} & learned
    return sorted(listed | learned | stems), learned
