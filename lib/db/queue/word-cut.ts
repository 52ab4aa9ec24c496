import type { Values } from './comment-filter'

/** An order by age, in which the newest hits, or the oldest, can be cut before a comment is looked at. */
export interface AgeCut {
  from: 'newest' | 'oldest'
  /** Binds where the page before ended: an instant and an id. */
  after: (() => { at: string; id: string }) | null
  /** How many are wanted. */
  limit: number
}

/** With so many times what is wanted or fewer, all hits are looked up at once. */
const FEW_PAGES = 10
/** Weeks that are looked at one by one; what is older is looked up at once. */
const MOST_WEEKS = 60

const WAYS = {
  newest: { beyond: '<', back: '-', direction: 'DESC' },
  oldest: { beyond: '>', back: '+', direction: 'ASC' },
} as const

/**
 * The end of the hits that is wanted. To go through all hits of a word takes longer the more there are: so they are looked for week by
 * week, which is within the index (migration words_by_week), one week after the other and no further than the page is filled.
 *
 * @param expected how many hits there may be
 */
export function writeCut(hits: string, { from, after, limit }: AgeCut, values: Values, expected: number): string {
  const { beyond, back, direction } = WAYS[from]
  const [place, most] = [after?.(), values.bind(limit)]
  const rest = place ? `AND (ordered_at, comment_id) ${beyond} (${place.at}, ${place.id}::uuid)` : ''
  const end = `${rest} ORDER BY ordered_at ${direction}, comment_id ${direction} LIMIT ${most}`
  if (expected <= FEW_PAGES * limit) return `${hits} ${end}`
  const week = (at: string) => `date_bin('7 days', ${at}, timestamptz '2000-01-03 00:00:00+00')`
  const nth = (n: string) => `(SELECT week FROM first) ${back} ${n} * interval '7 days'`
  const older = from === 'newest' ? `ordered_at < ${nth(String(MOST_WEEKS - 1))}` : `ordered_at >= ${nth(String(MOST_WEEKS))}`
  return `WITH first AS MATERIALIZED (SELECT ${week(place?.at ?? writeEdge(direction))} AS week)
    SELECT comment_id FROM (
      SELECT d.comment_id FROM generate_series(0, least(${MOST_WEEKS - 1}, ${writeAge()})) n
      CROSS JOIN LATERAL (${hits} AND ${week('ordered_at')} = ${nth('n')} ${end}) d
      UNION ALL (${hits} AND ${older} ${end})
      LIMIT ${most}) nearest`
}

/** When the site's newest comment was written, or its oldest. */
const writeEdge = (side: 'ASC' | 'DESC') =>
  `(SELECT ordered_at FROM comment WHERE site_id = $1 ORDER BY ordered_at ${side}, id ${side} LIMIT 1)`

/** The weeks from one to the other, and one more for those that are cut. */
const writeAge = () => `(extract(epoch FROM ${writeEdge('DESC')} - ${writeEdge('ASC')}) / 604800)::int + 1`
