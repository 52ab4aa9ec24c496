'use client'

import { createContext, use, useMemo, useState, type ReactNode } from 'react'

/** As many as a comparison can hold. */
export const MOST_CHOSEN = 5

interface ChosenArticles {
  ids: readonly string[]
  toggle: (id: string) => void
  clear: () => void
}

const Context = createContext<ChosenArticles>({ ids: [], toggle: () => undefined, clear: () => undefined })

/** Remembers which articles of the list are to be compared. */
export function ChosenArticlesProvider({ children }: { children: ReactNode }) {
  const [ids, setIds] = useState<readonly string[]>([])
  const chosen = useMemo<ChosenArticles>(
    () => ({
      ids,
      toggle: (id) => setIds((now) => (now.includes(id) ? now.filter((one) => one !== id) : now.length < MOST_CHOSEN ? [...now, id] : now)),
      clear: () => setIds([]),
    }),
    [ids],
  )
  return <Context value={chosen}>{children}</Context>
}

/** The articles that are chosen, and how to choose others. */
export function useChosenArticles(): ChosenArticles {
  return use(Context)
}
