import { useMemo, useState } from 'react'
import type { QueueRow } from '@/lib/contracts/queue'
import { useStable } from '../use-stable'
import { foldWaves, type Folding } from './fold-waves'

export interface Waves extends Folding {
  /** Opens a wave, or folds it: the cursor goes to the row that then stands for where it was. */
  toggle: (waveId: string) => void
}

/** The waves of a list, folded until somebody opens them or is led to a comment that is in one. */
export function useWaves(rows: QueueRow[], currentId: string | null, select: (id: string) => void): Waves {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const folding = useMemo(() => foldWaves(rows, open), [rows, open])
  // A link, or an undo, leads to a comment that must be seen.
  const hiding = currentId === null ? undefined : folding.folded.get(currentId)
  if (hiding !== undefined) setOpen(new Set([...open, hiding]))
  const toggle = useStable((waveId: string) => {
    const next = new Set(open)
    if (!next.delete(waveId)) next.add(waveId)
    const { members = [] } = [...folding.waves.values()].find(({ id }) => id === waveId) ?? {}
    if (members[0] !== undefined && members.some(({ id }) => id === currentId)) select(members[0].id)
    setOpen(next)
  })
  return useMemo(() => ({ ...folding, toggle }), [folding, toggle])
}

/** The wave that a row begins, or is one of. */
export function findWave({ waves }: Folding, id: string): string | undefined {
  return [...waves.values()].find(({ members }) => members.some((member) => member.id === id))?.id
}
