import type { BatchResource } from '@/lib/contracts/batch'

/**
 * A batch that was taken on this page and stands. While it is on its way its id is a promise, of null when nothing was changed;
 * `at` is on the clock of `performance.now()`.
 */
export interface TakenBatch {
  id: string | Promise<string | null>
  at: number
  /** Where the cursor stood, if it was led on from there. */
  from?: string
  /** The comments, where they were named one by one. */
  ids?: readonly string[]
}

let taken: readonly TakenBatch[] = []

/** Notes what became of a batch: carried out it can be taken back, taken back it is forgotten. */
export function noteBatch({ id, state, outcomes }: BatchResource): void {
  dropBatch(id)
  if (state === 'done' && outcomes.changed > 0) taken = [...taken, { id, at: performance.now() }]
}

/** Notes a batch that is on its way: what is decided meanwhile comes after it, and is taken back before it. */
export function noteSent(id: Promise<string | null>, ids: readonly string[], from?: string): void {
  const sent: TakenBatch = { id, ids, at: performance.now(), ...(from === undefined ? {} : { from }) }
  taken = [...taken, sent]
  const become = (known: string | null) => {
    taken = taken.flatMap((batch) => (batch !== sent ? [batch] : known === null ? [] : [{ ...sent, id: known }]))
  }
  void id.then(become)
}

/** The batch that `z` would take back, if nothing was decided since. */
export function findLastBatch(): TakenBatch | null {
  return taken.at(-1) ?? null
}

/** Forgets one that cannot be taken back, or is about to be; returns it. */
export function dropBatch(id: TakenBatch['id']): TakenBatch | null {
  const dropped = taken.find((batch) => batch.id === id) ?? null
  taken = taken.filter((batch) => batch !== dropped)
  return dropped
}

/** Puts one back that was not taken back after all. */
export function returnBatch(batch: TakenBatch): void {
  taken = [...taken, batch].sort((a, b) => a.at - b.at)
}

/** A desk that is opened anew knows of none, as it knows of no decisions. */
export function forgetBatches(): void {
  taken = []
}
