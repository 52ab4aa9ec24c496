import type { UncivilKind } from '../../domain/comment'
import { readLate, type LaterKnown } from '../late-reading'
import type { JudgedTarget } from './judgement'
import type { ReadText } from './read-text'

/** A text that a moderator has decided on, and what the decision says of each mark; null where it says nothing. */
export interface DecidedText {
  text: ReadText
  isUncivil: boolean | null
  /** Which kind, if it is uncivil and somebody has said. */
  kind: UncivilKind | null
  isOffTopic: boolean | null
  /** What it counts as a lesson: 1 for a decision, less for what was only let pass. */
  count: number
}

/** The same with what is known later of the text; as it is where that is nothing. */
export function addLate<Text extends DecidedText>(one: Text, thorough: LaterKnown | null | undefined): Text {
  return thorough ? { ...one, text: { ...one.text, late: readLate(one.text.reading, thorough) } } : one
}

/**
 * Whether the decision is an example for the target (1), against it (0), or neither (null). A comment is marked with one
 * kind of incivility, so one that is marked with another is an example against this one. Where the base cannot tell the
 * topic, because a text is too short, nothing is to be learnt of it either.
 */
export function labelFor(target: JudgedTarget, { isUncivil, kind, isOffTopic, text }: DecidedText): 0 | 1 | null {
  if (target === 'off_topic') return isOffTopic === null || text.reading.logits['off_topic'] === undefined ? null : isOffTopic ? 1 : 0
  if (isUncivil === null) return null
  if (target === 'uncivil') return isUncivil ? 1 : 0
  if (!isUncivil) return 0
  return kind === null ? null : kind === target ? 1 : 0
}
