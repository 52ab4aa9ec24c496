import { IDENTITY_FORM } from '../model-words'
import { WordAutomaton } from '../word-automaton'
import type { Head } from './heads'
import { readWeights } from './tensor-file'
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

const automaton = new WordAutomaton([...DISMISSIVE, ...SWEEPING])

/** How much of a log-odds a dismissive phrase adds to incivility as a whole, and a sweeping one; and how many count. */
const DISMISSIVE_WORTH = 0.9
const SWEEPING_WORTH = 0.3
const MOST = 2

/** Counts the phrases of each sort in a text, two at most. */
function countPhrases(text: string): { dismissive: number; sweeping: number } {
  const found = new Set<number>()
  automaton.findTerms(text, ({ term }) => found.add(term))
  let dismissive = 0
  for (const term of found) if (term < DISMISSIVE.length) dismissive += 1
  return { dismissive: Math.min(MOST, dismissive), sweeping: Math.min(MOST, found.size - dismissive) }
}

/** How a text speaks, by TONE_FEATURES. Words are counted over the root of their number, so that long texts are no louder. */
export function describeTone(trained: Readonly<Record<Head, number>>, text: string, forms: readonly string[]): number[] {
  const { dismissive, sweeping } = countPhrases(text)
  const root = Math.sqrt(Math.max(5, forms.length))
  const share = (counts: (form: string) => boolean) => forms.reduce((sum, form) => sum + (counts(form) ? 1 : 0), 0) / root
  return [
    share((form) => ADDRESS.has(form)),
    share((form) => CORRECTING.has(form)),
    dismissive,
    sweeping,
    share((form) => EVERYBODY.has(form)),
    share((form) => form === IDENTITY_FORM || CAMPS.has(form)),
    share((form) => form === '?' || form === '??'),
    -Math.log(Math.max(5, forms.length)),
    trained.uncivil,
    trained.condescension,
    trained.generalisation,
    trained.attack,
  ]
}

/**
 * Adds the tones to what the net says: each a regression over how the text speaks, fitted on news comments that one reader marked
 * (docs/models.md). Dismissive and sweeping phrases raise incivility as a whole a little.
 */
export function addTone(trained: Readonly<Record<Head, number>>, text: string, forms: readonly string[]): Record<Head | Tone, number> {
  const features = describeTone(trained, text, forms)
  const [, , dismissive = 0, sweeping = 0] = features
  const read = (tone: Tone) => getWeights()[tone].reduce((sum, weight, at) => sum + weight * (features[at] ?? 1), 0)
  return {
    ...trained,
    uncivil: trained.uncivil + DISMISSIVE_WORTH * dismissive + SWEEPING_WORTH * sweeping,
    condescension: read('condescension'),
    generalisation: read('generalisation'),
    dismissal: read('dismissal'),
    antagonism: read('antagonism'),
  }
}
