import type { PlacedMark } from '@/lib/domain/drift/place'

/** Where the focus can go from a mark: along time, along the tree, among the answers to the same comment. */
export type DriftMove = 'earlier' | 'later' | 'parent' | 'reply' | 'sibling_before' | 'sibling_after' | 'first' | 'last'

/** Keys of the map. Shift with the arrows goes among siblings. */
export function moveOfKey(key: string, hasShift: boolean): DriftMove | null {
  switch (key) {
    case 'ArrowRight':
      return hasShift ? 'sibling_after' : 'later'
    case 'ArrowLeft':
      return hasShift ? 'sibling_before' : 'earlier'
    case 'ArrowUp':
      return 'parent'
    case 'ArrowDown':
      return 'reply'
    case 'Home':
      return 'first'
    case 'End':
      return 'last'
    default:
      return null
  }
}

/** The mark the focus goes to, or the same one where there is none that way. `marks` are in the order of time. */
export function moveAmong(marks: readonly PlacedMark[], key: string, move: DriftMove): PlacedMark | undefined {
  const index = marks.findIndex((mark) => mark.key === key)
  const here = marks[index]
  if (!here) return marks[0]
  return findNext(marks, index, here, move) ?? here
}

function findNext(marks: readonly PlacedMark[], index: number, here: PlacedMark, move: DriftMove): PlacedMark | undefined {
  switch (move) {
    case 'earlier':
      return marks[index - 1]
    case 'later':
      return marks[index + 1]
    case 'first':
      return marks[0]
    case 'last':
      return marks.at(-1)
    case 'parent':
      return here.parentKey === null ? undefined : marks.find((mark) => mark.key === here.parentKey)
    case 'reply':
      return marks.find((mark) => mark.parentKey === here.key)
    case 'sibling_before':
      return marks.findLast((mark, at) => at < index && mark.parentKey === here.parentKey)
    case 'sibling_after':
      return marks.find((mark, at) => at > index && mark.parentKey === here.parentKey)
  }
}
