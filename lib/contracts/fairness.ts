import { z } from 'zod'

const Count = z.int().min(0)

/** How a version's scores treat the groups: counts, so that shares can be added up. */
export const FairnessFigures = z.object({
  /** The score from which incivility was suggested. */
  threshold: z.number().min(0).max(1),
  /** Sentences written for this (lib/scoring/fairness-templates.ts): neutral ones that pass, hateful ones that are found. */
  templates: z.array(z.object({ group: z.string(), passing: Count, passed: Count, hateful: Count, found: Count })).max(200),
  /**
   * The site's own comments that people settled without an uncivil mark, by group they mention: how many would be suggested
   * all the same.
   */
  own: z.array(z.object({ group: z.string(), kept: Count, wrong: Count })).max(200),
  /** The same over all comments, whatever they mention. */
  all: z.object({ kept: Count, wrong: Count }),
})
export type FairnessFigures = z.infer<typeof FairnessFigures>

/** One week and version. */
export interface FairnessReading {
  /** The Monday, such as 2026-11-23. */
  week: string
  version: string
  readAt: string
  figures: FairnessFigures
}
