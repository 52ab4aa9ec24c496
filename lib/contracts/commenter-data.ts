import { z } from 'zod'
import { APPEAL_SUBJECTS } from '../domain/appeals'
import { COMMENT_STATUSES, MARK_NAMES, REPORT_REASONS, UNCIVIL_KINDS } from '../domain/comment'
import { COMMENT_DECISION_KINDS } from '../domain/decisions'

const At = z.iso.datetime()

/** Query of `GET /api/v1/commenters/{externalId}/data`. */
export const CommenterDataQuery = z.object({
  notes: z
    .enum(['true', 'false'])
    .default('false')
    .describe('true adds the notes that colleagues wrote for each other, and what readers wrote with their reports.'),
})

const GivenDecision = z.object({
  kind: z.enum(COMMENT_DECISION_KINDS),
  at: At,
  by: z.enum(['person', 'system']).describe('Whether a person or a rule of the site decided; no names.'),
  reason: z.string().nullable(),
  mark: z.enum(MARK_NAMES).nullable(),
  markKind: z.enum(UNCIVIL_KINDS).nullable(),
  note: z.string().nullable().describe('The note that the feed sent with it.'),
})

const GivenAppeal = z.object({
  subject: z.enum(APPEAL_SUBJECTS),
  statement: z.string(),
  at: At,
  outcome: z.enum(['open', 'granted', 'upheld', 'lapsed']),
  answeredAt: At.nullable(),
})

/** A comment with everything kept about it. */
export const GivenComment = z.object({
  externalId: z.string(),
  article: z.object({ externalId: z.string(), title: z.string() }),
  parentExternalId: z.string().nullable(),
  body: z.string(),
  language: z.string().nullable(),
  status: z.enum(COMMENT_STATUSES),
  marks: z.object({ offTopic: z.boolean(), uncivil: z.enum(UNCIVIL_KINDS).nullable() }),
  postedAt: At.nullable(),
  receivedAt: At,
  earlierTexts: z.array(z.object({ body: z.string(), replacedAt: At })).describe('Oldest first.'),
  findings: z.array(z.string()).describe('Why it was held or marked, one sentence per finding.'),
  scores: z.array(z.object({ scorer: z.string(), attribute: z.string(), value: z.number() })),
  decisions: z.array(GivenDecision).describe('Oldest first.'),
  appeals: z.array(GivenAppeal),
  reports: z.array(z.object({ reason: z.enum(REPORT_REASONS), at: At, isAnswered: z.boolean(), note: z.string().optional() })),
  notes: z.array(z.object({ text: z.string(), at: At })).optional(),
})
export type GivenComment = z.infer<typeof GivenComment>

export const GivenReport = z.object({
  commentExternalId: z.string(),
  reason: z.enum(REPORT_REASONS),
  note: z.string().nullable(),
  at: At,
})
export type GivenReport = z.infer<typeof GivenReport>

/** Everything kept about somebody, except who moderated and who reported. */
export const CommenterData = z.object({
  site: z.string(),
  madeAt: At,
  commenter: z.object({
    externalId: z.string(),
    name: z.string(),
    knownSince: At,
    heldSince: At.nullable().describe('Since when everything they send has been held.'),
    heldNote: z.string().optional(),
    notes: z.array(z.object({ text: z.string(), at: At })).optional(),
  }),
  reportsMade: z.array(GivenReport).describe('Reports they made, where the source named them as the reporter.'),
  comments: z.array(GivenComment).describe('Newest first.'),
})
export type CommenterData = z.infer<typeof CommenterData>
