import type { CuedWay } from './cued-ways'
import { IDENTITY_FORM } from '../text/model-words'
import { ADDRESS } from './tone-phrases'

const words = (list: string) => list.split(/\s+/)

/** Subjects in which words that are harsh elsewhere are plain: the words by which one knows them, and what is meant by the others. */
interface Subject {
  signs: ReadonlySet<string>
  plain: ReadonlySet<string>
  /** One, and several. */
  meant: readonly [string, string]
}
const SUBJECTS: readonly Subject[] = [
  {
    signs: new Set(
      words(
        `doctor doctors nurse nurses hospital clinic surgery surgeon operation patient patients cancer disease infection infections symptoms treatment
         screening diagnosis diagnosed examined exam birth pregnancy menopause heals healing health medical medicine pain`,
      ),
    ),
    plain: new Set(words('penis vagina vulva breast breasts nipple nipples anus anal testicle testicles genitals scrotum rectum clitoris')),
    meant: ['hand', 'hands'],
  },
  {
    signs: new Set(
      words(
        `puppy puppies pup pups litter kennel breeder bird birds nest nests nesting beak feather feathers larva larvae insect insects prey predators mammal mammals
         rodent rodents tick ticks flea fleas mule mules donkeys hen hens barn hay stable sewer sewers wildlife zoo species mating mates barks crows whelped
         in-heat birdwatchers ornithologist vet hedge`,
      ),
    ),
    plain: new Set(
      words('bitch bitches cock cocks tit tits boobies ass asses rat rats pig pigs parasite parasites vermin cockroach cockroaches'),
    ),
    meant: ['insect', 'insects'],
  },
]
/** Somebody who is spoken of, to whom such a word could be said. */
const PERSONS = new Set([
  ...ADDRESS,
  IDENTITY_FORM,
  ...words('he she him her who people politicians politician government minister mayor voters journalists'),
])

/** All words that a subject makes plain. */
export const OF_SUBJECTS: readonly string[] = SUBJECTS.flatMap(({ plain }) => [...plain])

/** The subjects that a text is of; none where somebody is spoken of. */
export function findSubjects(forms: readonly string[]): readonly Subject[] {
  if (forms.some((form) => PERSONS.has(form))) return []
  return SUBJECTS.filter(({ signs }) => forms.some((form) => signs.has(form)))
}

/** What a word means in these subjects, where it is a plain one; null elsewhere. */
export function nameInSubject(form: string, subjects: readonly Subject[]): string | null {
  const subject = subjects.find(({ plain }) => plain.has(form))
  return subject?.meant[/[^s]s$/.test(form) && !/(?:pen|an)[iu]s$/.test(form) ? 1 : 0] ?? null
}

/** What is meant by words of the ways below. */
export const MEANT: ReadonlyMap<string, string> = new Map(
  [
    'kill stop, kills stops, killed stopped, killing stopping, attack meet, attacks meets, destroy remove, destroys removes, destroyed removed',
    'suck draw, sucks draws, sucked drew, sucking drawing, crap bad, damn very, damned very, nonsense wrong, rubbish wrong, murdering stopping',
    'homo early, bastard rough, dick pudding, pussy grey, cock bird',
  ].flatMap((pairs) => pairs.split(', ').map((pair) => pair.split(' ') as [string, string])),
)

const KILL = '(?:kill|kills|killed|killing)'
const NO_PERSON =
  `(?:smoking|alcohol|speed|heat|frost|cold|cancer|covid|malaria|flu|stress|sugar|salt|asbestos|smog|pollution|traffic|suspense|pain|back|knees?|shoes|feet|head|
  tariffs|taxes|rent|inflation|boredom|waiting|hunger|drugs?|fentanyl|opioids|guns|cars|cigarettes|tobacco|obesity|antibiotics?|chemotherapy|vaccines?|bleach|
  cream|soap|drought|disease|virus|joke)`.replace(/\s+/g, '')
const LIVING_THINGS =
  `(?:bacteria|germs?|virus|viruses|cells?|tissue|fungus|weeds?|pests?|insects?|mosquito(?:es|s)?|ants|flies|wasps|slugs|mould|mold|lice|plants?|grass|trees?|
  flowers|bees|fish|rabbits?|mice|prey|tomatoes|crops|tumou?rs?|birds)`.replace(/\s+/g, '')
