import { z } from 'zod'

/** Why a scorer gave its number. Offsets are UTF-16 units into the comment's body, end exclusive. */
export const ScoreReason = z.object({
  spans: z
    .array(z.object({ start: z.int().min(0), end: z.int().min(0), weight: z.number().min(0).max(1) }))
    .max(200)
    .default([]),
  /** The article's sentences nearest to the comment, best first; similarity 0–1. */
  sentences: z
    .array(z.object({ text: z.string(), similarity: z.number().min(0).max(1) }))
    .max(5)
    .default([]),
})
export type ScoreReason = z.infer<typeof ScoreReason>
