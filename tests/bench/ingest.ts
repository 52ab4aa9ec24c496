import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { uuidv7 } from 'uuidv7'
import { PUT as putArticle } from '@/app/api/v1/articles/[externalId]/route'
import { QueueQuery } from '@/lib/contracts/queue'
import { getDb } from '@/lib/db/connection'
import { DEFAULT_WATCHED_WORDS } from '@/lib/domain/default-watched-words'
import type { Scope } from '@/lib/domain/actor'
import { createApiKey } from '@/lib/services/api-key/create'
import { createContext } from '@/lib/services/create-context'
import { listQueue } from '@/lib/services/queue/list'
import { addWatchedWord } from '@/lib/services/watched-word/add'
import { measureBareNext } from './bare-next'
import { costBetween, readCostByPart } from './cost-by-part'
import { postComments, startFront, streamComments, type Front } from './over-http'
import { withOwnDatabase } from './own-database'
import { RawSql } from './raw-sql'
import { SAMPLE_ARTICLE } from './sample-discussion'
import { Triage } from './triage'

// npm run bench:ingest [-- --rows 1000000 --seconds 4 --before 10000000]: what the API takes in beside what the bare database
// does, in one run, on an embedded PostgreSQL of its own, with --before comments there already; meanwhile a moderator works.
// Then the queue's first page beside the bare indexed query. --ours leaves the bare database out, --bulk all but the stream.
const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '4' },
    before: { type: 'string', default: '0' },
    ours: { type: 'boolean', default: false },
    bulk: { type: 'boolean', default: false },
  },
})
const ROWS = Number(options.rows)
const SECONDS = Number(options.seconds)
const BEFORE = Number(options.before)
const PAGES = 200

interface Place {
  siteId: string
  key: string
}

async function makePlace(): Promise<Place> {
  const siteId = uuidv7()
  await getDb().prisma.site.create({ data: { id: siteId, slug: `bench-${siteId}`, name: 'Bench' } })
  const ctx = createContext({ kind: 'system', name: 'bench', siteId })
  for (const word of DEFAULT_WATCHED_WORDS) await addWatchedWord(ctx, word)
  const scopes: Scope[] = ['ingest', 'read']
  const { key } = await createApiKey(ctx, { name: 'bench', scopes })
  await send(putArticle, { siteId, key }, '/articles/ferry', SAMPLE_ARTICLE)
  return { siteId, key }
}

async function send(handler: (request: Request) => Promise<Response>, place: Place, at: string, body: unknown): Promise<unknown> {
  const headers = { authorization: `Bearer ${place.key}`, 'content-type': 'application/json' }
  const response = await handler(new Request(`http://bench.test/api/v1${at}`, { method: 'POST', headers, body: JSON.stringify(body) }))
  if (!response.ok) throw new Error(`${at}: ${response.status} ${await response.text()}`)
  return response.json()
}

async function time(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < PAGES; run++) times.push(await time(async () => void (await work())))
  return times.sort((a, b) => a - b)[PAGES / 2] ?? 0
}

/** The bare database, each rate taken twice, between the others, and the better one kept. */
async function measureRaw(url: string): Promise<Record<string, number>> {
  const raw = new RawSql(url)
  const rates: Record<string, number> = {}
  const keep = async (name: string, rate: Promise<number>) => (rates[name] = Math.max(rates[name] ?? 0, await rate))
  for (let round = 0; round < 2; round += 1) {
    for (const [table, words] of [
      ['bare', ''],
      ['bare_text', ', full-text index'],
    ] as const) {
      await raw.makeTable(table, words !== '')
      for (const connections of [1, 10, 50]) await keep(`commits at ${connections}${words}`, raw.singleCommits(table, connections, 6000))
      for (const connections of [1, 2]) await keep(`unnest at ${connections}${words}`, raw.unnest(table, connections, 20_000))
      for (const connections of [1, 2]) await keep(`COPY at ${connections}${words}`, raw.copy(table, connections, 20_000))
    }
    await keep('bare Node handler, one INSERT, at 50', raw.bareHandler('bare', 50, SECONDS))
  }
  rates['bare Next handler, one INSERT, at 50'] = await measureBareNext(url, raw.siteId, 50, SECONDS)
  return rates
}

interface Rate {
  perSecond: number
  p50?: number
  p99?: number
  /** Processor time for a comment, in µs. */
  server?: number
  database?: number
}
type Rates = Record<string, Rate>

