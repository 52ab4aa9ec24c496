import { resolveKeys, type KeyAct } from '@/lib/domain/preferences'
import { focusNote, isOfKind, listChoices, type Choosing } from '../decision/choices'
import { usePreferences } from '../frame/preferences-context'
import type { Choose } from '../decision/use-choosing'
import type { useDecide } from '../decision/use-decide'
import type { Desk } from './use-desk'
import { useOwnReasons } from '../own-reasons'
import { isOnControl, useKeys } from '../command/use-keys'
import type { DeskActs } from './use-desk-acts'
import type { DeskWays } from './use-desk-ways'
import type { Selection } from './use-selection'
import { findWave } from './use-waves'
import type { Viewer } from '../viewer'

interface DeskKeys {
  viewer: Viewer
  desk: Desk
  selection: Selection
  deciding: ReturnType<typeof useDecide>
  ways: DeskWays
  acts: DeskActs
  choosing: Choosing | null
  onChoosing: Choose
}

type Handlers = Partial<Record<KeyAct, () => void>>

/** The keys of the queue, as this person has them. Moving may repeat while a key is held; deciding never does. */
export function useDeskKeys(props: DeskKeys): void {
  const { viewer, ways } = props
  const keys = resolveKeys(usePreferences().preferences)
  const ownReasons = useOwnReasons()
  const bind = (handlers: Handlers) =>
    Object.fromEntries(
      Object.entries(handlers)
        .map(([act, handler]) => [keys[act as KeyAct], handler] as const)
        .filter(([key]) => key !== ''),
    )
  const deciders = viewer.role === 'editor' ? {} : { ...bind(listDeciding(props)), ...listChoosing(props, ownReasons) }
  useKeys(
    { ...bind(listReading(props)), Escape: () => leave(props), 'g q': ways.goToList, ...bind(listSteering(props)), ...deciders },
    { repeats: [keys.next, keys.previous] },
  )
  useKeys({ Enter: ways.switchMode }, { skip: isOnControl })
}

function listReading({ desk, ways, acts, onChoosing }: DeskKeys): Handlers {
  const { rows, index, currentId, select } = desk
  function move(step: number): void {
    onChoosing(null)
    const row = rows[Math.min(rows.length - 1, Math.max(0, index + step))]
    if (row) select(row.id)
  }
  function toggleWave(): void {
    const wave = currentId === null ? undefined : findWave(desk.waves, currentId)
    if (wave !== undefined) desk.waves.toggle(wave)
  }
  return {
    next: () => move(1),
    previous: () => move(-1),
    thread: () => ways.openContext(),
    wave: toggleWave,
    refresh: acts.refresh,
    search: ways.showSearch,
  }
}

/** Out of what is open: what is being chosen, what is selected, the comment. */
function leave({ selection, choosing, ways, onChoosing }: DeskKeys): void {
  if (choosing !== null) onChoosing(null)
  else if (selection.ids.size > 0) selection.clear()
  else ways.leaveContext()
}

/** What editors do as well. */
function listSteering({ deciding, onChoosing }: DeskKeys): Handlers {
  return {
    feature: () => {
      onChoosing(null)
      void deciding.toggleFeature()
    },
    undo: () => {
      onChoosing(null)
      void deciding.undo()
    },
  }
}

function listDeciding({ desk, selection, deciding, acts, choosing, onChoosing }: DeskKeys): Handlers {
  const { current, currentId } = desk
  const isMany = selection.ids.size > 0
  const allowed = current?.row.allowed ?? []
  function ask(next: Choosing): void {
    const option = next.of === 'reason' ? 'reject' : 'mark_uncivil'
    const isAsked = isMany || allowed.includes(option)
    onChoosing(isAsked ? next : null)
    if (!isAsked) deciding.passOver(next.of === 'reason' ? 'reject' : 'mark')
  }
  /** Pressed again, the key takes the kind that is suggested. */
  function markUncivil(alsoReject: boolean): void {
    const isOpen = !isMany && choosing?.of === 'uncivil' && choosing.alsoReject === alsoReject
    const kind = current?.row.state.suggestions.uncivil?.kind
    const again = isOpen && listChoices(choosing, false, []).find(({ act }) => isOfKind(act, kind))
    if (again) acts.decide(again.act)
    else ask({ of: 'uncivil', alsoReject })
  }
  function toggleOffTopic(alsoReject: boolean): void {
    onChoosing(null)
    const isMarked = !isMany && allowed.includes('clear_off_topic')
    // With its mark it has but to be rejected.
    if (alsoReject)
      return void deciding.decide(isMarked ? { kind: 'reject', reason: 'off_topic' } : { kind: 'mark', mark: 'off_topic', alsoReject })
    void deciding.decide(isMarked ? { kind: 'clear_mark', mark: 'off_topic' } : { kind: 'mark', mark: 'off_topic' })
  }
  return {
    approve: () => {
      onChoosing(null)
      void deciding.decide({ kind: 'approve' })
    },
    reject: () => ask({ of: 'reason' }),
    offTopic: () => toggleOffTopic(false),
    uncivil: () => markUncivil(false),
    offTopicReject: () => toggleOffTopic(true),
    uncivilReject: () => markUncivil(true),
    escalate: acts.escalate,
    exchange: acts.openExchange,
    select: () => currentId !== null && selection.toggle(currentId),
    selectRange: () => currentId !== null && selection.extendTo(currentId),
    selectAll: selection.toggleAll,
  }
}

/** Of the list that is open: its digits, and the key for a note. */
function listChoosing(
  { desk, selection, acts, choosing, onChoosing }: DeskKeys,
  ownReasons: readonly string[],
): Record<string, () => void> {
  function choose(pressed: string): void {
    if (choosing === null) return
    const isMany = selection.ids.size > 0
    const isMarked = desk.current?.row.allowed.includes('clear_uncivil') === true
    const choice = listChoices(choosing, !isMany && isMarked, ownReasons).find(({ keys }) => keys === pressed)
    if (choice) acts.decide(choice.act)
  }
  function writeNote(): void {
    if (choosing !== null && !focusNote()) onChoosing({ ...choosing, note: '' })
  }
  const digits = [...'0123456789']
    .flatMap((digit) => [digit, `Shift+Digit${digit}`])
    .map((pressed) => [pressed, () => choose(pressed)] as const)
  // The key is whatever else somebody put on it while there is nothing to write a note to.
  return { ...Object.fromEntries(digits), ...(choosing === null ? {} : { n: writeNote }) }
}
