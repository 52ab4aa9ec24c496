import { useCallback, useMemo, useState } from 'react'

export interface Selection {
  ids: ReadonlySet<string>
  toggle: (id: string) => void
  /** From the comment that was selected last up to this one. */
  extendTo: (id: string) => void
  selectAll: () => void
  clear: () => void
}

/** The comments that are selected, among the rows on screen. Keep `rowIds` the same array while the list is the same. */
export function useSelection(rowIds: readonly string[]): Selection {
  const [chosen, setChosen] = useState<{ ids: ReadonlySet<string>; anchor: string | null }>({ ids: new Set(), anchor: null })
  const toggle = useCallback((id: string) => {
    setChosen(({ ids }) => {
      const next = new Set(ids)
      if (!next.delete(id)) next.add(id)
      return { ids: next, anchor: id }
    })
  }, [])
  const clear = useCallback(() => setChosen({ ids: new Set(), anchor: null }), [])
  const extendTo = useCallback(
    (id: string) => {
      setChosen(({ ids, anchor }) => {
        const [from, to] = [rowIds.indexOf(anchor ?? id), rowIds.indexOf(id)].sort((a, b) => a - b)
        return { ids: new Set([...ids, ...rowIds.slice(Math.max(0, from ?? 0), (to ?? 0) + 1)]), anchor: id }
      })
    },
    [rowIds],
  )
  const selectAll = useCallback(() => setChosen({ ids: new Set(rowIds), anchor: null }), [rowIds])
  // What is no longer listed is no longer selected.
  const listed = useMemo(() => new Set(rowIds), [rowIds])
  const ids = useMemo(() => new Set([...chosen.ids].filter((id) => listed.has(id))), [chosen.ids, listed])
  return useMemo(() => ({ ids, toggle, extendTo, selectAll, clear }), [ids, toggle, extendTo, selectAll, clear])
}
