import autocannon from 'autocannon'
import type { QueueCounts, QueuePage } from '@/lib/contracts/queue'
import { getDb } from '@/lib/db/connection'
import { listSorts, QUEUES, type Queue } from '@/lib/domain/queues'
import { costBetween } from '../cost-by-part'
import type { DeskClient } from './desk-client'
import { measure, measureBoth, print } from './measure'
import type { Seeded } from './seed'

/** Every queue in every order: first page, page 100, filters, counts; the first beside the bare query for the same rows. */
export async function measureQueue(desk: DeskClient, seeded: Seeded): Promise<void> {
  const bare = await measure(() => getDb().query(BARE, [seeded.siteId], 'bare'))
  print('bare indexed query, 50 rows of review by priority', bare)
  for (const queue of QUEUES) {
    if (queue === 'mine') continue
    for (const sort of listSorts(queue)) await measurePages(desk, queue, sort)
  }
  for (const [name, address] of Object.entries(listFiltered(seeded))) print(name, await measure(() => desk.get(address), 60, 6))
  print('counts of all queues', await measure(() => desk.get<QueueCounts>('/counts')))
  print('counts under an article', await measure(() => desk.get<QueueCounts>(`/counts?article=${seeded.articleId}`)))
  await measureContext(desk)
  await measureRate(desk)
}

const BARE = `
  SELECT * FROM comment WHERE site_id = $1 AND reviewed_at IS NULL AND (status = 'pending' OR status = 'published'
    AND (suggested_off_topic IS NOT NULL OR suggested_uncivil IS NOT NULL OR open_reports > 0))
  ORDER BY priority DESC, id DESC LIMIT 50`

/** What a queue is narrowed down to, each with its address. */
export function listFiltered({ articleId, section, author }: Seeded): Record<string, string> {
  const filters: Record<string, string> = {
    'an article': `article=${articleId}`,
    'a section (5 %)': `q=${encodeURIComponent(`section:"${section}"`)}`,
    'a language (20 %)': 'q=lang:de',
    'a status (9 %)': 'status=pending',
    'a commenter': `q=${encodeURIComponent(`author:"${author}"`)}`,
    'replies, younger than 30 days': `q=${encodeURIComponent('is:reply age<30d')}`,
    'a section, a language and a kind': `q=${encodeURIComponent(`section:"${section}" lang:de suggests:insult`)}`,
  }
  return Object.fromEntries(Object.entries(filters).map(([name, query]) => [`review, ${name}`, `/queue?queue=review&${query}`]))
}

async function measurePages(desk: DeskClient, queue: Queue, sort: string): Promise<void> {
  const address = `/queue?queue=${queue}&sort=${sort}`
  const hundredth = await findHundredth(desk, address)
  // Turn by turn, or what else the machine did meanwhile would be in the comparison.
  const [first, late] = await measureBoth([() => desk.get(address), () => desk.get(hundredth)], 100)
  print(`${queue} by ${sort}, first page`, first)
  print(`${queue} by ${sort}, page 100`, late, `${(late.p50 / first.p50).toFixed(2)} × the first`)
}

/** The address of page 100, or of the last where there are fewer. */
export async function findHundredth(desk: DeskClient, address: string): Promise<string> {
  let at = address
  for (let page = 1; page < 100; page += 1) {
    const { nextCursor } = await desk.get<QueuePage>(at)
    if (nextCursor === null) break
    at = `${address}&cursor=${nextCursor}`
  }
  return at
}

async function measureContext(desk: DeskClient): Promise<void> {
  const { rows } = await desk.get<QueuePage>('/queue?limit=100')
  print('context of a comment', await measure((run) => desk.get(`/comments/${rows[run % rows.length]?.id}`)))
}

async function measureRate(desk: DeskClient): Promise<void> {
  for (const [name, requests] of Object.entries({
    'the same page': [{ path: '/api/v1/desk/queue?queue=review' }],
    'pages of twelve kinds': QUEUES.flatMap((queue) =>
      listSorts(queue)
        .slice(0, 2)
        .map((sort) => ({ path: `/api/v1/desk/queue?queue=${queue}&sort=${sort}` })),
    ),
  })) {
    const before = desk.readCost()
    const result = await autocannon({ url: desk.origin, connections: 10, duration: 5, headers: desk.headers, requests })
    const cost = Object.entries(costBetween(before, desk.readCost()))
    print(`queue page on 10 connections, ${name}`, result.requests.average, `p50 ${result.latency.p50} ms  p99 ${result.latency.p99} ms`)
    // The rate is also that of the machine, whose processors are not as fast at all times; these say whether the work has grown.
    console.log(`  ms of processor a page: ${cost.map(([part, ms]) => `${part} ${(ms / result.requests.total).toFixed(3)}`).join('; ')}`)
  }
}
