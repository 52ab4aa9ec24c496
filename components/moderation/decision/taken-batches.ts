import type { BatchResource } from '@/lib/contracts/batch'

/** A batch that was carried out from this page and stands; `at` is on the clock of `performance.now()`. */
interface TakenBatch {
  id: string
  at: number
}

let taken: readonly TakenBatch[] = []

/** Notes what became of a batch: carried out it can be taken back, taken back it is forgotten. */
export function noteBatch({ id, state, outcomes }: BatchResource): void {
  dropBatch(id)
  if (state === 'done' && outcomes.changed > 0) taken = [...taken, { id, at: performance.now() }]
}

/** The batch that `z` would take back, if nothing was decided since. */
export function findLastBatch(): TakenBatch | null {
  return taken.at(-1) ?? null
}

/** Forgets one that cannot be taken back, or is about to be; returns it. */
export function dropBatch(id: string): TakenBatch | null {
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
