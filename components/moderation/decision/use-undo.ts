import type { Desk } from '../queue/use-desk'
import { useStable } from '../use-stable'
import type { TakenDecision } from './decision-store'
import { findLastHanded } from './handed'
import { findLastBatch } from './taken-batches'
import type { Undoing } from './undo-earlier'

/** Taking back what was done last, or the latest decision on a comment. */
export function useUndo(desk: Desk, ways: Undoing): (id?: string) => Promise<void> {
  const { store, select } = desk
  const { say, recount, undoBatch } = ways

  /** What was done since that instant to many at once; null where nothing was. */
  function undoTogether(since: number): Promise<unknown> | null {
    const batch = findLastBatch()
    const handed = findLastHanded()
    if (handed !== null && handed.at > Math.max(since, batch?.at ?? 0)) {
      if (handed.from !== null) select(handed.from)
      return handed.takeBack()
    }
    if (batch === null || batch.at <= since) return null
    if (batch.from !== undefined) select(batch.from)
    return undoBatch(batch.id)
  }

  async function undoDecision({ id, before }: TakenDecision): Promise<void> {
    select(id)
    const retract = say.undone(before.row.commenter)
    const result = await store.undo(id)
    recount(id)
    if (result?.isUndone !== false) return bringBack(id)
    retract()
    if (store.getEntries().get(id)?.notice?.kind === 'undo_failed') say.notUndone(before.row)
  }

  /** The list may have been loaded afresh while the comment was decided: where it belongs into it again, it is to stand there. */
  const bringBack = useStable((id: string) => {
    if (!desk.comments.some((row) => row.id === id)) void desk.refresh(id)
  })

  return async (id) => {
    const last = store.findUndoable(id)
    // What was done last is taken back first, be it one decision or many.
    const together = id === undefined ? undoTogether(last?.at ?? 0) : null
    if (together !== null) return void (await together)
    if (last !== null) return undoDecision(last)
    if (id !== undefined) return say.nothing()
    // This page knows of nothing: what was decided before it was opened is in the log.
    return import('./undo-earlier').then((there) => there.undoEarlier({ ...ways, desk }), ways.tellNotUndone)
  }
}
