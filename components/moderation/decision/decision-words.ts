import type { HistoryEntry } from '@/lib/contracts/decision'
import { isKnownReason, type MarkName, type UncivilKind } from '@/lib/domain/comment'
import type { Words } from '../../words/rooms'
import type { DeskAct } from './desk-act'

/** "Rejected (abuse)", "Marked uncivil: insult, and rejected": what an act did, beginning a sentence. */
export function describeAct(t: Words<'glossary'>, act: DeskAct): string {
  switch (act.kind) {
    case 'approve':
    case 'feature':
    case 'unfeature':
      return t(`act.${act.kind}`)
    case 'reject':
      return t('act.reject', { reason: nameReason(t, act.reason) })
    case 'mark':
      if (act.mark === 'off_topic') return t(act.alsoReject ? 'act.off_topicReject' : 'act.off_topic')
      return t(act.alsoReject ? 'act.uncivilReject' : 'act.uncivil', { kind: t(`kind.${act.uncivilKind}`) })
    case 'clear_mark':
      return t(`act.clear.${act.mark}`)
  }
}

/** A decision as the log, or a colleague's news, tells it. */
export interface PastDecision {
  kind: string
  mark?: MarkName | null
  markKind?: UncivilKind | null
  after?: Pick<HistoryEntry['after'], 'status'>
}

/** The same for a decision out of the log, in the middle of a sentence: "rejected this". */
export function describePast(t: Words<'glossary'>, { kind, mark, markKind, after }: PastDecision): string {
  const isRejected = after?.status === 'rejected'
  switch (kind) {
    case 'approve':
    case 'reject':
    case 'undo':
    case 'feature':
    case 'unfeature':
    case 'hold':
    case 'close_replies':
    case 'open_replies':
    case 'uphold':
    case 'erase':
    case 'hold_article':
    case 'close_article':
    case 'reopen_article':
    case 'slow_article':
    case 'ask_help':
    case 'end_help':
    case 'raise_alert':
    case 'clear_alert':
      return t(`past.${kind}`)
    case 'mark':
      if (mark === 'off_topic') return t(isRejected ? 'past.off_topicReject' : 'past.off_topic')
      if (!markKind) return t('past.mark')
      return t(isRejected ? 'past.uncivilReject' : 'past.uncivil', { kind: t(`kind.${markKind}`) })
    case 'clear_mark':
      return t(mark ? `past.clear.${mark}` : 'past.clear')
    default:
      return t('past.other')
  }
}

/** The reason in brackets, to follow the sentence; empty without one. */
export function describeReason(t: Words<'glossary'>, reason: string | null | undefined): string {
  return reason ? t('reasonAfter', { reason: nameReason(t, reason) }) : ''
}

/** What a reason is called; one of the newsroom's own stands as it was written. */
export function nameReason(t: Words<'glossary'>, reason: string): string {
  return isKnownReason(reason) ? t(`reason.${reason}`) : reason
}
