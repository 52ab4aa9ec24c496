import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { uuidv7 } from 'uuidv7'
import { getDb } from '@/lib/db/connection'
import { findFreePort } from '@/lib/db/free-port'
import { DEFAULT_WATCHED_WORDS } from '@/lib/domain/default-watched-words'
import { createApiKey } from '@/lib/services/api-key/create'
import { putArticle } from '@/lib/services/article/put'
import { createContext } from '@/lib/services/create-context'
import { addWatchedWord } from '@/lib/services/watched-word/add'
import { streamComments } from './over-http'
import { withOwnDatabase } from './own-database'
import { SAMPLE_ARTICLE } from './sample-discussion'

// npm run bench:memory [-- --rows 1000000 --calm 120]: what the whole server holds (dist/serve.js with Next, every job and the slow
// scorers, as the last `npm start` built it): after the start, at most during one bulk stream, and in the calm that follows, while
// the slow scorers catch up.
const { values: options } = parseArgs({
  options: { rows: { type: 'string', default: '200000' }, calm: { type: 'string', default: '90' } },
})
const LOOK_MS = 250
const WARM_UP = 5000

/** Follows what a process holds, in MB. */
class Watch {
  private readings: number[] = []
  private readonly timer: NodeJS.Timeout

  constructor(private readonly processId: number) {
    this.timer = setInterval(() => this.readings.push(this.read()), LOOK_MS)
  }

  /** The most and the mean since the last call, and what is held now. */
  take(): { most: number; mean: number; last: number } {
    const readings = [...this.readings, this.read()]
    this.readings = []
    const mean = Math.round(readings.reduce((sum, one) => sum + one, 0) / readings.length)
    return { most: Math.max(...readings), mean, last: readings.at(-1) ?? 0 }
  }

  stop(): void {
    clearInterval(this.timer)
  }

  private read(): number {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.processId}/status`, 'utf8')) ?? []
    return Math.round(Number(kilobytes) / 1024)
  }
}

async function startServer(port: number): Promise<ChildProcess> {
  const child = fork('dist/serve.js', {
    // As `npm start` starts it, without what this process was told.
    execArgv: [],
    env: {
      MALLOC_ARENA_MAX: '2',
      MALLOC_TRIM_THRESHOLD_: '262144',
      ...process.env,
      PORT: String(port),
      DEMO: '0',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  for (;;) {
    if (child.exitCode !== null) throw new Error('The server has ended.')
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null)
    if (answer?.ok === true) return child
    await sleep(LOOK_MS)
  }
}

async function makeKey(): Promise<string> {
  const siteId = uuidv7()
  await getDb().prisma.site.create({ data: { id: siteId, slug: 'memory', name: 'Memory' } })
  const ctx = createContext({ kind: 'system', name: 'memory', siteId })
  for (const word of DEFAULT_WATCHED_WORDS) await addWatchedWord(ctx, word)
  await putArticle(ctx, 'ferry', SAMPLE_ARTICLE)
  return (await createApiKey(ctx, { name: 'memory', scopes: ['ingest'] })).key
}

async function countLate(): Promise<number> {
  const [row] = await getDb().query<{ read: number }>(
    "SELECT count(*) AS read FROM comment_scores WHERE scores ? 'sentence_topicality off_topic.article'",
  )
  return row?.read ?? 0
}

async function main(): Promise<void> {
  const key = await makeKey()
  const port = await findFreePort()
  const server = await startServer(port)
  const watch = new Watch(server.pid ?? 0)
  try {
    const origin = `http://127.0.0.1:${port}`
    await streamComments(origin, key, WARM_UP)
    await sleep(20_000)
    const start = watch.take()
    const perSecond = await streamComments(origin, key, Number(options.rows))
    const stream = watch.take()
    const readBefore = await countLate()
    await sleep(Number(options.calm) * 1000)
    const calm = watch.take()
    console.table({ [`after ${WARM_UP} comments`]: start, 'one bulk stream': stream, 'the calm after it': calm })
    console.log(`${Math.round(perSecond)} comments a second; the slow scorers read ${(await countLate()) - readBefore} texts in the calm.`)
  } finally {
    watch.stop()
    server.kill('SIGTERM')
  }
}

await withOwnDatabase(main)
