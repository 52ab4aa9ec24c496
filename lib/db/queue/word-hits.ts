import type { Term } from '../../domain/search/terms'
import { cutWords, isTogether } from '../../domain/search/words'
import { writeWords, type CommentFilter, type Values } from './comment-filter'
import type { Db } from '../connection'
import type { Named } from './named-terms'
import { writeCut, type AgeCut } from './word-cut'

/**
 * With so many hits or fewer they are looked up, sorted and cut; with more, the queue is walked in its order and each comment
 * asked for the words. Both take about as long where they meet, and either is far better on its own side.
 */
export const FEW_HITS = 5000
/**
 * And this share of all comments is few, too: it is the most that PostgreSQL takes for granted of a word that its statistics do not know
 * (DEFAULT_TS_MATCH_SEL), and for a word that nobody wrote the walk would go through the whole site.
 */
const FEW_OF_ALL = 0.005
/** Where only one end of the hits is looked for, a few days of more of them are few as well. */
const FEW_OF_CUT = 0.05

/** Where the comments come from, and the terms that are still to be asked of each. */
interface Hits {
  terms: readonly Term[]
  source: string
}

type Words = Extract<Term, { field: 'words' }>

/**
 * Plans the words of a filter. Asked for the newest fifty directly, the planner walks the whole site by age for a word that
 * is rare, or sorts half of it for one that is common; so it is asked how many hits it expects first, and, where those are few and an
 * article or somebody is named, how many comments of theirs: whichever are fewer are looked at for the other.
 *
 * @param cut the page that is wanted, where nothing but words narrows it down
 * @param several the articles or people that are named, where those are not one
 */
export async function writeHits(
  db: Db,
  filter: CommentFilter,
  values: Values,
  cut: AgeCut | null = null,
  several: Named | null = null,
): Promise<Hits> {
  const wanted = filter.terms.filter((term): term is Words & { isNot: boolean } => term.field === 'words' && !term.isNot)
  if (wanted.length === 0) return withoutHits(filter)
  const { hits: expected, rarest, all } = await estimateHits(db, wanted)
  const few = Math.max(FEW_HITS, Math.ceil((cut === null ? FEW_OF_ALL : FEW_OF_CUT) * all))
  if (expected > few || (await estimateNamed(db, filter, several)) < expected) return withoutHits(filter)
  const others = filter.terms.filter((term) => term.field !== 'words')
  const unwanted = filter.terms.filter((term): term is Words & { isNot: boolean } => term.field === 'words' && term.isNot)
  const query = [...wanted.map((term) => writeWords(term, values)), ...unwanted.map((term) => `!! (${writeWords(term, values)})`)].join(
    ' && ',
  )
  const hits = `SELECT comment_id FROM comment_document WHERE site_id = $1 AND document @@ (${query})`
  const isCut = cut !== null && others.length === 0
  // Words of a phrase stand together far more often than the planner thinks.
  const picked = isCut ? writeCut(hits, cut, values, rarest) : `${hits} OFFSET 0`
  const source = `(
    SELECT c.* FROM (${picked}) d
    CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = $1 AND id = d.comment_id LIMIT 1) c OFFSET 0)`
  return { terms: others, source }
}

/** Whether what stands out is asked for, and nothing names fewer: it is looked up, by the index that holds nothing else. */
export function asksForFeatured({ article, commenter, terms }: Pick<CommentFilter, 'article' | 'commenter' | 'terms'>): boolean {
  return article === undefined && commenter === undefined && terms.some(isFeatured)
}

const isFeatured = (term: Term) => term.field === 'is' && term.fact === 'featured' && !term.isNot

function withoutHits(filter: CommentFilter): Hits {
  if (!asksForFeatured(filter)) return { terms: filter.terms, source: 'comment' }
  const source = '(SELECT * FROM comment WHERE site_id = $1 AND featured_at IS NOT NULL OFFSET 0)'
  return { terms: filter.terms.filter((term) => !isFeatured(term)), source }
}

/** Of the words of phrases so many are asked for one by one. */
const MOST_ASKED = 8

interface Estimate {
  hits: number
  /** Of that word of a phrase which stands in the fewest, by itself. */
  rarest: number
  all: number
}

/** How many comments the planner expects, by what it knows of the frequency of words, and of how many. */
async function estimateHits(db: Db, words: readonly Words[]): Promise<Estimate> {
  const split = ({ text }: Words) => cutWords(text)
  const ofPhrases = words.filter(isTogether).flatMap(split)
  const asked = [words.flatMap(split), ...ofPhrases.slice(0, MOST_ASKED).map((word) => [word])].map(asLiteral)
  const [row] = await db.query<{ 'QUERY PLAN': { Plan: { Plans: { 'Plan Rows': number }[] } }[] }>(
    `EXPLAIN (FORMAT JSON) SELECT 1 FROM comment_document UNION ALL
     ${asked.map((query) => `SELECT 1 FROM comment_document WHERE document @@ (${query})`).join(' UNION ALL ')}`,
  )
  const [all = 0, hits = 0, ...alone] = (row?.['QUERY PLAN'][0]?.Plan.Plans ?? []).map((plan) => plan['Plan Rows'])
  return { hits, rarest: alone.length === 0 ? hits : Math.min(...alone), all }
}

/** How many comments the planner expects of the articles or people that are named; where none are, as many as may be. */
async function estimateNamed(db: Db, { article, commenter }: CommentFilter, several: Named | null): Promise<number> {
  const kind = several?.kind ?? (article === undefined ? 'commenter' : 'article')
  const ids = several?.ids ?? [article ?? commenter].filter((id) => id !== undefined)
  if (ids.length === 0) return Infinity
  const literals = ids.map((id) => `'${id.replaceAll(/[^0-9a-f-]/gi, '')}'`)
  const [row] = await db.query<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }>(
    `EXPLAIN (FORMAT JSON) SELECT 1 FROM comment WHERE ${kind}_id IN (${literals.join(', ')})`,
  )
  return row?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? Infinity
}

/** EXPLAIN knows a parameter's value as little as anybody; words are written out, with nothing but letters and digits, and ids with theirs. */
const asLiteral = (words: readonly string[]) => (words.length === 0 ? `''::tsquery` : `plainto_tsquery('simple', '${words.join(' ')}')`)
