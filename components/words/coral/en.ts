import type { RoomWords } from '../catalogue'

/** The Coral sites that may ask for scores. */
export const words = {
  about:
    'A Coral site can ask Parley before it shows a comment, as an external moderation phase with this site’s watched words and rules. Coral keeps its comments; none are stored here.',
  add: 'Add a Coral site',
  none: 'No Coral site yet',
  noneWhy: 'Once added, Coral flags uncivil comments and holds those with held words, by your rules.',
  list: 'Coral sites',
  notAsked: 'Has not asked yet',
  asked: 'Last asked {time}',
  urlOf: 'Callback URL of {name}',
  removeOne: 'Remove {name}',
  addHint:
    'In Coral, add a moderation phase with any callback URL for now, and copy its signing secret here. You then get the callback URL to enter there.',
  nameExample: 'Comments of the Courier',
  secret: 'Signing secret',
  secretHint: 'From Coral. Requests without its signature are refused.',
  addSend: 'Add the site',
  removeTitle: 'Remove {name}?',
  removeHint: 'Its address stops answering. Coral then goes on without this phase and shows comments by its own rules.',
  removeSend: 'Remove the site',
} as const satisfies RoomWords
