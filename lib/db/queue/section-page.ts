import type { QueueSort } from '../../domain/queues'
import type { Term } from '../../domain/search/terms'
import { nameSection, type CommentFilter, type Values } from './comment-filter'
import { LONGEST_PAGE } from './queue-order'

type Section = Extract<Term, { field: 'section' }> & { isNot: boolean }

/** Whether a term asks for a column that stands behind the order in the indexes of what waits. */
function isIndexed(term: Term): boolean {
  return term.field === 'language' || term.field === 'status' || (term.field === 'suggests' && term.kind !== null)
}

/**
 * The section of a filter of which little is left in it, because it is narrowed down twice more: in the order of the queue, all that
 * waits would be passed over. Undefined for every other filter, and where decided comments are asked for too.
 */
export function findRareSection({ queue, terms, status }: CommentFilter): Section | undefined {
  const narrowed = terms.filter((term) => !term.isNot && isIndexed(term)).length + (status.length > 0 ? 1 : 0)
  if (narrowed < 2 || queue === 'newest' || queue === 'mine') return undefined
  return terms.find((term): term is Section => term.field === 'section' && !term.isNot)
}

/** What waits in a section, article by article (comment_article_kinds). Takes the conditions along. */
export function writeOfSection(section: Section, conditions: string[], values: Values): string {
  return `(SELECT c.* FROM article a CROSS JOIN LATERAL (
      SELECT c.* FROM comment c WHERE ${conditions.splice(0).join(' AND ')} AND c.article_id = a.id OFFSET 0
    ) c WHERE a.site_id = $1 AND ${nameSection(section.text, values, 'a.section')} OFFSET 0)`
}

const INDEXED_SORTS: readonly QueueSort[] = ['priority', 'oldest', 'newest']

/** Whether all that is asked stands in the index of the order, which is that of all that waits. */
export function isIndexedWalk({ queue, sort, terms }: CommentFilter & { sort: QueueSort }): boolean {
  return queue === 'review' && INDEXED_SORTS.includes(sort) && terms.every((term) => term.field === 'section' || isIndexed(term))
}

/**
 * Whether a filter with a section can be answered within the index of its order, which holds the article too. What is passed over,
 * nineteen of twenty, is then not looked at in the table.
 */
export function isWithinIndex(query: CommentFilter & { sort: QueueSort }): boolean {
  const { article, commenter, terms } = query
  return article === undefined && commenter === undefined && terms.some((term) => term.field === 'section') && isIndexedWalk(query)
}

/** What little is left in a section, article by article within an index that ends in priority. */
export function writeRanked(section: Section, conditions: readonly string[], values: Values): string {
  return `SELECT c.id FROM article a CROSS JOIN LATERAL (
      SELECT c.id, c.priority FROM comment c WHERE ${conditions.join(' AND ')} AND c.article_id = a.id OFFSET 0
    ) c WHERE a.site_id = $1 AND ${nameSection(section.text, values, 'a.section')}`
}

/** The comments of a page whose ids are picked within an index: no more of them are looked at than it shows. */
export const writePage = (picked: string, by: string, limit: string) => `
    SELECT c.* FROM (SELECT c.id FROM (${picked} ${by} LIMIT ${LONGEST_PAGE}) c LIMIT ${limit}) picked
    CROSS JOIN LATERAL (SELECT * FROM comment WHERE site_id = $1 AND id = picked.id LIMIT 1) c`
