import type { Choosing } from './choice-list'
import { listChoices } from './choice-list'
import type { useDecide } from './use-decide'
import type { Desk } from './use-desk'
import { isOnControl, useKeys } from './use-keys'
import type { Viewer } from './viewer'

interface DeskKeys {
  viewer: Viewer
  desk: Desk
  deciding: ReturnType<typeof useDecide>
  choosing: Choosing | null
  onChoosing: (choosing: Choosing | null) => void
  onFilter: () => void
  onOpen: () => void
  onBack: () => void
}

const MOVES = ['j', 'k']

/** The keys of the queue. Moving may repeat while a key is held; deciding never does. */
export function useDeskKeys({ viewer, desk, deciding, choosing, onChoosing, onFilter, onOpen, onBack }: DeskKeys): void {
  const { current, rows, currentId, select } = desk
  const allowed = current?.row.allowed ?? []

  function move(step: number): void {
    onChoosing(null)
    const index = rows.findIndex((row) => row.id === currentId)
    const row = rows[Math.min(rows.length - 1, Math.max(0, index + step))]
    if (row) select(row.id)
  }

  function choose(digit: number): void {
    if (choosing === null) return
    const choice = listChoices(choosing, allowed.includes('clear_uncivil')).find((candidate) => candidate.digit === digit)
    if (!choice) return
    onChoosing(null)
    void deciding.decide(choice.act)
  }

  function ask(next: Choosing): void {
    const option = next.of === 'reason' ? 'reject' : 'mark_uncivil'
    onChoosing(allowed.includes(option) ? next : null)
  }

  function toggleOffTopic(alsoReject: boolean): void {
    onChoosing(null)
    if (alsoReject) return void deciding.decide({ kind: 'mark', mark: 'off_topic', alsoReject })
    const isMarked = allowed.includes('clear_off_topic')
    void deciding.decide(isMarked ? { kind: 'clear_mark', mark: 'off_topic' } : { kind: 'mark', mark: 'off_topic' })
  }

  const reading = {
    j: () => move(1),
    k: () => move(-1),
    t: onOpen,
    '/': onFilter,
    'Shift+/': onFilter,
    Escape: () => (choosing === null ? onBack() : onChoosing(null)),
  }
  const decisions = {
    a: () => {
      onChoosing(null)
      void deciding.decide({ kind: 'approve' })
    },
    r: () => ask({ of: 'reason' }),
    o: () => toggleOffTopic(false),
    u: () => ask({ of: 'uncivil', alsoReject: false }),
    'Shift+O': () => toggleOffTopic(true),
    'Shift+U': () => ask({ of: 'uncivil', alsoReject: true }),
    z: () => {
      onChoosing(null)
      void deciding.undo()
    },
  }
  const digits = Object.fromEntries(Array.from({ length: 9 }, (_, digit) => [String(digit), () => choose(digit)]))
  useKeys({ ...reading, ...(viewer.role === 'editor' ? {} : { ...decisions, ...digits }) }, { repeats: MOVES })
  useKeys({ Enter: onOpen }, { skip: isOnControl })
}
