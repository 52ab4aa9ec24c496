import { z } from 'zod'
import { addressNumber } from './address-number'
import { ALERT_MEASURES } from '../domain/alerts'
import { APPEAL_ANSWERS } from '../domain/appeals'
import { ARTICLE_STATES, COMMENT_STATUSES, UNCIVIL_KINDS } from '../domain/comment'
import { DECISION_KINDS } from '../domain/decisions'

/** A comment's status and marks after a decision. */
const DecidedComment = z.object({
  externalId: z.string(),
  articleExternalId: z.string(),
  status: z.enum(COMMENT_STATUSES).describe('Show the comment while it is published or approved.'),
  marks: z.object({ offTopic: z.boolean(), uncivil: z.enum(UNCIVIL_KINDS).nullable() }),
  version: z.int().describe('Higher is newer: of two decisions on one comment, or of a decision and the answer to an edit, the later one.'),
})

/** A discussion after an act on it. */
const DecidedArticle = z.object({
  externalId: z.string(),
  state: z.enum(ARTICLE_STATES).describe('Accept comments while it is open; while it is held, new ones come back as pending.'),
  slowSeconds: z.int().nullable().describe('Seconds somebody must leave between two comments; null: no slow mode.'),
  version: z.int().describe('Higher is newer.'),
  alert: z
    .object({ measure: z.enum(ALERT_MEASURES), value: z.number(), line: z.number() })
    .nullable()
    .describe('For raise_alert and clear_alert: comments an hour or a share from 0 to 1, and the line it crossed.'),
})

/** One decision as other systems receive it, from the feed and from webhooks. */
export const FeedItem = z.object({
  id: z.uuid().describe('The id of the decision; the same however often you receive it.'),
  position: z.int().min(1).describe('1, 2, 3… within the site. Use it as the cursor.'),
  decidedAt: z.iso.datetime(),
  kind: z
    .enum(DECISION_KINDS)
    .describe(
      'feature, unfeature: whether the comment stands out on the page. close_replies, open_replies: whether it takes replies; a reply that still comes is answered with pending, and one that came before its parent is reported by hold. uphold: an appeal was answered and everything stays as it is. erase: the person who wrote the comment was erased; its text is gone from Parley for good.',
    ),
  by: z.object({ kind: z.enum(['user', 'api_key', 'policy', 'system']), name: z.string() }),
  reason: z
    .string()
    .nullable()
    .describe(
      'Why it was rejected: abuse, spam, off_topic, hate, misinformation, privacy, illegal, other, or the wording of one of your own reasons.',
    ),
  reasonText: z
    .string()
    .nullable()
    .describe('For your own reasons: what the commenter may be told, as the settings read now; null where they say nothing.'),
  note: z
    .string()
    .nullable()
    .describe(
      'What the moderator wrote along with a rejection, a mark or the answer to an appeal: for you, and for the commenter if you pass it on.',
    ),
  undoesId: z.uuid().nullable().describe('The decision that this one undoes.'),
  appeal: z
    .object({
      id: z.uuid().describe('The id you were given when you sent the appeal.'),
      outcome: z
        .enum(APPEAL_ANSWERS)
        .nullable()
        .describe(
          'granted: what was decided against the comment is undone. upheld: it stands. null: the answer was undone, and the appeal is open again.',
        ),
    })
    .nullable()
    .describe('The appeal that this decision answers; null for most decisions.'),
  comment: DecidedComment.nullable().describe('Null for a decision on a discussion.'),
  article: DecidedArticle.nullable().describe('Null for a decision on a comment.'),
})
export type FeedItem = z.infer<typeof FeedItem>

const MAX_FEED_PAGE = 1000

/** Query of `GET /api/v1/decisions`. */
export const FeedQuery = z.object({
  after: addressNumber(z.int().min(0).max(Number.MAX_SAFE_INTEGER), 0).describe('The position you have come to; 0 begins at the first.'),
  limit: addressNumber(z.int().min(1).max(MAX_FEED_PAGE), 100),
  wait: addressNumber(z.int().min(0).max(30), 0).describe('Seconds to wait for a decision when there is none yet.'),
})
export type FeedQuery = z.infer<typeof FeedQuery>

/** Answer of `GET /api/v1/decisions`. */
export const FeedPage = z.object({
  items: z.array(FeedItem).max(MAX_FEED_PAGE),
  next: z.int().min(0).describe('Send this as after next time.'),
  hasMore: z.boolean(),
})
export type FeedPage = z.infer<typeof FeedPage>
