import { z } from 'zod'
import type { QueueRow } from './queue'
import { filledText } from './text'

/** Query of `GET /api/v1/desk/search`. */
export const SearchQuery = z.object({
  q: filledText(200),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type SearchQuery = z.infer<typeof SearchQuery>

/** Its answer: the newest first. */
export interface SearchAnswer {
  rows: QueueRow[]
  now: string
}
