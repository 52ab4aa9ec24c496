"""Sentences written for this project, by pattern, that teach what the gathered data has little of: condescension, dismissal,
unfair generalisation and mockery beside their civil counterparts, and statements that name a group, civil and hateful.

A slot in braces is filled from the lists below. {group} names people; half of the fillings are no terms of identity at all, so
that a model behaves for groups that the list of masked terms does not have.
"""
import random
import re

GROUPS = "women men gays lesbians muslims jews christians hindus immigrants refugees blacks asians mexicans arabs teenagers pensioners autistic#people deaf#people trans#people".split()
OTHERS = "redheads left-handers vegans cyclists smokers nurses farmers plumbers northerners islanders villagers Zamorans Tarvians Lombrians Kestrians Oldfolk carers students drivers poets bakers Quellists veterans twins gamers dancers miners surfers lodgers sailors pilgrims yodelers Marchers".split()
TOPICS = "the budget|this tax|vaccines|the new tram|climate policy|house prices|the school board|this election|the pipeline|minimum wage|bike lanes|health care|the trade deal|rent control|the merger|this ruling|parking fees|the pension reform".split("|")
PLACES = "Ottawa|the council|parliament|Toronto|the mayor's office|Washington|the committee|the ministry|city hall".split("|")
SIDES = "liberals|conservatives|lefties|right wingers|politicians|bureaucrats|millennials|boomers|bankers|lawyers|journalists|union members|landlords|Trump voters|environmentalists|teachers|feminists|rich people|academics|Albertans|Democrats|Republicans".split("|")
VICES = "liars|crooks|hypocrites|thieves|parasites|sheep|cowards|frauds|leeches|morons".split("|")

