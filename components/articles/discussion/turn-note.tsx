import Link from 'next/link'
import type { ArticlePage } from '@/lib/contracts/article-page'
import type { Derailment } from '@/lib/contracts/derailment'
import { FEWEST_TO_TURN } from '@/lib/domain/derailment'
import { CommentText } from '../../moderation/comment-text'
import { LocalTime } from '../../ui/local-time'
import type { DiscussionVoice } from '../figures'

interface TurnNoteProps extends DiscussionVoice {
  derailment: Derailment | null
  /** Those of the whole discussion. */
  totals: Pick<ArticlePage['figures'], 'comments' | 'offTopic' | 'suggestedOffTopic' | 'uncivil' | 'suggestedUncivil'>
  articleId: string
  unknownAuthor: string
}

/** A discussion of which so much strayed all along did not turn, but was on no course that it could have left. */
const STRAYED_THROUGHOUT = 1 / 3

/** Where the talk turned, in words; and when it did not, that too. */
export function TurnNote({ t, figures: say, derailment, totals, articleId, unknownAuthor }: TurnNoteProps) {
  if (derailment === null) {
    const [title, words] = describeCourse({ t, figures: say }, totals)
    return (
      <div className="rounded-lg border border-line bg-panel px-3.5 py-3 text-ink-2">
        <b className="font-[580] text-ink">{title}</b> {words}
      </div>
    )
  }
  const { comment, at, window, endedAt, comments, shareBefore, shareWithin, distances, offTopicWithin, uncivilWithin } = derailment
  const when = <LocalTime key="at" at={at} look="hour" />
  const name = (
    <bdi key="name" className="font-[560] text-ink">
      {comment?.commenterName ?? unknownAuthor}
    </bdi>
  )
  return (
    <div className="rounded-lg border border-s-3 border-line border-s-rose bg-panel px-3.5 py-3 text-ink-2">
      <b className="font-[620] text-ink">{t('turn')}</b>{' '}
      {comment ? t.parts('turn.by', { at: when, name }) : t.parts('turn.at', { at: when })}{' '}
      {t(endedAt === null ? 'turn.since' : 'turn.until', {
        count: comments,
        share: say.share(shareWithin),
        offTopic: say.share(offTopicWithin),
        uncivil: say.share(uncivilWithin),
        before: say.share(shareBefore),
      })}
      {distances && <> {t('turn.distance', { within: say.decimal(distances.within, 2), before: say.decimal(distances.before, 2) })}</>}
      {endedAt !== null && <> {t.parts('turn.back', { at: <LocalTime key="end" at={endedAt} look="hour" /> })}</>}
      {comment && (
        <>
          <blockquote className="my-1.5 border-s-2 border-line-strong ps-2.5 text-ink">
            <CommentText text={comment.excerpt} lines={3} className="print:line-clamp-2" />
          </blockquote>
          <p className="flex flex-wrap gap-x-4 print:hidden">
            <Link
              href={`/queue?article=${articleId}&queue=newest&comment=${comment.id}`}
              className="inline-flex min-h-6 items-center text-accent"
            >
              {t('turn.open')}
            </Link>
            <Link
              href={`/articles/${articleId}?${new URLSearchParams({ ...window, thread: comment.threadId }).toString()}#drift`}
              className="inline-flex min-h-6 items-center text-accent"
            >
              {t('turn.map')}
            </Link>
          </p>
        </>
      )}
    </div>
  )
}

/** What there is to say of a discussion that did not turn. */
function describeCourse({ t, figures: say }: DiscussionVoice, totals: TurnNoteProps['totals']): [title: string, words: string] {
  const { comments, offTopic, suggestedOffTopic, uncivil, suggestedUncivil } = totals
  if (comments < FEWEST_TO_TURN) return [t('turn.early'), t('turn.early.words', { number: FEWEST_TO_TURN })]
  const [strayed, heated] = [(offTopic + suggestedOffTopic) / comments, (uncivil + suggestedUncivil) / comments]
  if (Math.max(strayed, heated) < STRAYED_THROUGHOUT) return [t('turn.none'), t('turn.none.words')]
  return [t('turn.throughout'), t('turn.throughout.words', { offTopic: say.share(strayed), uncivil: say.share(heated) })]
}
