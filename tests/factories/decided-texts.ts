import type { BaseReading } from '@/lib/scoring/base-reading'
import { hashWords } from '@/lib/scoring/text/hashed-words'
import type { DecidedText } from '@/lib/scoring/judgement/decided-text'
import { splitWords } from '@/lib/scoring/text/words'

/** A reading by a base that says nothing but what the test gives it. */
export function makeReading(body: string, logits: Record<string, number> = { uncivil: -2 }): BaseReading {
  return { version: 'test', logits, embedding: new Float32Array(), hashed: hashWords(splitWords(body)) }
}

/** Numbers 0–1 that are the same at every run (a linear congruential generator, Numerical Recipes' constants). */
export function makeDice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const NEUTRAL =
  'tram harbour council vote budget night line ticket driver station bridge timetable strike fare mayor plan cost route stop bus'.split(' ')
/** What this newsroom's moderators mark and no shipped model has heard of. */
const MARKED = 'evidently laughable spare lecture adults homework'.split(' ')

/**
 * Decisions of a newsroom that marks a manner of speaking the base is blind to: its own words stand in the marked comments and, seldom, in
 * others. Every tenth is uncivil in the way the base knows.
 */
export function makeDecided(count: number, seed = 1): DecidedText[] {
  const roll = makeDice(seed)
  const pick = (words: readonly string[]) => words[Math.floor(roll() * words.length)] ?? ''
  return Array.from({ length: count }, () => {
    const isMarked = roll() < 0.3
    const isPlain = isMarked && roll() < 0.3
    const words = Array.from({ length: 12 }, () => (roll() < (isMarked && !isPlain ? 0.25 : 0.01) ? pick(MARKED) : pick(NEUTRAL)))
    const body = words.join(' ')
    const reading = makeReading(body, { uncivil: isPlain ? 1 + roll() : -3 + roll(), off_topic: -1 })
    const text = { body, reading, late: null, parent: null, isReply: false, depth: 0 }
    return { text, isUncivil: isMarked, kind: isMarked ? (isPlain ? 'insult' : 'condescension') : null, isOffTopic: false, count: 1 }
  })
}
