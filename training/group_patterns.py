"""Sentences about groups of people, written for this project, by pattern: hate in its many forms beside what only looks like it (kind
and neutral mentions, hate denied, hate quoted and answered, the same words about things), so that one cannot be told by its words alone.

A slot in braces is filled from LISTS, again and again until none is left; `a|b` in a list are choices. Half of the fillings of
{group} are no terms of identity, so that a model behaves for groups that no list has.
"""
import random
import re

from group_sentences import MORE_ANSWERED, MORE_DENIED, MORE_HATE, MORE_PASSING
from templates import GROUPS, OTHERS

SINGULAR = "a woman|a man|a gay man|a lesbian|a muslim|a jew|a christian|a hindu|an immigrant|a refugee|a black person|an asian|a mexican|an arab|a trans person|a disabled person|a deaf man|a pensioner|a teenager"
SINGULAR_OTHERS = "a redhead|a vegan|a cyclist|a nurse|a farmer|a Zamoran|a Tarvian|a Kestrian|an islander|a Quellist|a villager|a Lombrian|a surfer|a yodeler"
LISTS = {
    "loathe": "hate|really hate|detest|despise|loathe|can't stand|cannot bear|resent|abhor|am sick of|am fed up with|am tired of|feel disgust for|have nothing but contempt for|want nothing to do with|feel only anger at|am allergic to|have always hated|truly dislike|find no words for how much I hate",
    "love": "love|really like|admire|respect|adore|am fond of|appreciate|am grateful for|care about|support|feel nothing but warmth for|have great respect for|enjoy working with|am proud of|stand with|trust|miss|welcome",
    "bad": "stupid|lazy|dishonest|filthy|evil|dumb|inferior|worthless|disgusting|dangerous|violent|greedy|immoral|perverted|primitive|backward|repulsive|pathetic|useless|ugly|brainless|subhuman|crooked|vile|rotten|sick in the head|a threat to us all|unfit for work|not to be trusted|the lowest of the low|a burden|a disgrace|a joke|thieves|criminals|liars|cowards|freaks|savages|barbarians|rapists|terrorists|degenerates|mentally ill|an embarrassment|beneath us|evil to the core|bad people",
    "beast": "vermin|rats|cockroaches|pigs|dogs|apes|monkeys|parasites|leeches|a plague|a disease|a cancer|scum|filth|garbage|trash|maggots|insects|animals|pests|a virus|poison|a swarm of locusts|weeds|dirt|the scum of the earth|a stain on this planet|snakes|rabid dogs|cattle|worms|lice|toxic waste|an infestation|slime",
    "good": "kind|clever|hard-working|honest|brave|wonderful|funny|generous|friendly|beautiful|our equals|talented|part of this country|human beings like us|good neighbours|lovely people|as smart as anybody|trustworthy|amazing|strong|welcome here|inspiring|polite|fine people|precious|an asset to the town|the best",
    "harm": "kill|shoot|stab|hang|burn|beat up|beat|gas|exterminate|wipe out|punch|choke|strangle|drown|run over|hurt|bomb|crush|eliminate|smash|slap|torture|get rid of|round up|slaughter|poison|attack|whip|spit on|kick|set fire to",
    "harmed": "killed|shot|stabbed|hanged|burned|beaten|gassed|exterminated|wiped out|punched|drowned|run over|bombed|crushed|eliminated|tortured|rounded up|slaughtered|deported|locked up|caged|put down|thrown out|shipped off|sterilised|executed|driven out|banned|silenced|kicked out|punished|hunted down|put against a wall",
    "aid": "help|protect|support|welcome|hire|thank|invite|defend|listen to|feed|house|teach|celebrate|visit|elect|hug|meet|look after|treat fairly|learn from",
    "aided": "helped|protected|supported|welcomed|hired|thanked|invited|heard|respected|treated fairly|celebrated|loved|cared for|paid properly|given a chance|believed|left in peace|free to live as they like|represented in parliament",
    "denied": "be allowed to vote|have children|live here|be let into our schools|own houses|hold office|adopt children|have rights|be near our kids|be allowed to marry|get jobs|be in this country|be taken seriously|get welfare|drive cars|speak in public|run a shop in our street",
    "crime": "steal|lie|cheat|breed|leech off us|commit crimes|ruin everything|rape|complain|smell|beg|spread disease|take our jobs|take over our streets|cause trouble|act like animals|live off our taxes|destroy our culture|behave so badly|make such a mess",
    "deed": "help their neighbours|work hard|look after their parents|volunteer|start businesses|sing so well|cook so well|stick together|get treated so unfairly|have to wait so long|face so many barriers|pay more for insurance|get left out of the debate|earn less|celebrate in April|vote so early",
    "who": "{group}|{group}|{group}|all {group}|those {group}|these {group}|most {group}|the {group} next door|the {group} in this town",
    "one": "{single}",
    "should": "should|ought to|must|need to|had better",
    "somebody": "Somebody should|We should|Let's|It is time to|They should just|I wish someone would|I am going to|I want to|I can't wait to|I would love to|We must|The only answer is to|If I could, I would|One day I will|Someone please|I'd gladly|We're going to",
    "kindly": "Somebody should|We should|Let's|It is time to|I wish someone would|I am going to|I want to|I can't wait to|I would love to|We must|If I could, I would|One day I will|Someone please|I'd gladly|We're going to",
    "curse": "fucking|damn|bloody|goddamn",
    "thing": "mondays|onions|this weather|my old phone|potholes|spam emails|these shoes|the delays|mosquitoes|spiders|weeds|wasps|alarm clocks|queues|leaf blowers|soggy chips|that chair|tax forms|cold coffee|slugs|this printer|stairs|the new logo|bad puns|tangled cables",
    "wrong": "wrong|racist|unacceptable|hateful|vile|plain bigotry|shameful|nonsense|a lie|disgusting|hurtful|ignorant|dangerous|indefensible|discrimination|just prejudice|hate speech|not okay",
    "speaker": "he|she|the caller|my uncle|that politician|the man behind me|a reader above|the host|somebody at work|the mayor's friend|this commenter|an old classmate",
    "hate": "I {loathe} {who}|{who} are {bad}|{who} are {bad}|{who} are {beast}|{who} are nothing but {beast}|{who} should be {harmed}|{who} should not {denied}|{who} always {crime}|we should {harm} {who}|{who} have no place here|nobody wants {who} around|{who} deserve to be {harmed}|{who} are less than human|the world would be better without {who}",
    "kind": "I {love} {who}|{who} are {good}|{who} should be {aided}|{who} deserve to be {aided}|we should {aid} {who}|{who} belong here|{who} always {deed}",
}

