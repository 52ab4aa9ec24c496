import { z } from 'zod'

function textUpTo(most: number) {
  return z.string().max(most, `is longer than ${most.toLocaleString('en')} characters`)
}

/** A text that may be left out. */
function optionalText(most: number) {
  return textUpTo(most)
    .nullish()
    .transform((text) => text ?? '')
}

const TOO_LARGE = 'is too large a number to be given back as it is: write it as a text'
/** The last places of a greater number are lost while JSON is read: it would come back as another. */
const keptNumber = z.number().min(Number.MIN_SAFE_INTEGER, TOO_LARGE).max(Number.MAX_SAFE_INTEGER, TOO_LARGE)

/** One line that `npm run score` reads. */
export const ScoreLine = z.object({
  id: z.union([z.string(), keptNumber], {
    error: ({ input }) => (input === undefined ? 'is missing' : 'is neither a text nor a number'),
  }),
  body: textUpTo(500_000),
  parent: textUpTo(500_000).nullish(),
  article: z.object({ title: optionalText(10_000), body: optionalText(2_000_000) }, 'is not an object with title and body').nullish(),
})
export type ScoreLine = z.infer<typeof ScoreLine>
