import type { ScoreReason } from '../../contracts/score'
import type { UncivilKind } from '../../domain/comment'
import { isEnglish } from '../language/language-gate'
import { RecentCache } from '../recent-cache'
import type { AttributeScore, Scorer } from '../scorer'
import { SCORER_VERSIONS } from '../scorer-versions'
import type { Head } from './heads'
import { getIncivilityModel, type IncivilityReading } from './model'
import { findReasons, hasReasons } from './reasons'

/** Several ask for the numbers of one text, one after the other, and single comments are read ahead: a group of those, and the next. */
const KEPT_TEXTS = 400
/** A further kind below this is not worth a row. */
const LEAST_KIND = 0.25

/** The kinds a moderator knows, each with the head that speaks for it: they have one name. */
const KINDS = (['insult', 'identity_attack', 'threat', 'profanity', 'condescension', 'mockery', 'sexual'] as const).map(
  (kind: UncivilKind & Head) => ({ attribute: `uncivil.${kind}`, head: kind }),
)

/** What is left of a reading when its words are forgotten. */
type IncivilityNumbers = Pick<IncivilityReading, 'logits' | 'trained' | 'hidden'>
const numbers = new RecentCache<{ reading: IncivilityNumbers | null }>(KEPT_TEXTS)

/** The model's numbers for an English text; null for other languages and for texts without words. */
export function readIncivility(body: string): IncivilityNumbers | null {
  return numbers.getOrCompute(body, () => {
    const reading = isEnglish(body) ? getIncivilityModel().read(body) : null
    return { reading: reading && { logits: reading.logits, trained: reading.trained, hidden: reading.hidden } }
  }).reading
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
  version: SCORER_VERSIONS.incivility,
  score: ({ body }) => {
    const reading = readIncivility(body)
    return reading === null ? [] : scoreKinds(reading.logits)
  },
  readAhead: readIncivility,
  // Whoever asks why has time for both nets: they know better which words are meant. Later, what the encoder says is asked too (thorough-incivility.ts).
  explain: (attribute, { body }) => {
    const numbers = attribute.startsWith('uncivil.') ? readIncivility(body) : null
    if (numbers && !hasReasons(numbers)) return { spans: [], sentences: [] }
    const reading = numbers && getIncivilityModel().readThoroughly(body, null)
    return numbers && reading && { spans: findReasons({ ...reading, logits: numbers.logits }), sentences: [] }
  },
}

/** The likeliest kind with the probability of any, and further kinds. `reason`: where it is known already. */
export function scoreKinds(logits: IncivilityReading['logits'], reason: ScoreReason | null = null): AttributeScore[] {
  const overall = toProbability(logits.uncivil)
  const kinds = KINDS.map(({ attribute, head }) => ({ attribute, value: toProbability(logits[head]), reason }))
  const likeliest = kinds.reduce((best, one) => (one.value > best.value ? one : best))
  // Of most texts no further kind is told.
  const others = overall < LEAST_KIND ? [] : kinds.filter((one) => one !== likeliest && one.value >= LEAST_KIND)
  if (others.length > 1) others.sort((a, b) => b.value - a.value)
  for (const one of [likeliest, ...others]) one.value = one === likeliest ? overall : Math.min(one.value, overall)
  return [likeliest, ...others]
}
