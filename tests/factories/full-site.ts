import { Readable } from 'node:stream'
import { getDb } from '@/lib/db/connection'
import { foldQueueDeltas } from '@/lib/db/queue/queue-total'
import { foldArticleStats } from '@/lib/db/stats/stat-fold'
import { actOnArticle } from '@/lib/services/article/act'
import { addCoralPhase } from '@/lib/services/coral/manage'
import { uploadImport } from '@/lib/services/import/manage'
import { addOwnReason } from '@/lib/services/own-reason/add'
import { addScorer } from '@/lib/services/remote-scorer/manage'
import { startRescore } from '@/lib/services/rescore/manage'
import { drawLooks } from '@/lib/services/second-look/draw'
import { saveView } from '@/lib/services/teamwork/views'
import { prepareDeliveries } from '@/lib/services/webhook/dispatch'
import { createWebhook } from '@/lib/services/webhook/manage'
import { eraseCommenter } from '@/lib/services/erasure/start'
import { moderateEverything, writeEverywhere } from './marked-person'
import { TEXT } from './marked-words'
import { wantLooks } from './second-look'
import type { TestSite } from './site'

const LATER_MS = 3_600_000

/** Fills a site with something of everything that a newsroom has; most that has words of its own has TEXT in them. */
export async function fillSite(site: TestSite): Promise<void> {
  const [admin, mo, ann] = [await site.as('admin'), await site.as('moderator', 'Mo'), await site.as('moderator', 'Ann')]
  await createWebhook(admin, { url: `https://hook.example/${TEXT}` })
  await writeEverywhere(site, admin)
  await moderateEverything(site, mo, ann)
  await addCoralPhase(admin, { name: TEXT, secret: 'a secret that Coral has made' })
  await addScorer(admin, { name: TEXT, kind: 'http', url: `https://score.example/${TEXT}` })
  await addOwnReason(admin, { label: TEXT })
  await startRescore(admin)
  await saveView(admin, { name: TEXT, address: `q=${TEXT}`, isShared: true })
  await uploadImport(admin, `${TEXT}.ndjson`, Readable.from([Buffer.from(`{"type":"comment","body":"${TEXT}"}\n`)]), {})
  const [article] = await getDb().query<{ id: string; version: number }>('SELECT id, version FROM article WHERE site_id = $1', [site.id])
  await actOnArticle(mo, article?.id ?? '', { version: article?.version ?? 1, act: { kind: 'ask_help', note: TEXT } })
  await wantLooks(site)
  while (await drawLooks(getDb(), site.id, new Date(Date.now() + LATER_MS)));
  await eraseCommenter(site.asKey('privacy'), 'gone-1')
  await prepareDeliveries({ db: getDb(), now: () => new Date() })
  // What whoever reads it first would do.
  while ((await foldArticleStats(getDb(), true)) > 0);
  await foldQueueDeltas(getDb())
}

/** Takes digests of all that a site has, by table: the same as long as nothing of it is changed. One statement reads them all. */
export async function prepareDigest(siteId: string): Promise<() => Promise<Record<string, string | null>>> {
  const parts = (await listSiteTables()).map(
    (table) => `SELECT '${table}' AS name, md5(string_agg(t::text, ' ' ORDER BY t::text)) AS digest FROM "${table}" t WHERE site_id = $1`,
  )
  const sql = parts.join(' UNION ALL ')
  return async () => {
    const rows = await getDb().query<{ name: string; digest: string | null }>(sql, [siteId], 'site-digest')
    return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]))
  }
}

/** Ids of everything that a site has, and of everybody who did it: of each column one. */
export async function listSiteIds(siteId: string): Promise<string[]> {
  const columns = await getDb().query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type = 'uuid' AND column_name <> 'site_id' AND table_name = ANY($1)`,
    [await listSiteTables()],
  )
  const ids = new Set<string>([siteId])
  for (const { table, column } of columns) {
    const sql = `SELECT DISTINCT "${column}" AS id FROM "${table}" WHERE site_id = $1 AND "${column}" IS NOT NULL LIMIT 1`
    for (const { id } of await getDb().query<{ id: string }>(sql, [siteId])) ids.add(id)
  }
  return [...ids]
}

async function listSiteTables(): Promise<string[]> {
  const rows = await getDb().query<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.column_name = 'site_id' AND t.table_type = 'BASE TABLE' ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}
