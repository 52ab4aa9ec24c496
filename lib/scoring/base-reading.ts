import { hashWords } from './text/hashed-words'
import { readIncivility } from './incivility/incivility'
import { lexicalTopicality } from './topicality/lexical-topicality'
import type { ScorerInput } from './scorer'
import { SCORER_VERSIONS } from './scorer-versions'
import { splitWords } from './text/words'

/** What the shipped models say of one text before a newsroom's own judgement is asked. */
export interface BaseReading {
  /** Changes with the models. */
  version: string
  /** Log-odds by name: uncivil (overall), a kind of it such as insult, off_topic. Names are stable within a version. */
  logits: Readonly<Record<string, number>>
  /** A dense description of the text, centred and scaled to about unit variance; empty when there is none. */
  embedding: Float32Array
  /** Sparse features of the text (lib/scoring/text/hashed-words.ts): ascending unique indexes, each worth 1. */
  hashed: Uint32Array
}

/** The shipped models' reading of a text. Null: not scored, because they do not know its language. */
export function readBase(input: ScorerInput): BaseReading | null {
  const reading = readIncivility(input.body)
  if (reading === null) return null
  const logits: Record<string, number> = { ...reading.logits }
  const distance = lexicalTopicality.score(input).find(({ attribute }) => attribute === 'off_topic.article')
  if (distance) logits['off_topic'] = toLogit(distance.value)
  return { version: SCORER_VERSIONS.base, logits, embedding: reading.hidden, hashed: hashWords(splitWords(input.body)) }
}

/** The closest to certain that a number is taken for. */
const LEAST = 0.01

function toLogit(probability: number): number {
  const inside = Math.min(1 - LEAST, Math.max(LEAST, probability))
  return Math.log(inside / (1 - inside))
}
