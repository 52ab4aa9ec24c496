import fc from 'fast-check'
import { getDb } from '@/lib/db/connection'
import { foldQueueDeltas } from '@/lib/db/queue/queue-total'
import { foldArticleStats } from '@/lib/db/stats/stat-fold'
import { makeBatch } from '@/lib/services/batch/preview'
import { undoBatch } from '@/lib/services/batch/undo'
import { decideComment } from '@/lib/services/comment/decide'
import { featureComment } from '@/lib/services/comment/feature'
import { ingestComments } from '@/lib/services/comment/ingest'
import { removeComment } from '@/lib/services/comment/remove'
import { eraseCommenter } from '@/lib/services/erasure/start'
import { eraseNext } from '@/lib/services/erasure/work'
import { undoDecision } from '@/lib/services/decision/undo'
import { listQueue } from '@/lib/services/queue/list'
import { addReport } from '@/lib/services/report/add'
import { closeReplies, findDecisionOf } from './closed-replies'
import type { TestSite } from './site'

type Person = Awaited<ReturnType<TestSite['as']>>

const TEXTS = [
  'You idiot, read it',
  'The tram runs late on Sundays, as it has for years',
  'Buy gold now',
  'I agree with every word of this',
  'The council counted 412 riders on the night tram in March 2025, and a third of them worked late in the hospital: closing the riverside road to cars would cost them nothing at all',
] as const
/** Something that happens in a newsroom. */
export const step = fc.oneof(
  fc.record({
    do: fc.constant('send' as const),
    id: fc.nat(7),
    text: fc.nat(4),
    under: fc.option(fc.nat(7)),
    hoursAgo: fc.option(fc.nat(50)),
  }),
  fc.record({ do: fc.constant('remove' as const), id: fc.nat(7) }),
  fc.record({ do: fc.constant('report' as const), id: fc.nat(7) }),
  fc.record({ do: fc.constant('decide' as const), at: fc.nat(7), act: fc.nat(5), isColleague: fc.boolean() }),
  fc.record({ do: fc.constant('pass' as const), minutes: fc.oneof(fc.nat(10), fc.nat(2000)) }),
  fc.record({ do: fc.constant('feature' as const), at: fc.nat(7) }),
  fc.record({ do: fc.constant('close replies' as const), at: fc.nat(7) }),
  fc.record({ do: fc.constant('erase' as const), of: fc.nat(2), lots: fc.nat(3) }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('batch' as const) }),
  fc.record({ do: fc.constant('undo batch' as const) }),
  fc.record({ do: fc.constant('fold' as const) }),
)
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const ACTS = [
  { kind: 'approve' },
  { kind: 'reject', reason: 'spam' },
  { kind: 'mark', mark: 'off_topic' },
  { kind: 'mark', mark: 'uncivil', uncivilKind: 'insult', alsoReject: true },
  { kind: 'mark', mark: 'uncivil', uncivilKind: 'threat' },
  { kind: 'clear_mark', mark: 'off_topic' },
] as const

/** A clock that stands until it is moved: comments and decisions fall into different hours and days, and waits have lengths. */
export class Clock {
  #at = Date.parse('2026-03-09T21:30:00Z')
  readonly now = () => new Date(this.#at)
  pass(minutes: number): void {
    this.#at += minutes * 60_000
  }
}

/** One newsroom's days: what the source sends and what people do, each refused step leaving everything as it was. */
export class Day {
  readonly #decisions: string[] = []
  readonly #batches: string[] = []
  #revision = 1

  constructor(
    private readonly site: TestSite,
    private readonly mo: Person,
    private readonly colleague: Person,
    private readonly clock: Clock,
  ) {}

  async take(one: Step): Promise<void> {
    const key = this.site.asKey('ingest')
    switch (one.do) {
      case 'send': {
        const parent = one.under === null || one.under === one.id ? {} : { parentExternalId: `c${one.under}` }
        const comment = {
          externalId: `c${one.id}`,
          articleExternalId: ['a', 'b', 'c'][one.id % 3] ?? '',
          body: TEXTS[one.text] ?? '',
          ...(one.hoursAgo === null ? {} : { postedAt: new Date(this.clock.now().getTime() - one.hoursAgo * 3_600_000).toISOString() }),
          ...(one.text === 3 ? {} : { author: { externalId: `reader ${one.id % 3}` } }),
          revision: this.#revision++,
        }
        return void (await ingestComments(key, [{ ...comment, ...(one.id % 3 === (one.under ?? 0) % 3 ? parent : {}) }]))
      }
      case 'remove':
        return void (await removeComment(key, `c${one.id}`))
      case 'report':
        return void (await addReport(key, `c${one.id}`, { reason: 'abuse', reporter: `r${this.#revision++}` }))
      case 'erase': {
        await eraseCommenter(this.site.asKey('privacy'), `reader ${one.of}`)
        // Or some of it: what is left goes on with the next.
        for (let lot = 0; lot < one.lots; lot += 1) await eraseNext(getDb(), this.clock.now(), 2)
        return
      }
      case 'decide': {
        const { rows } = await listQueue(this.mo, { queue: 'newest' })
        const row = rows[one.at % Math.max(1, rows.length)]
        const act = ACTS[one.act]
        const who = one.isColleague ? this.colleague : this.mo
        if (row && act) this.#decisions.push((await decideComment(who, row.id, { version: row.version, act })).decisionId)
        return
      }
      case 'feature':
      case 'close replies': {
        const { rows } = await listQueue(this.mo, { queue: 'newest' })
        const row = rows[one.at % Math.max(1, rows.length)]
        if (!row) return
        if (one.do === 'feature') this.#decisions.push((await featureComment(this.mo, row.id, { version: row.version })).decisionId)
        else {
          // As the desk takes it back, or by its line in the log.
          const batch = await closeReplies(this.mo, row.id, row.version)
          if (one.at % 2 === 0) this.#batches.push(batch.id)
          else this.#decisions.push(await findDecisionOf(batch))
        }
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
      case 'pass':
        return this.clock.pass(one.minutes)
      case 'fold':
        await foldArticleStats(getDb(), false)
        return void (await foldQueueDeltas(getDb()))
    }
  }
}

/** Refusals are part of the day; faults are not. */
export function refuse(error: unknown): void {
  if (!(error instanceof Error && error.name === 'DomainError')) throw error
}
