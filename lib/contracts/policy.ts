import { z } from 'zod'
import { UNCIVIL_KINDS } from '../domain/comment'
import { filledText } from './text'

const TextDays = z.int().min(1).max(3650).nullable()

/** What a site may set of its policy; missing fields take these values. Thresholds are scores, 0–1. */
export const SitePolicy = z.object({
  holdAll: z.boolean().default(false),
  holdFirstComment: z.boolean().default(false),
  suggestUncivilFrom: z.number().min(0).max(1).default(0.5),
  suggestOffTopicFrom: z.number().min(0).max(1).default(0.85),
  /** Score by what the site's own decisions have taught, once that is better than the shipped models. */
  useJudgement: z.boolean().default(true),
  /** Days after which the texts of comments that were deleted at their source, or rejected, are erased; null: never. */
  removedTextDays: TextDays.default(30),
  rejectedTextDays: TextDays.default(null),
})
export type SitePolicy = z.infer<typeof SitePolicy>

export const WatchedWordInput = z.strictObject({
  term: filledText(100),
  kind: z.enum(UNCIVIL_KINDS).nullable(),
  isHeld: z.boolean(),
})
export type WatchedWordInput = z.infer<typeof WatchedWordInput>
