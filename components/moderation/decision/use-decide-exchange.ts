import { useQueryClient } from '@tanstack/react-query'
import type { BatchResource } from '@/lib/contracts/batch'
import type { ExchangeInput } from '@/lib/contracts/exchange'
import { toast } from '../../ui/toast'
import { useFormats, useWords } from '../../words/words-context'
import { UnreachableError } from '../desk-api'
import type { Desk } from '../queue/use-desk'
import { decideExchange, describeOutcomes } from './batch-api'
import type { useDecide } from './use-decide'

/**
 * Decides on each comment of an exchange by itself and all at once; those that are listed show it at once, and the cursor goes on. What it
 * came to is told with the way back, unless something was left out: then the batch tells it, and the cursor stays.
 */
export function useDecideExchange(desk: Desk, { leave, undoBatch }: Pick<ReturnType<typeof useDecide>, 'leave' | 'undoBatch'>) {
  const t = useWords('deciding')
  const formats = useFormats()
  const client = useQueryClient()

  /** @throws ProblemError, UnreachableError: then nothing was decided */
  return async function decide(items: ExchangeInput['items']): Promise<BatchResource> {
    const chosen = new Map(items.map((item) => [item.id, item]))
    const listed = desk.comments.flatMap(({ id, row }) => {
      const { act } = chosen.get(id) ?? {}
      return act === undefined ? [] : [{ row, act }]
    })
    let batch: BatchResource | undefined
    await desk.store.decideTogether(listed, async (standing) => {
      const versions = new Map(standing.map(({ id, version }) => [id, version]))
      const decided = await decideExchange(items.map((item) => ({ ...item, version: Math.max(item.version, versions.get(item.id) ?? 0) })))
      batch = decided
      return new Map(decided.versions.map(({ id, version }) => [id, version]))
    })
    if (batch === undefined) throw new UnreachableError()
    void client.invalidateQueries({ queryKey: ['comment'] })
    void client.invalidateQueries({ queryKey: ['counts'] })
    if (batch.exceptions.length > 0) return batch
    const { id } = batch
    toast(t('exchange.decided'), {
      id: 'batch',
      description: t('outcome.sentence', { outcomes: describeOutcomes(t, formats, batch) }),
      duration: 15_000,
      action: { label: t('toast.undoAll'), onClick: () => void undoBatch(id) },
    })
    leave(new Set(items.flatMap(({ id, act }) => (act === undefined ? [] : [id]))))
    return batch
  }
}
