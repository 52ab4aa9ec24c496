import { z } from 'zod'
import { AcceptedComment, InvalidComment } from './ingest'

const LINE = z.int().min(1).describe('The line number in the request, counted from 1, blank lines included.')

/** What became of an article in a stream. */
const BulkArticle = z.object({
  line: LINE,
  type: z.literal('article'),
  externalId: z.string(),
  outcome: z.enum(['created', 'updated', 'unchanged']),
})

/** The last line of an answer that does not reach the end of the request. */
const BulkAbort = z.object({
  outcome: z.literal('aborted'),
  afterLine: z.int().min(0).describe('Every line up to this one was stored or refused, and has its own line above.'),
  detail: z.string(),
})
export type BulkAbort = z.infer<typeof BulkAbort>

const BulkComment = AcceptedComment.extend({ line: LINE, type: z.literal('comment') })
const BulkInvalid = InvalidComment.extend({ line: LINE })

/** One line of the answer of `POST /api/v1/comments/bulk`. A line is written after its transaction is committed. */
export const BulkResult = z.union([BulkComment, BulkArticle, BulkInvalid, BulkAbort])
export type BulkResult = z.infer<typeof BulkResult>

/** What became of one line that was read. */
export type BulkOutcome = Exclude<BulkResult, BulkAbort>
