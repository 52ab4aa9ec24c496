import pg from 'pg'
import { getDb } from '@/lib/db/connection'
import { periodAt, type ReportingPeriod } from '@/lib/domain/reporting-period'
import type { Context } from '@/lib/services/context'
import { countTransparency } from '@/lib/services/transparency/read'
import { readCpuTime } from '../cpu-time'
import { print, summarise } from '../desk/measure'

const DAY_MS = 86_400_000

/** As people leave it: a sixth is rejected, a third had a suggestion, one in eleven was reported; half of all comments are decided on. */
const DECISIONS = `
  INSERT INTO decision (site_id, id, comment_id, article_id, kind, actor_kind, actor_id, actor_name, reason, seen_version, revision, before, after, decided_at)
  SELECT site_id, uuidv7(), id, article_id, kind::decision_kind, 'user', site_id, 'Mo', CASE WHEN kind = 'reject' THEN 'abuse' END, 1, revision,
    jsonb_build_object('status', CASE WHEN h % 9 = 0 THEN 'pending' ELSE 'published' END, 'marks', marks, 'openReports', (h % 11 = 0)::int, 'isReviewed', false,
      'suggestions', jsonb_build_object('offTopic', NULL, 'uncivil', CASE WHEN h % 3 = 0 THEN jsonb_build_object('score', 0.7, 'kind', 'insult') END)),
    jsonb_build_object('status', CASE WHEN kind = 'reject' THEN 'rejected' ELSE 'approved' END, 'marks', marks, 'openReports', 0, 'isReviewed', true,
      'suggestions', jsonb_build_object('offTopic', NULL, 'uncivil', NULL)), ordered_at + interval '20 minutes'
  FROM (SELECT *, abs(hashtext(id::text)) AS h FROM comment WHERE site_id = $1) c,
    LATERAL (SELECT CASE WHEN h % 6 = 0 THEN 'reject' ELSE 'approve' END AS kind, '{"offTopic": false, "uncivil": null}'::jsonb AS marks) said
  WHERE h % 2 = 0 ORDER BY ordered_at`
const REPORTS = `
  INSERT INTO report (site_id, id, comment_id, external_id, reason, reported_at, resolved_at)
  SELECT site_id, uuidv7(), comment_id, 'r-' || id, 'abuse', decided_at - interval '5 minutes', decided_at FROM decision
  WHERE site_id = $1 AND before -> 'openReports' = '1' ORDER BY id`
const UNDOS = `
  INSERT INTO decision (site_id, id, comment_id, article_id, kind, actor_kind, actor_id, actor_name, seen_version, revision, before, after, undoes_id, decided_at)
  SELECT site_id, uuidv7(), comment_id, article_id, 'undo', 'user', actor_id, 'Mo', 2, revision, after, before, id, decided_at + interval '1 minute' FROM decision
  WHERE site_id = $1 AND abs(hashtext(comment_id::text)) % 50 = 0`

/** What a transparency report of a month and of a year takes, with the period before it, on a site whose every second comment is decided on. */
export async function measureReport(url: string, dir: string, ctx: Context, runs: number): Promise<void> {
  await decideHalf(url, ctx.actor.siteId)
  const year: ReportingPeriod = { name: null, from: dayBefore(364), to: dayBefore(0) }
  for (const [what, period] of [
    ['transparency report of a month', periodAt('month', new Date(Date.now() - 60 * DAY_MS))],
    ['transparency report of 365 days', year],
  ] as const) {
    const measured: number[] = []
    const spent: number[] = []
    for (let run = -1; run < runs; run += 1) {
      const [from, cpu] = [performance.now(), readCpuTime(dir)]
      await countTransparency(ctx, period)
      if (run < 0) continue
      measured.push(performance.now() - from)
      spent.push(readCpuTime(dir) - cpu)
    }
    print(what, summarise(measured), `${summarise(spent).p50.toFixed(0)} ms of processor time`)
  }
}

/** Without triggers, which would measure the seeding. */
async function decideHalf(url: string, siteId: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('SET session_replication_role = replica')
  for (const statement of [DECISIONS, REPORTS, UNDOS]) await client.query(statement, [siteId])
  await client.end()
  await getDb().query('VACUUM ANALYZE decision')
  await getDb().query('VACUUM ANALYZE report')
}

const dayBefore = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10)