async function measureOurs(front: Front, dir: string, place: Place): Promise<Rates> {
  const { origin, processId } = front
  const { key } = place
  const post = async (connections: number, size: number): Promise<Rates[string]> => {
    const before = readCostByPart(processId, dir)
    const rate = await postComments(origin, key, connections, size, SECONDS)
    const costs = Object.entries(costBetween(before, readCostByPart(processId, dir)))
    const costOf = (part: string) =>
      Math.round((costs.reduce((sum, [name, ms]) => sum + (name.startsWith(part) ? ms : 0), 0) * 1000) / (rate.perSecond * SECONDS))
    return { ...rate, server: costOf('server'), database: costOf('database') }
  }
  await streamComments(origin, key, 15_000) // warms up, as a server that has run for a while is
  const apart: Rates = options.bulk
    ? {}
    : {
        'single POST at 1': await post(1, 1),
        'single POST at 10': await post(10, 1),
        'single POST at 50': await post(50, 1),
        'arrays of 100 at 2': await post(2, 100),
      }
  return { ...apart, [`one bulk stream of ${ROWS.toLocaleString('en')}`]: await measureStream(front, dir, place) }
}

/** The stream, with a moderator at work; and what a comment of it cost whom. */
async function measureStream({ origin, processId }: Front, dir: string, { siteId, key }: Place): Promise<Rates[string]> {
  const triage = new Triage(origin, siteId)
  await triage.start()
  const [before, startedAt] = [readCostByPart(processId, dir), performance.now()]
  const perSecond = await streamComments(origin, key, ROWS)
  const took = performance.now() - startedAt
  const { queue, decision } = await triage.stop()
  console.log("Processor time for a comment of the stream, a moderator's requests among it, and the share of one processor:")
  const row = (ms: number) => ({ 'µs a comment': Math.round((ms * 1000) / ROWS), 'of one processor': (ms / took).toFixed(2) })
  const costs = costBetween(before, readCostByPart(processId, dir))
  console.table(Object.fromEntries(Object.entries(costs).map(([part, ms]) => [part, row(ms)])))
  console.log('A moderator during the bulk stream, in ms:')
  console.table({ "the queue's first page": queue, 'a decision': decision })
  return { perSecond }
}

async function main(url: string, dir: string): Promise<void> {
  const place = await makePlace()
  if (BEFORE > 0) await new RawSql(url).fillComments(place.siteId, BEFORE)
  const raw = options.ours || options.bulk ? {} : await measureRaw(url)
  const front = await startFront()
  const ours = await measureOurs(front, dir, place)
  const { peakBytes } = await front.readUse()
  await front.stop()
  console.table(Object.fromEntries(Object.entries(raw).map(([name, rate]) => [name, { 'a second': Math.round(rate) }])))
  console.table(Object.fromEntries(Object.entries(ours).map(([name, rate]) => [name, describeRate(name, rate, raw)])))
  console.log(`The server held at most ${Math.round(peakBytes / 1024 / 1024)} MB.`)
  await measureQueue(place.siteId)
}

/** One line of the table; what was not measured is left empty. */
function describeRate(name: string, { perSecond, p50, p99, server, database }: Rate, raw: Partial<Record<string, number>>) {
  const beside = name.startsWith('single') ? 'commits at 50' : 'unnest at 2'
  const bare = raw[beside]
  const figures = {
    'a second': Math.round(perSecond),
    'p50 ms': p50,
    'p99 ms': p99,
    'server µs': server,
    'database µs': database,
    [`of ${beside}`]: bare && (perSecond / bare).toFixed(2),
  }
  return Object.fromEntries(Object.entries(figures).filter(([, figure]) => figure !== undefined))
}

async function measureQueue(siteId: string): Promise<void> {
  await getDb().query('ANALYZE')
  const ctx = createContext({ kind: 'user', id: uuidv7(), name: 'Mo', role: 'moderator', siteId, sessionId: uuidv7() })
  const query = QueueQuery.parse({ queue: 'newest' })
  const bare = (columns: string) =>
    median(() =>
      getDb().query(
        `SELECT ${columns} FROM comment WHERE site_id = $1 ORDER BY ordered_at DESC, id DESC LIMIT 50`,
        [siteId],
        `bare-${columns === '*' ? 'all' : 'ids'}`,
      ),
    )
  const [page, rows, ids] = [await median(() => listQueue(ctx, query)), await bare('*'), await bare('id')]
  const row = (ms: number) => ({ 'median ms': ms.toFixed(2), 'times bare': (ms / rows).toFixed(1) })
  console.table({
    "queue's first page (50 rows, joined)": row(page),
    'bare indexed query, whole rows': row(rows),
    'the same, ids only': row(ids),
  })
}

process.env['NEXTAUTH_SECRET'] = randomBytes(24).toString('hex')
await withOwnDatabase(main)
