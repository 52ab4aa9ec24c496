import type { BatchItemNow } from '../../db/decision/batch'

/** Comments that are locked and written at once. */
const LOT_SIZE = 1000

interface Lot {
  items: readonly BatchItemNow[]
}

interface LotWork<Of extends Lot> {
  /** The items after a comment, so many at most, held until the transaction ends. */
  fetch: (after: string | null, limit: number) => Promise<Of>
  /** What is to be written of a lot; given back as what writes it. */
  judge: (lot: Of) => Promise<() => Promise<unknown>>
  /** Is told after each lot how many are written. */
  tell: (done: number) => void
}

/**
 * Works on a batch lot by lot. While the database writes one, the next, which was fetched before, is judged: otherwise each would wait for
 * the other.
 */
export async function workInLots<Of extends Lot>({ fetch, judge, tell }: LotWork<Of>): Promise<void> {
  let done = 0
  let writing: Promise<void> | null = null
  const write = async (work: () => Promise<unknown>, size: number) => {
    await work()
    tell((done += size))
  }
  for (let next: Promise<Of> | null = fetch(null, LOT_SIZE); next !== null;) {
    const lot: Of = await next
    const { length } = lot.items
    next = length === LOT_SIZE ? fetch(lot.items.at(-1)?.commentId ?? null, LOT_SIZE) : null
    // Waited for in a moment; by then the transaction may have failed otherwise.
    next?.catch(() => undefined)
    const work = await judge(lot)
    await writing
    writing = length > 0 ? write(work, length) : null
    writing?.catch(() => undefined)
  }
  await writing
}
