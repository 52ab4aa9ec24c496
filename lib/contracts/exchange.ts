import { z } from 'zod'
import type { BatchResource } from './batch'
import { Act } from './decision'
import { storableText } from './text'

/** A comment of the exchange, in the version that was on screen: what is decided on it, whether it takes replies from now on, or both. */
const ExchangeItem = z
  .strictObject({ id: z.uuid(), version: z.int().min(1), act: Act.optional(), areRepliesClosed: z.boolean().optional() })
  .refine(({ act, areRepliesClosed }) => act !== undefined || areRepliesClosed !== undefined, 'decides nothing')
export type ExchangeItem = z.infer<typeof ExchangeItem>

/**
 * Body of `POST /api/v1/desk/exchanges`: a heated parent with its replies, each with its own decision, all taken at once. The answer is
 * a DecidedExchange, which is undone as one batch.
 */
export const ExchangeInput = z.strictObject({
  items: z
    .array(ExchangeItem)
    .min(1)
    .max(100)
    .refine((items) => new Set(items.map((item) => item.id)).size === items.length, 'names a comment twice'),
  note: storableText(2000).optional(),
})
export type ExchangeInput = z.infer<typeof ExchangeInput>

/** What an exchange came to: the batch, and the version each comment has by it. What was left out is not among them. */
export interface DecidedExchange extends BatchResource {
  versions: { id: string; version: number }[]
}
