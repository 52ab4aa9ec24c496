import { z } from 'zod'

/** An error as RFC 9457 describes it; media type application/problem+json. */
export const Problem = z.object({
  type: z.string().describe('A relative reference naming the kind of problem, such as /problems/conflict.'),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('What is wrong, in a sentence.'),
  errors: z
    .array(z.object({ pointer: z.string(), detail: z.string() }))
    .exactOptional()
    .describe('JSON pointers into the request and what is wrong at each; the first 20.'),
  conflict: z
    .object({ by: z.string(), kind: z.string(), at: z.string(), version: z.int() })
    .exactOptional()
    .describe('Who decided first, what and when, and the current version.'),
})
export type Problem = z.infer<typeof Problem>

/** A JSON pointer (RFC 6901) to the place that a path of keys and positions leads to. */
export function toPointer(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
