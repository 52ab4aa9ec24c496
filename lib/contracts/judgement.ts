import { z } from 'zod'
import { UNCIVIL_KINDS } from '../domain/comment'

/** What a newsroom's judgement can be of. */
const JudgedMark = z.enum(['uncivil', 'off_topic', ...UNCIVIL_KINDS])
type JudgedMark = z.infer<typeof JudgedMark>

/** How well scores agreed with the newest decisions: AUC 0–1 (null without both sorts), log loss in nats. */
const Agreement = z.object({ auc: z.number().nullable(), logLoss: z.number() })

/** What a judgement was worth on the newest decisions, which it had not seen. */
export const JudgementMeasures = z.object({
  /** Decided comments it was tried on. */
  triedOn: z.int(),
  marks: z
    .array(
      z.object({
        mark: JudgedMark,
        positives: z.int(),
        negatives: z.int(),
        /** Of what was in use. */
        before: Agreement,
        after: Agreement,
        isKept: z.boolean(),
      }),
    )
    .max(20),
  /** By how much the log loss of a decision fell, all marks together, and the standard error of that; nats. */
  gain: z.number(),
  gainError: z.number(),
  /** Why it was not kept: one of JUDGEMENT_REFUSALS, or the sentence that stood here before there were such codes. */
  refusal: z.string().nullable(),
})
export type JudgementMeasures = z.infer<typeof JudgementMeasures>

/** Body of `PUT /api/v1/settings/judgement`: the version that scores go by, null for the shipped models alone. */
export const JudgementChoice = z.strictObject({
  number: z.int().min(1).nullable(),
  /** Which one was live when this was chosen. */
  seen: z.int().min(1).nullable(),
})
export type JudgementChoice = z.infer<typeof JudgementChoice>

/** One time something was learnt. */
export interface JudgementVersion {
  number: number
  baseVersion: string
  state: 'live' | 'retired' | 'not_kept'
  decisions: number
  learntAt: string
  measures: JudgementMeasures
  /** Whether it can go live: its weights are kept and it fits the shipped models. */
  canGoLive: boolean
}

/** What Settings shows of a site's own judgement. */
export interface JudgementOverview {
  /** The number of the live version; null: scores are the shipped models'. */
  live: number | null
  baseVersion: string
  /** The newest first. */
  versions: JudgementVersion[]
  /** Decisions since something was last learnt, up to `nextAfter`, and how many it takes. */
  newDecisions: number
  nextAfter: number
}
