import { z } from 'zod'
import { Act } from './decision'
import { storableText } from './text'

/**
 * Body of `POST /api/v1/desk/exchanges`: a heated parent with its replies, each with its own decision, all taken at once, each on
 * the version that was on screen. The answer is the batch, which is undone as one.
 */
export const ExchangeInput = z.strictObject({
  items: z
    .array(z.strictObject({ id: z.uuid(), version: z.int().min(1), act: Act }))
    .min(1)
    .max(100)
    .refine((items) => new Set(items.map((item) => item.id)).size === items.length, 'names a comment twice'),
  note: storableText(2000).optional(),
})
export type ExchangeInput = z.infer<typeof ExchangeInput>
