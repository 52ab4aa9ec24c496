import { useEffect, useRef, type RefObject } from 'react'

/** Beside it there is something of its neighbour to see: it fades there, and tells that there is more. */
const MARGIN = 24

/**
 * For a strip of links that scrolls sideways where there is no room: the link that is open is never the one out of sight.
 *
 * @param current changes when another link is the open one
 */
export function useCurrentInSight<Strip extends HTMLElement>(current: unknown): RefObject<Strip | null> {
  const strip = useRef<Strip>(null)
  useEffect(() => {
    const element = strip.current
    if (element === null) return
    const sized = new ResizeObserver(() => showCurrent(element))
    sized.observe(element)
    return () => sized.disconnect()
  }, [current])
  return strip
}

/** Moves the strip alone: scrollIntoView would move the page as well. */
function showCurrent(strip: HTMLElement): void {
  const link = strip.querySelector('[aria-current]')
  if (link === null || strip.scrollWidth <= strip.clientWidth) return
  const { left, right } = strip.getBoundingClientRect()
  const at = link.getBoundingClientRect()
  if (at.left < left + MARGIN) strip.scrollLeft -= left + MARGIN - at.left
  else if (at.right > right - MARGIN) strip.scrollLeft += at.right - right + MARGIN
}
