import { IDENTITY_FORM } from '../text/model-words'
import type { Head } from './heads'
import { howShort } from './shortness'
import { readWeights } from './tensor-file'
import { findPutDown } from './put-downs'
import { hasThreat } from './threats'
import { ADDRESS, CAMPS, CORRECTING, DISMISSIVE, EVERYBODY, SWEEPING } from './tone-phrases'

/** Ways of speaking that few labels tell of. The first two take the place of the net's heads of the same name. */
export const TONES = ['condescension', 'generalisation', 'dismissal', 'antagonism'] as const
export type Tone = (typeof TONES)[number]

/** By what a tone is told, in the order of its weights: how a text speaks, then what the net says of it. */
export const TONE_FEATURES = [
  'address',
  'correction',
  'dismissive',
  'sweeping',
  'everybody',
  'camps',
  'questions',
  'brevity',
  'uncivil',
  'condescension',
  'generalisation',
  'attack',
] as const

/** Weights of the features and a constant, by tone: fitted by training/fit-tone.ts. */
type ToneWeights = Record<Tone, readonly number[]>

let weights: ToneWeights | null = null
function getWeights(): ToneWeights {
  return (weights ??= JSON.parse(readWeights('tone.json').toString('utf8')) as ToneWeights)
}

/** How much of a log-odds a dismissive phrase adds to incivility as a whole, and a sweeping one; and how many count. */
const DISMISSIVE_WORTH = 0.9
const SWEEPING_WORTH = 0.3
const MOST = 2
/** How much of what a sentence vector says of a tone is added to it: AUC by folds of .67, .67, .80 and .74 become .73, .75, .85 and .81. */
const VECTOR_SHARE = 0.7
/**
 * The same of what the net over pieces of words says of attacks, for the tones that speak to somebody: AUC by folds of .71, .75 and .81 become
 * .74, .80 and .83. Incivility as a whole does not hear it by them: it has a share of that net of its own.
 */
const ATTACK_SHARE = 0.7
/** How much a plain threat adds to threat, and to incivility as a whole. Set by eye, on posts of Civil Comments. */
const THREAT_WORTH = 4
const THREAT_UNCIVIL_WORTH = 2.2
/** The same of a put-down, to the kind it is and to incivility as a whole. */
const PUT_DOWN_KIND_WORTH = 2
const PUT_DOWN_WORTH = 1
/**
 * How much the mean of the tones that speak to somebody adds to incivility as a whole from some log-odds on, where a text is short and there is a
 * sentence vector to hear them by: on short comments of Reddit 83 % are found for 74, with 2.6 % for 1.9 % of the civil ones.
 */
const HEARD_WORTH = 1.8
const HEARD_FROM = -0.5
/** What incivility as a whole is at least in few words that threaten or put somebody down, and how much less in many. */
const [LEAST_IF_SHORT, LESS_IF_LONG] = [0.4, 3]

/** Phrases as the models read words ("you're" is two), by their first. */
interface Phrase {
  rest: readonly string[]
  isDismissive: boolean
}
const phrasesByFirst = new Map<string, Phrase[]>()
const NO_PHRASES: readonly Phrase[] = []
for (const [at, phrase] of [...DISMISSIVE, ...SWEEPING].entries()) {
  const [first = '', ...rest] = phrase.replace(/(n't|'(?:re|ve|ll|s|d|m))\b/g, ' $1').split(' ')
  phrasesByFirst.set(first, [...(phrasesByFirst.get(first) ?? []), { rest, isDismissive: at < DISMISSIVE.length }])
}

/** Counts the phrases of each sort in a text, two at most, each once. */
function countPhrases(forms: readonly string[]): { dismissive: number; sweeping: number } {
  const found: Phrase[] = []
  for (let at = 0; at < forms.length; at += 1) {
    for (const phrase of phrasesByFirst.get(forms[at] ?? '') ?? NO_PHRASES) {
      if (follows(phrase.rest, forms, at + 1) && !found.includes(phrase)) found.push(phrase)
    }
  }
  const dismissive = found.filter(({ isDismissive }) => isDismissive).length
  return { dismissive: Math.min(MOST, dismissive), sweeping: Math.min(MOST, found.length - dismissive) }
}

