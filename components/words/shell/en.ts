import type { RoomWords } from '../catalogue'

/** What every page may need: primitives, faults, the address that is not there. */
export const words = {
  description: 'The desk where a newsroom keeps its comments worth reading',
  skip: 'Skip to the content',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  retry: 'Try again',
  'callout.info': 'Note',
  'callout.success': 'Done',
  'callout.warning': 'Take care',
  'callout.error': 'Problem',
  'theme.light': 'Switch to light colours',
  'theme.dark': 'Switch to dark colours',
  toasts: 'Messages',
  'fault.title': 'This page could not be drawn',
  'fault.kept': 'Everything you decided before is saved. If it happens again, tell whoever runs Parley.',
  'fault.number': 'Everything you decided before is saved. If it happens again, tell whoever runs Parley this number: {number}',
  'missing.title': 'There is nothing at this address',
  'missing.why': 'It may have been moved or deleted, or it belongs to another site.',
  'missing.next': 'Go to the queue',
} as const satisfies RoomWords
