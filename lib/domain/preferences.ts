import type { Language } from './languages'

/** What a key of the desk can do, in the order of the help. */
export const KEY_ACTS = [
  'next',
  'previous',
  'approve',
  'reject',
  'offTopic',
  'uncivil',
  'offTopicReject',
  'uncivilReject',
  'feature',
  'escalate',
  'select',
  'selectRange',
  'selectAll',
  'undo',
  'thread',
  'exchange',
  'wave',
  'refresh',
  'search',
] as const
export type KeyAct = (typeof KEY_ACTS)[number]

/** The keys as they come, in tinykeys' words. */
export const DEFAULT_KEYS: Record<KeyAct, string> = {
  next: 'j',
  previous: 'k',
  approve: 'a',
  reject: 'r',
  offTopic: 'o',
  uncivil: 'u',
  offTopicReject: 'Shift+O',
  uncivilReject: 'Shift+U',
  feature: 'f',
  escalate: 'e',
  select: 'x',
  selectRange: 'Shift+X',
  selectAll: 'Shift+A',
  undo: 'z',
  thread: 't',
  exchange: 'c',
  wave: 'w',
  refresh: '.',
  search: '/',
}

export const DENSITIES = ['dense', 'roomy'] as const

export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** What of a row of the queue can be hidden; the text, who wrote it and what was decided cannot. */
export const HIDEABLE_COLUMNS = ['article', 'suggestions', 'waiting'] as const
export type HideableColumn = (typeof HIDEABLE_COLUMNS)[number]

/** How the desk looks and behaves for one person. */
export interface Preferences {
  density: (typeof DENSITIES)[number]
  /** Go to the next comment after a decision. */
  isAdvancing: boolean
  /** Harsh texts are blurred until they are looked at. */
  isHarshBlurred: boolean
  /** Columns of the queue that are not shown. */
  hiddenColumns: readonly HideableColumn[]
  /** The language of the interface; null leaves it to the browser. */
  language: Language | null
  /** The colours; null leaves them to the system. */
  theme: Theme | null
  /** Keys that were changed. */
  keys: Partial<Record<KeyAct, string>>
}

export const DEFAULT_PREFERENCES: Preferences = {
  density: 'dense',
  isAdvancing: true,
  isHarshBlurred: false,
  hiddenColumns: [],
  language: null,
  theme: null,
  keys: {},
}

/** Acts that came when people had chosen keys: what somebody had put on the usual key of one stays there. */
const LATER_ACTS: readonly KeyAct[] = ['wave', 'feature', 'selectAll', 'exchange', 'refresh']

/** The key of every act; empty for one that came later and whose usual key was taken by then. */
export function resolveKeys({ keys }: Pick<Preferences, 'keys'>): Record<KeyAct, string> {
  const resolved = { ...DEFAULT_KEYS, ...keys }
  const chosen = Object.values(keys)
  for (const act of LATER_ACTS) if (keys[act] === undefined && chosen.includes(DEFAULT_KEYS[act])) resolved[act] = ''
  return resolved
}
