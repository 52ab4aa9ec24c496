import { cueWays, type CuedWay } from './cued-ways'
import { findSubjects, nameInSubject, MEANT, OF_SUBJECTS, SOBER_WAYS } from './sober'
import { isThing } from './things'
import { ADDRESS } from './tone-phrases'

const words = (list: string) => list.split(/\s+/)

/** Worth nothing by themselves, before what is called so. */
const SWEARS = words('damn damned darn darned goddamn bloody blasted freaking flipping')
/** What people call things, and what they have done themselves. */
const FOLLIES = words(
  'stupid dumb idiotic moronic ridiculous pathetic crazy insane silly lame foolish daft asinine ignorant naive absurd useless worthless',
)
/** The most of it that one did oneself. */
const GREATEST = words('dumbest stupidest silliest craziest')
const QUALITIES = new Set([
  ...SWEARS,
  ...FOLLIES,
  ...GREATEST,
  ...words(
    'crappy rotten lousy ugly horrible horrid terrible awful dreadful disgusting hideous ludicrous brainless mindless senseless filthy',
  ),
])
/** The same as nouns. */
const RUBBISH = new Set(words('crap garbage trash rubbish junk'))
/** And what a thing has. */
const FOLLY_OF = new Set(words('stupidity idiocy insanity lunacy foolishness silliness'))
/** What people call themselves. */
const FOOLS = new Set(
  words(
    `idiot idiots moron morons fool fools jerk clown clowns dummy dummies dunce imbecile imbeciles dope twit loser losers muppet muppets nitwit dimwit
     halfwit dolt donkey ass jackass fart coward cowards hypocrite pig slob failure liar`,
  ),
)
/** And what only others are called; here it is denied of them. */
const ACCUSATIONS = new Set(
  words(
    `criminal criminals terrorist terrorists parasite parasites racist racists sexist sexists thief thieves thug thugs traitor traitors crook crooks bigot
     bigots liars hypocrites pigs scum vermin trash garbage animals subhuman lazy dirty filthy sick`,
  ),
)
/** What only somebody told of is called, in what was shouted or written at him. */
const SLURS = words('fag faggot faggots retard retards dyke tranny wog wogs paki pakis whore slut bitch')
/** Without one of which there is nothing to take out: most texts are done with here. */
const HARSH = new Set([...QUALITIES, ...RUBBISH, ...FOLLY_OF, ...FOOLS, ...ACCUSATIONS, ...SLURS, ...OF_SUBJECTS, ...MEANT.keys()])
/** What stands for them in the reading: of no weight. */
const [BAD, BEGINNER] = ['bad', 'beginner']

/** Stand between what a thing is called and the thing. */
const BETWEEN = new Set(
  words('old new little big small huge red green yellow electric automatic automated plastic digital online modern cheap fake'),
)
const COPULAS = new Set(words("is are was were 's 're looks look looked seems seem sounds smells smelled tastes tasted got gets"))
/** What else is said of things in the same breath. */
const IN_ONE_BREATH = new Set(
  words(
    'and or but cruel dangerous expensive unfair wrong unjust wasteful pointless harmful costly short-sighted shortsighted needless counterproductive unnecessary',
  ),
)
/** Stand between a copula and what it says. */
const DEGREES = new Set(
  words(
    `a an so too just really very bit piece of kind complete completely total totally absolute absolutely pretty quite also still often always simply utter
     utterly pure such plain even more rather as all n't not`,
  ),
)
/** Before a thing that somebody is in, or has, and which is not what is spoken of: "the people in the office are". */
const PLACING = new Set(words('in of on at from for with by behind under near like'))
/** Words after a thing that make a person of it: a bus driver. */
const PERSON =
  /^(?:people|persons?|guys?|folks?|kids?|<id>|(?!n?ever$|over$|after$|under$|other$|rather$|later$|however$|together$|for$|or$)\w+(?:m[ae]n|ers?|ors|ists?))$/

const FOLLY = `(?:${FOLLIES.join('|')})`
const FOOL = `(?:${[...FOOLS].join('|')})`
const NAME = `(?:(?:${SWEARS.join('|')}) )?(?:${FOLLY} )?(?:${FOLLY}|${FOOL})`
const SELF = '(?:me|us|myself|ourselves)'
const DEGREE =
  "(?:a|an|the|such|so|too|just|really|very|bit|of|kind|kinda|complete|completely|total|totally|absolute|absolutely|pretty|quite|probably|also|still|often|always|already|right|real|like|as|rather|much|big|bigger|biggest|utter|perfect|simply|clearly|obviously|sometimes|never|not|n't|no|only|far|even|that|maybe|perhaps|young|old|little|boring|sad|poor|<id>)"
