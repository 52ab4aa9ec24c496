/** The same kinds as they stand in a log, with what the log calls decisions on comments. */
const LOGGED: Record<string, string> = {
  hold_article: 'held new comments',
  close_article: 'closed the discussion',
  reopen_article: 'reopened it',
  slow_article: 'set slow mode',
  ask_help: 'asked moderators',
  end_help: 'ended the call for help',
  approve: 'approved',
  reject: 'rejected',
  mark: 'marked',
  clear_mark: 'removed a mark',
  undo: 'took back a decision',
  feature: 'featured',
  unfeature: 'stopped featuring',
  close_replies: 'closed replies',
  open_replies: 'opened replies',
}

/** A decision's kind in the past tense; kinds that came later are told as they are. */
export function nameLogged(kind: string): string {
  return LOGGED[kind] ?? kind.replaceAll('_', ' ')
}
