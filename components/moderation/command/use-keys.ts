import { useEffect, useLayoutEffect, useRef } from 'react'
import { tinykeys } from 'tinykeys'
import { OPENING } from '../../ui/later'

type KeyHandlers = Record<string, (event: KeyboardEvent) => void>

/**
 * Keys of the whole page: off while somebody types, while a dialog or menu is open, and while an input method composes.
 * A key that is held down counts once, unless it is `repeats`: holding `a` must not approve a whole page.
 */
export function useKeys(
  handlers: KeyHandlers,
  options: { repeats?: readonly string[]; skip?: (event: KeyboardEvent) => boolean } = {},
): void {
  const latest = useRef({ handlers, options })
  // In the frame in which it is drawn: a key is about what is on screen, however busy the browser is.
  useLayoutEffect(() => {
    latest.current = { handlers, options }
  })
  const names = Object.keys(handlers).sort().join(' | ')
  useEffect(() => {
    const bindings = names.split(' | ').map((name) => [name, (event: KeyboardEvent) => callHandler(name, event)] as const)
    function callHandler(name: string, event: KeyboardEvent): void {
      const { handlers: current, options: given } = latest.current
      if (isBusy(event) || given.skip?.(event) === true) return
      if (event === sequenceEnd && !name.includes(' ')) return
      if (event.repeat && given.repeats?.includes(name) !== true) return
      const handler = current[name]
      if (handler === undefined) return
      event.preventDefault()
      handler(event)
    }
    window.addEventListener('keydown', watchSequences, { capture: true })
    return tinykeys(window, Object.fromEntries(bindings))
  }, [names])
}

const SEQUENCE_MS = 1000
let prefixAt: number | null = null
let sequenceEnd: Event | null = null

/** `g a` goes to the articles and must not approve on the way: the key after `g` belongs to the sequence alone. */
function watchSequences(event: KeyboardEvent): void {
  if (event.repeat) return
  sequenceEnd = prefixAt !== null && event.timeStamp - prefixAt < SEQUENCE_MS ? event : null
  const isPrefix = event.key === 'g' && !event.ctrlKey && !event.metaKey && !event.altKey && sequenceEnd === null && !isBusy(event)
  prefixAt = isPrefix ? event.timeStamp : null
}

/** Whether the keys belong to something else at this moment: to a field, to what is open, to what is about to open. */
function isBusy(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true
  if (document.querySelector(OPEN) !== null) return true
  return isTyping(event.target)
}

const OPEN = `[role="dialog"][data-state="open"], [role="menu"][data-state="open"], ${OPENING}`

const TYPED_IN =
  'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable=""], [contenteditable="true"]'

/** Whether the key press goes into a field. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPED_IN) !== null
}

/** Whether Enter or Space already means something where the focus is. */
export function isOnControl(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('button, a[href], summary, input, [role="menuitem"]') !== null
}
