"""More sentences about groups, freer in form than the patterns of group_patterns.py; the slots are the same."""

MORE_HATE = """I wouldn't share a bus with {group} if you paid me.
{group}? No thanks, I have seen enough of them.
One look at {one} and my day is spoilt.
My stomach turns whenever {one} walks in.
How I wish there were no {group} left.
A world without {group} is all I ask for.
Ship {group} to an island and forget about them.
We would all be safer with {group} behind bars.
Close the door on {group} for good.
No more {group}, no more trouble.
Whoever lets {one} near a child is mad.
{group} have contributed nothing to mankind.
Name one thing {group} ever did for us. You can't.
{group} have the brains of {beast}.
Evolution passed {group} by.
{group} breed like {beast} and smell like it.
Give {one} a finger and they take the whole arm, it's in their nature.
{group} were put on earth to serve us.
{group} ought to be grateful that we let them breathe.
There's a reason nobody hires {group}: they {crime}.
You people are all {group}, and it shows.
If {group} want respect, they should stop being {bad}.
It is no wonder that {group} get {harmed}.
{group} had it coming.
They got what {group} always deserve.
I laughed when I heard that {one} was {harmed}.
Good riddance, one of the {group} less.
Say what you like, {group} are not like us.
{group} and decent folk should never mix.
I'd rather die than let my daughter marry {one}.
My kids will not sit beside {group}.
{group} are ruining everything our fathers built.
{group} are taking over, and we just sit and watch.
Wake up, {group} want to destroy us.
Every problem in this city comes down to {group}.
Blame {group}, as usual it's their doing.
The sooner {group} are gone, the better.
Drown them at birth, I say, {group} are a waste of space.
Open season on {group}, who is with me?
Load the guns, {group} are in town.
Next {single_noun} I see gets a fist in the face.
I will not rest until the last of the {group} is {harmed}.
Hang a {single_noun} from every lamp post.
{group} belong in the kitchen, in chains or in the ground.
{group} belong in a cage.
{group} belong in an asylum.
{group} belong in a zoo.
Put {group} back in their place.
What use are {group}? None at all.
What good did {one} ever do?
Who needs {group} anyway?
Can we please stop pretending that {group} are {good}?
Nobody believes that {group} are {good}.
You'd have to be blind to think {group} are {good}.
I refuse to believe that {one} can be {good}.
{group} are about as {good} as {beast}.
To call {group} human is an insult to humans.
Sorry, but {group} just aren't {good}.
{group} don't have feelings like we do.
{group} can't think for themselves.
{one} in charge? Over my dead body.
Being around {group} makes my skin crawl.
The very word {group} makes me gag.
I feel ill when I think of {group}.
Yuck, {group}.
Ugh, {group} again.
Typical {group}, always {bad}.
Just like {group} to {crime}.
{group}, the {bad} lot, {crime} and nobody says a word.
Filthy {group}!
Get lost, {group}.
Go home, {group}, nobody asked you to come.
Death to {group}.
Down with {group}.
{group} must die.
Kill all {group}.
I'm not saying we should kill them all, but {group} are {bad}.
I have nothing against {group}, but they are {bad}.
I'm no racist, but {group} are {bad} and they {crime}.
Call me what you like, I {loathe} {group}.
My neighbour is {one}, and it drives me mad, they are all {beast}.
They are {group}. What did you expect? They {crime}.
He's {one}, so of course he is {bad}.
She's {one}, and like all of them she is {bad}.
You can take {group} out of the gutter, but not the gutter out of {group}."""
MORE_ANSWERED = """Anybody who treats {group} as {beast} has lost the argument.
Would you say "{hate}" to your own mother?
"{hate}", they shouted, and the whole class was silent.
"{hate}" is exactly the sort of talk that got people killed.
Somebody sprayed "{hate}" on our door last night. We are scared.
Reading "{hate}" in the comments makes me lose faith in people.
The article quotes a man who says that {hate}. Awful.
So you think that {hate}? Then you know nothing about us.
So {hate}, you say. I say you are wrong.
There are still people who believe that {hate}. We must teach our kids better.
No, it is not fine to write that {hate}.
When you write that {hate}, you hurt people.
It hurts to hear that {hate}.
If somebody tells you that {hate}, walk away.
Don't listen to those who say that {hate}.
Do not believe anyone who claims that {hate}.
Thinking that {hate} is plain stupid.
Imagine thinking that {hate}.
Please report posts such as "{hate}".
They banned him for writing "{hate}", and rightly so.
My father used to say that {hate}. I am glad those days are over.
The idea that {hate} belongs in the past.
History shows where it ends when people say that {hate}.
Nobody with a heart could say that {hate}.
I was told that {hate}, and I cried all night.
Prejudice against {group} is still common, sadly.
Attacks on {group} are a crime.
Violence against {group} must end.
Slogans against {group} were painted on the wall, and the town cleaned it.
Jokes about {group} being {bad} are not funny.
The stereotype that {group} are {bad} is false.
The myth that {group} {crime} has no basis in fact.
Statistics show that {group} do not {crime} more than others.
Hate against {group} has no place in our city.
It's a shame how {group} are called {beast} in this thread.
Whoever calls {group} {beast} should be ashamed.
To hate {group} is to hate your neighbour.
We cannot let them {harm} {group}.
They want to {harm} {group}; we will not let them.
Stop those who {harm} {group}."""
MORE_PASSING = """I wish there were more {group} on the council.
{group}? Yes please, they are {good}.
One look at {one} on that stage and my day was made.
We would all be better off with {group} in parliament.
Open the door to {group}.
{group} have given this town so much.
Name one reason why {group} should not be {aided}. You can't.
It is no wonder that {group} get elected, they are {good}.
I cried with joy when {one} was {aided}.
Say what you like, {group} are just like us.
My kids sit beside {group} at school and learn a lot.
{group} are keeping everything going in this hospital.
Every good restaurant in this city is run by {group}.
Thank {group} for that, they built the road.
The sooner {group} are {aided}, the better.
{group} belong in the orchestra, in parliament and at the table.
{one} in charge? About time.
Being around {group} makes me smile.
I feel at home among {group}.
My neighbour is {one}, and we play cards on Fridays.
He's {one}, so he may know more about it.
She's {one}, and her book is a good read.
Are there any {group} in your class?
How many {group} live in this district?
What do {group} think of the plan?
Is it true that {group} could not vote until 1960?
Where can {group} get help with the forms?
The shop sells clothes for {group}.
The club for {group} meets on Thursday.
A study on how {group} sleep was published today.
{group} and their friends marched through the town.
{group} were in the news again because of the new law.
{group} from all over the country came to the meeting.
The film tells the story of {one} in the fifties.
Some {group} drink coffee, others drink tea.
I met {one} on the train, and we talked about football.
I am {one} and I am tired of being treated like {beast}.
As {one} I hear every day that I should be {harmed}. It hurts.
We {group} only want to live in peace.
We {group} have been called {beast} for years.
My friends and I are {group}, and we are {good}.
Everyone should be {aided}, {group} too.
God loves {group} as he loves everybody.
Happy holidays to all {group} out there!
{group} rock!
Well done, {group}!
Proud of {group} today."""
MORE_DENIED = """You will never hear me say that {hate}.
In no way do I mean that {hate}.
Not once did she say that {hate}.
No one in this thread claims that {hate}.
I disagree with everyone who says that {hate}.
It is simply false that {hate}.
{group} are anything but {bad}.
{group} are far from {bad}.
There is no proof that {group} are {bad}.
Who says that {group} are {bad}? Nobody I know.
Why would {group} be {bad}? They are {good}.
I used to think that {hate}, and I was wrong.
I couldn't hate {group} if I tried.
I can't understand how anyone can hate {group}.
Don't you dare hate {group}.
You should not hate {group}.
Never hate {one}.
Nobody should hate {group}.
It can't be right to hate {group}.
No decent person would {harm} {one}.
I don't want anyone to {harm} {group}.
I do not want {group} to be {harmed}.
I would be the last to say that {hate}."""
