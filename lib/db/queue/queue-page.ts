import type { QueueSort } from '../../domain/queues'
import { selectRows, toRow, type CommentRow, type RowRecord } from '../comment/comment-read'
import { Values, writeConditions, type CommentFilter } from './comment-filter'
import type { Db } from '../connection'
import { findNamed, type Named } from './named-terms'
import { LONGEST_PAGE, microseconds, orderOf, type QueuePosition } from './queue-order'
import { REVIEW_PREDICATE } from './queue-predicates'
import { findRareGroups, writeOfGroups } from './rare-page'
import { findRareSection, isWithinIndex, writeOfSection, writeRanked, writeWithinIndex } from './section-page'
import { asksForTraits, type Group } from './traits'
import type { AgeCut } from './word-cut'
import { writeHits } from './word-hits'
import { writeYoung } from './young-page'

interface QueuePageQuery extends CommentFilter {
  sort: QueueSort
  /** Where the page before ended. */
  after: QueuePosition | null
  limit: number
}

interface Row {
  row: CommentRow
  position: QueuePosition
}

/** The next `limit` comments of a queue after a position, in the order asked for, each with its own position. */
export async function listQueueRows(db: Db, asked: QueuePageQuery): Promise<Row[]> {
  const named = await findNamed(db, asked)
  if (named?.ids.length === 0) return []
  const [only, ...others] = named?.ids ?? []
  if (named && others.length > 0) return (await readPage(db, { ...asked, terms: named.rest }, { several: named })).rows
  const query = named === null ? asked : { ...asked, terms: named.rest, [named.kind]: only }
  const until = await findEnd(db, query)
  const near = await readPage(db, query, { until })
  if (near.isAll || near.rows.length === query.limit) return near.rows
  const groups = await findRareGroups(db, query)
  if (groups?.length === 0) return []
  return (await readPage(db, query, { groups })).rows
}

/** Where the comments of a page are looked for. */
interface Places {
  /** With those of these articles or people. */
  several?: Named
  /** No further than here, in the order asked for. */
  until?: QueuePosition | null
  /** Among those of these groups. */
  groups?: Group[] | null
}

/** A page, and whether it is all that there is, as far as it was asked for. */
async function readPage(db: Db, query: QueuePageQuery, places: Places): Promise<{ rows: Row[]; isAll: boolean }> {
  const values = new Values(query.siteId)
  const { text, order, isAll } = await writePicked(db, query, values, places)
  const picked = `SELECT c.*, ${order.key} AS sort_key FROM (${text} ${order.by} LIMIT ${LONGEST_PAGE}) c LIMIT ${values.bind(query.limit)}`
  const statement = selectRows(picked, 'c.sort_key')
  const records = await db.query<RowRecord & { sort_key: string }>(statement, values.list, isKept(statement) ? 'queue-page' : undefined)
  return { rows: records.map((record) => ({ row: toRow(record), position: { key: record.sort_key, id: record.id } })), isAll }
}

/** A page is walked so far before it is asked whether next to nothing matches: a millisecond. */
const NEAR = 3000

/**
 * Where a walk along the order asked for should be over: a page that is not full until then is one of a filter that little matches. Null
 * where nothing lies beyond, or the walk is a short one anyway.
 */
async function findEnd(db: Db, query: QueuePageQuery): Promise<QueuePosition | null> {
  const { article, commenter, terms, after } = query
  const isShort = article !== undefined || commenter !== undefined || isWithinIndex(query) || findRareSection(query) !== undefined
  if (isShort || !asksForTraits(query)) return null
  const order = orderOf(query.queue, query.sort)
  const values = new Values(query.siteId)
  const whenever = { ...query, status: [], terms: terms.filter(({ field }) => field === 'time' || field === 'age') }
  const conditions = writeConditions(whenever, values)
  if (isOverAll(query)) conditions.push(REVIEW_PREDICATE)
  // What is picked by its age is not walked.
  if (writeYoung(whenever, 'comment', conditions, values) !== 'comment') return null
  if (after) conditions.push(order.after(after, values))
  const [end] = await db.query<QueuePosition>(
    `SELECT ${order.key} AS key, c.id FROM comment c WHERE ${conditions.join(' AND ')} ${order.by} OFFSET ${NEAR} LIMIT 1`,
    values.list,
    'queue-end',
  )
  return end ?? null
}

