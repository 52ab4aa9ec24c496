import { useCallback, useMemo, useState } from 'react'
import type { ListedWave } from './fold-waves'

export interface Selection {
  ids: ReadonlySet<string>
  toggle: (id: string) => void
  /** From the comment that was selected last up to this one. */
  extendTo: (id: string) => void
  /** All that is loaded, or nothing where all of it is selected. */
  toggleAll: () => void
  choose: (ids: ReadonlySet<string>) => void
  clear: () => void
}

interface Chosen {
  ids: ReadonlySet<string>
  anchor: string | null
  /** What colleagues had decided when it was chosen. */
  heard: Heard
}

/** The latest decision of a colleague on each comment. */
type Heard = ReadonlyMap<string, object>

/**
 * The comments that are selected, among the rows on screen. A row that stands for several selects them all. What a colleague decides
 * on afterwards is no longer selected: who overrules them has seen it. Keep `rowIds` and `waves` the same while the list is the same.
 */
export function useSelection(rowIds: readonly string[], waves: ReadonlyMap<string, ListedWave>, heard: Heard): Selection {
  const [chosen, setChosen] = useState<Chosen>({ ids: new Set(), anchor: null, heard })
  const standFor = useCallback(
    (id: string): readonly string[] => {
      const wave = waves.get(id)
      return wave === undefined || wave.isOpen ? [id] : wave.members.map((member) => member.id)
    },
    [waves],
  )
  const choose = useCallback(
    (change: (ids: ReadonlySet<string>, anchor: string | null) => Omit<Chosen, 'heard'>) =>
      setChosen((last) => ({ ...change(new Set(keepUnheard(last, heard)), last.anchor), heard })),
    [heard],
  )
  const toggle = useCallback(
    (id: string) => {
      choose((ids) => {
        const meant = standFor(id)
        if (!ids.has(id)) return { ids: new Set([...ids, ...meant]), anchor: id }
        return { ids: new Set([...ids].filter((one) => !meant.includes(one))), anchor: id }
      })
    },
    [choose, standFor],
  )
  const clear = useCallback(() => choose(() => ({ ids: new Set(), anchor: null })), [choose])
  const extendTo = useCallback(
    (id: string) => {
      choose((ids, anchor) => {
        const [from, to] = [rowIds.indexOf(anchor ?? id), rowIds.indexOf(id)].sort((a, b) => a - b)
        const reached = rowIds.slice(Math.max(0, from ?? 0), (to ?? 0) + 1)
        return { ids: new Set([...ids, ...reached.flatMap(standFor)]), anchor: id }
      })
    },
    [choose, rowIds, standFor],
  )
  const chooseAll = useCallback((ids: ReadonlySet<string>) => choose(() => ({ ids, anchor: null })), [choose])
  // What is no longer listed is no longer selected.
  const listed = useMemo(() => new Set(rowIds.flatMap(standFor)), [rowIds, standFor])
  const ids = useStanding(chosen, heard, listed)
  const toggleAll = useCallback(() => chooseAll(ids.size < listed.size ? listed : new Set()), [chooseAll, ids, listed])
  return useMemo(
    () => ({ ids, toggle, extendTo, toggleAll, choose: chooseAll, clear }),
    [ids, toggle, extendTo, toggleAll, chooseAll, clear],
  )
}

function useStanding(chosen: Chosen, heard: Heard, listed: ReadonlySet<string>): ReadonlySet<string> {
  return useMemo(() => new Set(keepUnheard(chosen, heard).filter((id) => listed.has(id))), [chosen, heard, listed])
}

function keepUnheard(chosen: Chosen, heard: Heard): string[] {
  return [...chosen.ids].filter((id) => chosen.heard.get(id) === heard.get(id))
}
