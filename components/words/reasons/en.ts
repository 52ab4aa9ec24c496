import type { RoomWords } from '../catalogue'

/** The newsroom's own reasons for rejecting. */
export const words = {
  about:
    'Why comments are rejected here. What you add stands after the reasons that every newsroom has, with Shift and a digit as its key.',
  builtIn: 'In every newsroom',
  own: 'Your own',
  none: 'None yet: add what your house rules call it.',
  retired: 'Retired',
  retiredHint: 'They can no longer be chosen. Decisions and figures keep them.',
  addTitle: 'Add a reason',
  label: 'Reason',
  labelHint: 'As it stands in the list, in the log and in the decision feed. It cannot be changed later: decisions name it.',
  message: 'What the commenter may be told',
  messageHint: 'Optional. Your site is sent it with each decision for this reason.',
  add: 'Add',
  added: 'Added “{label}”',
  up: 'Move “{label}” up',
  down: 'Move “{label}” down',
  change: 'Change the text of “{label}”',
  changeHint: 'What your site is sent from now on, also of earlier decisions that it reads again.',
  retire: 'Retire',
  retireOne: 'Retire “{label}”',
  restore: 'Use again',
  restoreOne: 'Use “{label}” again',
  notChanged: '“{label}” was not changed',
} as const satisfies RoomWords
