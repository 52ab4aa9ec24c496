import fc from 'fast-check'
import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { foldQueueDeltas } from '@/lib/db/queue-total'
import { QUEUES } from '@/lib/domain/queues'
import { priorityOf } from '@/lib/domain/priority'
import { makeBatch } from '@/lib/services/batch/preview'
import { undoBatch } from '@/lib/services/batch/undo'
import { ingestComments } from '@/lib/services/comment/ingest'
import { removeComment } from '@/lib/services/comment/remove'
import { decideComment } from '@/lib/services/comment/decide'
import { undoDecision } from '@/lib/services/decision/undo'
import { countQueues } from '@/lib/services/queue/count'
import { listQueue } from '@/lib/services/queue/list'
import { addReport } from '@/lib/services/report/add'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

type Person = Awaited<ReturnType<TestSite['as']>>

const TEXTS = [
  'You idiot, read it',
  'The tram runs late on Sundays, as it has for years',
  'Buy gold now',
  'I agree with every word of this',
] as const
const step = fc.oneof(
  fc.record({ do: fc.constant('send' as const), id: fc.nat(7), text: fc.nat(3), under: fc.option(fc.nat(7)) }),
  fc.record({ do: fc.constant('remove' as const), id: fc.nat(7) }),
  fc.record({ do: fc.constant('report' as const), id: fc.nat(7) }),
  fc.record({ do: fc.constant('decide' as const), at: fc.nat(7), act: fc.nat(3) }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('batch' as const) }),
  fc.record({ do: fc.constant('undo batch' as const) }),
  fc.record({ do: fc.constant('fold' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const ACTS = [
  { kind: 'approve' },
  { kind: 'reject', reason: 'spam' },
  { kind: 'mark', mark: 'off_topic' },
  { kind: 'mark', mark: 'uncivil', uncivilKind: 'insult', alsoReject: true },
] as const

/** One newsroom's day: what the source sends and what people do, each refused step leaving everything as it was. */
class Day {
  readonly #decisions: string[] = []
  readonly #batches: string[] = []
  #revision = 1

  constructor(
    private readonly site: TestSite,
    private readonly mo: Person,
  ) {}

  async take(one: Step): Promise<void> {
    const key = this.site.asKey('ingest')
    switch (one.do) {
      case 'send': {
        const parent = one.under === null || one.under === one.id ? {} : { parentExternalId: `c${one.under}` }
        const comment = {
          externalId: `c${one.id}`,
          articleExternalId: one.id % 2 === 0 ? 'a' : 'b',
          body: TEXTS[one.text] ?? '',
          revision: this.#revision++,
        }
        return void (await ingestComments(key, [{ ...comment, ...(one.id % 2 === (one.under ?? 0) % 2 ? parent : {}) }]))
      }
      case 'remove':
        return void (await removeComment(key, `c${one.id}`))
      case 'report':
        return void (await addReport(key, `c${one.id}`, { reason: 'abuse', reporter: `r${this.#revision++}` }))
      case 'decide': {
        const { rows } = await listQueue(this.mo, { queue: 'newest' })
        const row = rows[one.at % Math.max(1, rows.length)]
        const act = ACTS[one.act]
        if (row && act) this.#decisions.push((await decideComment(this.mo, row.id, { version: row.version, act })).decisionId)
        return
      }
      case 'undo':
        return void (await undoDecision(this.mo, this.#decisions.pop() ?? ''))
      case 'batch': {
        const of = { kind: 'queue' as const, queue: 'review' as const, filter: { status: [], q: '' } }
        this.#batches.push((await makeBatch(this.mo, { of, act: { kind: 'approve' }, isStarted: true })).id)
        return
      }
      case 'undo batch':
        return void (await undoBatch(this.mo, this.#batches.pop() ?? '', () => undefined))
      case 'fold':
        return void (await foldQueueDeltas(getDb()))
    }
  }
}

it('keeps counts that equal a recount, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const site = await makeSite()
      const mo = await site.as('moderator')
      const articles = [await makeArticle(site, { externalId: 'a' }), await makeArticle(site, { externalId: 'b' })]
      const day = new Day(site, mo)
      for (const one of steps) await day.take(one).catch(refuse)
      for (const article of [undefined, ...articles.map(({ id }) => id)]) {
        const scope = article === undefined ? {} : { article }
        const counts = await countQueues(mo, scope)
        for (const queue of QUEUES) {
          const { rows } = await listQueue(mo, { queue, ...scope, limit: 100 })
          expect(counts[queue], `${queue} of ${article ?? 'the site'}`).toBe(rows.length)
        }
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)

/** Refusals are part of the day; faults are not. */
function refuse(error: unknown): void {
  if (!(error instanceof Error && error.name === 'DomainError')) throw error
}

it('computes the priority that the rule says', async () => {
  const site = await makeSite()
  const score = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100)
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        isPublic: fc.boolean(),
        offTopic: fc.option(score),
        uncivil: fc.option(score),
        openReports: fc.nat(6),
        weight: fc.nat(600).map((hundredths) => hundredths / 100),
      }),
      async ({ isPublic, offTopic, uncivil, openReports, weight }) => {
        const status = isPublic ? 'published' : 'pending'
        const receivedAt = new Date('2026-11-24T10:20:30.456Z')
        const made = await makeComment(site, {
          status,
          receivedAt,
          openReports,
          ...(offTopic === null ? {} : { suggestedOffTopic: offTopic }),
          ...(uncivil === null ? {} : { suggestedUncivil: { score: uncivil, kind: 'insult' as const } }),
        })
        await getDb().query('UPDATE comment SET report_weight = $2 WHERE id = $1', [made.id, weight])
        const [row] = await getDb().query<{ priority: number }>('SELECT priority FROM comment WHERE id = $1', [made.id])
        const suggestions = { offTopic, uncivil: uncivil === null ? null : { score: uncivil, kind: 'insult' as const } }
        expect(row?.priority).toBeCloseTo(priorityOf({ status, suggestions, openReports, reportWeight: weight, receivedAt }), 4)
      },
    ),
    { numRuns: 40 },
  )
})
