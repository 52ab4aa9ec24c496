import { spanOf } from '../text/model-words'
import type { IncivilityReading } from './model'
import { seekPutDown } from './put-downs'
import { findThreat } from './threats'

/** Texts that are hardly uncivil have no reasons to show: log-odds of 0.1. */
const LEAST_UNCIVIL = -2.2
/** Where even the likeliest word is hardly meant, the text is uncivil by its tone, and no word is shown. */
const LEAST_WEIGHT = 0.05
/** From this log-odds on a word is meant by itself, and shown rather than the sentence around it. */
const CLEARLY_MEANT = -1
/** Below this none is: a way of saying so is shown instead. From -1 on, annotators' words are shown less often (span F1 .695 → .692). */
const HARDLY_MEANT = -2.2
/** As many as a reason may hold (lib/contracts/score.ts). */
const MOST_SPANS = 200

/** A stretch of the original text, UTF-16 units, end exclusive, and how likely it is part of what is uncivil, 0–1. */
interface Span {
  start: number
  end: number
  weight: number
}

/** Whether a text is uncivil enough for its reasons to be of interest. */
export const hasReasons = ({ logits }: Pick<IncivilityReading, 'logits'>): boolean => logits.uncivil >= LEAST_UNCIVIL

/** The stretches of a text that speak for its being uncivil, if anything does: neighbouring words are one. */
export function findReasons(reading: IncivilityReading): Span[] {
  const { words, perWord } = reading
  const told = explainWay(reading) ?? explainHeard(reading)
  if (told !== undefined) return told
  const weights = Array.from(perWord, (logit) => 1 / (1 + Math.exp(-logit)))
  if (weights.every((weight) => weight < LEAST_WEIGHT)) return []
  const chosen = chooseWords(
    weights,
    words.map(({ start, end }) => end - start),
  )
  const spans: Span[] = []
  for (const [at, { start, end }] of words.entries()) {
    if (!chosen.has(at)) continue
    const weight = Math.round((weights[at] ?? 0) * 1e4) / 1e4
    const last = spans.at(-1)
    if (last !== undefined && chosen.has(at - 1)) {
      // In what is turned round, the next word stands before.
      last.start = Math.min(last.start, start)
      last.end = Math.max(last.end, end)
      last.weight = Math.max(last.weight, weight)
    } else if (spans.length < MOST_SPANS) spans.push({ start, end, weight })
  }
  return spans
}

/** What threatens or puts down in plain words, one way after the other, where no word is meant by itself; undefined where nothing does. */
function explainWay({ words, logits, perWord }: IncivilityReading): Span[] | undefined {
  if (perWord.some((logit) => logit >= HARDLY_MEANT)) return undefined
  const forms = words.map(({ form }) => form)
  const way = findThreat(forms) ?? seekPutDown(forms)
  if (way === null) return undefined
  const from = NAMING.has(forms[way.from - 1] ?? '') ? way.from - 1 : way.from
  const weight = Math.round(1e4 / (1 + Math.exp(-logits.uncivil))) / 1e4
  return [{ ...spanOf(words.slice(from, way.to)), weight }]
}

/** Belong to the words after them: "you people". */
const NAMING = new Set(['you', 'these', 'those', 'all'])

/** The sentence that puts somebody down in plain words, where nothing else makes a text so uncivil, no way of saying so and no word by itself. */
function explainHeard({ words, logits, heard, perWord }: IncivilityReading): Span[] | undefined {
  if (heard.least < logits.uncivil || perWord.some((logit) => logit >= CLEARLY_MEANT)) return undefined
  const weight = Math.round(1e4 / (1 + Math.exp(-heard.least))) / 1e4
  return [{ ...spanOf(words.slice(heard.from, heard.to)), weight }]
}

/**
 * The words of which it is best to say that they are meant: so many of the likeliest that the character-F1 to be expected is
 * highest, 2·Σ wₖlₖ / (Σ lₖ + Σ wl). A fixed threshold would mark nothing in texts whose offence is spread thin, and too much in others
 * (docs/models.md). Words without a length are left out.
 */
function chooseWords(weights: readonly number[], lengths: readonly number[]): ReadonlySet<number> {
  const order = [...weights.keys()].filter((at) => (lengths[at] ?? 0) > 0).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0))
  const total = order.reduce((sum, at) => sum + (weights[at] ?? 0) * (lengths[at] ?? 0), 0)
  let found = 0
  let marked = 0
  let best = 0
  let count = 0
  for (const [place, at] of order.entries()) {
    const length = lengths[at] ?? 0
    found += (weights[at] ?? 0) * length
    marked += length
    const expected = (2 * found) / (marked + total)
    if (expected <= best) continue
    best = expected
    count = place + 1
  }
  return new Set(order.slice(0, count))
}
