import type { Term } from '../../domain/search/terms'
import type { Db } from '../connection'
import { nameArticle, nameCommenter, nameSection, Values, type CommentFilter } from './comment-filter'

/** Of so many articles or people the comments are looked for one by one; of more, the queue is walked and most of its rows match. */
const MOST_NAMED = 50

/** What a search names, and the terms that are left when it is known. */
export interface Named {
  kind: 'article' | 'commenter'
  ids: string[]
  rest: readonly Term[]
}

type Naming = Extract<Term, { field: 'article' | 'author' | 'section' }> & { isNot: boolean }

/**
 * The articles that a part of a title stands for, or the people that a part of a name does, looked up first: asked along with the
 * comments, the planner expects half the site behind any title and walks it by age, and sorts all that somebody ever wrote. Of a section
 * the few articles, where all their comments are asked for: each has those in order. Null when none is named, or what many are called.
 */
export async function findNamed(db: Db, { siteId, queue, article, commenter, terms }: CommentFilter): Promise<Named | null> {
  for (const term of terms) {
    if (!isNaming(term) || (term.field === 'author' ? commenter : article) !== undefined) continue
    const ids = await listNamed(db, siteId, term)
    const isFew = term.field === 'section' && queue !== 'newest' ? ids.length === 0 : ids.length <= MOST_NAMED
    if (isFew) return { kind: WHERE[term.field].kind, ids, rest: terms.filter((other) => other !== term) }
  }
  return null
}

const WHERE = {
  article: { kind: 'article', name: nameArticle },
  author: { kind: 'commenter', name: nameCommenter },
  section: { kind: 'article', name: nameSection },
} as const

const isNaming = (term: Term & { isNot: boolean }): term is Naming => !term.isNot && term.field in WHERE

/** The ids of what is meant, one more than may be at most. */
async function listNamed(db: Db, siteId: string, { field, text }: Naming): Promise<string[]> {
  const values = new Values(siteId)
  const { kind, name } = WHERE[field]
  const rows = await db.query<{ id: string }>(
    `SELECT id FROM ${kind} WHERE site_id = $1 AND (${name(text, values)}) LIMIT ${MOST_NAMED + 1}`,
    values.list,
    kind === 'article' ? 'named-articles' : 'named-commenters',
  )
  return rows.map(({ id }) => id)
}
