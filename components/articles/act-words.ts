import type { ArticleOption } from '@/lib/domain/article-acts'

export const ACT_WORDS: Record<ArticleOption, string> = {
  hold_article: 'Hold new comments',
  close_article: 'Close the discussion',
  reopen_article: 'Reopen',
  slow_article: 'Slow mode',
  ask_help: 'Ask moderators',
  end_help: 'Help is no longer needed',
}

/** What was done, for the toast. */
export const DONE_WORDS: Record<ArticleOption, string> = {
  hold_article: 'New comments are held until somebody decides',
  close_article: 'The discussion is closed',
  reopen_article: 'The discussion is open again',
  slow_article: 'Slow mode is set',
  ask_help: 'Moderators see it in their queue',
  end_help: 'Nobody is asked any more',
}

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
}

/** A decision's kind in the past tense; kinds that came later are told as they are. */
export function nameLogged(kind: string): string {
  return LOGGED[kind] ?? kind.replaceAll('_', ' ')
}
