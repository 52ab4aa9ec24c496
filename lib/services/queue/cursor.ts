import { z } from 'zod'
import { DomainError } from '../../domain/errors'
import { QUEUE_SORTS, type QueueSort } from '../../domain/queues'

// PostgreSQL's times begin in 4713 BC, after this; 18 digits reach the year 33658.
const EARLIEST = -210_000_000_000_000_000n

const Microseconds = z
  .string()
  .regex(/^-?\d{1,18}$/, { abort: true })
  .refine((text) => BigInt(text) > EARLIEST)
const Decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,20})?(e[+-]?\d{1,2})?$/)

const placeBy = (key: z.ZodType<string>) => z.object({ key, id: z.uuid() })
const BY_TIME = placeBy(Microseconds)
const BY_DECIMAL = placeBy(Decimal)

/** A place by the key that a queue is ordered by, exact and therefore text. Made once: making one takes as long as a third of a page. */
const PLACES: Record<QueueSort, ReturnType<typeof placeBy>> = {
  oldest: BY_TIME,
  newest: BY_TIME,
  priority: BY_DECIMAL,
  score: BY_DECIMAL,
  activity: BY_TIME,
  reports: placeBy(z.string().regex(/^\d{1,9}$/)),
}

/** Where a page ended, in the order it was read in. */
interface Cursor {
  sort: QueueSort
  key: string
  id: string
}

/** The place as text that callers hand back and need not understand. */
export function writeCursor({ sort, key, id }: Cursor): string {
  return Buffer.from(`${sort} ${key} ${id}`).toString('base64url')
}

/** The place a cursor stands for. @throws DomainError invalid_input when we did not write it, or for another order */
export function readCursor(cursor: string, sort: QueueSort): Omit<Cursor, 'sort'> {
  const [named, key, id, ...rest] = Buffer.from(cursor, 'base64url').toString().split(' ')
  const isOurs = QUEUE_SORTS.some((known) => known === named) && named === sort
  const position = PLACES[sort].safeParse({ key, id })
  if (isOurs && position.success && rest.length === 0) return position.data
  throw new DomainError('invalid_input', 'This cursor is not one of ours. Start again at the first page.', {
    problems: [{ path: ['cursor'], message: 'is not a cursor of this list in this order' }],
  })
}
