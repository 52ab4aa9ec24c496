import { z } from 'zod'
import type { CommentRow } from './comment-rows'
import { parseJsonValue } from './json-value'

const Text = z.string().nullish().catch(null)

const Comment = z.object({
  id: z.string(),
  snippet: z.object({
    videoId: Text,
    channelId: Text,
    parentId: Text,
    textOriginal: Text,
    textDisplay: Text,
    authorDisplayName: Text,
    authorChannelId: z.object({ value: Text }).nullish().catch(null),
    publishedAt: Text,
    moderationStatus: Text,
  }),
})
const Thread = z.object({
  snippet: z.object({ videoId: Text, topLevelComment: Comment }),
  replies: z
    .object({ comments: z.array(z.unknown()) })
    .nullish()
    .catch(null),
})

/** Why YouTube does not show a comment, in words that tables have. */
const STATUSES: Readonly<Record<string, string>> = { heldForReview: 'pending', likelySpam: 'spam', rejected: 'rejected' }

/**
 * A thread of comments, or a comment, as YouTube's Data API gives it, where the text stands beside the names of things that mean something
 * else: as flat objects. What is none is given back as it is.
 */
export function flattenYouTube(value: unknown): unknown {
  const thread = Thread.safeParse(value)
  if (thread.success) {
    const { videoId, topLevelComment } = thread.data.snippet
    const replies = thread.data.replies?.comments ?? []
    return [flatten(topLevelComment, videoId ?? null), ...replies.map((reply) => flattenReply(reply, videoId ?? null))]
  }
  const comment = isOfYouTube(value) ? Comment.safeParse(value) : null
  return comment?.success === true ? flatten(comment.data, null) : value
}

/** One that is damaged is left as it is, to be told. */
function flattenReply(value: unknown, videoId: string | null): unknown {
  const comment = Comment.safeParse(value)
  return comment.success ? flatten(comment.data, videoId) : value
}

function isOfYouTube(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'youtube#comment'
}

function flatten({ id, snippet }: z.infer<typeof Comment>, ofThread: string | null): object {
  const { textOriginal, textDisplay, channelId, parentId, publishedAt } = snippet
  const videoId = snippet.videoId ?? ofThread
  const status = STATUSES[snippet.moderationStatus ?? '']
  return {
    id,
    ...(videoId === null
      ? { articleId: channelId ?? '' }
      : { articleId: videoId, articleUrl: `https://www.youtube.com/watch?v=${videoId}` }),
    ...(parentId === null || parentId === undefined ? {} : { parentId }),
    authorName: snippet.authorDisplayName ?? '',
    authorId: snippet.authorChannelId?.value ?? '',
    // Only whoever owns the video is given what was typed.
    ...(typeof textOriginal === 'string' ? { text: textOriginal } : { textDisplay: textDisplay ?? '' }),
    createdAt: publishedAt ?? '',
    ...(status === undefined ? {} : { status }),
  }
}

/** What a row of Google Takeout's `comments.csv` means by its cells. Nothing, where a table is none. */
export function readTakeoutRow(cell: (name: string) => string): CommentRow {
  const [postedAt, text] = [cell('commentcreatetimestamp'), cell('commenttext')]
  if (postedAt === '' || !text.startsWith('{')) return {}
  const articleExternalId = cell('videoid') || cell('postid')
  return {
    postedAt,
    body: joinSegments(text) ?? text,
    authorExternalId: cell('channelid'),
    ...(articleExternalId === '' ? {} : { articleExternalId }),
  }
}

const Segments = z.array(z.object({ text: z.string().default('') }))

/** A text that is cut where somebody is mentioned: `{"text":"Yes, "},{"text":"@bo"}`, in older files within `{"takeoutSegments":[…]}`. */
function joinSegments(text: string): string | null {
  const value = parseJsonValue(`[${text}]`)
  const [only] = Array.isArray(value) && value.length === 1 ? (value as unknown[]) : []
  const older = typeof only === 'object' && only !== null && 'takeoutSegments' in only ? only.takeoutSegments : value
  const segments = Segments.safeParse(older)
  return segments.success ? segments.data.map((one) => one.text).join('') : null
}