const BE = "(?:am|'m|was|were|are|'re|be|been|feel|felt|feeling|look|looked|sound|sounded|seem|seemed|became)"
const HARSHLY = `(?:(?:a|an|all|the|such|so|really|very|just|simply|that|lazy|dirty|<id>) ){0,3}(?:${FOLLY} )?(?:${FOLLY}|${FOOL}|${[...ACCUSATIONS].join('|')})`
const IS = "(?:is|are|was|were|'s|'re)"
/** Somebody, or some people, in a few words. */
const WHO = '(?:[^ .?!]+ ){1,5}?'
const NOT = "(?:not|n't|never|hardly)"
const SAY =
  '(?:say|says|said|saying|claim|claims|claimed|claiming|think|thinks|thought|thinking|believe|believes|believed|suggest|suggests|suggested|suggesting|assume|imply|implying|mean)'
const SAY_SO = '(?:say|said|saying|think|thought|call|called|calling|claim|claimed|suggest|suggested|suggesting|imply|implying|mean|meant)'
const WRONG = "(?:wrong|untrue|false|unfair|foolish|absurd|ridiculous|nonsense|(?:not|n't) (?:true|fair|right))"

/** Ways in which nobody else is called anything, in words as the models read them, one blank between them. */
const HARMLESS: readonly CuedWay[] = [
  // of oneself
  ['i we', `(?:i|we) (?:(?:must|may|might|could|would|will|'ll|'d|have|had|'ve|do|did|can|know|guess|admit|suppose|think|always|often|sometimes|still|really|just|also) ){0,3}${BE} (?:${DEGREE} ){0,5}${NAME}(?! (?:people|men|women|guys|folks))`],
  ['i we', `(?:am|was|are|were) (?:i|we) (?:${DEGREE} ){0,5}${NAME}`],
  ['how', `how ${FOLLY} (?:of ${SELF}|(?:i|we) (?:was|were|am|are|feel|felt|have|had))`],
  ['what', `what (?:a |an )?(?:${DEGREE} ){0,3}${NAME} (?:i|we) (?:was|were|am|are|'m|have|had)`],
  ['me', `${FOLLY} (?:old )?me`],
  ['i we', `${FOOL} (?:that )?(?:i|we) (?:am|was|were|'m|are)`],
  ['me us myself ourselves', `(?:call|calls|called|calling|think|thinks|thought|consider|considered) ${SELF} (?:${DEGREE} ){0,3}${NAME}`],
  ['me us myself ourselves', `(?:make|makes|made|making|let|treat|treats|treated|treating|take|takes|took) ${SELF} (?:all )?(?:(?:feel|look|sound|for|as|if|out|to|be) ){0,3}(?:${DEGREE} ){0,4}${NAME}`],
  ['myself ourselves', `${NAME} (?:out )?of (?:myself|ourselves)`],
  ['i we', `(?:${GREATEST.join('|')}) (?:\\S+ ){1,2}(?:that )?(?:i|we) (?:(?:have|'ve|had) )?(?:ever )?(?:did|done|bought|made|said|wrote|took|signed|paid|tried|started)`],
  ['my our', `(?:my|our) (?:own )?(?:${FOLLY} )?${FOLLY} (?:mistake|fault|error|question|brain|head|self|habit)`],
  // told as said
  ['call calls called calling', `(?<!(?:^| )(?:i|we) (?:\\S+ ){0,3})call(?:s|ed|ing)? (?!you|ya|u|these|those)(?:\\S+ ){1,3}?(?:a|an) ${NAME}`],
  ['call calls called calling', `(?<!(?:^| )(?:i|we) (?:\\S+ ){0,3})call(?:s|ed|ing)? (?:him|her|them|people|somebody|someone|others|each other|everyone|everybody|anyone|anybody|voters|readers|<id>) ${NAME}`],
  ['call calls called calling', `(?<!(?:^| )(?:i|we) (?:\\S+ ){0,3})call(?:s|ed|ing)? (?:(?:a|an|my|his|her|their|our|your|other|another|any) )?(?!you|ya|u|the|these|those|it|this|that|yourself)\\S+ (?:an? )?${HARSHLY}(?! and (?:(?:he|she|they) (?:is|are|was|were) |rightly))`],
  ['shout shouts shouted yell yells yelled scream screamed hissed chant chanted wrote sprayed painted texted muttered', `(?:shout|shouts|shouted|yell|yells|yelled|scream|screamed|hissed|chant|chanted|wrote|sprayed|painted|texted|muttered) (?:\\S+ ){0,3}?(?:${HARSHLY}|${SLURS.join('|')})(?: \\S+){0,3}? (?:at|on|to|behind|after|across) (?:me|us|him|her|them|my|our|his|their|the|a|<id>)`],
  // denied
  ['you', `i (?:never|(?:did|do|would|am|'m|have|'ve) (?:n't|not|never)|not) ${SAY_SO} (?:that )?you (?:(?:are|were|'re) )?${HARSHLY}(?= [.!?]|$| for | because | only )`],
  ["not n't", `(?:${IS}|am|'m) (?:not|n't) (?!(?:just|only|even|merely|simply) )${HARSHLY}`],
  ['no', `${IS} no ${FOOL}`],
  ["not n't", `(?:not|n't) (?:make|turn) (?!\\S+ (?:smart|right|clever))${WHO}(?:into )?${HARSHLY}`],
  ['not hardly', `(?:not|hardly) (?:all|every|everyone|everybody|any|anyone|anybody) ${WHO}${IS} ${HARSHLY}`],
  ["nobody no none not n't never hardly", `(?:nobody|no one|none|${NOT}) (?:\\S+ ){0,3}${SAY} (?:that )?(?!you|u|ya)${WHO}${IS} ${HARSHLY}(?! but )`],
  ['wrong untrue false unfair foolish absurd ridiculous nonsense true fair right', `${WRONG} (?:that|to ${SAY}(?: that)?) (?!you|u|ya)${WHO}${IS} ${HARSHLY}`],
  ['who why', `(?<=^|[.?!] )(?:who|why (?:do|does|would) \\S+) ${SAY} (?:that )?(?!you|u|ya)${WHO}${IS} ${HARSHLY}`],
  ['to saying refuse the', `(?:to ${SAY}|saying|refuse to believe|the (?:idea|claim|notion|lie|myth)) (?:that )?(?!you|u|ya)${WHO}${IS} ${HARSHLY}(?= (?:is|was|has been|would be) )`],
  // at what happens, and of it
  ['damn darn', `(?<=^)(?:damn|darn) (?:(?:that|it|this|there|i|we) (?:was|is|'s|were|are|am|'m|have|had|'ve|did)|how|what an?)`],
  ['crazy insane ridiculous absurd', `(?:crazy|insane|ridiculous|absurd) (?:how|that|what|when)`],
  ...SOBER_WAYS,
] // prettier-ignore
const listWays = cueWays(
  HARMLESS,
  (way) => new RegExp(`(?<=^| )(?:${way})(?= |$)(?! (?:\\S+ ){0,4}?(?:like|than|unlike|as) (?:you|u|your))`, 'g'),
)

