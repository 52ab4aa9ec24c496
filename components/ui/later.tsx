import { lazy, Suspense, useEffect, type ComponentType, type ReactNode } from 'react'

/** Where a browser knows no idle time: after so long the page is drawn and its first keys are answered. */
const LATER_MS = 1200

/** A part of a page whose code is fetched when it is first drawn, or ahead of that by `usePreload`. */
export type Later<Props> = ComponentType<Props> & { preload: () => void }

/** Marks that something is about to open: the keys of the page are off, since what is typed now is meant for it. */
export const OPENING = '[data-opening]'

/** @param waiting what stands there until the code has come */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, waiting: ReactNode = null): Later<Props> {
  const Part = lazy(() => load().then((part) => ({ default: part })))
  function LaterPart(props: Props) {
    return (
      <Suspense fallback={waiting}>
        <Part {...props} />
      </Suspense>
    )
  }
  // What cannot be fetched now is fetched when it is opened.
  return Object.assign(LaterPart, { preload: () => void load().catch(() => undefined) })
}

/** The same for a dialog or what else takes the keys: those of the page are off until it is there. */
export function laterDialog<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  return later(load, <span hidden data-opening="" />)
}

/** Fetches, once the page is drawn and the browser has nothing to do, what may be opened next. Give it the same array. */
export function usePreload(parts: readonly Pick<Later<never>, 'preload'>[]): void {
  useEffect(() => {
    const preload = () => {
      for (const part of parts) part.preload()
    }
    if (typeof requestIdleCallback === 'function') {
      const handle = requestIdleCallback(preload, { timeout: 2 * LATER_MS })
      return () => cancelIdleCallback(handle)
    }
    const timer = setTimeout(preload, LATER_MS)
    return () => clearTimeout(timer)
  }, [parts])
}
