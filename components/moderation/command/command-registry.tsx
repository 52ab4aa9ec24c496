'use client'

import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react'
import type { PaletteCommand } from './command-palette'

interface Registry {
  /** What the page on screen can do; one page at a time. */
  set: (read: () => PaletteCommand[]) => () => void
  read: () => PaletteCommand[]
}

const Context = createContext<Registry>({ set: () => () => undefined, read: () => [] })

/** Where a page says what it can do, for the command palette, which is everywhere. */
export function CommandRegistry({ children }: { children: ReactNode }) {
  const current = useRef<() => PaletteCommand[]>(() => [])
  const registry = useMemo<Registry>(
    () => ({
      set: (read) => {
        current.current = read
        return () => {
          if (current.current === read) current.current = () => []
        }
      },
      read: () => current.current(),
    }),
    [],
  )
  return <Context value={registry}>{children}</Context>
}

export function useCommandRegistry(): Registry {
  return useContext(Context)
}

/** Says what this page can do while it is on screen; asked for when the palette opens. */
export function useCommands(list: () => PaletteCommand[]): void {
  const registry = useCommandRegistry()
  const latest = useRef(list)
  useEffect(() => {
    latest.current = list
  })
  useEffect(() => registry.set(() => latest.current()), [registry])
}
