import type { RoomWords } from '../catalogue'

/** What a mail about a discussion over a line says. */
export const words = {
  subject: 'Over a line: {title}',
  'subject.rule': 'Rule stopped: {title}',
  head: '{site}: {title}',
  'measured.rate': 'Measured over this hour and the one before: {value} comments an hour. The line is {line}.',
  'measured.uncivil': 'Measured over this hour and the one before: {value} of the comments uncivil. The line is {line}.',
  'measured.off_topic': 'Measured over this hour and the one before: {value} of the comments off-topic. The line is {line}.',
  'measured.rule':
    'People disagreed with {value} of what this rule decided. The limit is {line}. It no longer decides anything: comments it matches wait for a person. What it decided stays as it is.',
  why: 'This address was entered under Settings → Alerts.',
} as const satisfies RoomWords
