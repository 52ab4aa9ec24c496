import type { QueueSort } from '../../domain/queues'
import { selectRows, toRow, type CommentRow, type RowRecord } from '../comment/comment-read'
import { Values, writeConditions, type CommentFilter } from './comment-filter'
import type { Db } from '../connection'
import { findNamed, type Named } from './named-terms'
import { LONGEST_PAGE, microseconds, orderOf, type Order, type QueuePosition } from './queue-order'
import { REVIEW_PREDICATE } from './queue-predicates'
import { findRareGroups, writeOfGroups } from './rare-page'
import { findRareSection, isIndexedWalk, isWithinIndex, writeOfSection, writePage, writeRanked } from './section-page'
import { asksForTraits, type Group } from './traits'
import type { AgeCut } from './word-cut'
import { asksForFeatured, writeHits } from './word-hits'
import { isPickedByAge, writeYoung } from './young-page'

interface QueuePageQuery extends CommentFilter {
  sort: QueueSort
  /** Where the page before ended. */
  after: QueuePosition | null
  limit: number
}

/** A comment of a page, and where that stands in its order. */
export interface FoundRow {
  row: CommentRow
  position: QueuePosition
}

/** The next `limit` comments of a queue after a position, in the order asked for, each with its own position. */
export async function listQueueRows(db: Db, asked: QueuePageQuery): Promise<FoundRow[]> {
  const named = await findNamed(db, asked)
  if (named?.ids.length === 0) return []
  const [only, ...others] = named?.ids ?? []
  if (named && others.length > 0) return (await readPage(db, { ...asked, terms: named.rest }, { several: named })).rows
  const query = named === null ? asked : { ...asked, terms: named.rest, [named.kind]: only }
  const near = await readPage(db, query, { isNear: isLongWalk(query) })
  if (near.isAll || near.rows.length === query.limit || !(await goesOn(db, query))) return near.rows
  const groups = await findRareGroups(db, query)
  if (groups?.length === 0) return []
  return (await readPage(db, query, { groups })).rows
}

/** Where the comments of a page are looked for. */
interface Places {
  /** With those of these articles or people. */
  several?: Named
  /** Among the first of the order asked for, where that is walked. */
  isNear?: boolean
  /** Among those of these groups. */
  groups?: Group[] | null
}

/** A page, and whether all was looked at that may be on it. */
async function readPage(db: Db, query: QueuePageQuery, places: Places): Promise<{ rows: FoundRow[]; isAll: boolean }> {
  const values = new Values(query.siteId)
  const { text, order, isAll } = await writePicked(db, query, values, places)
  const picked = `SELECT c.*, ${order.key} AS sort_key FROM (${text} ${order.by} LIMIT ${LONGEST_PAGE}) c LIMIT ${values.bind(query.limit)}`
  const statement = selectRows(picked, 'c.sort_key')
  const records = await db.query<RowRecord & { sort_key: string }>(statement, values.list, isKept(statement) ? 'queue-page' : undefined)
  const rows = records.map((record) => {
    const row = toRow(record)
    return { row, position: { key: record.sort_key, id: row.id } }
  })
  return { rows, isAll }
}

/** A page is walked so far before it is asked whether next to nothing matches: a millisecond. */
const NEAR = 3000

/** Whether the order may have to be walked for long: what is left is not looked up by what it is narrowed down to, and the groups tell it. */
function isLongWalk(query: QueuePageQuery): boolean {
  const isShort =
    query.article !== undefined || query.commenter !== undefined || isWithinIndex(query) || isPickedByAge(query) || asksForFeatured(query)
  return asksForTraits(query) && !isShort && findRareSection(query) === undefined
}

/** Those of the first of an order that match. Walked whatever the planner expects of the filter, and within the index where that tells. */
function writeNear(query: QueuePageQuery, order: Order, values: Values): string {
  const terms = query.terms.filter((term) => !isOfTime(term))
  const isIndexed = isIndexedWalk({ ...query, terms })
  const columns = isIndexed
    ? 'c.site_id, c.id, c.priority, c.ordered_at, c.article_id, c.language, c.status, c.suggested_uncivil_kind'
    : 'c.*'
  const first = `(SELECT ${columns} FROM ${writeWalk(query, order, values)} LIMIT ${NEAR}) c`
  // Of these it is known that they are of the queue, by columns that the index does not have.
  const where = writeConditions({ ...query, queue: 'newest', terms }, values).join(' AND ')
  return isIndexed
    ? writePage(`SELECT c.id FROM ${first} WHERE ${where}`, order.by, values.bind(query.limit))
    : `SELECT c.* FROM ${first} WHERE ${where}`
}