CONDESCENDING = """Let me explain this to you slowly, since you clearly struggle with {topic}.
You obviously have no idea how {topic} works, do you?
Maybe read a book about {topic} before you post next time.
Educate yourself on {topic} and then come back.
Oh sweetie, {topic} is a bit more complicated than you think.
It's adorable that you think {place} cares.
I'm sure that sounded clever in your head.
Try to keep up, this is basic economics.
Do some homework on {topic} before you embarrass yourself again.
Congratulations, you just discovered what everyone else learned in grade five.
You do understand what a percentage is, right?
I realize this may be difficult for you to follow.
Perhaps when you grow up you will understand {topic}.
You might want to look up the word you just used.
Clearly reading comprehension was never your strong suit.
Did you even finish high school?
If you had the slightest understanding of {topic} you would know better.
Bless your heart, you really believe that.
Google is your friend, try it some time.
Come back when you have learned something about {topic}.
I will type slowly so you can understand.
You people never learn, do you.
Here is a free lesson in civics for you.
Take an introductory course in {topic} and get back to us.
Your grasp of {topic} is, how shall I put it, childlike.
Not that you would understand, but {topic} costs money.
Someone clearly did not pay attention in school.
Nice try, but leave {topic} to the adults.
Let the grown-ups talk about {topic}.
You need a lesson in basic math.
Stop pretending that you know anything about {topic}.
What a simple little world you must live in.
Hint: look up what {topic} actually means.
One wonders whether you read past the headline."""
DISMISSIVE = """What a load of nonsense.
Nobody cares what you think about {topic}.
Your opinion is irrelevant.
Yawn, same old whining about {topic}.
Get over it already.
Blah blah blah, heard it all before.
Whatever, this is just pointless drivel.
You have no argument, end of story.
Another worthless comment from the usual crowd.
Get a life.
Give it a rest.
Stop whining about {topic}.
This comment isn't worth a reply.
Your point about {topic} is meaningless.
Total rubbish from start to finish.
Who cares?
Cry me a river.
Utter tripe, as always.
Go peddle that garbage somewhere else.
Not even worth discussing.
You're just making stuff up about {topic}.
There is no point talking to someone like you.
Move along, nothing but hot air here.
Same tired talking points, same empty conclusion.
Grow up and stop complaining.
Sounds like sour grapes to me, get used to it.
What planet do you live on?
Nothing you say has any value here.
Take your tinfoil hat and go home.
Ridiculous. Just ridiculous.
You lost, get over it."""
GENERALISING = """All {side} are {vice}.
{side} always lie, it's in their nature.
You can't trust {side}, every single one of them is in it for the money.
Typical {side}, they never think about anybody but themselves.
{side} are all the same, {vice} to the last.
That's what {side} do, they ruin everything they touch.
Those people will never change, they just want free money.
They all hate this country and everything it stands for.
No {side} ever did an honest day's work.
Every one of them at {place} is corrupt.
{side} don't care about facts, they never have.
The whole lot of {side} are nothing but {vice}.
These people only understand one thing: more handouts.
Name one of the {side} who is not one of the {vice}.
{group} are all like that.
They're all {vice}, the whole bunch of them at {place}.
{side} only want to control how you live.
{side} will say anything to stay in power, that is all they know."""
MOCKERY = """Oh look, another genius has solved {topic}.
Boo hoo, somebody took away your toys.
Wow, brilliant analysis, professor.
Yeah right, and pigs will fly.
Cry harder.
Sure, because {place} has always been so good at that.
Nice one, Einstein.
Aww, did the mean man hurt your feelings?
Slow clap for our resident expert on {topic}.
LOL, you actually believe that? Priceless.
Somebody give this man a cookie.
Thanks for the laugh, clown."""
HOSTILE = """You are a disgrace and you know it.
You are part of the problem, you and your kind.
You make me sick.
Shame on you, you miserable little troll.
Crawl back under your rock.
How do you sleep at night, you liar?
You're nothing but a coward hiding behind a keyboard.
You should be ashamed to show your face.
Shut up, you have nothing to say.
You are full of it and everybody here knows it.
You disgust me.
Liar. You have always been a liar.
You deserve everything that's coming to you.
Go back to whatever hole you came from.
What is wrong with you?
You must be paid to post this trash.
{side} like you are destroying this country."""
CIVIL = """I disagree with you about {topic}, but I see your point.
Could you say where that number about {topic} comes from?
Thanks for explaining {topic}, I had not thought of that.
I think {place} made the wrong decision on {topic}.
{place} should publish the figures on {topic}.
In my experience {topic} works better when people are asked first.
That is a fair question about {topic}.
I read the report on {topic}, and page twelve says something else.
The article leaves out that {topic} was tried ten years ago.
My neighbour is a nurse and she tells a different story about {topic}.
I would rather see the money spent on {topic}.
It is a difficult problem, and {topic} is only part of it.
I was wrong about {topic}, thank you for the link.
We will see in two years whether {topic} was worth it.
Some {side} supported it, others did not.
Many {side} I know would agree with this.
Not all {side} are against {topic}.
This policy is a failure, in my opinion, and here is why.
The minister's argument does not hold up, because costs rose by a third.
I find the decision on {topic} disappointing.
Why does {place} not simply ask the people who live there?
The argument about {topic} is weak, it ignores the cost.
That would be a terrible outcome for {topic}.
It is hard to trust {place} after what happened with {topic}.
Both sides have a point about {topic}.
I do not think anybody should be called an idiot for asking about {topic}.
It was killed in committee, so {topic} is dead for this year.
The dumb thing about {topic} is the timing, not the idea.
I feel stupid for not reading the small print on {topic}.
The damn bus was late again.
What a beautiful photo, thank you.
Fire crews fought to kill the flames near {place}.
He was shot in the leg and is expected to recover.
The attack on {place} was condemned by everybody.
The company wants to screw down costs.
That film about {topic} is insanely good."""
GROUP_CIVIL = """Many {group} live in our street.
I am proud to stand with {group}.
My parents are {group} and so am I.
{group} have the same rights as everybody else.
{group} were interviewed for this story.
We welcome {group} in our choir.
The museum opens an exhibition about {group} in spring.
It is wrong to insult {group}.
I do not hate {group}, and nobody should.
Nobody should be attacked because they are {group}.
He said awful things about {group}, and he was wrong.
Some {group} voted for it, some against.
Are there {group} on the board?
As one of the {group} here I can say the article is right.
{group} deserve better bus service.
Our doctor treats {group} as well as everybody else.
The law protects {group} from discrimination.
Young {group} are learning the trade.
{group} and their families came to the fair.
I grew up among {group} and learned a lot.
A survey of {group} shows that most of them are happy with the school.
To say that {group} are inferior is racist nonsense.
Calling {group} vermin is vile, delete that.
My best teacher was one of the {group}.
They never said {group} were to blame.
The number of {group} in the city has grown since 2010.
We are {group}.
I love {group}.
{group} pay taxes too.
There is nothing wrong with {group}."""
GROUP_HATE = """{group} are vermin.
I hate {group}, all of them.
{group} ruin every town they move to.
Send {group} back where they belong.
{group} are stupid and lazy.
No decent person wants {group} as neighbours.
{group} should not be allowed to vote.
We must get rid of {group}.
{group} are a disease on this country.
Somebody should burn out the {group} next door.
All {group} deserve to be beaten.
{group} are less than human.
I can't stand the sight of {group}.
{group} are filthy, keep them away from our children.
The only good thing about {group} is when they leave.
{group} are criminals by nature.
Why do {group} always breed like rats?
{group} have no place in a civilised country.
You can smell {group} a mile away, disgusting.
Never hire {group}, they steal.
{group} are too dumb to learn anything.
Lock up the {group} and throw away the key.
The world would be better without {group}.
{group} make me want to throw up.
Nobody will miss {group} when they are gone.
You must be one of those disgusting {group}.
{group} are nothing but trash."""
THREATS = """I will find you and make you pay.
Somebody should put a bullet in the mayor.
Watch your back, I know your street.
You won't walk out of there alive.
I hope your house burns down with you in it.
We are coming for you tonight.
I'd love to smash your face in.
They should all be hanged in front of {place}.
One day you'll get what you deserve, and I'll be there.
He needs to be taken out, permanently."""

