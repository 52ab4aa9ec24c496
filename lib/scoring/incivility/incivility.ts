import type { UncivilKind } from '../../domain/comment'
import { isEnglish } from '../language-gate'
import { RecentCache } from '../recent-cache'
import type { AttributeScore, Scorer } from '../scorer'
import type { Head } from './heads'
import { getIncivilityModel, type IncivilityReading } from './model'
import { findReasons } from './reasons'

/** Several ask for the numbers of one text, one after the other. */
const KEPT_TEXTS = 100
/** A further kind below this is not worth a row. */
const LEAST_KIND = 0.25

/** The kinds a moderator knows, by the heads that speak for them. */
const KIND_HEADS: readonly (readonly [UncivilKind, Head])[] = [
  ['insult', 'insult'],
  ['identity_attack', 'identity_attack'],
  ['threat', 'threat'],
  ['profanity', 'profanity'],
  ['condescension', 'condescension'],
  ['mockery', 'mockery'],
  ['sexual', 'sexual'],
]

/** What is left of a reading when its words are forgotten. */
type IncivilityNumbers = Pick<IncivilityReading, 'logits' | 'trained' | 'hidden'>
const numbers = new RecentCache<{ reading: IncivilityNumbers | null }>(KEPT_TEXTS)

/** The model's numbers for an English text; null for other languages and for texts without words. */
export function readIncivility(body: string): IncivilityNumbers | null {
  return numbers.getOrCompute(body, () => {
    const reading = readWhole(body)
    return { reading: reading && { logits: reading.logits, trained: reading.trained, hidden: reading.hidden } }
  }).reading
}

function readWhole(body: string): IncivilityReading | null {
  return isEnglish(body) ? getIncivilityModel().read(body) : null
}

/** The probability of a log-odds, to four places. */
function toProbability(logit: number): number {
  return Math.round(1e4 / (1 + Math.exp(-logit))) / 1e4
}

/**
 * How uncivil a text is, by kind: the shipped model (docs/models.md). Gives `uncivil.<kind>` for the likeliest kind, with the
 * probability that the text is uncivil at all, and for every other kind from 0.25 on its own probability, never more than
 * that. Nothing for texts that are not English: no number is better than a wrong one.
 */
export const incivility: Scorer = {
  name: 'incivility',
  get version() {
    return getIncivilityModel().version
  },
  score: ({ body }) => {
    const reading = readIncivility(body)
    return reading === null ? [] : scoreKinds(reading)
  },
  explain: (attribute, { body }) => {
    const reading = attribute.startsWith('uncivil.') ? readWhole(body) : null
    return reading === null ? null : { spans: findReasons(reading), sentences: [] }
  },
}

function scoreKinds({ logits }: IncivilityNumbers): AttributeScore[] {
  const overall = toProbability(logits.uncivil)
  const kinds = KIND_HEADS.map(([kind, head]) => ({ kind, value: toProbability(logits[head]) })).sort((a, b) => b.value - a.value)
  const [first, ...rest] = kinds
  if (first === undefined) return []
  const others = rest.filter(({ value }) => value >= LEAST_KIND).map(({ kind, value }) => ({ kind, value: Math.min(value, overall) }))
  return [{ kind: first.kind, value: overall }, ...others]
    .filter(({ value }, at) => at === 0 || value >= LEAST_KIND)
    .map(({ kind, value }) => ({ attribute: `uncivil.${kind}`, value, reason: null }))
}
