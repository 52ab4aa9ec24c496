import type { HistoryEntry } from '@/lib/contracts/decision'
import type { MarkName, RejectReason, UncivilKind } from '@/lib/domain/comment'
import type { DecisionAct } from '@/lib/domain/decisions'
import { MARK_WORDS, REASON_WORDS, UNCIVIL_WORDS } from './words'

/** "Rejected (abuse)", "Marked uncivil: insult, and rejected": what an act did, beginning a sentence. */
export function describeAct(act: DecisionAct): string {
  switch (act.kind) {
    case 'approve':
      return 'Approved'
    case 'reject':
      return `Rejected (${REASON_WORDS[act.reason]})`
    case 'mark': {
      const mark = act.mark === 'off_topic' ? 'off-topic' : `uncivil: ${UNCIVIL_WORDS[act.uncivilKind]}`
      return `Marked ${mark}${act.alsoReject ? ', and rejected' : ''}`
    }
    case 'clear_mark':
      return `Removed the mark ${MARK_WORDS[act.mark]}`
  }
}

interface PastDecision {
  kind: string
  mark?: MarkName | null
  markKind?: UncivilKind | null
  after?: HistoryEntry['after']
}

/** The same for a decision out of the log, in the middle of a sentence: "rejected this". */
export function describePast({ kind, mark, markKind, after }: PastDecision): string {
  switch (kind) {
    case 'approve':
      return 'approved this'
    case 'reject':
      return 'rejected this'
    case 'mark': {
      const words = mark ? ` ${MARK_WORDS[mark]}${markKind ? `: ${UNCIVIL_WORDS[markKind]}` : ''}` : ''
      return `marked this${words}${after?.status === 'rejected' ? ', and rejected it' : ''}`
    }
    case 'clear_mark':
      return `removed the mark${mark ? ` ${MARK_WORDS[mark]}` : ''}`
    case 'undo':
      return 'took a decision back'
    case 'feature':
      return 'featured this'
    case 'unfeature':
      return 'ended the featuring of this'
    case 'hold_article':
      return 'held new comments'
    case 'close_article':
      return 'closed the discussion'
    case 'reopen_article':
      return 'opened the discussion again'
    case 'slow_article':
      return 'changed the slow mode'
    case 'ask_help':
      return 'asked for help'
    case 'end_help':
      return 'ended the call for help'
    case 'raise_alert':
      return 'raised an alert'
    case 'clear_alert':
      return 'cleared an alert'
    default:
      return 'changed this'
  }
}

/** The reason in brackets, to follow the sentence; empty without one. */
export function describeReason(reason: RejectReason | null | undefined): string {
  return reason ? ` (${REASON_WORDS[reason]})` : ''
}
