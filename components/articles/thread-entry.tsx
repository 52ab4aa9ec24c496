import { ArrowUpRight } from 'lucide-react'
import Link from 'next/link'
import type { ArticleThreadEntry } from '@/lib/contracts/article-thread'
import { CommentText } from '../moderation/comment-text'
import { StatusBadge } from '../moderation/status-badge'
import { UNCIVIL_WORDS } from '../moderation/words'
import { Badge } from '../ui/badge'
import { LocalTime } from '../ui/local-time'
import { countOf } from './figure-words'

interface ThreadEntryProps {
  articleId: string
  entry: ArticleThreadEntry
  /** Null for a top-level comment, and for a parent that is not on the page. */
  parentName: string | null
  isCollapsed: boolean
  onToggle: () => void
}

/** Deeper replies are not moved further in; their level is said in words instead. */
const DEEPEST_INDENT = 6

/** One comment of the thread: who, when, what became of it, and the text as text. */
export function ThreadEntry({ articleId, entry, parentName, isCollapsed, onToggle }: ThreadEntryProps) {
  const indent = Math.min(entry.depth, DEEPEST_INDENT)
  return (
    <li className="flex border-b border-line last:border-b-0 [contain-intrinsic-size:auto_84px] [content-visibility:auto]">
      {Array.from({ length: indent }, (_, level) => (
        <span key={level} aria-hidden className="ml-1 w-2 shrink-0 border-l border-line-strong sm:ml-1.5 sm:w-3.5" />
      ))}
      <div className="min-w-0 flex-1 py-2.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-3">
          <bdi className={`max-w-full truncate ${entry.commenterName === null ? '' : 'font-[580] text-ink'}`}>
            {entry.commenterName ?? 'unknown author'}
          </bdi>
          <span className="min-w-0 truncate">
            <ReplyWords entry={entry} parentName={parentName} />
          </span>
          {entry.postedAt === null ? <span>time unknown</span> : <LocalTime at={entry.postedAt} />}
          <StatusBadge status={entry.status} />
          {entry.offTopic && <Badge tone="amber">Marked off-topic</Badge>}
          {entry.uncivil !== null && <Badge tone="rose">Marked uncivil: {UNCIVIL_WORDS[entry.uncivil]}</Badge>}
          <Link
            href={`/queue?article=${articleId}&queue=newest&comment=${entry.id}`}
            aria-label={`Open the comment of ${entry.commenterName ?? 'an unknown author'} in the queue`}
            title="Open in the queue"
            className="ml-auto grid size-6 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-sunk hover:text-ink pointer-coarse:size-9"
          >
            <ArrowUpRight aria-hidden className="size-4" />
          </Link>
        </div>
        {entry.status === 'removed' ? (
          <p className="mt-1 text-ink-3 ">Deleted at its source; the text is not shown.</p>
        ) : (
          <CommentText text={entry.body} className={`mt-1 max-w-prose ${entry.status === 'rejected' ? 'text-ink-2' : ''}`} />
        )}
        {entry.replies > 0 && (
          <button
            type="button"
            aria-expanded={!isCollapsed}
            onClick={onToggle}
            className="mt-1 min-h-6 rounded-sm text-sm text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink"
          >
            {isCollapsed ? 'Show' : 'Hide'} {countOf(entry.replies, 'reply', 'replies')}
          </button>
        )}
      </div>
    </li>
  )
}

function ReplyWords({ entry, parentName }: { entry: ArticleThreadEntry; parentName: string | null }) {
  if (entry.hasUnknownParent) return 'in reply to a comment that has not arrived'
  if (entry.parentId === null) return null
  return (
    <>
      in reply to <bdi>{parentName ?? 'an unknown author'}</bdi>
      {entry.depth > DEEPEST_INDENT && `, level ${entry.depth}`}
    </>
  )
}
