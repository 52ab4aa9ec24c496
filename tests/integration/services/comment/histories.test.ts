import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { ingestComments } from '@/lib/services/comment/ingest'
import { removeComment } from '@/lib/services/comment/remove'
import { makeArticle } from '@/tests/factories/article'
import { makeSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'

/** What a source tells of one comment, in the order in which it happened there. */
type Message =
  | { kind: 'post'; id: string; revision: number; body: string; parent: string | null; author: string | null; postedAt: string | null }
  | { kind: 'delete'; id: string; revision: number }

/** How a comment stands in the end, as far as anybody can see it. */
interface Standing {
  body: string
  status: 'published' | 'removed'
  sourceRevision: number
  parent: string | null
  depth: number
  author: string | null
}

const PER_RUN = 40
/** `HISTORIES=2000` for the longer check; at least so many. */
const RUNS = Math.ceil(Number(process.env['HISTORIES'] ?? 480) / PER_RUN)
const HISTORIES = RUNS * PER_RUN
const AUTHORS = ['Ann', 'Bo', 'Cy']

/** One comment's life: created, edited a few times, perhaps deleted and back; later messages may leave out what is known. */
const life = fc.record({
  parent: fc.option(fc.nat({ max: 3 }), { nil: null }),
  author: fc.constantFrom(...AUTHORS),
  steps: fc.array(fc.record({ isDelete: fc.boolean(), isBrief: fc.boolean(), skew: fc.integer({ min: -5, max: 5 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
})
type Life = typeof life extends fc.Arbitrary<infer Value> ? Value : never

/** Four comments that may reply to one another. The first step of each is its creation. */
const history = fc.array(life, { minLength: 1, maxLength: 4 })

const run = fc
  .array(history, { minLength: PER_RUN, maxLength: PER_RUN })
  .map((histories) => histories.flatMap((lives, at) => lives.flatMap((one, index) => tell(one, `h${at}`, index))))
  .chain((messages) => {
    // Each message once, and about a third of them a second time.
    const repeated = messages.flatMap((message, at) => (at % 3 === 0 ? [message, message] : [message]))
    const shuffled = fc.shuffledSubarray(repeated, { minLength: repeated.length })
    return fc.record({ messages: fc.constant(messages), one: shuffled, other: shuffled, size: fc.integer({ min: 1, max: 60 }) })
  })

function tell({ parent, author, steps }: Life, history: string, index: number): Message[] {
  const id = `${history}-${index}`
  return steps.map((step, at): Message => {
    const revision = at + 1
    if (step.isDelete && at > 0) return { kind: 'delete', id, revision }
    const isBrief = step.isBrief && at > 0
    // The source's clock jumps about; the comment keeps the time of its creation.
    const postedAt = new Date(Date.UTC(2026, 0, 10, 12, (step.skew * index) % 60)).toISOString()
    return {
      kind: 'post',
      id,
      revision,
      body: `${id} in its version ${revision}`,
      parent: isBrief || parent === null || parent >= index ? null : `${history}-${parent}`,
      author: isBrief ? null : author,
      postedAt: isBrief ? null : postedAt,
    }
  })
}

/** The one state that the messages mean, whatever their order. */
function expectStandings(messages: readonly Message[]): Record<string, Standing> {
  const standings: Record<string, Standing> = {}
  for (const id of new Set(messages.map((message) => message.id))) {
    const own = messages.filter((message) => message.id === id)
    const posts = own.filter((message) => message.kind === 'post').sort((a, b) => b.revision - a.revision)
    const deletion = Math.max(-1, ...own.filter((message) => message.kind === 'delete').map(({ revision }) => revision))
    const [newest] = posts
    if (!newest) continue
    const isRemoved = deletion >= newest.revision
    const parent = posts.find((post) => post.parent !== null)?.parent ?? null
    standings[id] = {
      body: isRemoved ? '' : newest.body,
      status: isRemoved ? 'removed' : 'published',
      sourceRevision: Math.max(deletion, newest.revision),
      parent,
      depth: parent === null ? 0 : (standings[parent]?.depth ?? 0) + 1,
      author: posts.find((post) => post.author !== null)?.author ?? null,
    }
  }
  return standings
}

/** Tells a site the messages: comments in arrays of up to `size`, deletions one by one between them. */
async function apply(streams: Message[][], size: number): Promise<Record<string, Standing>> {
  const site = await makeSite()
  await makeArticle(site, { externalId: 'a' })
  const ctx = site.asKey('ingest')
  await Promise.all(
    streams.map(async (messages) => {
      for (let at = 0; at < messages.length;) {
        const message = messages[at]
        if (message?.kind === 'delete') {
          await removeComment(ctx, message.id, message.revision)
          at += 1
          continue
        }
        const until = messages.findIndex((other, index) => index > at && (other.kind === 'delete' || index - at >= size))
        const posts = messages.slice(at, until === -1 ? undefined : until)
        const { counts } = await ingestComments(ctx, posts.map(toInput))
        expect(counts.invalid).toBe(0)
        at += posts.length
      }
    }),
  )
  const stored = Object.values(await readComments(site))
  return Object.fromEntries(
    stored.map(({ externalId, body, status, sourceRevision, parent, depth, commenter }) => {
      const shown = status === 'removed' ? '' : body
      return [externalId, { body: shown, status: status as Standing['status'], sourceRevision, parent, depth, author: commenter }]
    }),
  )
}

function toInput(message: Message): object {
  if (message.kind === 'delete') throw new Error('A deletion is no comment.')
  const { id, revision, body, parent, author, postedAt } = message
  return {
    externalId: id,
    articleExternalId: 'a',
    revision,
    body,
    parentExternalId: parent,
    author: author && { externalId: author, name: author },
    postedAt,
  }
}

beforeAll(() => {
  // The model itself: a deletion wins over what is not newer, and the parent is whoever any message names.
  const post = { kind: 'post' as const, id: 'x', body: 'x', parent: null, author: null, postedAt: null }
  expect(
    expectStandings([
      { ...post, revision: 1 },
      { kind: 'delete', id: 'x', revision: 2 },
    ])['x'],
  ).toMatchObject({ status: 'removed', sourceRevision: 2 })
  expect(
    expectStandings([
      { kind: 'delete', id: 'x', revision: 2 },
      { ...post, revision: 3 },
    ])['x'],
  ).toMatchObject({ status: 'published', sourceRevision: 3 })
})

it(
  `${HISTORIES} histories, each told in two orders and by two senders at once, end in the one state they mean`,
  { timeout: 300_000 },
  async () => {
    let count = 0
    await fc.assert(
      fc.asyncProperty(run, async ({ messages, one, other, size }) => {
        const expected = expectStandings(messages)
        const half = Math.floor(other.length / 2)
        // Sites of their own: what becomes of one is nothing to the other.
        const told = await Promise.all([apply([one], size), apply([other.slice(0, half), other.slice(half)], 61 - size)])
        expect(told).toEqual([expected, expected])
        count += PER_RUN
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
    expect(count).toBe(HISTORIES)
  },
)
