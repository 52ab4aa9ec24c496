import { DEFAULT_WATCHED_WORDS } from '../domain/default-watched-words'
import { hashWords } from './hashed-words'
import { lexicalTopicality } from './lexical-topicality'
import type { ScorerInput } from './scorer'
import { watchedWords } from './watched-words'
import { splitWords } from './words'

/** What the shipped models say of one text before a newsroom's own judgement is asked. */
export interface BaseReading {
  /** Changes with the models. */
  version: string
  /** Log-odds by name: uncivil (overall), a kind of it such as insult, off_topic. Names are stable within a version. */
  logits: Readonly<Record<string, number>>
  /** A dense description of the text, centred and scaled to about unit variance; empty when there is none. */
  embedding: Float32Array
  /** Sparse features of the text (lib/scoring/hashed-words.ts): ascending unique indexes, each worth 1. */
  hashed: Uint32Array
}

/** A text in which no watched word stands is uncivil about this often. */
const UNFOUND = 0.05
const LEAST = 0.01

/** The shipped models' reading of a text. Null: not scored, because they do not know its language. */
export function readBase(input: ScorerInput): BaseReading | null {
  const logits: Record<string, number> = { uncivil: toLogit(UNFOUND) }
  for (const { attribute, value } of watchedWords.score({ ...input, watchedWords: DEFAULT_WATCHED_WORDS })) {
    if (!attribute.startsWith('uncivil.')) continue
    logits[attribute.slice('uncivil.'.length)] = toLogit(value)
    logits['uncivil'] = Math.max(logits['uncivil'] ?? 0, toLogit(value))
  }
  const distance = lexicalTopicality.score(input).find(({ attribute }) => attribute === 'off_topic.article')
  if (distance) logits['off_topic'] = toLogit(distance.value)
  return { version: 'baseline-1', logits, embedding: NO_EMBEDDING, hashed: hashWords(splitWords(input.body)) }
}

const NO_EMBEDDING = new Float32Array()

function toLogit(probability: number): number {
  const inside = Math.min(1 - LEAST, Math.max(LEAST, probability))
  return Math.log(inside / (1 - inside))
}
