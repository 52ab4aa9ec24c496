import { z } from 'zod'

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
  'escalate',
  'select',
  'selectRange',
  'undo',
  'thread',
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
  escalate: 'e',
  select: 'x',
  selectRange: 'Shift+X',
  undo: 'z',
  thread: 't',
  search: '/',
}

/** A letter or sign, with or without Shift. Digits choose from lists and `g` begins a way, so neither can be taken. */
const Key = z.string().regex(/^(Shift\+[A-FH-Z]|[a-fh-z]|[/.,;'[\]\\=-])$/, 'is not a letter or sign that is free')

/** How the desk looks and behaves for one person; missing fields take these values. */
export const Preferences = z.object({
  density: z.enum(['dense', 'roomy']).default('dense'),
  /** Go to the next comment after a decision. */
  isAdvancing: z.boolean().default(true),
  /** Harsh texts are blurred until they are looked at. */
  isHarshBlurred: z.boolean().default(false),
  /** Keys that were changed. */
  keys: z.partialRecord(z.enum(KEY_ACTS), Key).default({}),
  locale: z.enum(['en', 'de', 'ar']).default('en'),
})
export type Preferences = z.infer<typeof Preferences>

/** The key of every act. */
export function resolveKeys({ keys }: Pick<Preferences, 'keys'>): Record<KeyAct, string> {
  return { ...DEFAULT_KEYS, ...keys }
}
