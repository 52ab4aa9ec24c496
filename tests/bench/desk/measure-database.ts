import { getDb } from '@/lib/db/connection'
import { orderOf } from '@/lib/db/queue/queue-order'
import { listQueueRows } from '@/lib/db/queue/queue-page'
import { QUEUE_PREDICATES, REVIEW_PREDICATE } from '@/lib/db/queue/queue-predicates'
import { listSorts, QUEUES, type Queue, type QueueSort } from '@/lib/domain/queues'
import type { DeskClient } from './desk-client'
import { print, summarise } from './measure'
import type { Seeded } from './seed'

const RUNS = 100
const ROWS = 50

/**
 * The database's part of a first page alone, in this process: our statement with all that a row shows, beside the bare query
 * for the same rows. Turn by turn, so that both see the same machine.
 */
export async function measureDatabase(_desk: DeskClient, { siteId }: Seeded): Promise<void> {
  for (const queue of QUEUES) {
    if (queue === 'mine') continue
    for (const sort of listSorts(queue)) await compare(siteId, queue, sort)
  }
}

async function compare(siteId: string, queue: Queue, sort: QueueSort): Promise<void> {
  const filter = { article: undefined, commenter: undefined, status: [], terms: [], now: new Date(), viewer: { id: null, isLead: false } }
  // These orders have one index each, over all that waits.
  const waiting = ['priority', 'reports', 'activity'].includes(sort) ? `AND ${REVIEW_PREDICATE}` : ''
  const bare = `SELECT c.* FROM comment c WHERE c.site_id = $1 AND ${QUEUE_PREDICATES[queue]} ${waiting} ${orderOf(queue, sort).by} LIMIT ${ROWS}`
  const ours: number[] = []
  const plain: number[] = []
  for (let run = -10; run < RUNS; run += 1) {
    const started = performance.now()
    await listQueueRows(getDb(), { ...filter, siteId, queue, sort, after: null, limit: ROWS })
    const between = performance.now()
    await getDb().query(bare, [siteId], 'bare-page')
    if (run < 0) continue
    ours.push(between - started)
    plain.push(performance.now() - between)
  }
  const [page, least] = [summarise(ours), summarise(plain)]
  print(`database alone, ${queue} by ${sort}`, page, `bare p50 ${least.p50.toFixed(2)} ms; ${(page.p50 / least.p50).toFixed(2)} ×`)
}
