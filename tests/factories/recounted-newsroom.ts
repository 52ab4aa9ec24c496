import { getDb } from '@/lib/db/connection'
import { listFacts, thousandths, type Fact } from './recounted-facts'
import { isWaiting, quantile } from './recounted-page'

/** What the list of articles is ordered by, as it is kept: -1 is unknown. */
export async function listKeptStandings(siteId: string) {
  return getDb().query<Record<string, unknown>>(
    `SELECT article_id AS id, comments, voices, waiting, off_topic AS "offTopic", uncivil, round(civility::numeric, 9)::float8 AS civility,
       round(median_wait * 1000)::float8 AS median, round(p90_wait * 1000)::float8 AS p90, last_at AS last
     FROM article_standing WHERE site_id = $1 ORDER BY article_id`,
    [siteId],
  )
}

/** The same from the rows. */
export async function recountStandings(siteId: string) {
  const articles = await getDb().query<{ id: string }>('SELECT id FROM article WHERE site_id = $1 ORDER BY id', [siteId])
  return Promise.all(articles.map(async ({ id }) => toStanding(id, await listFacts(siteId, id))))
}

function toStanding(id: string, facts: readonly Fact[]) {
  const there = facts.filter(({ status }) => status !== 'removed')
  const isJudged = there.some(({ isReviewed, offTopic, kind }) => isReviewed || offTopic || kind !== null)
  const share = (holds: (one: Fact) => boolean) => (isJudged ? there.filter(holds).length / there.length : -1)
  const waits = there.flatMap(({ wait }) => wait ?? [])
  const wait = (part: number) => Math.round(quantile(waits, part) ?? -1000)
  const heat = there.reduce((sum, { incivility }) => sum + thousandths(incivility), 0) / 1000
  return {
    id,
    comments: there.length,
    voices: new Set(there.flatMap(({ voice }) => voice ?? [])).size,
    waiting: there.filter(isWaiting).length,
    offTopic: share(({ offTopic }) => offTopic),
    uncivil: share(({ kind }) => kind !== null),
    civility: there.length === 0 ? -1 : Number((1 - heat / there.length).toFixed(9)),
    median: wait(0.5),
    p90: wait(0.9),
    last: there.at(-1)?.at ?? new Date(0),
  }
}

/** What each person did each day, and how often a colleague looked at it again and came to something else, as it is kept. */
export async function listKeptWork(siteId: string): Promise<string[]> {
  const rows = await getDb().query<{ key: string; figures: string }>(
    `SELECT concat_ws(' ', to_char(day AT TIME ZONE 'UTC', 'YYYY-MM-DD'), user_id, kind) AS key, concat_ws('/', decisions, seen_again, overturned) AS figures
     FROM person_day WHERE site_id = $1 AND (decisions, seen_again, overturned) <> (0, 0, 0)`,
    [siteId],
  )
  return rows.map(({ key, figures }) => `${key} ${figures}`).sort()
}

interface Decided {
  comment: string | null
  who: string
  day: string
  kind: string
  outcome: string
}

const JUDGING = ['approve', 'reject', 'mark', 'clear_mark']

/** The same from the log: whoever decides on, or takes back, what a colleague decided last has looked at it again. */
export async function recountWork(siteId: string): Promise<string[]> {
  const log = await getDb().query<Decided>(
    `SELECT comment_id AS comment, actor_id AS who, to_char(decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, kind,
       jsonb_build_array(after -> 'status', after -> 'marks')::text AS outcome
     FROM decision WHERE site_id = $1 AND actor_kind = 'user' ORDER BY id`,
    [siteId],
  )
  const work = new Map<string, [decisions: number, seenAgain: number, overturned: number]>()
  const add = ({ day, who, kind }: Decided, ...counts: [number, number, number]) => {
    const key = `${day} ${who} ${kind}`
    const before = work.get(key) ?? [0, 0, 0]
    work.set(key, [before[0] + counts[0], before[1] + counts[1], before[2] + counts[2]])
  }
  const judged = new Map<string, Decided>()
  for (const one of log) {
    add(one, 1, 0, 0)
    if (one.comment === null || ![...JUDGING, 'undo'].includes(one.kind)) continue
    const last = judged.get(one.comment)
    if (last && last.who !== one.who) add(last, 0, 1, last.outcome === one.outcome ? 0 : 1)
    if (one.kind !== 'undo') judged.set(one.comment, one)
  }
  return [...work].map(([key, figures]) => `${key} ${figures.join('/')}`).sort()
}
