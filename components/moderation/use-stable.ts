import { useLayoutEffect, useRef, useState } from 'react'

/** A handler that stays the same function and does what the latest one would: for parts that are drawn again only when their data changes. */
export function useStable<Args extends unknown[]>(handler: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(handler)
  // In the frame in which it is drawn: a press is about what is on screen.
  useLayoutEffect(() => {
    latest.current = handler
  })
  const [stable] = useState(
    () =>
      (...args: Args) =>
        latest.current(...args),
  )
  return stable
}
