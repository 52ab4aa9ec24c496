import type { Queue, QueueSort } from '../../domain/queues'
import type { Values } from './comment-filter'

/**
 * The most rows a page is asked for (lib/contracts/queue.ts) and one more. It stands in the text so that a plan made for
 * any `limit` still expects a page and not a tenth of the table; no more rows than `limit` are read.
 */
export const LONGEST_PAGE = 101

/** Where a page ended: the key it was ordered by, as exact text, and the comment's id. */
export interface QueuePosition {
  key: string
  id: string
}

interface Order {
  /** The ORDER BY over the alias `c`; it ends in the id, so that equal keys lose no rows. */
  by: string
  /** The key of a row as exact text: a Date would cut microseconds, and a cursor would lose rows. */
  key: string
  /** What comes after a position: a row comparison, by which the index is entered at the place and walked from there. */
  after: (position: QueuePosition, values: Values) => string
  /** What comes before a position, and itself. */
  until: (position: QueuePosition, values: Values) => string
}

/** A key of an order by age as an instant. */
export const microseconds = (values: Values, key: string) =>
  `timestamptz 'epoch' + (${values.bind(key)}::text || ' microseconds')::interval`

/** The order along a column, and the id where it is equal; `read` binds a key of it. */
function along(column: string, direction: 'ASC' | 'DESC', key: string, read: (values: Values, key: string) => string): Order {
  const [beyond, within] = direction === 'ASC' ? ['>', '<='] : ['<', '>=']
  const compare = (operator: string) => (position: QueuePosition, values: Values) =>
    `(c.${column}, c.id) ${operator} (${read(values, position.key)}, ${values.bind(position.id)}::uuid)`
  return { by: `ORDER BY c.${column} ${direction}, c.id ${direction}`, key, after: compare(beyond), until: compare(within) }
}

const byTime = (column: string, direction: 'ASC' | 'DESC') =>
  along(column, direction, `(extract(epoch FROM c.${column}) * 1000000)::bigint::text`, microseconds)
const byFigure = (column: string, type: string) =>
  along(column, 'DESC', `c.${column}::text`, (values, key) => `${values.bind(key)}::${type}`)

const OLDEST = byTime('ordered_at', 'ASC')
const NEWEST = byTime('ordered_at', 'DESC')
const ACTIVITY = byTime('active_at', 'DESC')
const PRIORITY = byFigure('priority', 'float8')
const REPORTS = byFigure('open_reports', 'int')
const UNCIVIL = byFigure('suggested_uncivil', 'real')
const OFF_TOPIC = byFigure('suggested_off_topic', 'real')

/** An order of lib/domain/queues.ts, each along an index of its own. */
export function orderOf(queue: Queue, sort: QueueSort): Order {
  switch (sort) {
    case 'oldest':
      return OLDEST
    case 'newest':
      return NEWEST
    case 'priority':
      return PRIORITY
    case 'reports':
      return REPORTS
    case 'activity':
      return ACTIVITY
    case 'score':
      return queue === 'off_topic' ? OFF_TOPIC : UNCIVIL
  }
}
