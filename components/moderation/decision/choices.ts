import { REJECT_REASONS, UNCIVIL_KINDS, type UncivilKind } from '@/lib/domain/comment'
import type { NotedAct } from './desk-act'

/** What is being chosen: the reason of a rejection, or the kind of incivility. `note` is what is written to go with it, once there is a field for it. */
export type Choosing = ({ of: 'reason' } | { of: 'uncivil'; alsoReject: boolean }) & { note?: string }

interface Choice {
  /** The digit, of the newsroom's own reasons with Shift, in tinykeys' words; and as it stands beside the choice. */
  keys: string
  shown: string
  act: NotedAct
}

/** The choices in the order of their digits, own reasons after the others; 0 takes a mark away that is already there. */
export function listChoices(choosing: Choosing, isMarkedUncivil: boolean, ownReasons: readonly string[]): Choice[] {
  const noted = choosing.note ? { note: choosing.note } : {}
  if (choosing.of === 'reason') {
    const reject = (reason: string): NotedAct => ({ kind: 'reject', reason, ...noted })
    return [
      ...REJECT_REASONS.map((reason, index) => ({ ...onDigit(index + 1), act: reject(reason) })),
      ...ownReasons.map((reason, index) => ({ keys: `Shift+Digit${index + 1}`, shown: `⇧${index + 1}`, act: reject(reason) })),
    ]
  }
  const { alsoReject } = choosing
  const kinds = UNCIVIL_KINDS.map((uncivilKind, index): Choice => ({
    ...onDigit(index + 1),
    act: { kind: 'mark', mark: 'uncivil', uncivilKind, ...(alsoReject ? { alsoReject } : {}), ...noted },
  }))
  const clearing: Choice[] =
    isMarkedUncivil && !alsoReject ? [{ ...onDigit(0), act: { kind: 'clear_mark', mark: 'uncivil', ...noted } }] : []
  return [...kinds, ...clearing]
}

/** Whether it marks a comment as incivility of that kind. */
export const isOfKind = (act: NotedAct, kind: UncivilKind | undefined) =>
  act.kind === 'mark' && act.mark === 'uncivil' && act.uncivilKind === kind

const onDigit = (digit: number) => ({ keys: String(digit), shown: String(digit) })

/** Puts the cursor into the note, if it is there. */
export function focusNote(): boolean {
  const field = document.querySelector<HTMLElement>('[data-note]')
  field?.focus()
  return field !== null
}
