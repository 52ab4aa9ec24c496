import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { uuidv7 } from 'uuidv7'
import { createParleyClient } from '@/lib/contracts/client'
import { getDb } from '@/lib/db/connection'
import { createApiKey } from '@/lib/services/api-key/create'
import { putArticle } from '@/lib/services/article/put'
import { createContext } from '@/lib/services/create-context'
import { createWebhook } from '@/lib/services/webhook/manage'
import { bundleServer } from '@/tests/factories/bundled-server'
import { FakeCms } from '@/tests/factories/fake-cms'
import { withOwnDatabase } from './own-database'
import { SAMPLE_ARTICLE } from './sample-discussion'

// npm run test:kill [-- --rows 200000 --kills 20]: kills the server without warning at random places of a bulk load, with decisions
// and webhooks; sends on from what was acknowledged; then counts what is lost or doubled.
const { values: options } = parseArgs({
  options: { rows: { type: 'string', default: '200000' }, kills: { type: 'string', default: '20' } },
})
const ROWS = Number(options.rows)
const KILLS = Number(options.kills)
/** A kill comes so long after its row was acknowledged, at most: at any moment of the batches that follow. */
const LATEST_MS = 600
/** Deliveries are waited for as long as more arrive. */
const PATIENCE_SECONDS = 180

/** The rows after whose acknowledgement the server is killed, one after the other. */
const killAfter = Array.from({ length: KILLS }, () => Math.floor(Math.random() * ROWS)).sort((a, b) => a - b)
const decided = new Set<string>()
const serverFile = await bundleServer('tests/bench/mortal-server.ts')
let child: ChildProcess

async function startServer(siteId: string, decides: boolean): Promise<string> {
  const env = { ...process.env, KILL_SITE: siteId, KILL_DECIDES: decides ? '1' : '0' }
  child = fork(serverFile, {
    execArgv: [],
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.on('message', (message: { decided?: string }) => message.decided !== undefined && decided.add(message.decided))
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return `http://127.0.0.1:${port}`
}

/** Sends rows from `from` on and returns how many are acknowledged when the stream ends or breaks. Meanwhile the next kill comes, if one is left. */
async function sendFrom(from: number, origin: string, key: string): Promise<number> {
  let acknowledged = from
  let killing: NodeJS.Timeout | null = null
  const killWhenDue = () => {
    const next = killAfter[0]
    if (killing !== null || next === undefined || acknowledged < next) return
    killing = setTimeout(() => child.kill('SIGKILL'), Math.random() * LATEST_MS)
    killAfter.shift()
  }
  killWhenDue()
  const items = (function* () {
    for (let at = from; at < ROWS; at += 1) {
      const parentExternalId = at % 3 === 1 ? `row-${at - 1}` : null
      yield {
        externalId: `row-${at}`,
        articleExternalId: 'ferry',
        parentExternalId,
        body: `The ferry of row ${at} is late again.`,
        revision: 1,
      }
    }
  })()
  try {
    for await (const outcome of createParleyClient({ baseUrl: origin, key }).sendComments(items)) {
      if (outcome.outcome === 'aborted') break
      if (outcome.outcome === 'invalid') throw new RangeError(JSON.stringify(outcome))
      acknowledged += 1
      killWhenDue()
    }
  } catch (error) {
    // The connection broke, as it was meant to.
    if (error instanceof RangeError) throw error
  }
  return acknowledged
}

async function main(): Promise<void> {
  const siteId = uuidv7()
  await getDb().prisma.site.create({ data: { id: siteId, slug: 'kill', name: 'Kill' } })
  const ctx = createContext({ kind: 'system', name: 'kill', siteId })
  const { key } = await createApiKey(ctx, { name: 'kill', scopes: ['ingest'] })
  await putArticle(ctx, 'ferry', SAMPLE_ARTICLE)
  const cms = new FakeCms()
  cms.secret = (await createWebhook(ctx, { url: await cms.listen() })).secret
  let acknowledged = 0
  for (let kills = 1; acknowledged < ROWS || killAfter.length > 0; kills += 1) {
    const origin = await startServer(siteId, true)
    const isLast = killAfter.length === 0
    acknowledged = await sendFrom(acknowledged, origin, key)
    if (isLast) child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    const figures = `${acknowledged.toLocaleString('en')} acknowledged, ${decided.size} decided, ${cms.taken.length} delivered`
    console.log(`${isLast ? 'At the end' : `Killed ${kills} times`}: ${figures}`)
  }
  await startServer(siteId, false)
  const all = await getDb().query<{ id: string }>('SELECT id FROM decision WHERE site_id = $1', [siteId])
  const arrived = () => new Set(cms.taken.map(({ id }) => id))
  let [waited, before] = [0, -1]
  while (arrived().size < all.length && waited < PATIENCE_SECONDS) {
    waited = arrived().size > before ? 0 : waited + 1
    before = arrived().size
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  const [rows] = await getDb().query<{ rows: number; ids: number }>(
    'SELECT count(*) AS rows, count(DISTINCT external_id) AS ids FROM comment WHERE site_id = $1',
    [siteId],
  )
  const known = new Set(all.map(({ id }) => id))
  const findings = {
    'rows sent': ROWS,
    'acknowledged rows lost': ROWS - (rows?.ids ?? 0),
    duplicates: (rows?.rows ?? 0) - (rows?.ids ?? 0),
    decisions: all.length,
    'acknowledged decisions lost': [...decided].filter((id) => !known.has(id)).length,
    'decisions not delivered': all.filter(({ id }) => !arrived().has(id)).length,
    'delivered more than once': cms.taken.length - arrived().size,
    'delivered but never taken': [...arrived()].filter((id) => !known.has(id)).length,
  }
  console.table(findings)
  child.kill('SIGKILL')
  cms.close()
  const wrong = [
    'acknowledged rows lost',
    'duplicates',
    'acknowledged decisions lost',
    'decisions not delivered',
    'delivered but never taken',
  ] as const
  process.exitCode = wrong.every((name) => findings[name] === 0) ? 0 : 1
}

process.env['WEBHOOK_ALLOW_PRIVATE'] = '1'
try {
  await withOwnDatabase(main)
} finally {
  await rm(path.dirname(serverFile), { recursive: true, force: true })
}
