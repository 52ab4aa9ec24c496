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
/** With so many times what is wanted or more, a week holds far more than that. */
const MANY_PAGES = 100
/** Days that are looked at one by one where hits are many, and then weeks; what is older is looked up at once. */
const MOST_DAYS = 14
const MOST_WEEKS = 60

const WAYS = {
  newest: { beyond: '<', back: '-', direction: 'DESC' },
  oldest: { beyond: '>', back: '+', direction: 'ASC' },
} as const

/** The day or week of a time, as the index over words says it (migration words_by_day). */
const bin = (length: '1 day' | '7 days', at: string) => `date_bin('${length}', ${at}, timestamptz '2000-01-03 00:00:00+00')`

/**
 * The end of the hits that is wanted. To go through all hits of a word takes longer the more there are: so they are looked for week by
 * week, or first day by day where a week holds too many, which is within the index; one after the other and no further than the page
 * is filled.
 *
 * @param expected how many hits there may be
 */
export function writeCut(hits: string, { from, after, limit }: AgeCut, values: Values, expected: number): string {
  const { beyond, back, direction } = WAYS[from]
  const [place, most] = [after?.(), values.bind(limit)]
  const rest = place ? `AND (ordered_at, comment_id) ${beyond} (${place.at}, ${place.id}::uuid)` : ''
  const end = `${rest} ORDER BY ordered_at ${direction}, comment_id ${direction} LIMIT ${most}`
  if (expected <= FEW_PAGES * limit) return `${hits} ${end}`
  const days = expected >= MANY_PAGES * limit ? MOST_DAYS : 0
  /** What lies behind so many days or weeks, the first of them counted. */
  const behind = (length: 'day' | 'week', count: number) => {
    const edge = `(SELECT ${length} FROM first) ${back} ${from === 'newest' ? count - 1 : count} * interval '1 ${length}'`
    return `AND ordered_at ${from === 'newest' ? '<' : '>='} ${edge}`
  }
  const nth = (length: 'day' | 'week') =>
    `${bin(length === 'day' ? '1 day' : '7 days', 'ordered_at')} = (SELECT ${length} FROM first) ${back} n * interval '1 ${length}'`
  const inDays = `SELECT d.comment_id FROM generate_series(0, ${days - 1}) n CROSS JOIN LATERAL (${hits} AND ${nth('day')} ${end}) d UNION ALL`
  const later = days > 0 ? behind('day', days) : ''
  return `WITH first AS MATERIALIZED (SELECT day, ${bin('7 days', `day ${back} interval '${days} days'`)} AS week
      FROM (SELECT ${bin('1 day', place?.at ?? writeEdge(direction))} AS day) start)
    SELECT comment_id FROM (${days > 0 ? inDays : ''}
      SELECT w.comment_id FROM generate_series(0, least(${MOST_WEEKS - 1}, ${writeAge()})) n
      CROSS JOIN LATERAL (${hits} AND ${nth('week')} ${later} ${end}) w
      UNION ALL (${hits} ${behind('week', MOST_WEEKS)} ${later} ${end})
      LIMIT ${most}) nearest`
}

/** When the site's newest comment was written, or its oldest. */
const writeEdge = (side: 'ASC' | 'DESC') =>
  `(SELECT ordered_at FROM comment WHERE site_id = $1 ORDER BY ordered_at ${side}, id ${side} LIMIT 1)`

/** The weeks from one to the other, and one more for those that are cut. */
const writeAge = () => `(extract(epoch FROM ${writeEdge('DESC')} - ${writeEdge('ASC')}) / 604800)::int + 1`
