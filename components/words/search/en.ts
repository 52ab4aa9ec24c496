import type { RoomWords } from '../catalogue'

/** The search page. */
export const words = {
  title: 'Search',
  description: 'Every comment of this site, the newest first.',
  decide: 'Decide on these',
  open: 'Open them in the queue',
  makeRule: 'Make a rule of it',
  none: 'No comment is like that',
  hint: 'Words are looked for as they are written; {example} finds all that begin so. A new comment is found within seconds.',
  found: 'Found comments',
  count: { one: '{total} comment', other: '{total} comments' },
  newest: 'Newest',
  older: 'Older',
  what: 'What can be searched for',
  how: 'Words, {phrase} and {without} that must not be there. The same works in the queue.',
  phrase: '"exact phrases"',
  without: '-words',
} as const satisfies RoomWords