random.seed(20261125)


def fill(pattern: str) -> str:
    def pick(match: "re.Match[str]") -> str:
        slot = match.group(1)
        if slot == "group":
            return random.choice(GROUPS if random.random() < 0.5 else OTHERS).replace("#", " ")
        return random.choice({"topic": TOPICS, "place": PLACES, "side": SIDES, "vice": VICES}[slot])

    text = re.sub(r"\{(\w+)\}", pick, pattern)
    return text[0].upper() + text[1:]


def write_templates():
    """(text, labels, weight) of every sentence; one without a slot comes once, others several times."""
    low = {"uncivil": 0.05, "insult": 0.03, "identity_attack": 0.03, "threat": 0.02, "profanity": 0.02, "condescension": 0.03, "generalisation": 0.03, "mockery": 0.03}
    sets = [
        (CONDESCENDING, {**low, "uncivil": 0.7, "condescension": 0.92, "insult": 0.35}, 4),
        (DISMISSIVE, {**low, "uncivil": 0.7, "condescension": 0.8, "insult": 0.35}, 4),
        (GENERALISING, {**low, "uncivil": 0.78, "generalisation": 0.92, "insult": 0.45, "identity_attack": 0.3}, 14),
        (MOCKERY, {**low, "uncivil": 0.65, "mockery": 0.9, "condescension": 0.5, "insult": 0.35}, 3),
        (HOSTILE, {**low, "uncivil": 0.88, "insult": 0.7, "condescension": 0.3}, 3),
        (CIVIL, low, 8),
        (GROUP_CIVIL, low, 16),
        (GROUP_HATE, {**low, "uncivil": 0.95, "identity_attack": 0.92, "insult": 0.4, "generalisation": 0.6}, 16),
        (THREATS, {**low, "uncivil": 0.95, "threat": 0.95}, 2),
    ]
    civil = CIVIL.split("\n")
    for patterns, labels, times in sets:
        is_uncivil = labels["uncivil"] >= 0.5
        for pattern in patterns.split("\n"):
            texts = {fill(pattern) for _ in range(times if "{" in pattern else 1)}
            beside = {f"{fill(random.choice(civil))} {fill(pattern)}" for _ in range(3)} | {f"{fill(pattern)} {fill(random.choice(civil))}" for _ in range(3)}
            for text in sorted(texts):
                yield text, labels, 1.2
            for text in sorted(beside):
                yield text, labels, 0.7 if is_uncivil else 0.5
