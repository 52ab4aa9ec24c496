import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { disconnect, getDb } from '@/lib/db/connection'
import { ensureDatabase } from '@/lib/db/database'
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres'
import { migrate } from '@/lib/db/migrate'
import { uuidv7 } from 'uuidv7'
import { startDesk } from './desk-client'
import { measureBrowser } from './measure-browser'
import { measureBulk } from './measure-bulk'
import { measureDatabase } from './measure-database'
import { measureDecisions } from './measure-decisions'
import { measureLive } from './measure-live'
import { measureQueue } from './measure-queue'
import { measureRestart } from './measure-restart'
import { measureSearch } from './measure-search'
import { seedDesk } from './seed'

// npm run bench:desk [-- --rows 10000000 --keep DIR]: the desk's own routes by HTTP on the lean listener, beside the bare
// indexed query for the same rows, in one run, over so many comments under 2,000 articles. --keep seeds a folder once and
// uses it again.
const { values: options } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, keep: { type: 'string' }, only: { type: 'string' } },
})
const ROWS = Number(options.rows)

const dir = options.keep ?? mkdtempSync(path.join(os.tmpdir(), 'parley-bench-'))
const server = await startEmbeddedPostgres(dir)
await ensureDatabase(server.url('postgres'), 'bench')
const url = server.url('bench')
process.env['DATABASE_URL'] = url
process.env['NEXTAUTH_SECRET'] ??= 'a secret of the benchmark that is long enough'
await migrate(url)

const known = await getDb().query<{ id: string }>(`SELECT id FROM site WHERE slug = 'bench'`)
const siteId = known[0]?.id ?? uuidv7()
if (known.length === 0) await getDb().prisma.site.create({ data: { id: siteId, slug: 'bench', name: 'Bench' } })
const started = performance.now()
const seeded = await seedDesk(url, siteId, ROWS, known.length > 0)
console.log(`${ROWS.toLocaleString('en')} comments seeded in ${((performance.now() - started) / 1000).toFixed(0)} s\n`)

const desk = await startDesk(siteId, dir)
const parts = {
  database: measureDatabase,
  queue: measureQueue,
  search: measureSearch,
  decisions: measureDecisions,
  bulk: measureBulk,
  live: measureLive,
  browser: measureBrowser,
  restart: measureRestart,
}
for (const [name, part] of Object.entries(parts)) {
  if (options.only !== undefined && !options.only.split(',').includes(name)) continue
  await part(desk, seeded)
  console.log()
}
await desk.stop()
await disconnect()
await server.stop()
if (options.keep === undefined) await rm(dir, { recursive: true, force: true })