/** Without a function for each look: "the" and "you" begin phrases, and texts are full of them. */
function follows(words: readonly string[], forms: readonly string[], from: number): boolean {
  for (let step = 0; step < words.length; step += 1) if (forms[from + step] !== words[step]) return false
  return true
}

/** How a text speaks, by TONE_FEATURES. Words are counted over the root of their number, so that long texts are no louder. */
export function describeTone(trained: Readonly<Record<Head, number>>, forms: readonly string[]): number[] {
  const { dismissive, sweeping } = countPhrases(forms)
  const counts = [0, 0, 0, 0, 0]
  for (const form of forms) {
    const sort = SORTS.get(form)
    if (sort !== undefined) counts[sort] = (counts[sort] ?? 0) + 1
  }
  const length = Math.max(5, forms.length)
  const [address = 0, correction = 0, everybody = 0, camps = 0, questions = 0] = counts.map((count) => count / Math.sqrt(length))
  return [
    address,
    correction,
    dismissive,
    sweeping,
    everybody,
    camps,
    questions,
    -Math.log(length),
    trained.uncivil,
    trained.condescension,
    trained.generalisation,
    trained.attack,
  ]
}

/** Single words by what they are counted as; no word is of two sorts. */
const SORTS: ReadonlyMap<string, number> = new Map(
  [ADDRESS, CORRECTING, EVERYBODY, [IDENTITY_FORM, ...CAMPS], ['?', '??']].flatMap((words, sort) =>
    [...words].map((word) => [word, sort] as const),
  ),
)

/**
 * Adds the tones to what the net says: each a regression over how the text speaks, fitted on news comments that one reader marked
 * (docs/models.md), and what the sentence vector says, if there is one. Dismissive and sweeping phrases raise incivility as a
 * whole a little, a plain threat and a put-down in few words much; it is at least `leastIfHeard` (put-down-hearing.ts).
 */
export function addTone(
  trained: Readonly<Record<Head, number>>,
  forms: readonly string[],
  byVector: Readonly<Record<'condescension' | 'generalisation' | 'attack', number>> | null,
  leastIfHeard: number,
): Record<Head | Tone, number> {
  const features = describeTone(trained, forms)
  const [, , dismissive = 0, sweeping = 0] = features
  const read = (tone: Tone) => {
    const seen = VECTOR_SHARE * (byVector?.[tone === 'generalisation' ? tone : 'condescension'] ?? 0)
    return getWeights()[tone].reduce((sum, weight, at) => sum + weight * (features[at] ?? 1), seen)
  }
  const [condescension, dismissal, antagonism] = [read('condescension'), read('dismissal'), read('antagonism')]
  const attack = ATTACK_SHARE * (byVector?.attack ?? 0)
  const short = howShort(forms.length)
  const heard = byVector === null ? 0 : HEARD_WORTH * short * Math.max(0, (condescension + dismissal + antagonism) / 3 - HEARD_FROM)
  const threat = hasThreat(forms) ? 1 : 0
  const putDown = findPutDown(forms)
  const told = trained.uncivil + DISMISSIVE_WORTH * dismissive + SWEEPING_WORTH * sweeping + THREAT_UNCIVIL_WORTH * threat + heard
  const least = threat === 0 && putDown === null ? -Infinity : LEAST_IF_SHORT - LESS_IF_LONG * (1 - short)
  // Field by field: what is spread into an object of so many becomes a dictionary of its own, slow and large.
  return {
    uncivil: Math.max(told + (putDown === null ? 0 : PUT_DOWN_WORTH), least, leastIfHeard),
    insult: trained.insult + (putDown === 'insult' ? PUT_DOWN_KIND_WORTH : 0),
    identity_attack: trained.identity_attack + (putDown === 'identity_attack' ? PUT_DOWN_KIND_WORTH : 0),
    threat: trained.threat + THREAT_WORTH * threat,
    profanity: trained.profanity,
    sexual: trained.sexual,
    condescension: condescension + attack + (putDown === 'condescension' ? PUT_DOWN_KIND_WORTH : 0),
    generalisation: read('generalisation'),
    mockery: trained.mockery,
    attack: trained.attack,
    dismissal: dismissal + attack,
    antagonism: antagonism + attack,
  }
}
