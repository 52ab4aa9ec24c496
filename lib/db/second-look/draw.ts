import type { Verdict } from '../../domain/second-look'
import type { Db } from '../connection'

/** How far the drawing of a site's looks has come; `share` 0–1 of its decisions, 0 for none. */
export interface LookSetting {
  share: number
  position: number
}

/** Null where nobody has ever set it: then it is off. */
export async function findLookSetting(db: Db, siteId: string): Promise<LookSetting | null> {
  const [row] = await db.query<LookSetting>('SELECT share, position FROM second_look_setting WHERE site_id = $1', [siteId], 'look-setting')
  return row ?? null
}

/** The same, and nobody else draws from it or changes it until the transaction ends. */
export async function lockLookSetting(db: Db, siteId: string): Promise<LookSetting | null> {
  const [row] = await db.query<LookSetting>('SELECT share, position FROM second_look_setting WHERE site_id = $1 FOR UPDATE', [siteId])
  return row ?? null
}

export async function putLookSetting(db: Db, siteId: string, { share, position }: LookSetting): Promise<void> {
  await db.query(
    `INSERT INTO second_look_setting (site_id, share, position) VALUES ($1, $2, $3)
     ON CONFLICT (site_id) DO UPDATE SET share = excluded.share, position = excluded.position`,
    [siteId, share, position],
  )
}

/** Sites of which looks are drawn. */
export async function listDrawnSites(db: Db): Promise<string[]> {
  const rows = await db.query<{ siteId: string }>('SELECT site_id AS "siteId" FROM second_look_setting WHERE share > 0', [], 'look-sites')
  return rows.map(({ siteId }) => siteId)
}

/** From where to where in the feed, and with which chance. */
export interface Drawing {
  after: number
  /** As many positions at once. */
  limit: number
  /** Decisions after this moment are left for the next time. */
  until: Date
  share: number
  slipMinutes: number
}

/** A decision that chance has drawn. */
export interface DrawnDecision {
  decisionId: string
  commentId: string
  articleId: string
  batchId: string | null
  revision: number
  /** As the log keeps it; lib/contracts/decision.ts parses it. */
  after: unknown
  decidedAt: Date
}

/** Decisions on a comment by the one index that knows them (docs/decisions/0029). */
const decisionsOn = (comment: string) => `(SELECT * FROM decision WHERE site_id = $1 AND comment_id = ${comment} ORDER BY id DESC OFFSET 0)`

/**
 * A number from 0 to 1 that an id always has: the first 32 bits of its SHA-256. Ids themselves are not drawn from, since they begin with
 * the time and count up within a millisecond.
 */
export const CHANCE = (id: string) =>
  `('x' || left(encode(sha256(convert_to(${id}::text, 'UTF8')), 'hex'), 8))::bit(32)::bigint / 4294967296.0`

const PAGE = `
  WITH page AS (
    SELECT e.position, e.decision_id, d.decided_at FROM feed_entry e JOIN decision d ON d.site_id = e.site_id AND d.id = e.decision_id
    WHERE e.site_id = $1 AND e.position > $2 ORDER BY e.position LIMIT $3
  )
  SELECT max(position) AS position FROM page
  WHERE position < coalesce((SELECT min(position) FROM page WHERE decided_at > $4), 9223372036854775807)`
const DRAWN = `
  SELECT d.id AS "decisionId", d.comment_id AS "commentId", d.article_id AS "articleId", d.batch_id AS "batchId", d.revision, d.after,
    d.decided_at AS "decidedAt"
  FROM feed_entry e JOIN decision d ON d.site_id = e.site_id AND d.id = e.decision_id
  WHERE e.site_id = $1 AND e.position > $2 AND e.position <= $3 AND ${CHANCE('e.decision_id')} < $4
    AND d.actor_kind = 'user' AND d.comment_id IS NOT NULL AND d.kind IN ('approve', 'reject', 'mark') AND (d.after ->> 'isReviewed')::boolean
    AND (SELECT c.status <> 'removed' AND c.erased_at IS NULL FROM comment c WHERE c.site_id = $1 AND c.id = d.comment_id)
    AND (SELECT l.id FROM ${decisionsOn('d.comment_id')} l
      WHERE l.id <> d.id AND l.decided_at BETWEEN d.decided_at AND d.decided_at + make_interval(mins => $5)
        AND (l.undoes_id = d.id OR l.actor_id = d.actor_id AND l.seen_version > d.seen_version) LIMIT 1) IS NULL
  ORDER BY e.position`

/**
 * The decisions of people that chance draws from the feed after a position, each the last word of who took it: what they took back or
 * decided otherwise within the minutes of a slip is passed over. The same decisions whenever it is asked.
 *
 * @returns `position`: how far it has come; null when there is nothing (old enough) to draw from
 */
export async function listDrawn(
  db: Db,
  siteId: string,
  { after, limit, until, share, slipMinutes }: Drawing,
): Promise<{ position: number | null; drawn: DrawnDecision[] }> {
  const [page] = await db.query<{ position: number | null }>(PAGE, [siteId, after, limit, until], 'look-page')
  const position = page?.position ?? null
  if (position === null) return { position, drawn: [] }
  return { position, drawn: await db.query<DrawnDecision>(DRAWN, [siteId, after, position, share, slipMinutes], 'look-drawn') }
}

/** How many looks at people's decisions wait on the site, and how many each of these batches has been drawn for. */
export async function countLooks(
  db: Db,
  siteId: string,
  batchIds: readonly string[],
  now: Date,
): Promise<{ waiting: number; ofBatch: Map<string, number> }> {
  const [waiting] = await db.query<{ count: number }>(
    'SELECT count(*) FROM second_look WHERE site_id = $1 AND answered_at IS NULL AND expires_at > $2 AND rule_id IS NULL',
    [siteId, now],
    'looks-waiting',
  )
  const rows = await db.query<{ batchId: string; count: number }>(
    'SELECT batch_id AS "batchId", count(*) FROM second_look WHERE site_id = $1 AND batch_id = ANY($2::uuid[]) GROUP BY batch_id',
    [siteId, batchIds],
    'looks-of-batches',
  )
  return { waiting: waiting?.count ?? 0, ofBatch: new Map(rows.map(({ batchId, count }) => [batchId, count])) }
}

/** What waits for a second look. */
export type NewLook = Omit<DrawnDecision, 'after'> & { verdict: Verdict }

/** Puts looks down to wait until `expiresAt`; of a decision that has one already, nothing. Their ids tell nothing, not even when. */
export async function addLooks(db: Db, siteId: string, looks: readonly NewLook[], expiresAt: Date): Promise<void> {
  await db.query(
    `INSERT INTO second_look (site_id, id, decision_id, comment_id, article_id, batch_id, revision, verdict, decided_at, expires_at)
     SELECT $1, gen_random_uuid(), l.*, $9 FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::int[], $7::text[]::look_verdict[],
       $8::timestamptz[]) l
     ON CONFLICT (site_id, decision_id) DO NOTHING`,
    [
      siteId,
      looks.map(({ decisionId }) => decisionId),
      looks.map(({ commentId }) => commentId),
      looks.map(({ articleId }) => articleId),
      looks.map(({ batchId }) => batchId),
      looks.map(({ revision }) => revision),
      looks.map(({ verdict }) => verdict),
      looks.map(({ decidedAt }) => decidedAt.toISOString()),
      expiresAt,
    ],
  )
}
