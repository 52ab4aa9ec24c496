import type { KeyAct } from '@/lib/domain/preferences'

/** What each key does, as the help and the preferences say it. */
export const KEY_WORDS: Record<KeyAct, string> = {
  next: 'Next comment',
  previous: 'Comment before',
  approve: 'Approve',
  reject: 'Reject, then a digit for the reason',
  offTopic: 'Off-topic, or on topic again',
  uncivil: 'Uncivil, then a digit for the kind',
  offTopicReject: 'Off-topic, and reject',
  uncivilReject: 'Uncivil, and reject',
  escalate: 'Escalate or hand over, with a note',
  select: 'Select',
  selectRange: 'Select up to here',
  undo: 'Undo, as often as you like',
  thread: 'Context of the comment',
  search: 'Search and filter',
}

/** A key as people read it: `Shift+O` is ⇧ o. */
export function showKey(key: string): string {
  return key.startsWith('Shift+') ? `⇧ ${key.slice(6).toLowerCase()}` : key
}
