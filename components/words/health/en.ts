import type { RoomWords } from '../catalogue'

/** Whether what runs by itself does so. */
export const words = {
  about: 'Whether everything that is done in the background gets done.',
  work: 'In the background',
  workWhy: 'Each of these goes on by itself. What failed is not tried again by itself.',
  'work.words': 'Texts indexed for the search',
  'work.readings': 'Thorough readings by the scorers',
  'work.scorers': 'External scorers',
  'work.webhooks': 'Webhook deliveries',
  'work.imports': 'Imports',
  idle: 'nothing waits',
  waiting: '{count} waiting',
  since: 'the oldest since {time}',
  failed: '{count} failed',
  figures: 'Figures of discussions',
  'figures.none': 'Not recounted yet.',
  'figures.right': 'Right under all {count} articles that were recounted.',
  'figures.wrong': 'Wrong under {wrong} of {count} articles that were recounted.',
  'figures.last': 'Last recounted {time}',
  database: 'Database',
  'database.is': 'PostgreSQL {version}, {size}',
} as const satisfies RoomWords
