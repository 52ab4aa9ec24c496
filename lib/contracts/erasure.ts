import { z } from 'zod'

/** The progress of an erasure. Nothing in it says who the commenter was. */
export const Erasure = z.object({
  id: z.uuid(),
  state: z.enum(['running', 'done']).describe('running: their name is already gone, and their comments follow.'),
  comments: z.int().min(0).describe('Comments that were here when the erasure was requested.'),
  erased: z.int().min(0).describe('How many of them have been erased so far.'),
  erasedAt: z.iso.datetime().describe('What they wrote until then is erased, even if it arrives later.'),
  finishedAt: z.iso.datetime().nullable(),
})
export type Erasure = z.infer<typeof Erasure>

/** Answer of `GET /api/v1/desk/commenters/{id}/erasure`: what would be erased. */
export interface ErasurePreview {
  name: string
  counts: {
    comments: number
    earlierTexts: number
    appeals: number
    reportsMade: number
    notes: number
    /** Saved views that name them; whoever saved these would have to change them. */
    views: number
  }
}

/** Body of `POST /api/v1/desk/commenters/{id}/erasure`: their name, typed. */
export const ErasureInput = z.strictObject({ name: z.string().max(400) })
export type ErasureInput = z.infer<typeof ErasureInput>
