import type { IncivilityReading } from './model'

/** From this log-odds on a word is shown (chosen on posts whose offending words people had marked; docs/models.md). */
const SHOWN_FROM = -0.5
/** Texts that are hardly uncivil have no reasons to show: log-odds of 0.1. */
const LEAST_UNCIVIL = -2.2
/** As many as a reason may hold (lib/contracts/score.ts). */
const MOST_SPANS = 200

/** A stretch of the original text, UTF-16 units, end exclusive, and how likely it is part of what is uncivil, 0–1. */
interface Span {
  start: number
  end: number
  weight: number
}

/** The stretches of a text that made the model call it uncivil: neighbouring words are one. */
export function findReasons({ words, perWord, logits }: IncivilityReading): Span[] {
  if (logits.uncivil < LEAST_UNCIVIL) return []
  const spans: Span[] = []
  let isOpen = false
  for (const [at, { start, end }] of words.entries()) {
    const logit = perWord[at] ?? -Infinity
    const isShown = logit > SHOWN_FROM && end > start
    if (isShown) {
      const weight = Math.round(1e4 / (1 + Math.exp(-logit))) / 1e4
      const last = spans.at(-1)
      if (isOpen && last !== undefined) {
        last.end = Math.max(last.end, end)
        last.weight = Math.max(last.weight, weight)
      } else if (spans.length < MOST_SPANS) spans.push({ start, end, weight })
    }
    isOpen = isShown
  }
  return spans
}
