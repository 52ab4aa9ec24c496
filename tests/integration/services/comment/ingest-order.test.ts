import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ingestComments } from '@/lib/services/comment/ingest'
import { makeArticle } from '@/tests/factories/article'
import { makeSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'

interface Message {
  externalId: string
  articleExternalId: string
  parentExternalId: string | null
  body: string
  revision: number
}

/** Comments 0…n, each replying to an earlier one or to nobody, each with some revisions. */
const discussion = fc
  .array(fc.record({ parent: fc.option(fc.nat(10), { freq: 3 }), revisions: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((comments) =>
    comments.flatMap(({ parent, revisions }, index) => {
      const parentExternalId = parent === null || index === 0 ? null : `c${parent % index}`
      return Array.from({ length: revisions }, (_, revision): Message => {
        return { externalId: `c${index}`, articleExternalId: 'a', parentExternalId, body: `Text ${revision} of ${index}`, revision }
      })
    }),
  )

/** The same messages in another order, cut into arrays. */
const shuffled = discussion.chain((messages) =>
  fc.record({
    messages: fc.constant(messages),
    order: fc.shuffledSubarray(messages, { minLength: messages.length }),
    size: fc.integer({ min: 1, max: messages.length }),
  }),
)

async function tell(messages: Message[], size: number) {
  const site = await makeSite()
  await makeArticle(site, { externalId: 'a' })
  for (let from = 0; from < messages.length; from += size) {
    const { counts } = await ingestComments(site.asKey('ingest'), messages.slice(from, from + size))
    expect(counts.invalid).toBe(0)
  }
  const rows = Object.values(await readComments(site))
  return rows.map(({ externalId, parent, depth, body, sourceRevision }) => ({ externalId, parent, depth, body, sourceRevision }))
}

it('any order of creations, edits and replies ends in the same tree with the same texts', async () => {
  await fc.assert(
    fc.asyncProperty(shuffled, async ({ messages, order, size }) => {
      expect(await tell(order, size)).toEqual(await tell(messages, 1000))
    }),
    { numRuns: 200 },
  )
})
