import type { RoomWords } from '../catalogue'

/** The newsroom's own reasons for rejecting. */
export const words = {
  about:
    'Why comments are rejected here. Reasons you add come after those that every newsroom has, each with Shift and a digit as its key.',
  builtIn: 'In every newsroom',
  own: 'Your own',
  none: 'None yet: add what your house rules call for.',
  retired: 'Retired',
  retiredHint: 'They can no longer be chosen. Decisions and figures keep them.',
  addTitle: 'Add a reason',
  label: 'Reason',
  labelHint: 'As it appears in the list, the log and the decision feed. It cannot be changed later, because decisions name it.',
  message: 'What the commenter may be told',
  messageHint: 'Optional. Sent to your site with each decision for this reason.',
  add: 'Add',
  added: 'Added “{label}”',
  up: 'Move “{label}” up',
  down: 'Move “{label}” down',
  change: 'Change the text of “{label}”',
  changeHint: 'What your site is sent from now on, including for earlier decisions that it reads again.',
  retire: 'Retire',
  retireOne: 'Retire “{label}”',
  restore: 'Use again',
  restoreOne: 'Use “{label}” again',
  notChanged: '“{label}” was not changed',
} as const satisfies RoomWords