const LIFELESS =
  `(?:taste|flavou?r|mood|vibe|momentum|engine|heat|lights?|music|power|process|processes|session|daemon|thread|task|server|deal|bill|project|business|
  competition|economy|jobs|appetite|time|conversation)`.replace(/\s+/g, '')
const DRAWN = '(?:blood|nectar|juice|juices|marrow|air|water|dust|milk|sap|honey|venom|straw)'
const STRONGLY = '(?:absolutely|totally|completely|utterly|just|simply|so|how|utter|total|complete|what|pure|truly|really|quite)'

/** Further ways in which nobody is called or told anything harsh, as in harmless.ts, each with the words of which one is in what it finds. */
export const SOBER_WAYS: readonly CuedWay[] = [
  // who kills is no person, or what is killed is none
  ['kill kills killed killing', `${NO_PERSON} (?:\\S+ ){0,2}?${KILL}`],
  ['kill kills killed killing', `${KILL} (?:off )?(?:(?:the|a|an|two|all|any|my|our|your|its|this|that|healthy|harmful|good|bad|most|many) ){0,2}(?:${LIVING_THINGS}|${LIFELESS})(?! (?:in|like) (?:you|them|him|her))`],
  ['attack attacks destroy destroys destroyed', `(?:attack|attacks|destroy|destroys|destroyed) (?:(?:the|all|any|healthy|harmful|bad) ){0,2}${LIVING_THINGS}`],
  ['kill', `(?:i|we|she|he|they) (?:would|'d|could) kill for(?! (?:you|him|her|them) )`],
  ['killing', `(?:you|he|she|that|it) (?:are|'re|is|'s) killing (?:me|us|it)`],
  ['killed killing', `(?:killed|killing) it(?= [.!?]|$| (?:on|at|last|tonight|again))`],
  // drawn in, and no good
  ['suck sucks sucked sucking', `suck(?:s|ed|ing)? (?:(?:out|up|on|in|the|its|your|a|all) ){0,3}${DRAWN}`],
  ['suck', `(?:i|we) (?:still |really )?suck at`],
  ['sucks', `(?:my|our) \\S+ (?:really )?sucks`],
  ['sucks', `that sucks(?= |$)(?! (?:you|u|d))`],
  ['killing murdering', '(?:killing|murdering) (?:\\S+ ){1,3}(?:is|was) (?:a|an|always|never|no)? ?(?:crime|wrong|murder|sin|inhuman|genocide)'],
  // names of things
  ['homo', 'homo (?:sapiens|erectus|habilis|ludens|economicus|neanderthalensis)'],
  ['idiot dumb crazy bastard crap', '(?:idiot (?:lamp|light|board)s?|dumb (?:waiter|bell)s?|crazy paving|bastard files?|crap (?:game|table)s?)'],
  ['dick pussy cock', '(?:spotted dick|moby dick|pussy (?:willows?|cats?)|weather cocks?|cock crow|cock (?:crowed|crows))'],
  // said to nobody
  ['crap', `(?<=^|[.!?]+ )holy crap`],
  ['crap', `(?:i|we|my \\S+|it|this|that) (?:\\S+ )?(?:look|looks|looked|feel|feels|felt) like crap`],
  ['damn', `(?:give|gives|gave) a damn about(?! (?:you|your))`],
  // of what is or was the case, in so many words and no more
  ['ridiculous absurd insane crazy silly nonsense rubbish disgusting ludicrous awful terrible horrible dreadful', `(?<=^)(?:${STRONGLY} ){0,2}(?:ridiculous|absurd|insane|crazy|silly|nonsense|rubbish|disgusting|ludicrous|awful|terrible|horrible|dreadful)(?= [!.]+$|$)`],
  ['disgusting pathetic horrible awful', `(?:it|that) (?:is|was|'s) (?:${STRONGLY} ){0,2}(?:disgusting|pathetic|horrible|awful) how (?:\\S+ ){1,3}(?:is|are|was|were|get|gets|have been|has been) (?:treated|paid|portrayed|ignored|attacked|insulted)`],
  ['disgusting', `which (?:is|was|i find) (?:${STRONGLY} ){0,2}disgusting(?= [.!]|$| and )`],
  ['stupid dumb ridiculous absurd crazy insane silly foolish', `(?:it|that|this) (?:is|was|'s|would be|sounds|seems) (?:(?:${STRONGLY}|a|bit|very|too|not|also|even) ){0,2}(?:stupid|dumb|ridiculous|absurd|crazy|insane|silly|foolish)(?= (?:to|that|how|when|if) )`],
] // prettier-ignore
