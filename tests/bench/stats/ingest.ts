import { uuidv7 } from 'uuidv7'
import pg from 'pg'
import { getDb } from '@/lib/db/connection'
import { foldArticleStats } from '@/lib/db/stats/stat-fold'
import { DEFAULT_WATCHED_WORDS } from '@/lib/domain/default-watched-words'
import { putArticle } from '@/lib/services/article/put'
import { ingestComments } from '@/lib/services/comment/ingest'
import { createContext } from '@/lib/services/create-context'
import { addWatchedWord } from '@/lib/services/watched-word/add'
import { readCpuTime } from '../cpu-time'
import { makeSampleComments, SAMPLE_ARTICLE } from '../sample-discussion'

/** The triggers that keep the figures of discussions. */
const TRIGGERS = [
  ['comment', 'comment_added_counted'],
  ['comment', 'comment_changed_counted'],
  ['comment_scores', 'scores_added'],
] as const

async function switchTriggers(to: 'ENABLE' | 'DISABLE'): Promise<void> {
  for (const [table, trigger] of TRIGGERS) await getDb().query(`ALTER TABLE ${table} ${to} TRIGGER ${trigger}`)
}

/** What the roll-ups add to taking comments in: the same batches with and without their triggers, turn by turn, folding included. */
export async function measureIngest(dir: string, rounds: number, perBatch: number, batches: number): Promise<void> {
  const siteId = uuidv7()
  await getDb().prisma.site.create({ data: { id: siteId, slug: `ingest-${siteId}`, name: 'Ingest' } })
  const ctx = createContext({ kind: 'system', name: 'bench', siteId })
  for (const word of DEFAULT_WATCHED_WORDS) await addWatchedWord(ctx, word)
  await putArticle(ctx, 'ferry', SAMPLE_ARTICLE)
  let made = 0
  const send = async () => {
    const started = performance.now()
    for (let batch = 0; batch < batches; batch += 1) {
      const lot = made++
      const comments = makeSampleComments(perBatch, 'ferry').map((comment) => {
        const { externalId, parentExternalId, ...rest } = comment as { externalId: string; parentExternalId: string | null }
        return { ...rest, externalId: `${lot}-${externalId}`, parentExternalId: parentExternalId && `${lot}-${parentExternalId}` }
      })
      await ingestComments(ctx, comments)
    }
    return performance.now() - started
  }
  await send()
  const spent = { with: [] as { wall: number; cpu: number }[], without: [] as { wall: number; cpu: number }[] }
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of round % 2 === 0 ? (['with', 'without'] as const) : (['without', 'with'] as const)) {
      await switchTriggers(kind === 'with' ? 'ENABLE' : 'DISABLE')
      const [wall, cpu] = [performance.now(), readCpuTime(dir)]
      await send()
      if (kind === 'with') await foldArticleStats(getDb(), true)
      spent[kind].push({ wall: performance.now() - wall, cpu: readCpuTime(dir) - cpu })
    }
  }
  await switchTriggers('ENABLE')
  const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN
  const cost = (of: 'wall' | 'cpu') => {
    // Of each pair by itself: what else the machine does changes more slowly than they do.
    const ratio = median(spent.with.map((own, round) => own[of] / (spent.without[round]?.[of] ?? NaN)))
    return `${((ratio - 1) * 100).toFixed(1)} %`
  }
  const perSecond = (kind: 'with' | 'without') => ((perBatch * batches * 1000) / median(spent[kind].map(({ wall }) => wall))).toFixed(0)
  console.log(
    `ingest in batches of ${perBatch}: ${perSecond('with')}/s with roll-ups, ${perSecond('without')}/s without; ${cost('cpu')} more processor time, ${cost('wall')} more time, medians of ${rounds} pairs (goal: 15 %)`,
  )
}

/**
 * So many writers on one discussion, each changing a comment of its own and keeping its transaction open for `holdMs`. If they waited
 * for one another, it would take writers × holdMs.
 */
export async function measureHotArticle(url: string, siteId: string, articleId: string, writers: number, holdMs: number): Promise<void> {
  const { rows } = await getDb()
    .query<{ id: string }>('SELECT id FROM comment WHERE site_id = $1 AND article_id = $2 ORDER BY id LIMIT $3', [
      siteId,
      articleId,
      writers,
    ])
    .then((list) => ({ rows: list }))
  const clients = rows.map(() => new pg.Client({ connectionString: url }))
  await Promise.all(clients.map((client) => client.connect()))
  const write = async (client: pg.Client, id: string, status: string) => {
    await client.query('BEGIN')
    await client.query(`UPDATE comment SET status = $3 WHERE site_id = $1 AND id = $2`, [siteId, id, status])
    await client.query('SELECT pg_sleep($1)', [holdMs / 1000])
    await client.query('COMMIT')
  }
  for (const status of ['approved', 'rejected'] as const) {
    const started = performance.now()
    await Promise.all(rows.map(({ id }, index) => write(clients[index] as pg.Client, id, status)))
    const ms = performance.now() - started
    if (status === 'rejected')
      console.log(
        `${rows.length} writers on one discussion, each holding its transaction for ${holdMs} ms: ${ms.toFixed(0)} ms in all; one after the other it would be ${rows.length * holdMs}`,
      )
  }
  await Promise.all(clients.map((client) => client.end()))
  await foldArticleStats(getDb(), true)
}
