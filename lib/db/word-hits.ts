import type { Term } from '../domain/search/terms'
import { writeWords, type CommentFilter, type Values } from './comment-filter'
import type { Db } from './connection'

/**
 * With so many hits or fewer they are looked up, sorted and cut; with more, the queue is walked in its order and each comment
 * asked for the words. Both take about as long where they meet, and either is far better on its own side.
 */
const FEW_HITS = 5000

/** Where the comments come from, and the terms that are still to be asked of each. */
interface Hits {
  terms: readonly Term[]
  source: string
}

type Words = Extract<Term, { field: 'words' }>

/** An order by age, in which the newest hits can be cut before a comment is looked at. */
export interface AgeCut {
  by: string
  after: (() => string) | null
  limit: number
}

/**
 * Plans the words of a filter. Asked for the newest fifty directly, the planner walks the whole site by age for a word that
 * is rare, or sorts half of it for one that is common; so it is asked how many hits it expects first.
 *
 * @param cut the page that is wanted, where nothing but words narrows it down: over the columns ordered_at and comment_id
 */
export async function writeHits(db: Db, filter: CommentFilter, values: Values, cut: AgeCut | null = null): Promise<Hits> {
  const wanted = filter.terms.filter((term): term is Words & { isNot: boolean } => term.field === 'words' && !term.isNot)
  if (wanted.length === 0) return { terms: filter.terms, source: 'comment' }
  if ((await estimateHits(db, wanted)) > FEW_HITS) return { terms: filter.terms, source: 'comment' }
  const others = filter.terms.filter((term) => term.field !== 'words')
  const unwanted = filter.terms.filter((term): term is Words & { isNot: boolean } => term.field === 'words' && term.isNot)
  const query = [...wanted.map((term) => writeWords(term, values)), ...unwanted.map((term) => `!! (${writeWords(term, values)})`)].join(
    ' && ',
  )
  const isCut = cut !== null && others.length === 0
  const end = isCut ? `${cut.after === null ? '' : `AND ${cut.after()}`} ${cut.by} LIMIT ${cut.limit}` : 'OFFSET 0'
  const source = `(
    SELECT c.* FROM (SELECT comment_id FROM comment_document WHERE site_id = $1 AND document @@ (${query}) ${end}) d
    CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = $1 AND id = d.comment_id LIMIT 1) c OFFSET 0)`
  return { terms: others, source }
}

/** How many comments the planner expects, by what it knows of the frequency of words. */
async function estimateHits(db: Db, words: readonly Words[]): Promise<number> {
  const query = words.map((term) => wordsAsLiteral(term)).join(' && ')
  const [row] = await db.query<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }>(
    `EXPLAIN (FORMAT JSON) SELECT 1 FROM comment_document WHERE document @@ (${query})`,
  )
  return row?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0
}

/** EXPLAIN knows a parameter's value as little as anybody; the word is written out, with nothing but letters and digits. */
function wordsAsLiteral({ text }: Words): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length === 0 ? `''::tsquery` : `plainto_tsquery('simple', '${words.join(' ')}')`
}
