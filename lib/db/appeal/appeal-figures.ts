import type { AppealFigures } from '../../contracts/appeal'
import type { Db } from '../connection'

// What came in within the days, by the index over when appeals were received; few, so they are read rather than counted beforehand.
const RECEIVED = `SELECT outcome, received_at, answered_at, decision_id FROM appeal WHERE site_id = $1 AND received_at >= $2 AND received_at < $3`

const SUMS = `
  SELECT count(*) AS received, count(*) FILTER (WHERE outcome = 'granted') AS granted, count(*) FILTER (WHERE outcome = 'upheld') AS upheld,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM answered_at - received_at))
      FILTER (WHERE outcome IN ('granted', 'upheld'))::float8 AS "medianAnswerSeconds"
  FROM (${RECEIVED}) a`

/** The reasons with the most appeals; more nobody reads. */
const MAX_REASONS = 5

const REASONS = `
  SELECT coalesce(d.reason, d.mark_kind::text, d.mark::text) AS reason, count(*) AS appeals, count(*) FILTER (WHERE a.outcome = 'granted') AS granted
  FROM (${RECEIVED}) a
  CROSS JOIN LATERAL (SELECT reason, mark_kind, mark FROM decision WHERE site_id = $1 AND id BETWEEN a.decision_id AND a.decision_id ORDER BY id LIMIT 1) d
  WHERE a.outcome IN ('granted', 'upheld')
  GROUP BY 1 ORDER BY granted DESC, appeals DESC, 1 LIMIT ${MAX_REASONS}`

/** The appeals of some days and what became of them by now; by reasons, those that people have answered. */
export async function readAppealFigures(db: Db, siteId: string, { from, to }: { from: Date; to: Date }): Promise<AppealFigures> {
  const [[sums], reasons] = await Promise.all([
    db.query<Omit<AppealFigures, 'reasons'>>(SUMS, [siteId, from, to], 'appeal-figures'),
    db.query<AppealFigures['reasons'][number]>(REASONS, [siteId, from, to], 'appeal-reasons'),
  ])
  return { received: 0, granted: 0, upheld: 0, medianAnswerSeconds: null, ...sums, reasons }
}
