import { z } from 'zod'
import { ARTICLE_STATES, COMMENT_STATUSES, MARK_NAMES, REPORT_REASONS, UNCIVIL_KINDS } from '../domain/comment'
import { ExternalId, filledText, Instant, LanguageTag, storableText } from './text'

/** How many comments one POST may carry. */
export const MAX_COMMENTS_PER_REQUEST = 1000
const MAX_COMMENT_LENGTH = 50_000

/** A web address that may be shown as a link: http or https only. */
const WebAddress = storableText(2000)
  .pipe(z.url({ protocol: /^https?$/, error: 'is not an http or https address' }))
  .meta({ format: 'uri' })

/** Body of `PUT /api/v1/articles/{externalId}`. Fields left out keep their value; null empties them. */
export const ArticleInput = z.strictObject({
  title: filledText(1000),
  url: WebAddress.nullish(),
  standfirst: storableText(5000).nullish(),
  body: storableText(500_000).optional().describe('Plain text, with an empty line between paragraphs.'),
  author: storableText(300).nullish(),
  authorBio: storableText(5000).nullish(),
  imageCredit: storableText(1000).nullish(),
  section: storableText(200).nullish(),
  language: LanguageTag.nullish().describe('A BCP 47 tag, such as de or pt-BR.'),
  publishedAt: Instant.nullish(),
  state: z.enum(ARTICLE_STATES).optional(),
})
export type ArticleInput = z.infer<typeof ArticleInput>

/** The article as the API gives it back. */
export const ArticleResource = z.object({
  id: z.uuid(),
  externalId: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  standfirst: z.string().nullable(),
  body: z.string().describe('Plain text; empty when none was sent.'),
  author: z.string().nullable(),
  authorBio: z.string().nullable(),
  imageCredit: z.string().nullable(),
  section: z.string().nullable(),
  language: z.string().nullable(),
  state: z.enum(ARTICLE_STATES),
  publishedAt: z.iso.datetime().nullable().describe('In UTC.'),
})
export type ArticleResource = z.infer<typeof ArticleResource>

/** Who wrote a comment. An id without a name, a name without an id, or nothing at all when the source does not say. */
const AuthorInput = z.strictObject({ externalId: ExternalId.optional(), name: filledText(200).optional() })

/** A revision number of the source's own, below 2^53; higher is newer. */
const SourceRevision = z.int().min(0)

/**
 * One comment of `POST /api/v1/comments`. Sending it again with the same revision changes nothing, a higher revision
 * replaces the text, a lower one changes nothing. Without a revision, the text that came last counts.
 */
export const CommentInput = z.strictObject({
  externalId: ExternalId.describe('Your own id of the comment.'),
  articleExternalId: ExternalId.describe('Your own id of its article, which must already be known.'),
  parentExternalId: ExternalId.nullish().describe('The comment it replies to, which may arrive later.'),
  author: AuthorInput.nullish().describe('Leave it out if the source does not say.'),
  body: filledText(MAX_COMMENT_LENGTH).describe('Plain text; shown as sent, never as HTML.'),
  language: LanguageTag.nullish().describe('A BCP 47 tag, such as de or pt-BR.'),
  postedAt: Instant.nullish().describe('With an offset from UTC, as in 2026-03-01T09:30:00Z.'),
  revision: SourceRevision.optional().describe('A number of your own; higher is newer.'),
})
export type CommentInput = z.infer<typeof CommentInput>

/** Body of `PATCH /api/v1/comments/{externalId}`. */
export const CommentPatch = z.strictObject({
  body: filledText(MAX_COMMENT_LENGTH).describe('Plain text; shown as sent, never as HTML.'),
  revision: SourceRevision.optional(),
})
export type CommentPatch = z.infer<typeof CommentPatch>

/** Body of `POST /api/v1/comments/{externalId}/reports`. With an externalId, sending it twice counts once. */
export const ReportInput = z.strictObject({
  externalId: ExternalId.optional().describe('Your own id of the report. Sent twice, it counts once.'),
  reporter: filledText(200).nullish().describe('Who reports. Without an externalId, each reader counts once per comment.'),
  reason: z.enum(REPORT_REASONS),
  note: storableText(5000).nullish(),
  reportedAt: Instant.optional(),
})
export type ReportInput = z.infer<typeof ReportInput>

export const INGEST_OUTCOMES = ['created', 'updated', 'unchanged', 'stale', 'invalid'] as const
export type IngestOutcome = (typeof INGEST_OUTCOMES)[number]

/** A mark that a score proposes, as the CMS receives it. */
export const SuggestionResource = z.object({
  mark: z.enum(MARK_NAMES),
  kind: z.enum(UNCIVIL_KINDS).nullable(),
  score: z.number().min(0).max(1),
})
export type SuggestionResource = z.infer<typeof SuggestionResource>

const COUNT = z.int().min(0)

/** What became of a comment that was understood. */
export const AcceptedComment = z.object({
  externalId: z.string(),
  outcome: z.enum(INGEST_OUTCOMES).exclude(['invalid']),
  id: z.uuid(),
  status: z.enum(COMMENT_STATUSES).describe('Its status now. Show the comment while it is published or approved.'),
  version: z.int().min(1).describe('Higher is newer, here and in the feed: of two answers or decisions on one comment, the later one.'),
  suggestions: z.array(SuggestionResource),
  reasons: z.array(z.string()).describe('Why it is held or marked, one sentence per finding.'),
})
export type AcceptedComment = z.infer<typeof AcceptedComment>

/** One comment of an array that was refused. */
export const InvalidComment = z.object({
  externalId: z.string().nullable().describe('Null when it could not be read.'),
  outcome: z.literal('invalid'),
  problems: z.array(z.object({ path: z.string().describe('A JSON pointer within the item.'), message: z.string() })),
})

/** What became of one comment that was sent. */
const IngestResult = z.discriminatedUnion('outcome', [AcceptedComment, InvalidComment])
export type IngestResult = z.infer<typeof IngestResult>

/** Answer to an array: the results in the order of the request. */
export const IngestAnswer = z.object({
  items: z.array(IngestResult).describe('In the order of the request.'),
  counts: z.object({ created: COUNT, updated: COUNT, unchanged: COUNT, stale: COUNT, invalid: COUNT }),
})
export type IngestAnswer = z.infer<typeof IngestAnswer>

/** What became of a deletion that came too late: a newer revision stands, so nothing was changed. */
export const StaleRemoval = z.object({ externalId: z.string(), outcome: z.literal('stale') })
export type StaleRemoval = z.infer<typeof StaleRemoval>

/** What became of a report. */
export const ReportAnswer = z.object({
  id: z.uuid(),
  externalId: z.string(),
  outcome: z.enum(['created', 'unchanged']),
  isOpen: z.boolean().describe('False if the comment is already settled, so that nobody is asked again.'),
})
export type ReportAnswer = z.infer<typeof ReportAnswer>
