import { useCallback, useEffect, useRef, useState } from 'react'

/** The address follows when the cursor rests: writing it draws the whole page again, which a key must not wait for. */
const REST_MS = 250

/** What may begin the way to another page: the router drops it when the address is written meanwhile. */
const LEAVING = ['pointerdown', 'click', 'keydown'] as const

const leadsAway = (event: Event): boolean =>
  event instanceof KeyboardEvent
    ? event.key === 'g' || (event.key === 'Enter' && isWithin(event.target, PALETTE))
    : isWithin(event.target, `a[href], ${PALETTE}`)

const PALETTE = '[role="dialog"]'
const isWithin = (target: EventTarget | null, what: string) => target instanceof Element && target.closest(what) !== null

interface Move {
  to: string | null
  /** The addresses that the move stands over: the one it began at and the one that was written for it. Any other is newer. */
  over: readonly (string | null)[]
  /** The list it was made in. */
  list: object
}

/**
 * The comment under the cursor. It moves at once, and the address after it; an address that somebody else changes (the back
 * button, a link, another filter) counts more.
 *
 * @param list changes when another list is shown: then a move counts no more
 */
export function useCursor(
  address: string | null,
  list: object,
  writeAddress: (id: string | null) => Promise<unknown>,
): readonly [id: string | null, select: (id: string | null) => void] {
  const [move, setMove] = useState<Move | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [list])
  useEffect(() => {
    const stay = (event: Event) => leadsAway(event) && clearTimeout(timer.current)
    const options = { capture: true }
    for (const name of LEAVING) window.addEventListener(name, stay, options)
    return () => LEAVING.forEach((name) => window.removeEventListener(name, stay, options))
  }, [])
  const select = useCallback(
    (id: string | null) => {
      clearTimeout(timer.current)
      setMove((last) => ({ to: id, over: [address, ...(last?.over.slice(-1) ?? [])], list }))
      timer.current = setTimeout(() => {
        setMove((last) => (last?.to === id ? { ...last, over: [...last.over, id] } : last))
        // From then on an address without it is newer: the back button leads away from it.
        const settle = () => setMove((last) => (last?.to === id ? { ...last, over: [id] } : last))
        writeAddress(id).then(settle, settle)
      }, REST_MS)
    },
    [address, list, writeAddress],
  )
  const isMoved = move !== null && move.list === list && move.over.includes(address)
  return [isMoved ? move.to : address, select]
}
