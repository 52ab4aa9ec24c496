import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { uuidv7 } from 'uuidv7'
import { PUT as putArticle } from '@/app/api/v1/articles/[externalId]/route'
import { POST as postComments } from '@/app/api/v1/comments/route'
import type { IngestAnswer } from '@/lib/contracts/ingest'
import { QueueQuery } from '@/lib/contracts/queue'
import { disconnect, getDb } from '@/lib/db/connection'
import { ensureDatabase } from '@/lib/db/database'
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres'
import { migrate } from '@/lib/db/migrate'
import { DEFAULT_WATCHED_WORDS } from '@/lib/domain/default-watched-words'
import type { Scope } from '@/lib/domain/actor'
import { scoreComment } from '@/lib/scoring/score-comment'
import { createApiKey } from '@/lib/services/api-key/create'
import { createContext } from '@/lib/services/create-context'
import { listQueue } from '@/lib/services/queue/list'
import { addWatchedWord } from '@/lib/services/watched-word/add'
import { makeSampleComments, SAMPLE_ARTICLE } from './sample-discussion'

// npx tsx tests/bench/ingest.ts: 10,000 comments through the handler beside the same rows by raw SQL, and the queue's
// first page beside the bare indexed query. Runs on an embedded PostgreSQL of its own.
const COUNT = 10_000
const BATCH = 1000
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

async function ingestAll(place: Place, comments: object[]): Promise<void> {
  for (let from = 0; from < comments.length; from += BATCH) {
    const answer = (await send(postComments, place, '/comments', comments.slice(from, from + BATCH))) as IngestAnswer
    if (answer.counts.created !== BATCH) throw new Error(`not all were created: ${JSON.stringify(answer.counts)}`)
  }
}

/** The columns of a table, each as one array: what unnest takes. */
async function readColumns(
  table: string,
  siteId: string,
  order: string,
): Promise<{ names: string[]; types: string[]; rows: Record<string, string | null>[] }> {
  const columns = await getDb().query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  )
  const names = columns.map((column) => column.name)
  const list = names.map((name) => `${name}::text`).join(', ')
  const rows = await getDb().query<Record<string, string | null>>(`SELECT ${list} FROM ${table} t WHERE site_id = $1 ORDER BY t.${order}`, [
    siteId,
  ])
  return { names, types: columns.map((column) => column.type), rows }
}

/** Writes the rows of one site again under another, straight into the tables, in transactions as large as the requests. */
async function copyBySql(from: Place, siteId: string): Promise<{ ms: number; rows: number }> {
  const tables = [
    { table: 'article', ...(await readColumns('article', from.siteId, 'id')) },
    { table: 'commenter', ...(await readColumns('commenter', from.siteId, 'id')) },
    { table: 'comment', ...(await readColumns('comment', from.siteId, 'id')) },
    { table: 'score', ...(await readColumns('score', from.siteId, 'comment_id')) },
  ]
  let rows = 0
  const ms = await time(async () => {
    for (const { table, names, types, rows: all } of tables) {
      const casts = types.map((type, index) => `$${index + 1}::${type.replace(/\(.*\)/, '')}[]`).join(', ')
      for (let start = 0; start < all.length; start += BATCH) {
        const part = all.slice(start, start + BATCH)
        const values = names.map((name) => part.map((row) => (name === 'site_id' ? siteId : row[name])))
        // text[] has no array form of its own in unnest, so scopes and the like are not in these tables.
        await getDb().query(`INSERT INTO ${table} (${names.join(', ')}) SELECT * FROM unnest(${casts})`, values)
        rows += part.length
      }
    }
  })
  return { ms, rows }
}

function timeScoring(comments: object[], watchedWords: typeof DEFAULT_WATCHED_WORDS): number {
  const texts = new Map(
    comments.map((comment) => [
      (comment as { externalId: string }).externalId,
      comment as { body: string; parentExternalId: string | null },
    ]),
  )
  const article = { id: 'bench', version: '1', ...SAMPLE_ARTICLE }
  const started = performance.now()
  for (const { body, parentExternalId } of texts.values()) {
    const parentBody = parentExternalId === null ? null : (texts.get(parentExternalId)?.body ?? null)
    scoreComment({ body, parentBody, article, watchedWords })
  }
  return performance.now() - started
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < PAGES; run++) times.push(await time(async () => void (await work())))
  return times.sort((a, b) => a - b)[PAGES / 2] ?? 0
}

async function main(): Promise<void> {
  await ingestAll(await makePlace(), makeSampleComments(2 * BATCH, 'ferry')) // warms up, as a server that has run for a while is
  const place = await makePlace()
  const comments = makeSampleComments(COUNT, 'ferry')
  const ingest = await time(() => ingestAll(place, comments))
  const again = uuidv7()
  await getDb().prisma.site.create({ data: { id: again, slug: `bench-${again}`, name: 'Bench' } })
  const sql = await copyBySql(place, again)
  const scoring = timeScoring(comments, DEFAULT_WATCHED_WORDS)
  const perSecond = (ms: number) => Math.round((COUNT / ms) * 1000)
  console.table({
    'through the handler': { ms: Math.round(ingest), 'comments/s': perSecond(ingest), 'times raw SQL': (ingest / sql.ms).toFixed(2) },
    'without its scoring': {
      ms: Math.round(ingest - scoring),
      'comments/s': perSecond(ingest - scoring),
      'times raw SQL': ((ingest - scoring) / sql.ms).toFixed(2),
    },
    [`raw SQL, ${sql.rows} rows`]: { ms: Math.round(sql.ms), 'comments/s': perSecond(sql.ms), 'times raw SQL': '1.00' },
  })
  console.log(`Scoring alone: ${Math.round(scoring)} ms, ${Math.round((scoring / ingest) * 100)} % of the handler's time.\n`)

  await getDb().query('ANALYZE')
  const ctx = createContext({ kind: 'user', id: uuidv7(), name: 'Mo', role: 'moderator', siteId: place.siteId, sessionId: uuidv7() })
  const query = QueueQuery.parse({ queue: 'newest' })
  const page = await median(() => listQueue(ctx, query))
  const bare = await median(() =>
    getDb().query('SELECT * FROM comment WHERE site_id = $1 ORDER BY ordered_at DESC, id DESC LIMIT 50', [place.siteId], 'bare'),
  )
  const ids = await median(() =>
    getDb().query('SELECT id FROM comment WHERE site_id = $1 ORDER BY ordered_at DESC, id DESC LIMIT 50', [place.siteId], 'ids'),
  )
  const row = (ms: number) => ({ 'median ms': ms.toFixed(2), 'times bare': (ms / bare).toFixed(1) })
  console.table({
    "queue's first page (50 rows, joined)": row(page),
    'bare indexed query, whole rows': row(bare),
    'the same, ids only': row(ids),
  })
}

const dir = mkdtempSync(path.join(os.tmpdir(), 'parley-bench-'))
const server = await startEmbeddedPostgres(dir)
try {
  await ensureDatabase(server.url('postgres'), 'parley')
  process.env['DATABASE_URL'] = server.url('parley')
  await migrate(server.url('parley'))
  await main()
} finally {
  await disconnect()
  await server.stop()
  await rm(dir, { recursive: true, force: true })
}
