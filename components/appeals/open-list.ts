import type { AppealCase } from '@/lib/contracts/appeal'
import type { AppealVerdict } from '@/lib/domain/appeals'

/** An answer of this browser; without its decision while it is being saved. */
export interface GivenAnswer {
  outcome: AppealVerdict
  decisionId: string | null
}

/** An open appeal in the list, with what happened to it since it was read. */
export interface ListedAppeal {
  appeal: AppealCase
  answer: GivenAnswer | null
  /** Read again, it was no longer open. */
  isGone: boolean
}

/** Whether it still waits for this person's answer. */
export const isWaiting = ({ appeal, answer, isGone }: ListedAppeal): boolean => answer === null && !isGone && appeal.mayAnswer === 'yes'

/**
 * The list as it was read again: what is known stays where it is, so that nothing moves under the cursor; what is new comes last. What was
 * not found any more is gone, unless it was answered here.
 *
 * @param isWhole whether all that is open was read
 */
export function mergeRead(known: readonly ListedAppeal[], read: readonly AppealCase[], isWhole: boolean): ListedAppeal[] {
  const fresh = new Map(read.map((appeal) => [appeal.id, appeal]))
  const kept = known.map((listed): ListedAppeal => {
    const appeal = fresh.get(listed.appeal.id)
    if (appeal === undefined) return isWhole && listed.answer === null ? { ...listed, isGone: true } : listed
    // Read before what was answered here was saved, or taken back since.
    return { appeal, answer: listed.answer, isGone: false }
  })
  const ids = new Set(known.map(({ appeal }) => appeal.id))
  return [...kept, ...read.filter(({ id }) => !ids.has(id)).map((appeal) => ({ appeal, answer: null, isGone: false }))]
}

/** Where the cursor goes after an answer: the next that waits below, else the first that waits; else it stays. */
export function findNextWaiting(list: readonly ListedAppeal[], from: string): string | null {
  const at = list.findIndex(({ appeal }) => appeal.id === from)
  const next = list.slice(at + 1).find(isWaiting) ?? list.find((listed) => isWaiting(listed) && listed.appeal.id !== from)
  return next?.appeal.id ?? null
}
