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
  askWhy: 'Their name, their id and all their texts are erased, here and for everybody. This cannot be undone.',
  comments: {
    one: '{count} comment: its text, and anything said about it in words',
    other: '{count} comments: their texts, and anything said about them in words',
  },
  earlierTexts: { one: '{count} earlier text', other: '{count} earlier texts' },
  appeals: { one: 'What they said in {count} appeal', other: 'What they said in {count} appeals' },
  reportsMade: { one: 'Who made {count} report, and what they said in it', other: 'Who made {count} reports, and what they said in them' },
  notes: { one: '{count} note by colleagues', other: '{count} notes by colleagues' },
  stays:
    'It stays on record that there were comments, what was decided and when, so that threads, figures and the log keep their shape. Your CMS is told that the comments are removed.',
  views: {
    one: 'Their name appears in {count} saved view. That is yours to change.',
    other: 'Their name appears in {count} saved views. Those are yours to change.',
  },
  type: 'Type their name to confirm',
  typed: 'That is not their name.',
  go: 'Erase for good',
  erasing: 'Erasing',
  progress: '{done} of {total} comments erased. It continues if you leave.',
  done: 'They are erased.',
  doneWhy: 'Nothing here says who they were any more.',
  toQueue: 'To the queue',
  keep: 'Keep',
} as const satisfies RoomWords
