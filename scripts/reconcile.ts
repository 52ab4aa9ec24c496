/**
 * npm run reconcile [-- --site slug] [-- --repair]
 *
 * Counts every discussion anew from its rows, compares the kept figures with that, and notes on each article's page how it came out.
 * Nothing is repaired unless it is asked for, and then it is said. Exits with 1 when a figure was wrong.
 */
import { parseArgs } from 'node:util'
import { describeError } from '@/lib/domain/errors'
import { reconcileArticles, repairArticle } from '@/lib/services/article/reconcile'
import { createContext } from '@/lib/services/create-context'
import { bootDatabase } from '@/lib/services/instance/boot'
import { findSite } from '@/lib/services/site/find'

const USAGE = 'npm run reconcile [-- --site slug] [-- --repair]'

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { site: { type: 'string' }, repair: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return console.log(USAGE)
  const database = await bootDatabase()
  try {
    const site = await findSite(values.site)
    const ctx = createContext({ kind: 'system', name: 'reconcile', siteId: site.id })
    let [articles, wrong] = [0, 0]
    for await (const { id, title, differences } of reconcileArticles(ctx)) {
      articles += 1
      if (differences.length === 0) continue
      wrong += 1
      console.log(`${title} (${id})`)
      for (const { figure, kept, counted } of differences) console.log(`  ${figure}: kept ${kept}, counted ${counted}`)
      if (values.repair) console.log(`  counted anew: ${(await repairArticle(ctx, id)).length === 0 ? 'right now' : 'still wrong'}`)
    }
    console.log(`${articles} articles of ${site.name} recounted, ${wrong} of them with wrong figures.`)
    if (wrong > 0) process.exitCode = 1
  } finally {
    await database.stop()
  }
}

await main().catch((error: unknown) => {
  console.error(describeError(error))
  process.exitCode = 1
})