/** Statements that each connection keeps the plan of; planning takes as long as a page. Newsrooms use few kinds of filters. */
const MOST_KEPT = 100
const kept = new Set<string>()

/** Whether a statement is one of those: the first so many kinds that were asked for. */
function isKept(statement: string): boolean {
  if (kept.size < MOST_KEPT) kept.add(statement)
  return kept.has(statement)
}

/**
 * Whether an order has one index for all queues, over all that waits: the predicate is then said again as that index says it. What is
 * reported has an index by activity of its own; said in both ways, the planner expects so little of it that it reads and sorts it all.
 */
function isOverAll({ queue, sort }: QueuePageQuery): boolean {
  if (sort === 'activity') return queue !== 'reported'
  return sort === 'priority' || sort === 'reports'
}

/** The statement that picks the comments, before it is ordered and cut; where several articles or people are named, of those. */
async function writePicked(db: Db, query: QueuePageQuery, values: Values, { several, until, groups }: Places) {
  const order = orderOf(query.queue, query.sort)
  const { terms, source } = groups
    ? { terms: query.terms, source: writeOfGroups(groups, values) }
    : await writeHits(db, query, values, several ? null : cutByAge(query, values), several ?? null)
  const isLookedUp = source !== 'comment'
  const section = isLookedUp || several ? undefined : findRareSection({ ...query, terms })
  const conditions = writeConditions({ ...query, terms: terms.filter((term) => term !== section) }, values)
  if (isOverAll(query) || section !== undefined) conditions.push(REVIEW_PREDICATE)
  const place = query.after ? [order.after(query.after, values)] : []
  const isAll = isLookedUp || !until
  if (until && !isAll) place.push(order.until(until, values))
  if (several && !isLookedUp) return { text: writeOfEach(several, query.limit, [...conditions, ...place], order.by, values), order, isAll }
  // Hits are looked up once, and not for each of those who are named.
  if (several) conditions.push(`c.${several.kind}_id = ANY(${values.bind(several.ids)}::uuid[])`)
  const isWithin = !isLookedUp && isWithinIndex({ ...query, terms })
  const isRanked = isWithin && query.sort === 'priority'
  const inner =
    section === undefined || isRanked
      ? writeYoung({ ...query, terms }, source, conditions, values)
      : writeOfSection(section, conditions, values)
  conditions.push(...place)
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  if (section !== undefined && isRanked) return { text: writeRanked(section, conditions, order.by, values), order, isAll }
  if (section === undefined && isWithin) return { text: writeWithinIndex(where, order.by), order, isAll }
  return { text: `SELECT c.* FROM ${inner} c ${where}`, order, isAll }
}

/** A page of each of some articles or people, which together hold the page of all of them. */
function writeOfEach({ kind, ids }: Named, limit: number, conditions: readonly string[], by: string, values: Values): string {
  const where = [...conditions, `c.${kind}_id = named.id`].join(' AND ')
  return `SELECT c.* FROM unnest(${values.bind(ids)}::uuid[]) AS named (id) CROSS JOIN LATERAL (
      SELECT c.* FROM (SELECT c.* FROM comment c WHERE ${where} ${by} LIMIT ${LONGEST_PAGE}) c LIMIT ${values.bind(limit)}
    ) c`
}

/** The page among the words' own rows, where the whole site is searched by age and nothing else is asked. */
function cutByAge({ queue, sort, article, commenter, status, terms, after, limit }: QueuePageQuery, values: Values): AgeCut | null {
  const isPlain =
    queue === 'newest' &&
    article === undefined &&
    commenter === undefined &&
    status.length === 0 &&
    terms.every((term) => term.field === 'words')
  if (!isPlain || !terms.some((term) => !term.isNot)) return null
  return {
    from: sort === 'oldest' ? 'oldest' : 'newest',
    after: after && (() => ({ at: microseconds(values, after.key), id: values.bind(after.id) })),
    limit,
  }
}
