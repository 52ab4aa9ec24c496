import type { LoggedDecision } from '@/lib/contracts/decision-log'
import type { Viewer } from '../moderation/viewer'

/** How many decisions the line stands for. */
export const countOf = ({ together }: LoggedDecision) => together?.count ?? 1

export const hasBatch = ({ batch }: LoggedDecision) => batch !== null && !batch.isUndone

export const isAlert = ({ kind }: LoggedDecision) => kind === 'raise_alert' || kind === 'clear_alert'

/** Whether it stands no more. */
export function isGone(decision: LoggedDecision): boolean {
  return countOf(decision) > 1 ? !hasBatch(decision) && decision.kind !== 'undo' : decision.isUndone
}

/** Whether this person may take it back. */
export function canUndo(decision: LoggedDecision, viewer: Viewer): boolean {
  const { kind, comment, byId } = decision
  const isOwn = byId === viewer.id || viewer.role === 'admin'
  const isTheirs = comment === null || kind === 'feature' || kind === 'unfeature' || viewer.role !== 'editor'
  const isOfPeople = kind !== 'undo' && !isAlert(decision)
  return isTheirs && isOwn && isOfPeople && !isGone(decision) && (countOf(decision) > 1 || comment?.status !== 'removed')
}
