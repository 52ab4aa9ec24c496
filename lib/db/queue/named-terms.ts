import type { Term } from '../../domain/search/terms'
import type { Db } from '../connection'
import { nameArticle, nameCommenter, Values, type CommentFilter } from './comment-filter'

/** Of so many articles or people the comments are looked for one by one; of more, the queue is walked and most of its rows match. */
const MOST_NAMED = 50

/** What a search names, and the terms that are left when it is known. */
export interface Named {
  kind: 'article' | 'commenter'
  ids: string[]
  rest: readonly Term[]
}

type Naming = Extract<Term, { field: 'article' | 'author' }> & { isNot: boolean }

/**
 * The articles that a part of a title stands for, or the people that a part of a name does, looked up first: asked along with the
 * comments, the planner expects half the site behind any title and walks it by age, and sorts all that somebody ever wrote. Null when
 * none is named, or what many are called.
 */
export async function findNamed(db: Db, { siteId, article, commenter, terms }: CommentFilter): Promise<Named | null> {
  for (const term of terms) {
    if (!isNaming(term) || (term.field === 'article' ? article : commenter) !== undefined) continue
    const ids = await listNamed(db, siteId, term)
    const kind = term.field === 'article' ? 'article' : 'commenter'
    if (ids.length <= MOST_NAMED) return { kind, ids, rest: terms.filter((other) => other !== term) }
  }
  return null
}

const isNaming = (term: Term & { isNot: boolean }): term is Naming => !term.isNot && (term.field === 'article' || term.field === 'author')

/** The ids of what is meant, one more than may be at most. */
async function listNamed(db: Db, siteId: string, { field, text }: Naming): Promise<string[]> {
  const values = new Values(siteId)
  const condition = field === 'article' ? nameArticle(text, values) : nameCommenter(text, values)
  const rows = await db.query<{ id: string }>(
    `SELECT id FROM ${field === 'article' ? 'article' : 'commenter'} WHERE site_id = $1 AND (${condition}) LIMIT ${MOST_NAMED + 1}`,
    values.list,
    field === 'article' ? 'named-articles' : 'named-commenters',
  )
  return rows.map(({ id }) => id)
}
