import { useMemo, useState } from 'react'
import type { QueueRow } from '@/lib/contracts/queue'
import { createRowMerger, mergeRow, summariseRows } from './desk-row'
import type { useDecided } from './use-decided'
import type { Waves } from './use-waves'

interface Known extends Pick<ReturnType<typeof useDecided>, 'entries' | 'heard'> {
  served: readonly QueueRow[]
  waves: Waves
  currentId: string | null
  /** The comment under the cursor as it came with its context. */
  seen: QueueRow | undefined
}

/** The rows as they are drawn: what the server sent, with what happened here and elsewhere since; and which of them the cursor is at. */
export function useDeskRows({ served, waves, currentId, seen, entries, heard }: Known) {
  /** Where each comment stands in the list as it was sent. */
  const listed = useMemo(() => new Map(served.map((row, index) => [row.id, index])), [served])
  const ids = useMemo(() => waves.shown.map((row) => row.id), [waves.shown])
  /** Where each row stands among those that are drawn. */
  const places = useMemo(() => new Map(ids.map((id, index) => [id, index])), [ids])
  // A row that was loaded again for its context may be newer than the list; else moving the cursor changes no row.
  const newer = seen !== undefined && seen.version > (served[listed.get(seen.id) ?? -1]?.version ?? seen.version) ? seen : undefined
  const [merge] = useState(createRowMerger)
  const comments = useMemo(
    () => served.map((row) => merge(row.id === newer?.id ? newer : row, entries.get(row.id), heard.get(row.id), row.version)),
    [merge, served, newer, entries, heard],
  )
  const { folded } = waves
  const rows = useMemo(() => (folded.size === 0 ? comments : comments.filter((row) => !folded.has(row.id))), [comments, folded])
  const index = currentId === null ? -1 : (places.get(currentId) ?? -1)
  const elsewhere = useMemo(
    () => (index < 0 && seen && seen.id === currentId ? mergeRow(seen, entries.get(seen.id)) : null),
    [index, seen, currentId, entries],
  )
  const summary = useMemo(() => summariseRows(comments), [comments])
  /** Which of the queue's comments the cursor is at; those that are folded count. */
  const ordinal = currentId === null ? undefined : listed.get(currentId)
  return { comments, ids, places, rows, index, current: rows[index] ?? elsewhere, summary, ordinal }
}
