import type { QueueRow } from '@/lib/contracts/queue'

/** Near-duplicates of which several stand in one list: the first of them stands for all while it is folded. */
export interface ListedWave {
  id: string
  /** Those in the list that nobody had decided when it was loaded, in its order. */
  members: readonly QueueRow[]
  isOpen: boolean
}

export interface Folding {
  /** The rows that are drawn, in the list's order; the list itself when nothing is folded. */
  shown: QueueRow[]
  /** Each wave by the comment that begins it. */
  waves: ReadonlyMap<string, ListedWave>
  /** What is folded: the wave it is under. */
  folded: ReadonlyMap<string, string>
}

/**
 * Folds each wave of a list into its first row, except those that are open. What is decided already stays a row of its own. It is
 * done with the pages that are loaded: a statement that folded them would read past the end of its page, and so would its cursor.
 */
export function foldWaves(rows: QueueRow[], open: ReadonlySet<string>): Folding {
  const byWave = new Map<string, QueueRow[]>()
  for (const row of rows) {
    if (row.wave === null || !isUndecided(row)) continue
    const members = byWave.get(row.wave.id)
    if (members) members.push(row)
    else byWave.set(row.wave.id, [row])
  }
  const waves = new Map<string, ListedWave>()
  const folded = new Map<string, string>()
  for (const [id, members] of byWave) {
    const [first, ...others] = members
    if (first === undefined || others.length === 0) continue
    waves.set(first.id, { id, members, isOpen: open.has(id) })
    if (!open.has(id)) for (const row of others) folded.set(row.id, id)
  }
  return { shown: folded.size === 0 ? rows : rows.filter((row) => !folded.has(row.id)), waves, folded }
}

function isUndecided({ state: { isReviewed, status } }: QueueRow): boolean {
  return !isReviewed && (status === 'pending' || status === 'published')
}