/** Whether the order goes on behind those. */
async function goesOn(db: Db, query: QueuePageQuery): Promise<boolean> {
  const values = new Values(query.siteId)
  const walk = writeWalk(query, orderOf(query.queue, query.sort), values)
  const [beyond] = await db.query(`SELECT 1 AS beyond FROM ${walk} OFFSET ${NEAR} LIMIT 1`, values.list, 'queue-beyond')
  return beyond !== undefined
}

/** All that is walked in an order. */
function writeWalk(query: QueuePageQuery, order: Order, values: Values): string {
  const conditions = writeConditions({ ...query, status: [], terms: query.terms.filter(isOfTime) }, values)
  if (isOverAll(query)) conditions.push(REVIEW_PREDICATE)
  const source = writeYoung(query, 'comment', conditions, values)
  if (query.after) conditions.push(order.after(query.after, values))
  return `${source} c WHERE ${conditions.join(' AND ')} ${order.by}`
}

/** The order itself is begun or ended by these. */
const isOfTime = ({ field }: CommentFilter['terms'][number]) => field === 'time' || field === 'age'

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
async function writePicked(db: Db, query: QueuePageQuery, values: Values, { several, isNear, groups }: Places) {
  const order = orderOf(query.queue, query.sort)
  const { terms, source } = groups
    ? { terms: query.terms, source: writeOfGroups(groups, values) }
    : await writeHits(db, query, values, several ? null : cutByAge(query, values), several ?? null)
  const isLookedUp = source !== 'comment'
  if (isNear && !isLookedUp) return { text: writeNear(query, order, values), order, isAll: false }
  const isAll = true
  const section = isLookedUp || several ? undefined : findRareSection({ ...query, terms })
  const conditions = writeConditions({ ...query, terms: terms.filter((term) => term !== section) }, values)
  if (isOverAll(query) || section !== undefined) conditions.push(REVIEW_PREDICATE)
  const place = query.after ? [order.after(query.after, values)] : []
  if (several && !isLookedUp) {
    const text =
      query.queue === 'newest'
        ? `SELECT c.* FROM ${writeMerged(several, place, query.sort, values)} c WHERE ${conditions.join(' AND ')}`
        : writeOfEach(several, query.limit, [...conditions, ...place], order.by, values)
    return { text, order, isAll }
  }
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
  if (isWithin && (section === undefined || isRanked)) {
    const ids = section === undefined ? `SELECT c.id FROM comment c ${where}` : writeRanked(section, conditions, values)
    return { text: writePage(ids, order.by, values.bind(query.limit)), order, isAll }
  }
  return { text: `SELECT c.* FROM ${inner} c ${where}`, order, isAll }
}

/** A page of each of some articles or people, which together hold the page of all of them. */
function writeOfEach({ kind, ids }: Named, limit: number, conditions: readonly string[], by: string, values: Values): string {
  const where = [...conditions, `c.${kind}_id = named.id`].join(' AND ')
  return `SELECT c.* FROM unnest(${values.bind(ids)}::uuid[]) AS named (id) CROSS JOIN LATERAL (
      SELECT c.* FROM (SELECT c.* FROM comment c WHERE ${where} ${by} LIMIT ${LONGEST_PAGE}) c LIMIT ${values.bind(limit)}
    ) c`
}

/**
 * All comments of some articles or people, by age, as each of them has an index: they are merged, and asked for the rest of the filter only
 * when their turn comes (OFFSET 0 keeps it from being asked before). Those of the same time are put in order when they are merged: the
 * index over what somebody wrote has no id, and to sort by it for each of them would read dozens of everybody.
 */
function writeMerged({ kind, ids }: Named, place: readonly string[], sort: QueueSort, values: Values): string {
  const where = ['c.site_id = $1', ...place, `c.${kind}_id = `].join(' AND ')
  const way = sort === 'oldest' ? 'ASC' : 'DESC'
  const byTime = `ORDER BY c.ordered_at ${way}`
  const ofEach = fillUp(ids).map((id) => `(SELECT c.* FROM comment c WHERE ${where}${values.bind(id)}::uuid ${byTime} OFFSET 0)`)
  return `(SELECT c.* FROM (${ofEach.join(' UNION ALL ')}) c ${byTime}, c.id ${way} OFFSET 0)`
}

/** As many as the next power of two, so that there are few such statements; nobody has the last of the ids. */
function fillUp(ids: readonly string[]): string[] {
  const wanted = 2 ** Math.ceil(Math.log2(ids.length))
  return [...ids, ...Array<string>(wanted - ids.length).fill('00000000-0000-0000-0000-000000000000')]
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
