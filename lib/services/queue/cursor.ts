import { z } from 'zod'
import { DomainError } from '../../domain/errors'

// PostgreSQL's times begin in 4713 BC, after this; 18 digits reach the year 33658.
const EARLIEST = -210_000_000_000_000_000n

/** Where a page ended: `orderedAt` in microseconds since 1970, exact and therefore text, and the comment's id. */
const QueuePosition = z.object({
  orderedAt: z
    .string()
    .regex(/^-?\d{1,18}$/, { abort: true })
    .refine((text) => BigInt(text) > EARLIEST),
  id: z.uuid(),
})
type QueuePosition = z.infer<typeof QueuePosition>

/** The position as text that callers hand back and need not understand. */
export function writeCursor(position: QueuePosition): string {
  return Buffer.from(`${position.orderedAt} ${position.id}`).toString('base64url')
}

/** The position a cursor stands for. @throws DomainError invalid_input when we did not write it */
export function readCursor(cursor: string): QueuePosition {
  const [orderedAt, id, ...rest] = Buffer.from(cursor, 'base64url').toString().split(' ')
  const position = QueuePosition.safeParse({ orderedAt, id })
  if (position.success && rest.length === 0) return position.data
  throw new DomainError('invalid_input', 'This cursor does not come from us. Begin at the first page again.', {
    problems: [{ path: ['cursor'], message: 'is not a cursor of this queue' }],
  })
}
