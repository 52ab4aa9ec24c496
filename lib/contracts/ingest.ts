import { z } from 'zod'
import { ARTICLE_STATES, type COMMENT_STATUSES, MARK_NAMES, REPORT_REASONS, UNCIVIL_KINDS } from '../domain/comment'
import { ExternalId, filledText, Instant, LanguageTag, storableText } from './text'

/** How many comments one POST may carry. */
export const MAX_COMMENTS_PER_REQUEST = 1000
const MAX_COMMENT_LENGTH = 50_000

/** A web address that may be shown as a link: http or https only. */
const WebAddress = storableText(2000).pipe(z.url({ protocol: /^https?$/, error: 'is not an http or https address' }))

/** Body of `PUT /api/v1/articles/{externalId}`. Fields left out keep their value; null empties them. */
export const ArticleInput = z.strictObject({
  title: filledText(1000),
  url: WebAddress.nullish(),
  standfirst: storableText(5000).nullish(),
  body: storableText(500_000).optional(),
  author: storableText(300).nullish(),
  authorBio: storableText(5000).nullish(),
  imageCredit: storableText(1000).nullish(),
  section: storableText(200).nullish(),
  language: LanguageTag.nullish(),
  publishedAt: Instant.nullish(),
  state: z.enum(ARTICLE_STATES).optional(),
})
export type ArticleInput = z.infer<typeof ArticleInput>

/** The article as the API gives it back. */
export interface ArticleResource {
  id: string
  externalId: string
  title: string
  url: string | null
  standfirst: string | null
  body: string
  author: string | null
  authorBio: string | null
  imageCredit: string | null
  section: string | null
  language: string | null
  state: (typeof ARTICLE_STATES)[number]
  publishedAt: string | null
}

/** Who wrote a comment. An id without a name, a name without an id, or nothing at all when the source does not say. */
const AuthorInput = z.strictObject({ externalId: ExternalId.optional(), name: filledText(200).optional() })

/** A revision number of the source's own, below 2^53; higher is newer. */
const SourceRevision = z.int().min(0)

/**
 * One comment of `POST /api/v1/comments`. Sending it again with the same revision changes nothing, a higher revision
 * replaces the text, a lower one changes nothing. Without a revision, the text that came last counts.
 */
export const CommentInput = z.strictObject({
  externalId: ExternalId,
  articleExternalId: ExternalId,
  parentExternalId: ExternalId.nullish(),
  author: AuthorInput.nullish(),
  body: filledText(MAX_COMMENT_LENGTH),
  language: LanguageTag.nullish(),
  postedAt: Instant.nullish(),
  revision: SourceRevision.optional(),
})
export type CommentInput = z.infer<typeof CommentInput>

/** Body of `PATCH /api/v1/comments/{externalId}`. */
export const CommentPatch = z.strictObject({
  body: filledText(MAX_COMMENT_LENGTH),
  revision: SourceRevision.optional(),
})
export type CommentPatch = z.infer<typeof CommentPatch>

/** Body of `POST /api/v1/comments/{externalId}/reports`. With an externalId, sending it twice counts once. */
export const ReportInput = z.strictObject({
  externalId: ExternalId.optional(),
  reporter: filledText(200).nullish(),
  reason: z.enum(REPORT_REASONS),
  note: storableText(5000).nullish(),
  reportedAt: Instant.optional(),
})
export type ReportInput = z.infer<typeof ReportInput>

export const INGEST_OUTCOMES = ['created', 'updated', 'unchanged', 'stale', 'invalid'] as const
export type IngestOutcome = (typeof INGEST_OUTCOMES)[number]

/** A mark that a score proposes, as told to the CMS. */
export const SuggestionResource = z.object({
  mark: z.enum(MARK_NAMES),
  kind: z.enum(UNCIVIL_KINDS).nullable(),
  score: z.number().min(0).max(1),
})
export type SuggestionResource = z.infer<typeof SuggestionResource>

/** What became of one comment that was sent. */
export type IngestResult =
  | {
      externalId: string
      outcome: Exclude<IngestOutcome, 'invalid'>
      id: string
      status: (typeof COMMENT_STATUSES)[number]
      suggestions: SuggestionResource[]
      /** Why it is held or marked, one sentence a finding. */
      reasons: string[]
    }
  | { externalId: string | null; outcome: 'invalid'; problems: { path: string; message: string }[] }

/** Answer to an array: the results in the order of the request. */
export interface IngestAnswer {
  items: IngestResult[]
  counts: Record<IngestOutcome, number>
}
