import type { Term } from '../../domain/search/terms'
import { writeWords, type CommentFilter, type Values } from './comment-filter'
import type { Db } from '../connection'

/**
 * With so many hits or fewer they are looked up, sorted and cut; with more, the queue is walked in its order and each comment
 * asked for the words. Both take about as long where they meet, and either is far better on its own side.
 */
const FEW_HITS = 5000
/**
 * And this share of all comments is few, too: it is the most that PostgreSQL takes for granted of a word that its statistics do not know
 * (DEFAULT_TS_MATCH_SEL), and for a word that nobody wrote the walk would go through the whole site.
 */
const FEW_OF_ALL = 0.005

/** Where the comments come from, and the terms that are still to be asked of each. */
interface Hits {
  terms: readonly Term[]
  source: string
}

type Words = Extract<Term, { field: 'words' }>

/** An order by age, in which the newest hits, or the oldest, can be cut before a comment is looked at. */
export interface AgeCut {
  from: 'newest' | 'oldest'
  /** Binds where the page before ended: an instant and an id. */
  after: (() => { at: string; id: string }) | null
  /** How many are wanted. */
  limit: number
}

/**
 * Plans the words of a filter. Asked for the newest fifty directly, the planner walks the whole site by age for a word that
 * is rare, or sorts half of it for one that is common; so it is asked how many hits it expects first.
 *
 * @param cut the page that is wanted, where nothing but words narrows it down
 */
export async function writeHits(db: Db, filter: CommentFilter, values: Values, cut: AgeCut | null = null): Promise<Hits> {
  const wanted = filter.terms.filter((term): term is Words & { isNot: boolean } => term.field === 'words' && !term.isNot)
  if (wanted.length === 0) return { terms: filter.terms, source: 'comment' }
  const { hits: expected, all } = await estimateHits(db, wanted)
  if (expected > Math.max(FEW_HITS, Math.ceil(FEW_OF_ALL * all))) return { terms: filter.terms, source: 'comment' }
  const others = filter.terms.filter((term) => term.field !== 'words')
  const unwanted = filter.terms.filter((term): term is Words & { isNot: boolean } => term.field === 'words' && term.isNot)
  const query = [...wanted.map((term) => writeWords(term, values)), ...unwanted.map((term) => `!! (${writeWords(term, values)})`)].join(
    ' && ',
  )
  const hits = `SELECT comment_id FROM comment_document WHERE site_id = $1 AND document @@ (${query})`
  const isCut = cut !== null && others.length === 0
  const picked = isCut
    ? writeCut(
        hits,
        cut,
        values,
        wanted.some((term) => term.isPhrase),
      )
    : `${hits} OFFSET 0`
  const source = `(
    SELECT c.* FROM (${picked}) d
    CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = $1 AND id = d.comment_id LIMIT 1) c OFFSET 0)`
  return { terms: others, source }
}

/** The end of the hits that is wanted. */
function writeCut(hits: string, { from, after, limit }: AgeCut, values: Values, isPhrase: boolean): string {
  const way = WAYS[from]
  const [place, most] = [after?.(), values.bind(limit)]
  // Said once more without the id, for the index by time.
  const rest = place
    ? `AND ordered_at ${way.beyond}= ${place.at} AND (ordered_at, comment_id) ${way.beyond} (${place.at}, ${place.id}::uuid)`
    : ''
  const end = `${rest} ORDER BY ordered_at ${way.direction}, comment_id ${way.direction} LIMIT ${most}`
  if (!isPhrase) return `${hits} ${end}`
  const parts = writeParts(place?.at ?? writeEdge(way.direction), way)
  return `${parts.named} SELECT comment_id FROM (${parts.conditions.map((part) => `(${hits} AND ${part} ${end})`).join(' UNION ALL ')}
    LIMIT ${most}) nearest`
}

const WAYS = {
  newest: { within: '>=', beyond: '<', back: '-', direction: 'DESC' },
  oldest: { within: '<=', beyond: '>', back: '+', direction: 'ASC' },
} as const

/**
 * All words of a phrase stand in thousands of comments, each on a page of its own that has to be looked at: so they are looked for in the
 * last thirtieth of the site's time, then in the last fourth, then in the rest, each cut out by an index over time. The parts are
 * read one after the other, and no further than the page is filled.
 */
function writeParts(start: string, { within, beyond, back }: (typeof WAYS)[keyof typeof WAYS]): { named: string; conditions: string[] } {
  const named = `WITH parts AS MATERIALIZED (SELECT start ${back} span / 30 AS near, start ${back} span / 4 AS far
      FROM (SELECT ${start} AS start, ${writeEdge('DESC')} - ${writeEdge('ASC')} AS span OFFSET 0) site)`
  const [near, far] = ['(SELECT near FROM parts)', '(SELECT far FROM parts)']
  const middle = `ordered_at ${beyond} ${near} AND ordered_at ${within} ${far}`
  return { named, conditions: [`ordered_at ${within} ${near}`, middle, `ordered_at ${beyond} ${far}`] }
}

/** When the site's newest comment was written, or its oldest. */
const writeEdge = (side: 'ASC' | 'DESC') =>
  `(SELECT ordered_at FROM comment WHERE site_id = $1 ORDER BY ordered_at ${side}, id ${side} LIMIT 1)`

/** How many comments the planner expects, by what it knows of the frequency of words, and of how many. */
async function estimateHits(db: Db, words: readonly Words[]): Promise<{ hits: number; all: number }> {
  const query = words.map((term) => wordsAsLiteral(term)).join(' && ')
  const [row] = await db.query<{ 'QUERY PLAN': { Plan: { Plans: { 'Plan Rows': number }[] } }[] }>(
    `EXPLAIN (FORMAT JSON) SELECT 1 FROM comment_document WHERE document @@ (${query}) UNION ALL SELECT 1 FROM comment_document`,
  )
  const [hits, all] = row?.['QUERY PLAN'][0]?.Plan.Plans ?? []
  return { hits: hits?.['Plan Rows'] ?? 0, all: all?.['Plan Rows'] ?? 0 }
}

/** EXPLAIN knows a parameter's value as little as anybody; the word is written out, with nothing but letters and digits. */
function wordsAsLiteral({ text }: Words): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length === 0 ? `''::tsquery` : `plainto_tsquery('simple', '${words.join(' ')}')`
}
