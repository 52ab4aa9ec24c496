import type { Term } from '../../domain/search/terms'
import { nameArticle, Values } from '../queue/comment-filter'
import type { Db } from '../connection'

/** Of so many articles the comments are looked for one by one; of more, the queue is walked and most of its rows match. */
const MOST_NAMED = 50

/** Articles that a search names, and the terms that are left when they are known. */
export interface NamedArticles {
  ids: string[]
  rest: readonly Term[]
}

/**
 * The articles that a part of a title stands for, looked up first: asked along with the comments, the planner expects half the
 * site behind any title and walks it by age. Null when no title is named, or one that many have.
 */
export async function findNamedArticles(db: Db, siteId: string, terms: readonly Term[]): Promise<NamedArticles | null> {
  const named = terms.find((term) => term.field === 'article' && !term.isNot)
  if (named?.field !== 'article') return null
  const values = new Values(siteId)
  const text = `SELECT id FROM article WHERE site_id = $1 AND (${nameArticle(named.text, values)}) LIMIT ${MOST_NAMED + 1}`
  const rows = await db.query<{ id: string }>(text, values.list, 'named-articles')
  return rows.length > MOST_NAMED ? null : { ids: rows.map(({ id }) => id), rest: terms.filter((term) => term !== named) }
}
