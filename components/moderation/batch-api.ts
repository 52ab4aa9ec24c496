import type { BatchInput, BatchPreview, BatchProgress, BatchResource } from '@/lib/contracts/batch'
import type { Problem } from '@/lib/contracts/problem'
import { ProblemError, sendDesk, UnreachableError } from './desk-api'

/** Asks what a batch would do. @throws ProblemError, UnreachableError; so do all below */
export const previewBatch = (input: BatchInput) => sendDesk<BatchPreview>('POST', 'batches', input)

/** Decides on named comments at once, without a preview: they are on screen. */
export const decideTogether = (input: BatchInput) => sendDesk<BatchResource>('POST', 'batches', { ...input, isStarted: true })

/** Carries a batch out or takes it back, telling how far it is. */
export async function runBatch(id: string, what: 'start' | 'undo', onProgress: (progress: BatchProgress) => void): Promise<BatchResource> {
  const response = await fetch(`/api/v1/desk/batches/${id}/${what}`, { method: 'POST' }).catch(() => {
    throw new UnreachableError('The server could not be reached.')
  })
  if (response.body === null || !response.ok) throw new ProblemError((await response.json()) as Problem)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  let last: BatchProgress | BatchResource | Problem | null = null
  for (;;) {
    const { done, value } = await reader.read()
    const lines = (rest + (value ?? '')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      last = JSON.parse(line) as BatchProgress | BatchResource | Problem
      if ('done' in last) onProgress(last)
    }
    if (done) break
  }
  if (last === null || 'done' in last)
    throw new UnreachableError('The connection broke before the end. Look at the decision log to see what became of it.')
  if ('status' in last) throw new ProblemError(last)
  return last
}

/** "12 decided, 1 already so, 2 decided by others since": what became of a batch. */
export function describeOutcomes({ outcomes, state }: BatchResource): string {
  const parts: [number, string][] =
    state === 'undone'
      ? [
          [outcomes.restored, 'taken back'],
          [outcomes.kept, 'kept: changed since'],
        ]
      : [
          [outcomes.changed, 'decided'],
          [outcomes.unchanged, 'already so'],
          [outcomes.conflict, 'changed by others since'],
          [outcomes.removed, 'deleted at source'],
        ]
  const told = parts.filter(([count]) => count > 0).map(([count, words]) => `${count.toLocaleString('en')} ${words}`)
  return told.length > 0 ? told.join(', ') : 'nothing to change'
}
