import { can, type Actor } from './actor'
import type { CommentState, MarkName, UncivilKind } from './comment'
import { DomainError } from './errors'

/** An act on a comment, as a moderator means it. `alsoReject` is the choice between *mark* and *mark and reject*. */
export type DecisionAct =
  | { kind: 'approve' }
  /** The reason is one of REJECT_REASONS, or the words of one of the newsroom's own. */
  | { kind: 'reject'; reason: string }
  | { kind: 'mark'; mark: 'off_topic'; alsoReject?: boolean | undefined }
  | { kind: 'mark'; mark: 'uncivil'; uncivilKind: UncivilKind; alsoReject?: boolean | undefined }
  | { kind: 'clear_mark'; mark: MarkName }

/**
 * What the log calls a decision on a comment. `undo` takes back one of these, or an act on a discussion; `uphold` answers an appeal and
 * changes nothing (lib/domain/appeals.ts); `erase` says that its writer was erased, and the text with them.
 */
export const COMMENT_DECISION_KINDS = [
  'approve',
  'reject',
  'mark',
  'clear_mark',
  'undo',
  'feature',
  'unfeature',
  'hold',
  'close_replies',
  'open_replies',
  'uphold',
  'erase',
] as const

/**
 * What the log calls a decision: on a comment, on a discussion (lib/domain/article-acts.ts), or by the system about a discussion
 * (lib/domain/alerts.ts).
 */
export const DECISION_KINDS = [
  ...COMMENT_DECISION_KINDS,
  'hold_article',
  'close_article',
  'reopen_article',
  'slow_article',
  'ask_help',
  'end_help',
  'raise_alert',
  'clear_alert',
] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

/** What the decision bar offers. `uncivil` stands for every kind. */
export type DecisionOption = 'approve' | 'reject' | 'mark_off_topic' | 'mark_uncivil' | 'clear_off_topic' | 'clear_uncivil'

/**
 * The decisions this actor may take on a comment in this state. The same list draws the buttons and authorises the
 * request, so the two cannot disagree. Empty for editors, and for comments deleted at the source.
 */
export function listAllowedDecisions(actor: Actor, state: CommentState): DecisionOption[] {
  if (!can(actor, 'decide') || state.status === 'removed') return []
  const options: DecisionOption[] = []
  if (state.status !== 'approved' || !state.isReviewed) options.push('approve')
  if (state.status !== 'rejected' || !state.isReviewed) options.push('reject')
  if (!state.marks.offTopic) options.push('mark_off_topic')
  options.push('mark_uncivil')
  if (state.marks.offTopic) options.push('clear_off_topic')
  if (state.marks.uncivil !== null) options.push('clear_uncivil')
  return options
}

/** The same for a comment with its text: where that was erased, nobody can see what they would decide on. */
export function listAllowedOn(actor: Actor, { body, state }: { body: string; state: CommentState }): DecisionOption[] {
  return body === '' ? [] : listAllowedDecisions(actor, state)
}

/** The option an act belongs to. */
export function optionOf(act: DecisionAct): DecisionOption {
  switch (act.kind) {
    case 'approve':
    case 'reject':
      return act.kind
    case 'mark':
      return act.mark === 'off_topic' ? 'mark_off_topic' : 'mark_uncivil'
    case 'clear_mark':
      return act.mark === 'off_topic' ? 'clear_off_topic' : 'clear_uncivil'
  }
}

/**
 * The comment after the decision, as `stateAfter` says.
 *
 * @throws DomainError not_allowed when the actor may not take this decision on a comment in this state
 */
export function applyDecision(actor: Actor, state: CommentState, act: DecisionAct): CommentState {
  if (!listAllowedDecisions(actor, state).includes(optionOf(act))) {
    throw new DomainError('not_allowed', explainRefusal(actor, state, act))
  }
  return stateAfter(state, act)
}

/**
 * The comment after a decision that is allowed there. The browser foresees by it what the server will make of the comment, and has no
 * need of the words of refusals.
 *
 * Approving and rejecting settle it: open suggestions and reports are answered. A mark does not hide: it answers the
 * suggestion it confirms and settles a public comment, but a pending one still waits for approve or reject.
 */
export function stateAfter(state: CommentState, act: DecisionAct): CommentState {
  switch (act.kind) {
    case 'approve':
      return settle({ ...state, status: 'approved' })
    case 'reject':
      return settle({ ...state, status: 'rejected' })
    case 'mark': {
      const marks = act.mark === 'off_topic' ? { ...state.marks, offTopic: true } : { ...state.marks, uncivil: act.uncivilKind }
      if (act.alsoReject) return settle({ ...state, marks, status: 'rejected' })
      if (state.status !== 'pending') return settle({ ...state, marks })
      const suggestions = act.mark === 'off_topic' ? { ...state.suggestions, offTopic: null } : { ...state.suggestions, uncivil: null }
      return { ...state, marks, suggestions }
    }
    case 'clear_mark':
      return { ...state, marks: act.mark === 'off_topic' ? { ...state.marks, offTopic: false } : { ...state.marks, uncivil: null } }
  }
}

function settle(state: CommentState): CommentState {
  return { ...state, suggestions: { offTopic: null, uncivil: null }, openReports: 0, isReviewed: true }
}

function explainRefusal(actor: Actor, state: CommentState, act: DecisionAct): string {
  if (!can(actor, 'decide')) return 'You can read everything here, but deciding is for moderators.'
  if (state.status === 'removed') return 'This comment was deleted at its source. There is nothing left to decide.'
  if (act.kind === 'clear_mark') return 'This comment does not carry that mark.'
  if (act.kind === 'mark') return 'This comment already carries that mark.'
  return `This comment is already ${state.status}.`
}
