import { Badge } from '../ui/badge'
import { CommentText } from './comment-text'
import type { DeskRow } from './desk-row'
import { describeAct } from './decision-words'
import { HarshCover } from './harsh-cover'
import { useNow } from './now'
import { describeNotice } from './notice-words'
import { SignalBadges, StatusBadge } from './status-badge'
import { formatDuration } from './time-words'

/** One comment, large: what it replies to, its text whole, and what speaks about it. The keys are those of the list. */
export function OneByOne({ desk, place }: { desk: DeskRow; place: string }) {
  const now = useNow()
  const { row, act, notice, isSaving } = desk
  const { parent } = row
  return (
    <div
      role="region"
      aria-label="One comment"
      aria-live="polite"
      data-ready=""
      className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-4 py-6 sm:px-8"
    >
      <article id={`comment-${desk.id}`} className="mx-auto max-w-[46rem]">
        <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-ink-3">
          <span data-figures>{place}</span>
          <span aria-hidden>·</span>
          <bdi>{row.article.title}</bdi>
          <span className="ml-auto">waiting {formatDuration(now - Date.parse(row.receivedAt))}</span>
        </p>
        {parent !== null && (
          <div className="mt-4 border-l-2 border-line-strong pl-3 text-ink-2">
            {'isUnknown' in parent ? (
              'It replies to a comment that has not arrived.'
            ) : (
              <>
                <bdi className="text-sm font-[580]">{parent.commenterName ?? 'unknown author'}</bdi>
                <CommentText text={parent.excerpt} lines={3} />
              </>
            )}
          </div>
        )}
        <h2 className="mt-4 text-lg font-[620]">
          <bdi>{row.commenter?.name ?? 'unknown author'}</bdi>
        </h2>
        <HarshCover row={row}>
          <CommentText text={row.body} className="mt-2 text-[1.1875rem] leading-[1.6]" />
        </HarshCover>
        <div className="mt-4 flex flex-wrap items-center gap-1.5">
          <StatusBadge status={row.state.status} />
          <SignalBadges state={row.state} />
          {row.revision > 1 && <Badge>edited</Badge>}
        </div>
        {act !== null && notice === null && (
          <p className="mt-3 font-[560] text-ink-2">
            {describeAct(act)}
            {isSaving && <span className="font-normal text-ink-3"> saving…</span>}
          </p>
        )}
        {notice !== null && <p className="mt-3 font-medium text-rose">{describeNotice(notice, now)}</p>}
      </article>
    </div>
  )
}
