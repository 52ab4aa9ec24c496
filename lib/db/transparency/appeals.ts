import type { AppealSubject } from '../../domain/appeals'
import type { Db } from '../connection'
import type { Bounds } from './comments'

/** Appeals that came in within some time and what became of them by now. */
export interface AppealFacts {
  groups: { subject: AppealSubject; outcome: 'granted' | 'upheld' | 'lapsed' | null; count: number }[]
  /** Of any time, without an answer at the end of it. */
  waiting: number
  /** Seconds to the answer of a person; null without any. */
  median: number | null
}

const APPEALS = `
  WITH received AS MATERIALIZED (SELECT * FROM appeal WHERE site_id = $1 AND received_at >= $2 AND received_at < $3)
  SELECT coalesce((SELECT jsonb_agg(g) FROM (SELECT subject, outcome, count(*) AS count FROM received GROUP BY 1, 2) g), '[]') AS groups,
    (SELECT count(*) FROM appeal WHERE site_id = $1 AND received_at < $3 AND (answered_at IS NULL OR answered_at >= $3)) AS waiting,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM answered_at - received_at)::float8)
      FILTER (WHERE outcome IN ('granted', 'upheld')) AS median
  FROM received`

export async function readAppealFacts(db: Db, siteId: string, { from, to }: Bounds): Promise<AppealFacts> {
  const [facts] = await db.query<AppealFacts>(APPEALS, [siteId, from, to])
  if (!facts) throw new Error('An aggregate without GROUP BY gave no row')
  return facts
}

const LOOKS = `
  SELECT count(*) AS total, count(*) FILTER (WHERE second = verdict) AS agreed FROM second_look
  WHERE site_id = $1 AND decided_at >= $2 AND decided_at < $3 AND answered_at IS NOT NULL AND second <> 'unsure' AND rule_id IS NULL`

/** How many decisions of people of some time were looked at a second time, and how often both came to the same. */
export async function countLooks(db: Db, siteId: string, { from, to }: Bounds): Promise<{ total: number; agreed: number }> {
  const [facts] = await db.query<{ total: number; agreed: number }>(LOOKS, [siteId, from, to])
  return facts ?? { total: 0, agreed: 0 }
}
