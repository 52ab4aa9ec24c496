import { Check, CircleAlert, Eye, UserCheck } from 'lucide-react'
import type { HandedTo } from '@/lib/contracts/teamwork'
import type { CommentState } from '@/lib/domain/comment'
import type { HideableColumn } from '@/lib/domain/preferences'
import { isInQueue, type Queue } from '@/lib/domain/queues'
import { useFormats, useWords } from '../../words/words-context'
import { describeAct, describePast, describeReason } from '../decision/decision-words'
import { isWaitingForAnyone, type DeskRow } from './desk-row'
import { useSurroundings } from '../frame/desk-surroundings'
import { describeNotice } from './notice-words'
import { useNow } from '../now'
import { usePreferences } from '../frame/preferences-context'
import { FeatureBadge, SignalBadges } from '../status-badge'
import { useNoticeWords } from './use-notice-words'
import { WaveSignal } from './wave-signal'

/** Whether this person has that column in sight. */
export function useIsShown(name: HideableColumn): boolean {
  return !usePreferences().preferences.hiddenColumns.includes(name)
}

const NO_SUGGESTIONS: CommentState['suggestions'] = { offTopic: null, uncivil: null }

/**
 * What speaks about a comment: marks and suggestions, then who decided here, who decided elsewhere, whose it is, who looks at it, what went
 * wrong. `isListed`: it stands in the queue on screen, and was not opened from elsewhere.
 */
export function RowSignals({ desk: { row, act, notice, isSaving, colleague }, isListed }: { desk: DeskRow; isListed: boolean }) {
  const t = useWords('queue')
  const glossary = useWords('glossary')
  const formats = useFormats()
  const noticeWords = useNoticeWords()
  const now = useNow()
  const { claims, viewerId, queue } = useSurroundings()
  const claim = claims.get(row.id)
  const isSuggesting = useIsShown('suggestions')
  return (
    <>
      <SignalBadges
        state={isSuggesting ? row.state : { ...row.state, suggestions: NO_SUGGESTIONS }}
        without={act?.kind === 'mark' && notice === null ? act.mark : null}
      />
      <FeatureBadge row={row} isSuggesting={isSuggesting} />
      <WaveSignal row={row} />
      {isListed && isNoMoreSuggested({ row, act, colleague }, queue) && <span className="text-xs text-ink-3">{t('row.unsuggested')}</span>}
      {row.revision > 1 && <span className="text-xs text-ink-3">{t('row.edited')}</span>}
      {act !== null && notice === null && (
        <span className="inline-flex items-center gap-1 text-sm font-[560] text-ink-2">
          <Check aria-hidden className="size-3.5" />
          {describeAct(glossary, act)}
          {isSaving && <Saving />}
        </span>
      )}
      {act === null && isSaving && <Saving />}
      {colleague !== null && act === null && notice === null && (
        <span className="inline-flex items-center gap-1 text-sm font-[560] text-ink-2">
          <UserCheck aria-hidden className="size-3.5" />
          <span>
            {t.parts('row.colleague', {
              name: <bdi key="name">{colleague.by}</bdi>,
              did: describePast(glossary, colleague),
              reason: describeReason(glossary, colleague.reason),
              ago: formats.ago(colleague.at, now),
            })}
          </span>
        </span>
      )}
      {row.handedTo !== null && isWaitingForAnyone(row.state) && <Handed to={row.handedTo} viewerId={viewerId} />}
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

/** Whether machines have taken back what brought a comment into this queue: it keeps its place until the queue is loaded again. */
function isNoMoreSuggested({ row, act, colleague }: Pick<DeskRow, 'row' | 'act' | 'colleague'>, queue: Queue): boolean {
  if (queue !== 'review' && queue !== 'uncivil' && queue !== 'off_topic') return false
  if (act !== null || colleague !== null || !isWaitingForAnyone(row.state)) return false
  return !isInQueue(queue, { ...row.state, isReply: row.parent !== null, isMine: false })
}

/** To whom a comment was handed: it waits for them, and is anybody's to decide. */
function Handed({ to, viewerId }: { to: HandedTo; viewerId: string }) {
  const t = useWords('queue')
  return (
    <span className="inline-flex min-w-0 items-center gap-1 text-sm text-ink-2">
      <UserCheck aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">
        {to === 'leads'
          ? t('row.escalated')
          : to.id === viewerId
            ? t('row.handedYou')
            : t.parts('row.handed', { name: <bdi key="name">{to.name}</bdi> })}
      </span>
    </span>
  )
}

/** On its way to the server, or held here. */
function Saving() {
  const t = useWords('queue')
  const { isOffline } = useSurroundings()
  return <span className="text-sm font-normal text-ink-3">{isOffline ? t('row.held') : t('row.saving')}</span>
}