HATE = """I {loathe} {who}.
I {loathe} {who} and I am not ashamed of it.
God, I {loathe} {who} so much.
Every time I see {who} I want to throw up.
{who} make me sick.
{who} make my blood boil.
{who} disgust me.
I get angry when I see {one}.
{who} are {bad}.
{who} are so {bad}.
{who} are {bad} and {bad}.
{who} are {beast}.
{who} are like {beast}.
{who} are nothing but {beast}.
{who} are no better than {beast}.
{who} are just {bad}, simple as that.
{who} aren't really human.
{who} are not people, they are {beast}.
Honestly, {who} are {beast} to me.
Being {one} is a sickness.
{who} should be {harmed}.
{who} deserve to be {harmed}.
{who} need to be {harmed}, every last one.
{who} all deserve to die.
I hope {who} get {harmed}.
{somebody} {harm} {who}.
{somebody} {harm} {one}.
{somebody} {harm} every single one of the {group}.
If I ever meet {one}, I will {harm} them.
{who} should never {denied}.
{who} {should} be banned from public life.
{who} {should} go back to where they came from.
{who} should know their place.
{who} do not belong in this country.
{who} have no right to be here.
{who} don't deserve respect.
{who} don't deserve the same rights as we do.
We don't want {who} here.
We do not need any more {group} in this town.
Nobody likes {who}.
Nobody would miss {who} if they disappeared.
No {group}, no problem.
{who} will never be {good}.
{who} are not {good}.
{who} can never be {good}.
{who} are no good.
I do not {love} {who} at all.
I would never {aid} {who}.
There is nothing {good} about {who}.
There is nothing worse than {one}.
{who} are the worst.
You can't trust {who}.
Never trust {one}.
Keep {who} away from our children.
Why do {who} always {crime}?
Why are {who} so {bad}?
How come {group} never do anything but {crime}?
Who else thinks that {who} should be {harmed}?
Would you want {who} as neighbours? Me neither, they are {beast}.
What is it with {who}? They just {crime}.
All {who} do is {crime}.
{who} only know how to {crime} and {crime}.
{who} {crime}, it is in their blood.
Everybody knows that {who} {crime}.
I think {who} are {bad}.
I honestly believe that {who} should be {harmed}.
My view is that {who} should never {denied}.
In my opinion {who} are {beast}, and I said it.
If you are {one}, you make me sick.
If you are {one}, you are {beast} to me.
You're {one}, so shut your mouth.
You are just {one}, you will never be {good}.
Shut up, you are only {one}.
The {group} moved in last year. I {loathe} them.
{who} live in our street. They are {beast}.
{who} came to this town, and they {crime}. Throw them all out.
My new boss is {one}. They are all {bad}, you know.
{who}, who {crime} all day, should be {harmed}.
{who} think they are special. They are {beast}.
{curse} {group}.
{who} are {curse} {bad}.
I {curse} hate {group}.
{group} can all go to hell.
To hell with {who}.
Fuck {group}.
{group} = {beast}.
This place is full of {group}, it's disgusting.
This country is being ruined by {who}.
It's always {who} who {crime}.
A good {single_noun} is a dead one.
Get {who} out of here.
Another {single_noun} on television, switch it off before I puke."""
PASSING = """I {love} {who}.
I {love} {who} and I am not ashamed of it.
God, I {love} {who} so much.
Every time I see {who} I have to smile.
{who} make me happy.
{who} make me proud.
I get angry when I see how {one} is treated.
{who} are {good}.
{who} are so {good}.
{who} are {good} and {good}.
{who} are just {good}, simple as that.
Being {one} is nothing to be ashamed of.
Being {one} is part of who I am.
{who} should be {aided}.
{who} deserve to be {aided}.
{who} need to be {aided}, every last one.
I hope {who} get {aided}.
{kindly} {aid} {who}.
{kindly} {aid} {one}.
If I ever meet {one}, I will {aid} them.
{who} should be allowed to marry and to vote.
{who} {should} be free to live here.
{who} belong in this country.
{who} have every right to be here.
{who} deserve respect.
{who} deserve the same rights as we do.
We want {who} here.
We could do with more {group} in this town.
Everybody likes {who}.
Everybody would miss {who} if they moved away.
{who} will always be {good}.
I would always {aid} {who}.
There is nothing better than {one} who can sing.
You can trust {who}.
Why do {who} always {deed}?
Why are {who} so often treated badly?
How do {who} celebrate the new year?
Who else thinks that {who} should be {aided}?
Would you like {who} as neighbours? I would, they are {good}.
All {who} want is to be {aided}.
Everybody knows that {who} {deed}.
I think {who} are {good}.
I honestly believe that {who} should be {aided}.
If you are {one}, you are welcome.
You're {one}, right?
The {group} moved in last year. I {love} them.
{who} live in our street. They {deed}.
My new boss is {one}. They are all {good} in that office.
It's always {who} who {deed}.
I know {one} who went to school with my sister.
I am {one}.
As {one} I read this with interest.
There were many {group} at the concert.
{who} are {aided} by the new law.
This town was built by {group}.
{who} watch football like everybody else.
Another {single_noun} on television, about time.
I am {one}, and I was nearly {harmed} for it.
{who} are attacked in our streets, and nobody cares.
Why do people {harm} {who}? It breaks my heart.
The police stopped a man who wanted to {harm} {who}.
{who} were {harmed} in that war, and we must remember it.
The number of attacks on {group} has doubled.
Two {group} were killed in the fire, may they rest in peace."""
DENIED = """I don't {plain_hate} {who}.
I do not hate {group}, I never did.
I have never hated {who}.
Nobody here {plain_hates} {who}.
I would never say that {hate}.
I would never {harm} {one}.
Never in my life did I think that {hate}.
I am not saying that {hate}.
Nobody said that {hate}.
It is not true that {hate}.
It is a lie that {hate}.
I don't believe that {hate}.
I do not think that {who} are {bad}.
{who} are not {bad}.
{who} aren't {bad}, whatever you have heard.
{who} are not {beast}.
{who} are certainly not {bad}.
Not all {group} are {bad}.
Hardly any {group} are {bad}.
No {single_noun} should ever be {harmed}.
No {single_noun} deserves to be {harmed}.
{who} should never be {harmed}.
{who} must not be {harmed}.
{who} do not deserve to be {harmed}.
We should not {harm} anybody because they are {one}.
Don't {harm} {who}.
Please do not treat {who} like {beast}.
I could never hate {one}.
There is nothing wrong with being {one}.
No one should have to fear being {harmed} for being {one}."""
ANSWERED = """Saying that {hate} is {wrong}.
To say that {hate} is {wrong}.
"{hate}" is {wrong}, full stop.
Sentences like "{hate}" are {wrong}.
Whoever writes "{hate}" should be ashamed.
You can't just say that {hate}.
How can anyone say that {hate}?
How can you write "{hate}" and call yourself a Christian?
Stop saying that {hate}, it is {wrong}.
Stop posting things like "{hate}".
People who think that {hate} are {wrong_people}.
If you think that {hate}, you are wrong.
If you believe that {hate}, you have never met one.
{speaker} said "{hate}" and was rightly thrown out.
{speaker} told me that {hate}, and I walked away.
{speaker} wrote "{hate}", and I reported it.
{speaker} was fired for saying that {hate}.
It is {wrong} to claim that {hate}.
It makes me sad when people say that {hate}.
I was called names at school, and "{hate}" was written on my desk.
Comments like "{hate}" have no place here.
"{hate}": this is what we hear every day, and it hurts.
The claim that {hate} has been disproved again and again.
The moderators should delete "{hate}".
Nobody who says that {hate} deserves your vote.
The poster said "{hate}" and the court fined him.
Why would anybody shout "{hate}"? It is {wrong}.
Calling {who} {beast} is {wrong}.
Calling {who} {bad} is {wrong}.
Treating {who} like {beast} is {wrong}.
Wanting to {harm} {who} is {wrong}.
Hating {who} is {wrong}.
Hatred of {who} is {wrong}.
Those who want to {harm} {who} must be stopped.
Anyone who threatens to {harm} {who} belongs in court.
We need to speak up against those who say that {hate}.
I cannot believe that some still think that {hate}."""
THINGS = """I {loathe} {thing}.
God, I {loathe} {thing} so much.
{thing} are the worst.
{thing} make me sick.
{thing} make my blood boil.
There is nothing worse than {thing}.
Nobody likes {thing}.
{thing} should be banned.
Get rid of {thing}, please.
I want to smash {thing}.
{thing} are no good.
How do I kill {thing} without chemicals?
{thing} ruin everything.
I would never trust {thing}.
We don't want {thing} here.
{thing} are a plague this year.
{thing} are garbage."""
SLURRED = """You {slur}.
{slur}s, all of them.
I {loathe} those {slur}s.
You are nothing but a {slur}.
Shut up, you {slur}.
{slur}s should be {harmed}.
What a {slur}.
Typical {slur}.
{somebody} {harm} that {slur}.
{slur}s are {beast}.
You look like a {slur}.
Only a {slur} would say that.
Don't be such a {slur}.
That {slur} needs to be {harmed}.
My boss is a {slur}.
{slur}s always {crime}."""
RECLAIMED = """We {slur}s stick together, love to you all.
I am a proud {slur}, and I reclaim that word.
He called me a {slur}, and I cried for days.
Nobody should be called a {slur}.
The word {slur} is an insult, please do not use it.
Please remove the word {slur} from the headline.
Saying {slur} is not okay.
They shouted {slur} at my brother in the street, and no one helped."""
LISTS["plain_hate"] = "hate|detest|despise|dislike|mistrust|look down on|fear"
LISTS["plain_hates"] = "hates|despises|dislikes|looks down on"
LISTS["wrong_people"] = "wrong|racists|bigots|part of the problem|mistaken|to be pitied|ignorant"
LISTS["single_noun"] = "woman|muslim|jew|christian|lesbian|immigrant|refugee|mexican|asian|arab|black person|gay man|trans person|disabled person|zamoran|tarvian|vegan|kestrian|islander|nurse"


def expand(pattern, random, slurs):
    """Fills every slot, also those that fillings bring along."""

    def pick(match):
        slot = match.group(1)
        if slot == "group":
            return random.choice(GROUPS if random.random() < 0.6 else OTHERS).replace("#", " ")
        if slot == "single":
            return random.choice((SINGULAR if random.random() < 0.6 else SINGULAR_OTHERS).split("|"))
        if slot == "slur":
            return random.choice(slurs)
        return random.choice(LISTS[slot].split("|"))

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
        (f"{HATE}\n{MORE_HATE}", hateful, 20), (f"{PASSING}\n{MORE_PASSING}", low, 20), (f"{DENIED}\n{MORE_DENIED}", {**low, "uncivil": 0.08}, 20),
        (f"{ANSWERED}\n{MORE_ANSWERED}", answered, 20), (THINGS, low, 14),
        (SLURRED, {"uncivil": 0.95, "identity_attack": 0.8, "insult": 0.6}, 20), (RECLAIMED, {"uncivil": 0.3, "identity_attack": 0.25}, 20),
    ]
    for patterns, labels, times in sets:
        for pattern in patterns.split("\n"):
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
