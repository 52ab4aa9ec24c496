import { z } from 'zod'
import type { Estimate, NoAlpha } from '../domain/agreement'
import { MOST_SHARE, type Verdict } from '../domain/second-look'
import { Act } from './decision'

/**
 * Body of `PUT /api/v1/settings/second-looks`: the share of people's decisions that gets one, 0 for none; and of
 * `PUT /api/v1/settings/rules/checks`: the share of what rules decide alone. `seen` is the share that was read before.
 */
export const LookShareInput = z.strictObject({ share: z.number().min(0).max(MOST_SHARE), seen: z.number() })
export type LookShareInput = z.infer<typeof LookShareInput>

/** Answer of `GET` and `PUT` of both. */
export interface LookShare {
  share: number
}

/** What is answered: an act of the desk, which is not done, or that the text does not tell. */
export const LookAnswer = z.union([
  Act.refine((act) => act.kind !== 'clear_mark', 'is no answer to a second look'),
  z.strictObject({ kind: z.literal('unsure') }),
])

/** Body of `PUT /api/v1/desk/second-looks/{id}/answer`. */
export const LookAnswerInput = z.strictObject({ answer: LookAnswer })
export type LookAnswerInput = z.input<typeof LookAnswerInput>

/** Query of `GET /api/v1/desk/second-looks`: the look that comes after one, round and round. */
export const NextLookQuery = z.strictObject({ after: z.uuid().optional() })

/** What was written above a comment. People are letters: A is whoever wrote the comment itself; null where the source does not say. */
export interface LookAncestor {
  voice: string | null
  /** Null when it was deleted at its source since. */
  text: string | null
  isHarsh: boolean
}

/** A comment as it stood when somebody decided on it, with nothing that reveals what they decided. */
export interface Look {
  id: string
  text: string
  /** Whether those who asked for that have it covered. */
  isHarsh: boolean
  /** The nearest last. */
  ancestors: LookAncestor[]
  article: { title: string; section: string | null; standfirst: string | null; body: string }
}

/** What the header shows. */
export interface LookCount {
  /** Whether any are drawn on this site. */
  isOn: boolean
  /** How many are waiting that the caller may answer. */
  waiting: number
}

/** Answer of `GET /api/v1/desk/second-looks`; `look` is null when nothing is waiting for the caller. */
export interface NextLook extends LookCount {
  look: Look | null
}

export const AGREEMENT_DAYS = ['30', '90', '365'] as const
/** Query of the page of agreement. */
export const AgreementQuery = z.object({ days: z.enum(AGREEMENT_DAYS).default('90') })
export type AgreementQuery = z.infer<typeof AgreementQuery>

/** How often two came to the same; `share` is null where too few were looked at to tell. */
export interface AgreementPart {
  total: number
  share: Estimate | null
}

/** How far two people agree who decide on the same comment apart: of the policy, never of persons. */
export interface Agreement {
  days: number
  /** Decisions that were drawn; of these the text did not tell, still wait, or waited in vain. */
  drawn: number
  unsure: number
  waiting: number
  expired: number
  overall: AgreementPart
  /** Beyond chance: Krippendorff's alpha, or why there is none. */
  alpha: Estimate | NoAlpha
  /** By what was decided first. */
  byVerdict: (AgreementPart & { verdict: Verdict })[]
  /** The sections with the most looks; null for articles without one. */
  bySection: (AgreementPart & { section: string | null })[]
  /** By the Monday of the week of the decision, YYYY-MM-DD, the latest first. */
  byWeek: (AgreementPart & { week: string })[]
  confusions: { verdicts: [Verdict, Verdict]; count: number }[]
}

/** What was decided or answered, in the words of the desk. */
export type LookAct = Exclude<z.infer<typeof LookAnswer>, { kind: 'unsure' }>

/** Two who differed. Without names: it is about the comment. */
export interface Disagreement {
  id: string
  commentId: string
  text: string
  isHarsh: boolean
  article: { title: string; section: string | null }
  decidedAt: string
  first: LookAct
  second: LookAct
}
