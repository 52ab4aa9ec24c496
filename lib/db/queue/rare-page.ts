import type { Db } from '../connection'
import type { CommentFilter, Values } from './comment-filter'
import { asksForTraits, LANGUAGE, mayMatch, TRAITS, type Group } from './traits'
import { FEW_HITS } from './word-hits'

const FIRST = 'ORDER BY 1, 2 LIMIT 1'
const NEXT = `SELECT ${TRAITS} AS traits, ${LANGUAGE} AS language FROM comment c WHERE c.site_id = $1`
// A step from one group to the next along the index, however many comments each has.
const THERE = `
  WITH RECURSIVE there AS (
    (${NEXT} ${FIRST})
    UNION ALL
    SELECT next.traits, next.language FROM there
    CROSS JOIN LATERAL (${NEXT} AND (${TRAITS}, ${LANGUAGE}) > (there.traits, there.language) ${FIRST}) next
  )
  SELECT traits, language FROM there`

/** All comments of some groups. */
const OF_GROUPS = (columns: string, traits: string, languages: string) => `
  SELECT c.* FROM unnest(${traits}::int[], ${languages}::text[]) AS one (traits, language) CROSS JOIN LATERAL (
    SELECT ${columns} FROM comment c WHERE c.site_id = $1 AND ${TRAITS} = one.traits AND ${LANGUAGE} = one.language OFFSET 0
  ) c`
const COUNT = `SELECT count(*) AS count FROM (${OF_GROUPS('1', '$2', '$3')} LIMIT ${FEW_HITS + 1}) counted`

/**
 * The groups of comments that may match a filter, where those hold few comments: these are then looked up and sorted, and no order is walked
 * for what next to nothing matches. None at all where nothing can match; null where they are many, or nothing is asked that the groups tell.
 */
export async function findRareGroups(db: Db, filter: CommentFilter): Promise<Group[] | null> {
  if (!asksForTraits(filter)) return null
  const there = await db.query<Group>(THERE, [filter.siteId], 'groups-there')
  const groups = there.filter((group) => mayMatch(filter, group))
  if (groups.length === 0) return groups
  const [row] = await db.query<{ count: number }>(COUNT, [filter.siteId, ...listed(groups)], 'count-of-groups')
  return (row?.count ?? 0) <= FEW_HITS ? groups : null
}

/** The comments of some groups, as a source. */
export function writeOfGroups(groups: readonly Group[], values: Values): string {
  const [traits, languages] = listed(groups)
  return `(${OF_GROUPS('c.*', values.bind(traits), values.bind(languages))} OFFSET 0)`
}

const listed = (groups: readonly Group[]) => [groups.map(({ traits }) => traits), groups.map(({ language }) => language)] as const
