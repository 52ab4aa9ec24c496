import { z } from 'zod'

/** One line that `npm run score` reads. */
export const ScoreLine = z.object({
  id: z.union([z.string(), z.number()]),
  body: z.string().max(500_000),
  parent: z.string().max(500_000).nullish(),
  article: z.object({ title: z.string().max(10_000).default(''), body: z.string().max(2_000_000).default('') }).nullish(),
})
export type ScoreLine = z.infer<typeof ScoreLine>
