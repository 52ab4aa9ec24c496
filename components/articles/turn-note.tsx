import Link from 'next/link'
import type { Derailment } from '@/lib/contracts/derailment'
import { LocalTime } from '../ui/local-time'
import { countOf, formatShare } from './figure-words'

/** Where the talk turned, in words; and when it did not, that too. */
export function TurnNote({ derailment, articleId }: { derailment: Derailment | null; articleId: string }) {
  if (derailment === null) {
    return (
      <div className="rounded-lg border border-line bg-panel px-3.5 py-3 text-ink-2">
        <b className="font-[580] text-ink">It stayed on course.</b> The share of off-topic and uncivil comments never broke from this
        discussion’s own base line.
      </div>
    )
  }
  const { comment, at, endedAt, comments, shareBefore, shareWithin, offTopicWithin, uncivilWithin } = derailment
  return (
    <div className="rounded-lg border border-s-3 border-line border-s-rose bg-panel px-3.5 py-3 text-ink-2">
      <b className="font-[620] text-ink">Where it turned.</b> <LocalTime at={at} look="hour" />
      {comment && (
        <>
          , with a comment by <bdi className="font-[560] text-ink">{comment.commenterName ?? 'an unknown author'}</bdi>
        </>
      )}
      . Of the {countOf(comments, 'comment')} {endedAt === null ? 'since' : 'until it came back'}, {formatShare(shareWithin)} are off-topic
      or uncivil ({formatShare(offTopicWithin)} and {formatShare(uncivilWithin)}); before it was {formatShare(shareBefore)}.
      {endedAt !== null && (
        <>
          {' '}
          Back at <LocalTime at={endedAt} look="hour" />.
        </>
      )}
      {comment && (
        <>
          <blockquote dir="auto" className="user-text my-1.5 line-clamp-3 border-s-2 border-line-strong ps-2.5 text-start text-ink">
            {comment.excerpt}
          </blockquote>
          <p className="flex flex-wrap gap-x-4 print:hidden">
            <Link
              href={`/queue?article=${articleId}&queue=newest&comment=${comment.id}`}
              className="inline-flex min-h-6 items-center text-accent"
            >
              Open the comment
            </Link>
            <Link href={`/articles/${articleId}?thread=${comment.threadId}#drift`} className="inline-flex min-h-6 items-center text-accent">
              See its thread on the map
            </Link>
          </p>
        </>
      )}
    </div>
  )
}
