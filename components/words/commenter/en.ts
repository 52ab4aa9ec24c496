import type { RoomWords } from '../catalogue'

/** One commenter: figures, months, latest comments, notes. */
export const words = {
  title: 'Commenter',
  since: 'First seen {day}',
  decided: 'What was decided',
  decideAll: 'Decide on all open ones…',
  everything: 'Everything by {name} that nobody has decided.',
  hold: 'Hold their comments',
  holdAsk: 'Everything this person sends from now on waits until somebody decides, edits too. What is here already stays as it is.',
  holdNote: 'Note for colleagues',
  holdNoteHint: 'Stands on this page. It may stay empty.',
  held: 'Everything they send is held since {day}, by {who}',
  release: 'Stop holding',
  latest: 'Latest comments',
  none: 'Nothing of theirs is here',
  notesNone: 'Nobody has noted anything. Notes are for colleagues; commenters never see them.',
  addNote: 'Add the note',
  months: 'By month',
  'series.plain': 'Neither marked nor rejected',
  'series.marked': 'Marked',
  'series.rejected': 'Rejected',
  chart: {
    one: 'Bars of comments per month, {count} in the last year. The figures are in the table below.',
    other: 'Bars of comments per month, {count} in the last year. The figures are in the table below.',
  },
  caption: 'Comments per month',
  month: 'Month',
  all: 'All',
} as const satisfies RoomWords