/**
 * A text's words with those taken out that would insult somebody and do not: said of things ("the stupid door") and by doctors, of the
 * one who writes ("I was an idiot"), told as said ("he called her an idiot"), or denied ("not all of them are idiots"). Others
 * stand in their places. `forms` are words as the models read them; the same list where there is nothing to take out.
 */
export function soften(forms: readonly string[]): readonly string[] {
  if (!forms.some((form) => HARSH.has(form))) return forms
  const subjects = findSubjects(forms)
  const softened = forms.map((form, at) => nameInSubject(form, subjects) ?? (isOfThing(forms, at) ? BAD : form)).join(' ')
  const told = listWays(forms).reduce((said, way) => said.replace(way, nameMildly), softened)
  return told === forms.join(' ') ? forms : told.split(' ')
}

const CALLED = new Set([...FOOLS, ...ACCUSATIONS, ...SLURS])
const nameMildly = (told: string) =>
  told.replace(/\S+/g, (word) => MEANT.get(word) ?? (QUALITIES.has(word) ? BAD : CALLED.has(word) ? BEGINNER : word))

/** Whether a word calls a thing something, and nobody is spoken to around it: your stupid door is another matter. */
function isOfThing(forms: readonly string[], at: number): boolean {
  const form = forms[at] ?? ''
  if (!QUALITIES.has(form) && !RUBBISH.has(form) && !FOLLY_OF.has(form)) return false
  if (forms.slice(Math.max(0, at - 3), at + 5).some((near) => ADDRESS.has(near))) return false
  if (FOLLY_OF.has(form)) return forms[at + 1] === 'of' && isBeforeThing(forms, DETERMINERS.test(forms[at + 2] ?? '') ? at + 2 : at + 1)
  return (QUALITIES.has(form) && isBeforeThing(forms, at)) || isSaidOfThing(forms, at)
}

const DETERMINERS = /^(?:the|th[ei]se?|this|that|those|an?|my|our|its?|such)$/

/** "the damn ticket machine", but not "the damn ticket inspector"; "the damn thing", but not "a stupid thing to say". */
function isBeforeThing(forms: readonly string[], at: number): boolean {
  let isOne = false
  for (let next = at + 1; next <= at + 4; next += 1) {
    const form = forms[next] ?? ''
    if (isThing(form) || (form === 'thing' && SWEARS.includes(forms[next - 1] ?? ''))) isOne = true
    else if (isOne) return !PERSON.test(form)
    else if (![BETWEEN, QUALITIES, IN_ONE_BREATH].some((set) => set.has(form))) return false
  }
  return isOne
}

/** "these prices are completely ridiculous", but not "the people in this office are". */
function isSaidOfThing(forms: readonly string[], at: number): boolean {
  const isDegree = (place: number) => [DEGREES, QUALITIES, IN_ONE_BREATH].some((set) => set.has(forms[place] ?? ''))
  let before = at - 1
  while (isDegree(before)) before -= 1
  if (!COPULAS.has(forms[before] ?? '') || !isThing(forms[before - 1] ?? '') || PERSON.test(forms[at + 1] ?? '')) return false
  before -= 2
  while (isThing(forms[before] ?? '') || BETWEEN.has(forms[before] ?? '') || DETERMINERS.test(forms[before] ?? '')) before -= 1
  return !PLACING.has(forms[before] ?? '')
}
