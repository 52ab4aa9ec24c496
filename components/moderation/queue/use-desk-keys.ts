import { resolveKeys, type KeyAct } from '@/lib/domain/preferences'
import { focusNote, listChoices, type Choosing } from '../decision/choices'
import { usePreferences } from '../frame/preferences-context'
import type { Choose } from '../decision/use-choosing'
import type { useDecide } from '../decision/use-decide'
import type { Desk } from './use-desk'
import { useOwnReasons } from '../own-reasons'
import { isOnControl, useKeys } from '../command/use-keys'
import type { Selection } from './use-selection'
import { findWave } from './use-waves'
import type { Viewer } from '../viewer'

interface DeskKeys {
  viewer: Viewer
  desk: Desk
  selection: Selection
  deciding: ReturnType<typeof useDecide>
  choosing: Choosing | null
  onChoosing: Choose
  onSearch: () => void
  onOpen: () => void
  onOneByOne: () => void
  onEscalate: () => void
  onExchange: () => void
  onRefresh: () => void
  onBack: () => void
  onList: () => void
}

/** The keys of the queue, as this person has them. Moving may repeat while a key is held; deciding never does. */
export function useDeskKeys(props: DeskKeys): void {
  const {
    viewer,
    desk,
    selection,
    deciding,
    choosing,
    onChoosing,
    onSearch,
    onOpen,
    onOneByOne,
    onEscalate,
    onExchange,
    onRefresh,
    onBack,
    onList,
  } = props
  const { current, rows, index, currentId, select } = desk
  const keys = resolveKeys(usePreferences().preferences)
  const ownReasons = useOwnReasons()
  const isMany = selection.ids.size > 0
  const allowed = current?.row.allowed ?? []

  function move(step: number): void {
    onChoosing(null)
    const row = rows[Math.min(rows.length - 1, Math.max(0, index + step))]
    if (row) select(row.id)
  }
  function choose(pressed: string): void {
    if (choosing === null) return
    const choices = listChoices(choosing, !isMany && allowed.includes('clear_uncivil'), ownReasons)
    const choice = choices.find((candidate) => candidate.keys === pressed)
    if (!choice) return
    onChoosing(null, true)
    void deciding.decide(choice.act)
  }
  function writeNote(): void {
    if (choosing !== null && !focusNote()) onChoosing({ ...choosing, note: '' })
  }
  function ask(next: Choosing): void {
    const option = next.of === 'reason' ? 'reject' : 'mark_uncivil'
    const isAsked = isMany || allowed.includes(option)
    onChoosing(isAsked ? next : null)
    if (!isAsked) deciding.passOver(next.of === 'reason' ? 'reject' : 'mark')
  }
  function toggleOffTopic(alsoReject: boolean): void {
    onChoosing(null)
    const isMarked = !isMany && allowed.includes('clear_off_topic')
    // With its mark it has but to be rejected.
    if (alsoReject)
      return void deciding.decide(isMarked ? { kind: 'reject', reason: 'off_topic' } : { kind: 'mark', mark: 'off_topic', alsoReject })
    void deciding.decide(isMarked ? { kind: 'clear_mark', mark: 'off_topic' } : { kind: 'mark', mark: 'off_topic' })
  }
  function toggleWave(): void {
    const wave = currentId === null ? undefined : findWave(desk.waves, currentId)
    if (wave !== undefined) desk.waves.toggle(wave)
  }
  function leave(): void {
    if (choosing !== null) onChoosing(null)
    else if (isMany) selection.clear()
    else onBack()
  }

  const reading: Partial<Record<KeyAct, () => void>> = {
    next: () => move(1),
    previous: () => move(-1),
    thread: onOpen,
    wave: toggleWave,
    refresh: onRefresh,
    search: onSearch,
  }
  const decisions: Partial<Record<KeyAct, () => void>> = {
    approve: () => {
      onChoosing(null)
      void deciding.decide({ kind: 'approve' })
    },
    reject: () => ask({ of: 'reason' }),
    offTopic: () => toggleOffTopic(false),
    uncivil: () => ask({ of: 'uncivil', alsoReject: false }),
    offTopicReject: () => toggleOffTopic(true),
    uncivilReject: () => ask({ of: 'uncivil', alsoReject: true }),
    escalate: onEscalate,
    exchange: onExchange,
    select: () => currentId !== null && selection.toggle(currentId),
    selectRange: () => currentId !== null && selection.extendTo(currentId),
    selectAll: selection.toggleAll,
  }
  const steering: Partial<Record<KeyAct, () => void>> = {
    feature: () => {
      onChoosing(null)
      void deciding.toggleFeature()
    },
    undo: () => {
      onChoosing(null)
      void deciding.undo()
    },
  }
  const bind = (handlers: Partial<Record<KeyAct, () => void>>) =>
    Object.fromEntries(
      Object.entries(handlers)
        .map(([act, handler]) => [keys[act as KeyAct], handler] as const)
        .filter(([key]) => key !== ''),
    )
  const digits = Object.fromEntries(
    [...'0123456789'].flatMap((digit) => [digit, `Shift+Digit${digit}`]).map((pressed) => [pressed, () => choose(pressed)]),
  )
  // The key is whatever else somebody put on it while there is nothing to write a note to.
  const noting = choosing === null ? {} : { n: writeNote }
  const deciders = viewer.role === 'editor' ? {} : { ...bind(decisions), ...digits, ...noting }
  useKeys({ ...bind(reading), Escape: leave, 'g q': onList, ...bind(steering), ...deciders }, { repeats: [keys.next, keys.previous] })
  useKeys({ Enter: onOneByOne }, { skip: isOnControl })
}
