import type { HistoryEntry } from '../../contracts/decision'
import { findLastChange, type LastChange } from '../../db/comment/last-change'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'

/** How the source is called where a person's name would stand. */
const SOURCE = 'the source'

/** What somebody did, to follow their name. */
export const DID: Record<HistoryEntry['kind'], string> = {
  approve: 'approved this comment',
  reject: 'rejected this comment',
  mark: 'marked this comment',
  clear_mark: 'cleared a mark of this comment',
  undo: 'took back a decision here',
  feature: 'featured this comment',
  unfeature: 'ended the featuring of this comment',
  hold: 'held this comment',
  close_replies: 'closed the replies under this comment',
  open_replies: 'opened the replies under this comment again',
  uphold: 'upheld the decision on this comment',
  erase: 'erased whoever wrote this comment',
  hold_article: 'held the new comments of this discussion',
  close_article: 'closed this discussion',
  reopen_article: 'opened this discussion again',
  slow_article: 'changed the slow mode of this discussion',
  ask_help: 'asked for help with this discussion',
  end_help: 'ended a call for help with this discussion',
  raise_alert: 'raised an alert on this discussion',
  clear_alert: 'cleared an alert on this discussion',
}

/**
 * The refusal for somebody who came second: who was first, what they did, when, and the version that stands now.
 *
 * @param judgedRevision the text the caller judged, if that is known: then an edit is named before any decision
 */
export async function describeConflict(ctx: Context, commentId: string, judgedRevision?: number): Promise<DomainError> {
  const last = await findLastChange(ctx.db, ctx.actor.siteId, commentId)
  if (!last) return new DomainError('not_found', 'There is no such comment.')
  const { decision, version } = last
  const isEdited = judgedRevision !== undefined && last.revision > judgedRevision
  // Every change counts the version up by one, so the last decision is the last change exactly when it led to this one.
  if (!decision || isEdited || decision.seenVersion + 1 !== version) return describeEdit(last)
  const isOwn = 'id' in ctx.actor && ctx.actor.id === decision.actorId
  return new DomainError('conflict', `${isOwn ? 'You' : decision.by} ${DID[decision.kind]} in the meantime.`, {
    conflict: { by: decision.by, kind: decision.kind, at: decision.at.toISOString(), version },
  })
}

function describeEdit({ editedAt, receivedAt, version }: LastChange): DomainError {
  const at = (editedAt ?? receivedAt).toISOString()
  return new DomainError('conflict', 'The text was edited at its source in the meantime. Read it again before you decide.', {
    conflict: { by: SOURCE, kind: 'edit', at, version },
  })
}
