import type { RoomWords } from '../catalogue'

/** One commenter: figures, months, latest comments, notes. */
export const words = {
  title: 'Commenter',
  since: 'First seen {day}',
  decided: 'What was decided',
  decideAll: 'Decide on all open ones…',
  everything: 'Everything by {name} that nobody has decided on.',
  hold: 'Hold their comments',
  holdAsk: 'Everything this person sends from now on, edits included, waits until somebody decides. What is already here stays as it is.',
  holdNote: 'Note for colleagues',
  holdNoteHint: 'Shown on this page. Optional.',
  held: 'Everything they send is held since {day}, by {who}',
  release: 'Stop holding',
  latest: 'Latest comments',
  none: 'Nothing by them is here',
  notesNone: 'No notes yet. Notes are for colleagues; commenters never see them.',
  addNote: 'Add note',
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
