'use client'

import { useEffect, useRef, useState, type RefObject } from 'react'

/** The width of a box in px, kept up with; `usual` until the browser has measured, which is what the server draws for. */
export function useWidth(usual: number): [RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement | null>(null)
  const [width, setWidth] = useState(usual)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.round(entry?.contentRect.width ?? 0)
      // On paper the drawing is scaled as it stands.
      if (measured >= 200 && !window.matchMedia('print').matches) setWidth(measured)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [box, width]
}
