import { useCallback, useMemo, useState } from 'react'
import type { ListedWave } from './fold-waves'

export interface Selection {
  ids: ReadonlySet<string>
  toggle: (id: string) => void
  /** From the comment that was selected last up to this one. */
  extendTo: (id: string) => void
  choose: (ids: ReadonlySet<string>) => void
  clear: () => void
}

/**
 * The comments that are selected, among the rows on screen. A row that stands for several selects them all. Keep `rowIds` and
 * `waves` the same while the list is the same.
 */
export function useSelection(rowIds: readonly string[], waves: ReadonlyMap<string, ListedWave>): Selection {
  const [chosen, setChosen] = useState<{ ids: ReadonlySet<string>; anchor: string | null }>({ ids: new Set(), anchor: null })
  const standFor = useCallback(
    (id: string): readonly string[] => {
      const wave = waves.get(id)
      return wave === undefined || wave.isOpen ? [id] : wave.members.map((member) => member.id)
    },
    [waves],
  )
  const toggle = useCallback(
    (id: string) => {
      setChosen(({ ids }) => {
        const meant = standFor(id)
        if (!ids.has(id)) return { ids: new Set([...ids, ...meant]), anchor: id }
        return { ids: new Set([...ids].filter((one) => !meant.includes(one))), anchor: id }
      })
    },
    [standFor],
  )
  const clear = useCallback(() => setChosen({ ids: new Set(), anchor: null }), [])
  const extendTo = useCallback(
    (id: string) => {
      setChosen(({ ids, anchor }) => {
        const [from, to] = [rowIds.indexOf(anchor ?? id), rowIds.indexOf(id)].sort((a, b) => a - b)
        const reached = rowIds.slice(Math.max(0, from ?? 0), (to ?? 0) + 1)
        return { ids: new Set([...ids, ...reached.flatMap(standFor)]), anchor: id }
      })
    },
    [rowIds, standFor],
  )
  const choose = useCallback((ids: ReadonlySet<string>) => setChosen({ ids, anchor: null }), [])
  // What is no longer listed is no longer selected.
  const listed = useMemo(() => new Set(rowIds.flatMap(standFor)), [rowIds, standFor])
  const ids = useMemo(() => new Set([...chosen.ids].filter((id) => listed.has(id))), [chosen.ids, listed])
  return useMemo(() => ({ ids, toggle, extendTo, choose, clear }), [ids, toggle, extendTo, choose, clear])
}
