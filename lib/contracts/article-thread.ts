import type { CommentStatus, UncivilKind } from '../domain/comment'

/** A comment of the whole thread on the article's page. */
export interface ArticleThreadEntry {
  id: string
  parentId: string | null
  /** Whether the source names a parent that has not arrived; such a reply stands at the top. */
  hasUnknownParent: boolean
  /** Steps below the top of the thread as we have it. */
  depth: number
  /** Replies below it, at any depth, on any page; counted no further than a thousand. */
  replies: number
  /** Whether there are more than `replies`. */
  hasMoreReplies: boolean
  /** Empty when the comment was removed at its source. */
  body: string
  commenterName: string | null
  status: CommentStatus
  offTopic: boolean
  uncivil: UncivilKind | null
  /** Whether its text may be harsh (lib/domain/harsh.ts). */
  isHarsh: boolean
  postedAt: string | null
}

export interface ArticleThreadPage {
  entries: ArticleThreadEntry[]
  /** Comments of the whole thread. */
  total: number
  /** Pass as `cursor` for the next page; null on the last one. */
  nextCursor: string | null
}
