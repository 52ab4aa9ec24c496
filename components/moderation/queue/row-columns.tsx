import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import { createContext, useContext } from 'react'
import type { QueueRow } from '@/lib/contracts/queue'
import { joinClasses } from '../../ui/class-names'
import { useInstantFormat } from '../../ui/local-time'
import { useFormats, useWords } from '../../words/words-context'
import { CommentText } from '../comment-text'
import { isWaitingForAnyone, type DeskRow } from './desk-row'
import { useNow } from '../now'
import { HarshCover } from '../harsh-cover'
import { RowSignals, useIsShown } from './row-signals'
import { EXACT_TIME } from '../time-ago'
import { VoiceName } from '../voice-name'
import { useListedWaves } from './waves-context'

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

const HOUR = 3_600_000

/** Room for the time, which stands at the end of the row's first two lines. */
const BESIDE_TIME = 'max-sm:pe-24'

function CommentCell() {
  const { row } = useDrawnRow()
  const isArticleShown = useIsShown('article')
  const t = useWords('queue')
  const { parent } = row
  const isReply = parent !== null
  const wave = useListedWaves().waves.get(row.id)
  const span = wave === undefined || wave.isOpen ? null : spanOf(wave.members)
  const isOfMany = span !== null && span.voices > 1
  return (
    <>
      {/* On a phone each has a line of its own, the first two of them beside the time. */}
      <div className="flex min-w-0 items-baseline gap-x-2 text-xs text-ink-3 max-sm:flex-col max-sm:items-start">
        <span className={joinClasses('flex max-w-full shrink-0 sm:max-w-[40%]', BESIDE_TIME)}>
          <VoiceName
            name={row.commenter?.name ?? null}
            className={joinClasses('truncate text-[0.8125rem] font-[580] text-ink', row.commenter === null && 'italic')}
          />
        </span>
        {isOfMany && <span className={joinClasses('shrink-0', BESIDE_TIME)}>{t('row.voices', { count: span.voices - 1 })}</span>}
        {isReply && (
          <span className={joinClasses('max-w-full min-w-0 truncate sm:max-w-[45%] sm:shrink-0', BESIDE_TIME)}>
            {t.parts('row.inReply', {
              name: (
                <VoiceName key="name" name={'isUnknown' in parent ? t('row.notArrived') : parent.commenterName} className="text-ink-2" />
              ),
            })}
          </span>
        )}
        {isArticleShown && (
          <>
            <span aria-hidden className="max-sm:hidden">
              ·
            </span>
            {/* Cut by its own direction: at its end, also where the page runs the other way. */}
            <span className={joinClasses('flex max-w-full min-w-0', !isReply && !isOfMany && BESIDE_TIME)}>
              <bdi className="min-w-0 max-sm:line-clamp-2 max-sm:[overflow-wrap:anywhere] sm:truncate">
                {span !== null && span.articles > 1 ? t('row.articles', { count: span.articles }) : row.article.title}
              </bdi>
            </span>
          </>
        )}
      </div>
      {parent !== null && 'excerpt' in parent && (
        <CommentText text={parent.excerpt} lines={1} className="mt-1 border-s-2 border-line-strong ps-2 text-sm text-ink-3" />
      )}
      <HarshCover comment={row}>
        <CommentText text={row.body} lines={3} className="mt-1 text-[0.875rem] leading-[1.5] group-aria-selected/row:line-clamp-14" />
      </HarshCover>
    </>
  )
}

/** How many wrote what a folded wave holds, and under how many articles. */
function spanOf(members: readonly QueueRow[]): { voices: number; articles: number } {
  return {
    voices: new Set(members.map(({ commenter }) => commenter?.id)).size,
    articles: new Set(members.map(({ article }) => article.id)).size,
  }
}

function SignalsCell() {
  return <RowSignals desk={useDrawnRow()} isListed />
}

function WaitingCell() {
  const { row } = useDrawnRow()
  const t = useWords('queue')
  const glossary = useWords('glossary')
  const formats = useFormats()
  const format = useInstantFormat()
  const now = useNow()
  const received = Date.parse(row.receivedAt)
  const length = now - received
  const posted = Date.parse(row.postedAt ?? row.receivedAt)
  return (
    <>
      <time dateTime={row.receivedAt} title={format(row.receivedAt, EXACT_TIME)} suppressHydrationWarning className="block">
        <span className="sr-only">
          {isWaitingForAnyone(row.state) ? t('row.waiting', { time: formats.duration(length) }) : formats.ago(row.receivedAt, now)}
        </span>
        {/* As short as before, once it is decided: nothing beside it moves. */}
        <span aria-hidden>{formats.shortDuration(length)}</span>
      </time>
      <span className="block">{glossary(`status.${row.state.status}`)}</span>
      {/* What was imported waits for less long than it is old. On a phone the text has the whole width from here on. */}
      {received - posted >= HOUR && (
        <time
          dateTime={row.postedAt ?? undefined}
          title={format(row.postedAt ?? row.receivedAt, EXACT_TIME)}
          suppressHydrationWarning
          className="block max-sm:hidden"
        >
          {t('row.age', { time: formats.shortDuration(now - posted) })}
        </time>
      )}
    </>
  )
}
