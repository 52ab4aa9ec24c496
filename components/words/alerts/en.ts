import type { RoomWords } from '../catalogue'

/** Discussions over a line: the bell in the frame, and the page on which the lines are set. */
export const words = {
  bell: { one: 'Alerts: {count} discussion is over a line', other: 'Alerts: {count} discussions are over a line' },
  'bell.none': 'Alerts: no discussion is over a line',
  'list.open': 'Over a line now',
  'list.past': 'Over again',
  'list.none': 'No discussion is over a line.',
  'list.set': 'Set the lines',
  'is.rate': '{value} comments an hour; the line is {line}',
  'is.uncivil': '{value} uncivil; the line is {line}',
  'is.off_topic': '{value} off-topic; the line is {line}',
  stale: 'The line to the server is broken: figures may be out of date.',
  about:
    'When the discussion of an article passes one of these lines, the desk tells everybody: in the bell, on the article, in the decision feed and to webhooks.',
  lines: 'Lines',
  'lines.hint':
    'Measured over this hour and the one before, every 15 seconds. An alert is raised once, and ends when the discussion is below four fifths of the line.',
  'rate.on': 'Many comments',
  'rate.label': 'Comments an hour',
  'uncivil.on': 'Uncivil talk',
  'uncivil.label': 'Uncivil, per cent of the comments',
  'off_topic.on': 'Talk away from the article',
  'off_topic.label': 'Off-topic, per cent of the comments',
  'share.hint': 'Counted are marked comments, and suggestions that nobody has decided yet.',
  'least.label': 'Fewest comments',
  'least.hint': 'A share of fewer comments than these raises no alert.',
  wrong: 'A whole number from {from} to {to}.',
  save: 'Save lines',
  saving: 'Saving…',
  saved: 'Saved. The next look goes by these lines.',
  reload: 'Load them again',
} as const satisfies RoomWords
