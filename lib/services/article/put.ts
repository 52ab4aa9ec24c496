import { isDeepStrictEqual } from 'node:util'
import { uuidv7 } from 'uuidv7'
import { ArticleInput, type ArticleResource } from '../../contracts/ingest'
import { parseInput } from '../../contracts/parse'
import { ExternalId } from '../../contracts/text'
import { insertArticle, lockArticle, updateArticle, type ArticleFields } from '../../db/article/article'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'
import { toArticleResource } from './resource'

const EMPTY: Omit<ArticleFields, 'title'> = {
  url: null,
  standfirst: null,
  body: '',
  author: null,
  authorBio: null,
  imageCredit: null,
  section: null,
  language: null,
  state: 'open',
  publishedAt: null,
}

/**
 * Creates an article, or changes the fields that are given; the others keep their value. Sending it twice changes nothing.
 * Comments that are there already keep the scores they got against the old text.
 *
 * @throws DomainError forbidden, invalid_input
 */
export async function putArticle(
  ctx: Context,
  externalId: string,
  input: ArticleInput,
): Promise<{ article: ArticleResource; outcome: 'created' | 'updated' | 'unchanged' }> {
  authorize(ctx.actor, 'ingest')
  const key = parseInput(ExternalId, externalId, 'The external id')
  const given = listGiven(parseInput(ArticleInput, input))
  return ctx.db.transaction(async (db) => {
    const { siteId } = ctx.actor
    const created = { ...EMPTY, ...given, id: uuidv7(), externalId: key }
    if (await insertArticle(db, siteId, { ...created, createdAt: ctx.now() }))
      return { article: toArticleResource(created), outcome: 'created' }
    const stored = await lockArticle(db, siteId, key)
    if (!stored) throw new Error('An article could neither be inserted nor found.')
    const changed = { ...stored, ...given }
    if (isDeepStrictEqual(changed, stored)) return { article: toArticleResource(stored), outcome: 'unchanged' }
    await updateArticle(db, siteId, { ...changed, updatedAt: ctx.now() })
    return { article: toArticleResource(changed), outcome: 'updated' }
  })
}

/** The fields that the request names: null empties one, undefined is the same as leaving it out. */
function listGiven({ publishedAt, ...fields }: ArticleInput): Partial<ArticleFields> & { title: string } {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const time = publishedAt === undefined ? {} : { publishedAt: publishedAt === null ? null : new Date(publishedAt) }
  return { ...given, ...time, title: fields.title }
}
