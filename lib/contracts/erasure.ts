import { z } from 'zod'

/** What erasing a commenter has come to. Nothing in it says who it was. */
export const Erasure = z.object({
  id: z.uuid(),
  state: z.enum(['running', 'done']).describe('running: their name is gone already, and their comments follow.'),
  comments: z.int().min(0).describe('Comments that were here when it was asked for.'),
  erased: z.int().min(0).describe('How many of them are erased by now.'),
  erasedAt: z.iso.datetime().describe('What they wrote until then is erased, also where it arrives later.'),
  finishedAt: z.iso.datetime().nullable(),
})
export type Erasure = z.infer<typeof Erasure>
