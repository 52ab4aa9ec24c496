/**
 * npm run rescore [-- --site slug]
 *
 * Scores all comments of a site again with the scorers as they are now, the newest first. Decisions, marks and statuses stay. It
 * may be stopped with Ctrl-C: the next call, or a server that runs, goes on from there.
 */
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { DomainError } from '@/lib/domain/errors'
import { createContext } from '@/lib/services/create-context'
import { bootDatabase } from '@/lib/services/instance/boot'
import { findRescore, patchRescore, startRescore } from '@/lib/services/rescore/manage'
import { runRescores } from '@/lib/services/rescore/work'
import { findSite } from '@/lib/services/site/find'

const USAGE = 'npm run rescore [-- --site slug]'

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { site: { type: 'string' }, help: { type: 'boolean', short: 'h' } } })
  if (values.help) return console.log(USAGE)
  const database = await bootDatabase()
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  try {
    const site = await findSite(values.site)
    const ctx = createContext({ kind: 'system', name: 'rescore', siteId: site.id })
    const last = await findRescore(ctx)
    if (last?.state === 'stopped' || last?.state === 'failed') await patchRescore(ctx, last.id, { state: 'waiting' })
    else if (last?.state !== 'waiting' && last?.state !== 'running') await startRescore(ctx)
    const working = runRescores(stop.signal)
    while (!stop.signal.aborted) {
      const run = await findRescore(ctx)
      if (run === null) break
      process.stderr.write(`\r${run.done} of ${run.total} comments, ${run.changed} with other suggestions\x1b[K`)
      if (run.state !== 'waiting' && run.state !== 'running') {
        console.log(
          `\n${run.state === 'done' ? 'Done' : run.state}: ${run.done} comments scored again, ${run.changed} with other suggestions.`,
        )
        process.exitCode = run.state === 'done' ? 0 : 1
        break
      }
      await setTimeout(500, undefined, { signal: stop.signal }).catch(() => undefined)
    }
    stop.abort()
    await working
  } finally {
    await database.stop()
  }
}

try {
  await main()
} catch (error) {
  console.error(error instanceof DomainError ? error.message : error)
  process.exitCode = 1
}
