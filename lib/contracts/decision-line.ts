import { z } from 'zod'
import { MARK_NAMES, UNCIVIL_KINDS } from '../domain/comment'
import { ScoreLine } from './score-line'

/**
 * One decision in a file: the comment as it is to be scored, and the mark a moderator set; null (or left out) if they settled it
 * without one.
 */
export const DecisionLine = ScoreLine.omit({ id: true }).extend({
  mark: z.enum(MARK_NAMES).nullish(),
  kind: z.enum(UNCIVIL_KINDS).nullish(),
})
export type DecisionLine = z.infer<typeof DecisionLine>
