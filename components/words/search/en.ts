import type { RoomWords } from '../catalogue'

/** The search page. */
export const words = {
  title: 'Search',
  description: 'Every comment on this site, newest first.',
  decide: 'Decide on these',
  open: 'Open them in the queue',
  makeRule: 'Make it a rule',
  nothing: 'No comments have arrived yet',
  nothingWhy: 'They can be found as soon as the site sends them, or when an admin imports a saved page under Settings.',
  none: 'No comments match',
  hint: 'Words are searched for as written; {example} finds all words that begin like that. New comments can be found within seconds.',
  found: 'Found comments',
  count: { one: '{total} comment', other: '{total} comments' },
  newest: 'Newest',
  older: 'Older',
  what: 'What you can search for',
  how: 'Words, {phrase} and {without} that must not occur. The same works in the queue.',
  phrase: '"exact phrases"',
  without: '-words',
} as const satisfies RoomWords
