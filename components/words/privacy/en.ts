import type { RoomWords } from '../catalogue'

/** What is kept about a commenter: given out, and erased. */
export const words = {
  title: 'Personal data',
  why: 'When somebody asks what is kept about them, or wants it erased.',
  giveOut: 'Download their data',
  giveOutHint: 'Everything as JSON, without the names of who moderated or reported.',
  withNotes: 'With colleagues’ notes and readers’ words',
  erase: 'Erase this person…',
  ask: 'Erase {name}?',
  askWhy: 'Their name, their id and all their texts go, here and for everybody. It cannot be undone.',
  comments: {
    one: '{count} comment: its text, and what was said of it in words',
    other: '{count} comments: their texts, and what was said of them in words',
  },
  earlierTexts: { one: '{count} earlier text', other: '{count} earlier texts' },
  appeals: { one: 'What they said in {count} appeal', other: 'What they said in {count} appeals' },
  reportsMade: { one: 'Who made {count} report, and what they said in it', other: 'Who made {count} reports, and what they said in them' },
  notes: { one: '{count} note of colleagues', other: '{count} notes of colleagues' },
  stays:
    'That there were comments stays, with what was decided and when: threads, figures and the log keep their shape. Your CMS is told that they are removed.',
  views: {
    one: 'Their name stands in {count} saved view. That is yours to change.',
    other: 'Their name stands in {count} saved views. Those are yours to change.',
  },
  type: 'Type their name to confirm',
  typed: 'That is not their name.',
  go: 'Erase for good',
  erasing: 'Erasing',
  progress: '{done} of {total} comments are erased. It goes on if you leave.',
  done: 'They are erased.',
  doneWhy: 'Nothing here says any more who it was.',
  toQueue: 'To the queue',
  keep: 'Keep',
} as const satisfies RoomWords
