import type { BatchInput, BatchPreview, BatchProgress, BatchResource } from '@/lib/contracts/batch'
import type { DecidedExchange, ExchangeInput } from '@/lib/contracts/exchange'
import type { Problem } from '@/lib/contracts/problem'
import type { Formats } from '../../words/formats'
import type { Words } from '../../words/rooms'
import { nameSender, ProblemError, sendDesk, UnreachableError } from '../desk-api'
import { toInput, type NotedAct } from './desk-act'
import type { HeldRequests } from './held-requests'
import { noteBatch } from './taken-batches'

/** Asks what a batch would do. @throws ProblemError, UnreachableError; so do all below */
export const previewBatch = (input: BatchInput) => sendDesk<BatchPreview>('POST', 'batches', input)

/**
 * Decides on named comments at once, without a preview: they are on screen. Waits for the connection; sent again it is the same
 * batch, since the request has a name (Idempotency-Key) by which the server gives the answer that was lost.
 */
export function decideTogether(requests: HeldRequests, items: { id: string; version: number }[], act: NotedAct): Promise<BatchResource> {
  const name = crypto.getRandomValues(new Uint32Array(4)).join('-')
  const input: BatchInput = { of: { kind: 'comments', items }, ...toInput(act), isStarted: true }
  const send = () => sendDesk<BatchResource>('POST', 'batches', input, { 'idempotency-key': name })
  // The first is still being carried out.
  const findEarlier = () => new Promise((resolve) => setTimeout(resolve, CARRIED_OUT_MS)).then(send)
  return requests.run(send, findEarlier, items.length)
}

const CARRIED_OUT_MS = 3000

/** Decides on the comments of an exchange, each by itself and all at once. */
export async function decideExchange(items: ExchangeInput['items']): Promise<DecidedExchange> {
  const batch = await sendDesk<DecidedExchange>('POST', 'exchanges', { items })
  noteBatch(batch)
  return batch
}

/** Carries a batch out or takes it back, telling how far it is. */
export async function runBatch(id: string, what: 'start' | 'undo', onProgress: (progress: BatchProgress) => void): Promise<BatchResource> {
  const response = await fetch(`/api/v1/desk/batches/${id}/${what}`, { method: 'POST', headers: nameSender() }).catch(() => {
    throw new UnreachableError()
  })
  if (response.body === null || !response.ok) throw new ProblemError((await response.json()) as Problem)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  let last: BatchProgress | BatchResource | Problem | null = null
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new UnreachableError(true)
    })
    const lines = (rest + (value ?? '')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      last = JSON.parse(line) as BatchProgress | BatchResource | Problem
      if ('done' in last) onProgress(last)
    }
    if (done) break
  }
  if (last === null || 'done' in last) throw new UnreachableError(true)
  if ('status' in last) throw new ProblemError(last)
  noteBatch(last)
  return last
}

/** The batch, if it was taken back although nobody was told. @throws ProblemError, UnreachableError */
export async function findUndone(id: string): Promise<BatchResource | null> {
  const batch = await sendDesk<BatchResource>('GET', `batches/${id}`)
  if (batch.state !== 'undone') return null
  noteBatch(batch)
  return batch
}

/** "12 decided, 1 already so, 2 decided by others since": what became of a batch. */
export function describeOutcomes(t: Words<'deciding'>, formats: Formats, { outcomes, state }: BatchResource): string {
  const names = state === 'undone' ? (['restored', 'kept'] as const) : (['changed', 'unchanged', 'conflict', 'removed'] as const)
  const told = names.filter((name) => outcomes[name] > 0).map((name) => t(`outcome.${name}`, { count: outcomes[name] }))
  return told.length > 0 ? formats.list(told) : t('outcome.none')
}
