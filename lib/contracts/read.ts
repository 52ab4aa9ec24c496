import { z } from 'zod'
import { addressNumber } from './address-number'
import { COMMENT_STATUSES, UNCIVIL_KINDS } from '../domain/comment'

/** A comment as a CMS reads it back. */
export const CommentResource = z.object({
  externalId: z.string(),
  articleExternalId: z.string(),
  parentExternalId: z
    .string()
    .nullable()
    .describe('The comment it replies to, whether or not that is on the page: it may be held, rejected, deleted or not here yet.'),
  author: z.object({ externalId: z.string(), name: z.string() }).nullable(),
  body: z.string().describe('Plain text; empty when the comment was deleted at its source.'),
  status: z.enum(COMMENT_STATUSES),
  marks: z.object({ offTopic: z.boolean(), uncivil: z.enum(UNCIVIL_KINDS).nullable() }),
  isFeatured: z.boolean().describe('Whether it is public and an editor lets it stand out.'),
  areRepliesClosed: z.boolean().describe('Whether a moderator closed replies to it, and so to all beneath it.'),
  postedAt: z.iso.datetime().nullable(),
  version: z.int().min(1),
})
export type CommentResource = z.infer<typeof CommentResource>

const MAX_READ_PAGE = 500

const isStatus = (text: string) => (COMMENT_STATUSES as readonly string[]).includes(text)

/** Query of `GET /api/v1/articles/{externalId}/comments`. */
export const CommentListQuery = z.object({
  status: z
    .string()
    .max(100)
    .default('published,approved')
    .refine((text) => text.split(',').every(isStatus), {
      abort: true,
      error: `is not one or several of ${COMMENT_STATUSES.join(', ')}, set apart by commas`,
    })
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(COMMENT_STATUSES)).max(COMMENT_STATUSES.length))
    .describe('Statuses, separated by commas.'),
  order: z.enum(['oldest', 'newest']).default('oldest').describe('By postedAt; a comment without one stands where it arrived.'),
  limit: addressNumber(z.int().min(1).max(MAX_READ_PAGE), 100),
  cursor: z.string().max(200).optional().describe('What the page before gave as next.'),
})
export type CommentListQuery = z.infer<typeof CommentListQuery>

/** Answer of `GET /api/v1/articles/{externalId}/comments`. */
export const CommentPage = z.object({
  items: z.array(CommentResource).max(MAX_READ_PAGE),
  next: z.string().nullable().describe('The cursor of the next page; null on the last.'),
})
export type CommentPage = z.infer<typeof CommentPage>
