import { lazy, Suspense, useEffect, useEffectEvent, useState, type ComponentType, type ReactNode } from 'react'
import { useWords } from '../words/words-context'
import { toast } from './toast'
import { whenIdle } from './when-idle'

/** By then the page is drawn and its first keys are answered, also where a browser is never idle. */
const LATEST_MS = 2400

/** A part of a page whose code is fetched when it is first drawn, or ahead of that by `usePreload`. */
export type Later<Props> = ComponentType<Props> & { preload: () => void }

/** Marks that something is about to open: the keys of the page are off, since what is typed now is meant for it. */
export const OPENING = '[data-opening]'

/**
 * @param waiting what stands there until the code has come
 * @param Missing what stands there when it could not be fetched; the next time it is drawn, it is fetched again. Without, the page fails
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
  Missing?: ComponentType<Props>,
): Later<Props> {
  let loaded: ComponentType<Props> | undefined
  const fetchPart = async () => (loaded = await load())
  const begin = () =>
    lazy(async () => {
      try {
        return { default: await fetchPart() }
      } catch (error) {
        if (!Missing) throw error
        next = begin()
        return { default: Missing }
      }
    })
  let next = begin()
  function LaterPart(props: Props) {
    // What is here already is drawn in the same frame: React would wait for what it has not seen.
    const [Part] = useState<ComponentType<Props> | typeof next>(() => loaded ?? next)
    return (
      <Suspense fallback={waiting}>
        <Part {...props} />
      </Suspense>
    )
  }
  // What cannot be fetched now is fetched when it is opened.
  return Object.assign(LaterPart, { preload: () => void fetchPart().catch(() => undefined) })
}

/** The same for a dialog or what else takes the keys: those of the page are off until it is there, or closed since it cannot be fetched. */
export function laterDialog<Props extends { onClose: () => void }>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  return later(load, <span hidden data-opening="" />, NotOpened)
}

function NotOpened({ onClose }: { onClose: () => void }) {
  const t = useWords('shell')
  // Once, however often the part it was opened from is drawn until it is closed.
  const tell = useEffectEvent(() => {
    toast.error(t('unreachable'), { id: 'not-opened', description: t('notOpened') })
    onClose()
  })
  useEffect(() => tell(), [])
  return null
}

/** Fetches, once the page is drawn and the browser has nothing to do, what may be opened next. Give it the same array. */
export function usePreload(parts: readonly Pick<Later<never>, 'preload'>[]): void {
  useEffect(() => {
    return whenIdle(() => parts.forEach((part) => part.preload()), LATEST_MS)
  }, [parts])
}

/** Fetches with the first key or press what whoever works here will open. Give it the same array. */
export function usePreloadInUse(parts: readonly Pick<Later<never>, 'preload'>[]): void {
  useEffect(() => {
    const left = new AbortController()
    const preload = () => {
      left.abort()
      parts.forEach((part) => part.preload())
    }
    for (const sign of ['keydown', 'pointerdown']) addEventListener(sign, preload, left)
    return () => left.abort()
  }, [parts])
}
