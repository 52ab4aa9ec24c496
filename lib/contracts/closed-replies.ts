import { z } from 'zod'
import type { DecisionAnswer } from './decision'

/**
 * Body of `PUT` and `DELETE /api/v1/desk/comments/{id}/closed-replies`: closes the replies under a comment, or opens them.
 * `version` is the one on screen; 409 says who was first.
 */
export const ClosedRepliesInput = z.strictObject({ version: z.int().min(1) })
export type ClosedRepliesInput = z.infer<typeof ClosedRepliesInput>

export interface ClosedRepliesAnswer extends DecisionAnswer {
  areRepliesClosed: boolean
}
