import { z } from 'zod'
import type { Estimate } from '../domain/agreement'
import { REJECT_REASONS } from '../domain/comment'
import type { RuleDid, RuleMade } from '../domain/rules/deed'
import { RULE_OUTCOMES, type RuleOutcome } from '../domain/rules/rule'
import { DEFAULT_LIMIT, LEAST_LIMIT, MOST_LIMIT, type Evidence, type Stop } from '../domain/rules/stop'
import { TRIAL_DAYS } from '../domain/rules/trial'
import { OwnReasonLabel } from './own-reason'
import type { LookAct } from './second-look'
import { filledText } from './text'

/** The name of a rule: one line, shown in the log and beside what it held. */
const RuleName = filledText(60).refine((name) => !/\p{Cc}/u.test(name), 'is more than one line')

/** In the grammar of searches; lib/domain/rules/rule.ts says what may be asked. */
const Condition = filledText(400)

const Reason = z.union([z.enum(REJECT_REASONS), OwnReasonLabel])

/** How often what decides in a person's place may be seen otherwise before it stops by itself, 0–1. */
const Limit = z.number().min(LEAST_LIMIT).max(MOST_LIMIT)

/** Body of `POST /api/v1/settings/rules`. A reason goes with `reject`, and only with it. */
export const RuleInput = z.strictObject({
  name: RuleName,
  condition: Condition,
  outcome: z.enum(RULE_OUTCOMES),
  reason: Reason.nullable().default(null),
  mostOtherwise: Limit.default(DEFAULT_LIMIT),
})
export type RuleInput = z.input<typeof RuleInput>

/** Body of `PATCH /api/v1/settings/rules/{id}`; `place` counts from 0. */
export const RulePatch = z.strictObject({
  name: RuleName.optional(),
  condition: Condition.optional(),
  outcome: z.enum(RULE_OUTCOMES).optional(),
  reason: Reason.nullable().optional(),
  mostOtherwise: Limit.optional(),
  isOn: z.boolean().optional(),
  place: z.int().min(0).max(100).optional(),
})
export type RulePatch = z.infer<typeof RulePatch>

export interface RuleResource {
  id: string
  name: string
  condition: string
  outcome: RuleOutcome
  reason: string | null
  isOn: boolean
  /** When its condition, as it reads now, was last tried on past comments; null for never. */
  triedAt: string | null
  /** How often people saw it otherwise than the rule in that trial; null where there was none, or they decided on too few. */
  foretold: Estimate | null
  /** How often it may be seen otherwise, 0–1. */
  mostOtherwise: number
  /** When and why it was stopped: while it is, it holds what it fits. Null while it does what it says. */
  stopped: RuleStop | null
}

/** How many of the comments that a rule decided on, or of those drawn at random, people disagreed with. */
export interface RuleStop extends Stop {
  at: string
}

/** Body of `POST /api/v1/settings/rules/{id}/trial`. */
export const TrialInput = z.strictObject({ days: z.union(TRIAL_DAYS.map((days) => z.literal(days))).default(30) })
export type TrialInput = z.input<typeof TrialInput>

/** The figures that stopped a rule, as the log of changes keeps them. */
export const StopDetail = z.object({ by: z.enum(['checks', 'decisions']), wrong: z.int(), of: z.int(), limit: z.number() })

/** What people made of the comments that a rule fits. Marked ones stayed public; of `undecided` nobody has said anything. */
export interface TrialCounts {
  kept: number
  marked: number
  rejected: number
  undecided: number
}

/** A comment on which people and the rule do not agree. */
export interface TrialExample {
  id: string
  /** 200 characters at most. */
  excerpt: string
  articleTitle: string
  made: Exclude<keyof TrialCounts, 'undecided'>
  isHarsh: boolean
}

/** Answer of `POST /api/v1/settings/rules/{id}/trial`: what the rule would have done, by the scores as they stand now. */
export interface RuleTrial {
  days: number
  /** Comments of those days that the rule matches, out of all. */
  fits: number
  total: number
  counts: TrialCounts
  /** Of those it fits, how many were not public as they arrived. */
  waited: number
  /** How often people came to what the rule says, of those they decided on; null where they decided on none. */
  agreed: Estimate | null
  /** The newest on which they did not, five at most. */
  examples: TrialExample[]
}

/** How many since midnight (UTC), and in the last 7 and 30 days. */
export interface RuleSpans {
  today: number
  week: number
  month: number
}

/** What a rule did with texts that it fitted, and what people have made of those by now. */
export interface RuleFigures {
  /** The rule's. */
  id: string
  /** `passed_over`: another rule, or what a person holds, came before it. */
  did: (RuleSpans & { outcome: RuleDid })[]
  /** Of those it held, published or rejected: people saw it as the rule did, otherwise, or nobody has decided on that text. */
  same: RuleSpans
  otherwise: RuleSpans
  unseen: RuleSpans
  /** The share seen otherwise among those that people decided on, of 30 days; null where they are too few to tell. */
  share: Estimate | null
  /** Random checks of what it decided alone, since it was last turned on. */
  checks: RuleChecks
}

/** Checks that were answered, and how many disagreed with the rule; `unsure` ones are in no other figure. */
export interface RuleChecks extends Evidence {
  share: Estimate | null
  unsure: number
  waiting: number
}

/** A comment of which people made something else than the rule. */
export interface RuleOtherwise {
  id: string
  /** 200 characters at most, of the text as the rule saw it. */
  excerpt: string
  articleTitle: string
  did: Exclude<RuleDid, 'passed_over'>
  made: RuleMade
  isHarsh: boolean
  /** When the rule did so. */
  at: string
}

/** Answer of `GET /api/v1/settings/rules/{id}/otherwise`, the newest first. */
export interface RuleOtherwiseList {
  comments: RuleOtherwise[]
  hasMore: boolean
  /** What came out otherwise when it was checked at random, 50 at most. */
  checked: (Omit<RuleOtherwise, 'made'> & { answer: LookAct })[]
}
