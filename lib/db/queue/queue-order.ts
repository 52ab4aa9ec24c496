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

export interface Order {
  /** The ORDER BY over the alias `c`; it ends in the id, so that equal keys lose no rows. */
  by: string
  /** The key of a row as exact text: a Date would cut microseconds, and a cursor would lose rows. */
  key: string
  /** What comes after a position: a row comparison, by which the index is entered at the place and walked from there. */
  after: (position: QueuePosition, values: Values) => string
}

const MICROSECONDS = '(extract(epoch FROM c.ordered_at) * 1000000)::bigint::text'
/** A key of an order by age as an instant. */
export const microseconds = (values: Values, key: string) =>
  `timestamptz 'epoch' + (${values.bind(key)}::text || ' microseconds')::interval`

const OLDEST: Order = {
  by: 'ORDER BY c.ordered_at, c.id',
  key: MICROSECONDS,
  after: ({ key, id }, values) => `(c.ordered_at, c.id) > (${microseconds(values, key)}, ${values.bind(id)}::uuid)`,
}
const NEWEST: Order = {
  by: 'ORDER BY c.ordered_at DESC, c.id DESC',
  key: MICROSECONDS,
  after: ({ key, id }, values) => `(c.ordered_at, c.id) < (${microseconds(values, key)}, ${values.bind(id)}::uuid)`,
}

function descending(column: string, type: string): Order {
  return {
    by: `ORDER BY c.${column} DESC, c.id DESC`,
    key: `c.${column}::text`,
    after: ({ key, id }, values) => `(c.${column}, c.id) < (${values.bind(key)}::${type}, ${values.bind(id)}::uuid)`,
  }
}

const ACTIVITY: Order = {
  by: 'ORDER BY c.active_at DESC, c.id DESC',
  key: '(extract(epoch FROM c.active_at) * 1000000)::bigint::text',
  after: ({ key, id }, values) => `(c.active_at, c.id) < (${microseconds(values, key)}, ${values.bind(id)}::uuid)`,
}
const PRIORITY = descending('priority', 'float8')
const REPORTS = descending('open_reports', 'int')
const UNCIVIL = descending('suggested_uncivil', 'real')
const OFF_TOPIC = descending('suggested_off_topic', 'real')

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
