import { Badge } from '../ui/badge'
import { useFormats, useWords } from '../words/words-context'
import { CommentText } from './comment-text'
import type { DeskRow } from './desk-row'
import { describeAct } from './decision-words'
import { HarshCover } from './harsh-cover'
import { useNow } from './now'
import { describeNotice } from './notice-words'
import { SignalBadges, StatusBadge } from './status-badge'
import { useNoticeWords } from './use-notice-words'

/** One comment, large: what it replies to, its text whole, and what speaks about it. The keys are those of the list. */
export function OneByOne({ desk, place }: { desk: DeskRow; place: string }) {
  const t = useWords('queue')
  const glossary = useWords('glossary')
  const formats = useFormats()
  const noticeWords = useNoticeWords()
  const now = useNow()
  const { row, act, notice, isSaving } = desk
  const { parent } = row
  return (
    <div
      role="region"
      aria-label={t('one.region')}
      aria-live="polite"
      data-ready=""
      className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-4 py-6 sm:px-8"
    >
      <article id={`comment-${desk.id}`} className="mx-auto max-w-[46rem]">
        <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-ink-3">
          <span data-figures>{place}</span>
          <span aria-hidden>·</span>
          <bdi>{row.article.title}</bdi>
          <span className="ms-auto">{t('row.waiting', { time: formats.duration(now - Date.parse(row.receivedAt)) })}</span>
        </p>
        {parent !== null && (
          <div className="mt-4 border-s-2 border-line-strong ps-3 text-ink-2">
            {'isUnknown' in parent ? (
              t('one.parentUnknown')
            ) : (
              <>
                <bdi className="text-sm font-[580]">{parent.commenterName ?? glossary('unknownAuthor')}</bdi>
                <CommentText text={parent.excerpt} lines={3} />
              </>
            )}
          </div>
        )}
        <h2 className="mt-4 text-lg font-[620]">
          <bdi>{row.commenter?.name ?? glossary('unknownAuthor')}</bdi>
        </h2>
        <HarshCover row={row}>
          <CommentText text={row.body} className="mt-2 text-[1.1875rem] leading-[1.6]" />
        </HarshCover>
        <div className="mt-4 flex flex-wrap items-center gap-1.5">
          <StatusBadge status={row.state.status} />
          <SignalBadges state={row.state} />
          {row.revision > 1 && <Badge>{t('row.edited')}</Badge>}
        </div>
        {act !== null && notice === null && (
          <p className="mt-3 font-[560] text-ink-2">
            {describeAct(glossary, act)}
            {isSaving && <span className="font-normal text-ink-3"> {t('row.saving')}</span>}
          </p>
        )}
        {notice !== null && <p className="mt-3 font-medium text-rose">{describeNotice(noticeWords, notice, now)}</p>}
      </article>
    </div>
  )
}
