import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import { createContext, useContext } from 'react'
import { Check, CircleAlert, Eye, UserCheck } from 'lucide-react'
import type { QueueRow } from '@/lib/contracts/queue'
import type { CommentState, RejectReason } from '@/lib/domain/comment'
import type { HideableColumn } from '@/lib/domain/preferences'
import { Badge } from '../ui/badge'
import { joinClasses } from '../ui/class-names'
import { useFormats, useWords } from '../words/words-context'
import { CommentText } from './comment-text'
import { describeAct, describePast, describeReason } from './decision-words'
import type { DeskRow } from './desk-row'
import { useSurroundings } from './desk-surroundings'
import { useNow } from './now'
import { HarshCover } from './harsh-cover'
import { describeNotice } from './notice-words'
import { usePreferences } from './preferences-context'
import { SignalBadges } from './status-badge'
import { useNoticeWords } from './use-notice-words'
import { writeWaveCount } from './wave-words'

export const rowFeatures = tableFeatures({})

const DrawnRow = createContext<DeskRow | null>(null)

/** The row whose cells are drawn: as it stands now, while the table keeps it as the server sent it. */
export const DrawnRowProvider = DrawnRow.Provider

function useDrawnRow(): DeskRow {
  const desk = useContext(DrawnRow)
  if (desk === null) throw new Error('A cell of the queue stands outside a row')
  return desk
}

const column = createColumnHelper<typeof rowFeatures, QueueRow>()

/** The columns of the queue; a row leaves out those that are hidden. It lays them out as areas of a grid: the comment, what speaks about it, how long it waits. */
export const rowColumns = column.columns([
  column.display({ id: 'comment', cell: () => <CommentCell /> }),
  column.display({ id: 'signals', cell: () => <SignalsCell /> }),
  column.display({ id: 'waiting', cell: () => <WaitingCell /> }),
])

/** Whether this person has that column in sight. */
function useIsShown(name: HideableColumn): boolean {
  return !usePreferences().preferences.hiddenColumns.includes(name)
}

function CommentCell() {
  const { row } = useDrawnRow()
  const isArticleShown = useIsShown('article')
  const t = useWords('queue')
  const glossary = useWords('glossary')
  const { parent } = row
  const isReply = parent !== null
  return (
    <>
      <div className="flex min-w-0 items-baseline gap-x-2 text-xs text-ink-3 max-sm:flex-wrap">
        <bdi
          className={joinClasses(
            'max-w-full shrink-0 truncate text-[0.8125rem] sm:max-w-[40%] font-[580] text-ink',
            row.commenter === null && 'italic',
          )}
        >
          {row.commenter?.name ?? glossary('unknownAuthor')}
        </bdi>
        {isReply && (
          <span className="min-w-0 truncate sm:max-w-[45%] sm:shrink-0">
            {t.parts('row.inReply', {
              name: (
                <bdi key="name" className="text-ink-2">
                  {'isUnknown' in parent ? t('row.notArrived') : (parent.commenterName ?? glossary('unknownAuthor'))}
                </bdi>
              ),
            })}
          </span>
        )}
        {isArticleShown && (
          <span className="min-w-0 truncate">
            <span aria-hidden className="max-sm:hidden">
              ·{' '}
            </span>
            <bdi>{row.article.title}</bdi>
          </span>
        )}
      </div>
      {parent !== null && 'excerpt' in parent && (
        <div className="mt-1 border-s-2 border-line-strong ps-2 text-sm text-ink-3">
          <CommentText text={parent.excerpt} lines={1} />
        </div>
      )}
      <HarshCover row={row}>
        <CommentText text={row.body} lines={3} className="mt-1 text-[0.875rem] leading-[1.5] group-aria-selected/row:line-clamp-14" />
      </HarshCover>
    </>
  )
}

const NO_SUGGESTIONS: CommentState['suggestions'] = { offTopic: null, uncivil: null }

function SignalsCell() {
  const { row, act, notice, isSaving, colleague } = useDrawnRow()
  const t = useWords('queue')
  const glossary = useWords('glossary')
  const formats = useFormats()
  const noticeWords = useNoticeWords()
  const now = useNow()
  const { claims, isOffline } = useSurroundings()
  const claim = claims.get(row.id)
  const isSuggesting = useIsShown('suggestions')
  return (
    <>
      <SignalBadges
        state={isSuggesting ? row.state : { ...row.state, suggestions: NO_SUGGESTIONS }}
        isWithoutMarks={act?.kind === 'mark' && notice === null}
      />
      {row.wave !== null && <Badge>{t('row.wave', { total: writeWaveCount(formats, row.wave.count) })}</Badge>}
      {row.revision > 1 && <span className="text-xs text-ink-3">{t('row.edited')}</span>}
      {act !== null && notice === null && (
        <span className="inline-flex items-center gap-1 text-sm font-[560] text-ink-2">
          <Check aria-hidden className="size-3.5" />
          {describeAct(glossary, act)}
          {isSaving && <span className="font-normal text-ink-3">{isOffline ? t('row.held') : t('row.saving')}</span>}
        </span>
      )}
      {colleague !== null && act === null && notice === null && (
        <span className="inline-flex items-center gap-1 text-sm font-[560] text-ink-2">
          <UserCheck aria-hidden className="size-3.5" />
          <span>
            {t.parts('row.colleague', {
              name: <bdi key="name">{colleague.by}</bdi>,
              did: describePast(glossary, colleague),
              reason: describeReason(glossary, colleague.reason as RejectReason | null),
              ago: formats.ago(colleague.at, now),
            })}
          </span>
        </span>
      )}
      {claim !== undefined && act === null && colleague === null && (
        <span className="inline-flex items-center gap-1 text-sm text-ink-2">
          <Eye aria-hidden className="size-3.5" />
          <span>{t.parts('row.looking', { name: <bdi key="name">{claim.userName}</bdi> })}</span>
        </span>
      )}
      {notice !== null && (
        <span className="flex items-start gap-1.5 text-sm font-medium text-rose">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {describeNotice(noticeWords, notice, now)}
        </span>
      )}
    </>
  )
}

function WaitingCell() {
  const { row } = useDrawnRow()
  const t = useWords('queue')
  const glossary = useWords('glossary')
  const formats = useFormats()
  const now = useNow()
  const isWaiting = !row.state.isReviewed && (row.state.status === 'pending' || row.state.status === 'published')
  const length = formats.duration(now - Date.parse(row.receivedAt))
  return (
    <>
      <time dateTime={row.receivedAt} className="block">
        {isWaiting ? (
          <>
            <span className="sr-only">{t('row.waiting', { time: length })}</span>
            <span aria-hidden>{length}</span>
          </>
        ) : (
          formats.ago(row.receivedAt, now)
        )}
      </time>
      <span className="block">{glossary(`status.${row.state.status}`)}</span>
    </>
  )
}
