import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DELETE, PATCH } from '@/app/api/v1/comments/[externalId]/route'
import { POST as POST_BULK } from '@/app/api/v1/comments/bulk/route'
import { POST } from '@/app/api/v1/comments/route'
import { apiRequest, makeKey } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { makeSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'

/** What a source tells of one comment. */
interface Message {
  kind: 'post' | 'patch' | 'delete'
  id: string
  revision: number
  parent: string | null
  postedAt: string | null
}

/** By which door a comment is sent. */
type Door = 'single' | 'array' | 'stream'
const DOORS: readonly Door[] = ['single', 'array', 'stream']
const SENDERS = 3

/** Revisions with gaps, as a source's counters and clocks make them; some are milliseconds since 1970. */
const revisions = fc.uniqueArray(fc.oneof(fc.nat({ max: 50 }), fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 })), {
  minLength: 1,
  maxLength: 5,
})
const step = fc.record({
  kind: fc.constantFrom('post', 'post', 'patch', 'delete' as const),
  /** The source's clock may be years behind; ahead it would be refused. */
  postedAt: fc.option(fc.date({ min: new Date('1999-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }), { nil: null }),
})
const life = fc.record({
  revisions,
  steps: fc.array(step, { minLength: 5, maxLength: 5 }),
  parent: fc.option(fc.nat({ max: 5 }), { nil: null }),
})

const run = fc
  .array(life, { minLength: 2, maxLength: 6 })
  .map((lives) => lives.flatMap((one, index) => tell(one, index)))
  .chain((messages) => {
    const repeated = messages.flatMap((message, at) => (at % 3 === 0 ? [message, message] : [message]))
    const shuffled = fc.shuffledSubarray(repeated, { minLength: repeated.length })
    const doors = fc.array(fc.constantFrom(...DOORS), { minLength: repeated.length, maxLength: repeated.length })
    return fc.record({ messages: fc.constant(messages), order: shuffled, doors })
  })

function tell({ revisions, steps, parent }: typeof life extends fc.Arbitrary<infer Life> ? Life : never, index: number): Message[] {
  return [...revisions]
    .sort((a, b) => a - b)
    .map((revision, at) => {
      const { kind = 'post', postedAt = null } = steps[at] ?? {}
      return {
        // Only what is there can be edited or deleted.
        kind: at === 0 ? 'post' : kind,
        id: `c${index}`,
        revision,
        parent: parent !== null && parent < index ? `c${parent}` : null,
        postedAt: postedAt?.toISOString() ?? null,
      }
    })
}

const bodyOf = ({ id, revision }: Message) => `${id} in its version ${revision}`

/** What the messages mean, whatever their order: the newest text counts, and a deletion wins over what is not newer. */
function expectStandings(messages: readonly Message[]) {
  return Object.fromEntries(
    [...new Set(messages.map(({ id }) => id))].map((id) => {
      const own = messages.filter((message) => message.id === id).sort((a, b) => b.revision - a.revision)
      const text = own.find(({ kind }) => kind !== 'delete')
      const isRemoved = own[0]?.kind === 'delete'
      return [id, [isRemoved ? 'removed' : 'published', isRemoved || !text ? '' : bodyOf(text), own[0]?.revision, own[0]?.parent]]
    }),
  )
}

function toComment(message: Message): object {
  const { id, revision, parent, postedAt } = message
  return { externalId: id, articleExternalId: 'a', body: bodyOf(message), revision, parentExternalId: parent, postedAt }
}

/** Sends what one sender has, comments by the door that is named for each; gives back the edits of comments that were not there yet. */
async function send(key: string, list: readonly { message: Message; door: Door }[]): Promise<Message[]> {
  const early: Message[] = []
  for (const { message, door } of list) {
    const at = `/comments/${message.id}`
    const { revision } = message
    if (message.kind === 'delete')
      expect((await DELETE(apiRequest('DELETE', `${at}?revision=${revision}`, { key }))).status).toBeLessThan(300)
    else if (message.kind === 'patch') {
      const { status } = await PATCH(apiRequest('PATCH', at, { key, body: { body: bodyOf(message), revision } }))
      expect([200, 404]).toContain(status)
      if (status === 404) early.push(message)
    } else await post(key, toComment(message), door)
  }
  return early
}

async function post(key: string, comment: object, door: Door): Promise<void> {
  if (door === 'stream') {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' }
    const body = `${JSON.stringify({ type: 'comment', ...comment })}\n`
    const answer = await POST_BULK(new Request('http://localhost/api/v1/comments/bulk', { method: 'POST', headers, body }))
    expect(await answer.text()).toMatch(/^\{[^\n]*"outcome":"(?:created|updated|unchanged|stale)"[^\n]*\}\n$/)
    return
  }
  const answer = await POST(apiRequest('POST', '/comments', { key, body: door === 'array' ? [comment] : comment }))
  expect(answer.status).toBeLessThan(300)
  expect(await answer.text()).not.toContain('"outcome":"invalid"')
}

it('creations, edits, deletions and repeats by every door at once end in the one state they mean', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(run, async ({ messages, order, doors }) => {
      const site = await makeSite()
      await makeArticle(site, { externalId: 'a' })
      const key = await makeKey(site, 'ingest')
      const list = order.map((message, at) => ({ message, door: doors[at] ?? 'single' }))
      const hands = Array.from({ length: SENDERS }, (_, hand) => list.filter((__, at) => at % SENDERS === hand))
      const early = (await Promise.all(hands.map((hand) => send(key, hand)))).flat()
      // A source that was told that there is no such comment tries again.
      expect(
        await send(
          key,
          early.map((message) => ({ message, door: 'single' })),
        ),
      ).toEqual([])
      const stored = Object.values(await readComments(site))
      expect(
        Object.fromEntries(
          stored.map(({ externalId, status, body, sourceRevision, parent }) => [
            externalId,
            [status, status === 'removed' ? '' : body, sourceRevision, parent],
          ]),
        ),
      ).toEqual(expectStandings(messages))
    }),
    { numRuns: Number(process.env['HISTORIES'] ?? 40), endOnFailure: true },
  )
})
