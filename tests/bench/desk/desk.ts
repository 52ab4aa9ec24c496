import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { disconnect } from '@/lib/db/connection'
import { measureBrowser } from './measure-browser'
import { measureBulk } from './measure-bulk'
import { measureDatabase } from './measure-database'
import { measureDecisions } from './measure-decisions'
import { measureGrowth } from './measure-growth'
import { measureLive } from './measure-live'
import { measureQueue } from './measure-queue'
import { measureRestart } from './measure-restart'
import { measureSearch } from './measure-search'
import { openDesk } from './open-desk'

// npm run bench:desk [-- --rows 10000000 --keep DIR]: the desk's own routes by HTTP on the lean listener, beside the bare
// indexed query for the same rows, in one run, over so many comments under 2,000 articles. --keep seeds a folder once and
// uses it again; --smaller DIR names one with fewer comments, and then the same is asked of both in turns.
const { values: options } = parseArgs({
  options: {
    ...{ rows: { type: 'string', default: '1000000' }, only: { type: 'string' } },
    ...{ keep: { type: 'string' }, smaller: { type: 'string' } },
  },
})

const dir = options.keep ?? mkdtempSync(path.join(os.tmpdir(), 'parley-bench-'))
const { url, seeded, desk, stop } = await openDesk(dir, Number(options.rows))
process.env['DATABASE_URL'] = url

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
try {
  await measure()
} finally {
  // Whatever went wrong, nothing is left running.
  await disconnect()
  await stop()
  if (options.keep === undefined) await rm(dir, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  if (options.smaller !== undefined) return measureGrowth({ desk, seeded }, options.smaller)
  for (const [name, part] of Object.entries(parts)) {
    if (options.only !== undefined && !options.only.split(',').includes(name)) continue
    await part(desk, seeded)
    console.log()
  }
}
