import { useQueryClient } from '@tanstack/react-query'
import { toast } from '../../ui/toast'
import type { BatchResource } from '@/lib/contracts/batch'
import { decideTogether, describeOutcomes, findUndone, runBatch } from './batch-api'
import { useFormats, useWords } from '../../words/words-context'
import { describeAct } from './decision-words'
import type { NotedAct } from './desk-act'
import { ProblemError } from '../desk-api'
import { dropBatch, noteSent, returnBatch, type TakenBatch } from './taken-batches'
import { wordError } from '../failure-words'
import type { Desk } from '../queue/use-desk'
import type { Selection } from '../queue/use-selection'

const TOAST_ID = 'batch'

/** Deciding on the selection at once: one batch, in the versions on screen, with one way back for all of it. */
export function useDecideTogether(desk: Desk, selection: Selection) {
  const t = useWords('deciding')
  const glossary = useWords('glossary')
  const shell = useWords('shell')
  const formats = useFormats()
  const reload = useReload()
  const { undo, tellNotUndone } = useUndoTogether(desk)

  /** @param from the comment to come back to when it is taken back */
  async function decideSelection(act: NotedAct, from?: string): Promise<void> {
    const chosen = selection.ids
    const rows = desk.comments.filter((row) => chosen.has(row.id)).map((row) => row.row)
    selection.clear()
    toast.loading(t('toast.batch', { act: describeAct(glossary, act), count: rows.length }), { id: TOAST_ID })
    const take = async () => {
      let batch: BatchResource | undefined
      await desk.store.decideTogether(
        rows.map((row) => ({ row, act })),
        async (items) => {
          batch = await decideTogether(desk.requests, items, act)
          const leftOut = new Set(batch.exceptions.map((one) => one.commentId))
          return new Map(items.flatMap(({ id, version }) => (leftOut.has(id) ? [] : [[id, version + 1] as const])))
        },
      )
      return batch
    }
    try {
      const taking = take()
      noteSent(
        taking.then((batch) => (batch && batch.outcomes.changed > 0 ? batch.id : null)).catch(() => null),
        rows.map((row) => row.id),
        from,
      )
      const batch = await taking
      if (batch === undefined) return
      reload()
      toast(t('toast.batchDone', { act: describeAct(glossary, act), outcomes: describeOutcomes(t, formats, batch) }), {
        id: TOAST_ID,
        duration: 15_000,
        action: { label: t('toast.undoAll'), onClick: () => void undo(batch.id) },
      })
    } catch (error) {
      selection.choose(chosen)
      toast.error(t('toast.nothingDecided'), { id: TOAST_ID, description: wordError(shell, error) })
    }
  }

  return { decideSelection, undo, tellNotUndone }
}

/** The way back for a whole batch. */
function useUndoTogether(desk: Desk) {
  const t = useWords('deciding')
  const shell = useWords('shell')
  const formats = useFormats()
  const client = useQueryClient()
  const reload = useReload()

  /** Takes a batch back, when it has arrived; until then its message says that it is on its way. Resolves to false where `z` may try again. */
  async function undo(taken: TakenBatch['id']): Promise<boolean> {
    // Meanwhile `z` takes back what was done before it.
    const batch = dropBatch(taken)
    const id = await taken
    if (id === null) return true
    try {
      const undone = await desk.requests.run(
        () => runBatch(id, 'undo', () => undefined),
        () => findUndone(id),
      )
      toast(t('toast.batchUndone', { outcomes: describeOutcomes(t, formats, undone) }), { id: TOAST_ID })
      await showUndone(undone, batch?.ids ?? [])
      reload()
      return true
    } catch (error) {
      // Refused, it will be refused again; after a fault of the server, `z` may try again.
      const isRefused = error instanceof ProblemError && error.problem.status < 500
      if (batch !== null && !isRefused) returnBatch({ ...batch, id })
      tellNotUndone(error)
      return isRefused
    }
  }

  function tellNotUndone(error: unknown): void {
    toast.error(t('toast.notUndone'), { id: TOAST_ID, description: wordError(shell, error) })
  }

  /** In its place where that can be, and nobody else had decided on any; else the list is loaded afresh. */
  async function showUndone({ outcomes }: BatchResource, ids: readonly string[]): Promise<void> {
    const putBack = async () => (await import('../queue/fresh-rows')).putBack(desk, ids)
    if (outcomes.kept === 0 && (await putBack().catch(() => false))) return
    // What could not be loaded now is loaded when the connection is back.
    if (!(await desk.refresh())) void client.invalidateQueries({ queryKey: ['queue'] })
  }

  return { undo, tellNotUndone }
}

/** Loads again what a batch may have changed besides the rows. */
function useReload(): () => void {
  const client = useQueryClient()
  return () => {
    void client.invalidateQueries({ queryKey: ['comment'] })
    void client.invalidateQueries({ queryKey: ['counts'] })
  }
}
