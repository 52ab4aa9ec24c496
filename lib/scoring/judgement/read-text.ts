import type { BaseReading } from '../base-reading'

/** One text as a newsroom's judgement looks at it. */
export interface ReadText {
  body: string
  reading: BaseReading
  /** What is known later of it (`readLate`); null until then, and where nothing is. */
  late: BaseReading | null
  /** Of the comment it answers, nothing but its log-odds; null for a top-level comment, and for a parent that is not known. */
  parent: Pick<BaseReading, 'logits'> | null
  isReply: boolean
  /** Ancestors above it. */
  depth: number
}

/** How many plain features there are; the first is always 1. */
export const PLAIN_SIZE = 10
/** As much of a text as is looked at, in UTF-16 units. */
const LOOKED_AT = 4000

const SECOND_PERSON = /\b(?:you|your|yours|yourself|yourselves|youre|ur|u)\b/gi
const CAPITALS = /\b[A-Z]{3,}\b/g
const QUESTION = /\?/g
const EXCLAMATION = /!/g
const QUOTATION = /["“”«»]/g
const LINK = /https?:/g
const WORD = /\S+/g

/**
 * What is plain to see of a text without any model: a constant, how long it is, where in the thread, whom it addresses, how
 * loud it is. Each is scaled to be about as large as the others.
 */
export function describePlainly({ body, isReply, depth }: Pick<ReadText, 'body' | 'isReply' | 'depth'>): number[] {
  const text = body.slice(0, LOOKED_AT)
  const words = Math.max(1, count(text, WORD))
  const share = (pattern: RegExp) => Math.sqrt(count(text, pattern) / words)
  return [
    1,
    (Math.log(words) - 3.5) / 1.5,
    isReply ? 1 : 0,
    Math.min(8, depth) / 4,
    2 * share(QUESTION),
    2 * share(EXCLAMATION),
    2 * share(SECOND_PERSON),
    2 * share(CAPITALS),
    share(QUOTATION),
    2 * share(LINK),
  ]
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
