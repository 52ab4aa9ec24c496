import { listArticleTexts } from '../../db/article/article'
import { listStoredComments } from '../../db/comment/comment-stored'
import { scoreBatch } from '../../scoring/score-batch'
import type { ScoredInput } from '../../scoring/scored-input'
import type { Context } from '../context'
import { readSiteRules } from './judge-batch'
import type { ParsedItem, SentComment } from './parse-items'
import type { Forecast } from './score-drafts'

/** Longer chains of replies within one request are not followed: it is only a forecast. */
const FOLLOWED = 50

/**
 * Scores a request's comments as they will most likely stand, before the transaction that writes them: texts of one batch are scored
 * while the database writes the batch before it. Whatever turns out otherwise is scored again there.
 */
export async function forecastScores({ db, actor: { siteId } }: Context, items: readonly ParsedItem[]): Promise<Forecast> {
  const sent = new Map(items.flatMap((item) => ('sent' in item ? [[item.sent.externalId, item.sent] as const] : [])))
  const comments = [...sent.values()]
  const outside = new Set(comments.flatMap(({ parentExternalId: key }) => (key === null || sent.has(key) ? [] : [key])))
  const [site, articleRows, parentRows] = await Promise.all([
    readSiteRules(db, siteId),
    listArticleTexts(db, siteId, [...new Set(comments.map((comment) => comment.articleExternalId))]),
    outside.size === 0 ? [] : listStoredComments(db, siteId, [...outside]),
  ])
  const articles = new Map(articleRows.map(({ externalId, ...article }) => [externalId, article]))
  const parents = new Map(parentRows.map((row) => [row.externalId, row]))
  const found = comments.flatMap((comment) => {
    const article = articles.get(comment.articleExternalId)
    if (!article) return []
    const input: ScoredInput = { body: comment.body, article, isReply: comment.parentExternalId !== null, ...standing(comment) }
    return [{ key: comment.externalId, input }]
  })
  const results = await scoreBatch(
    site,
    found.map(({ input }) => input),
  )
  return { site, scored: new Map(found.map(({ key, input }, at) => [key, { input, results: results[at] ?? [] }])) }

  function standing({ parentExternalId: key }: SentComment): Pick<ScoredInput, 'parentBody' | 'depth'> {
    const parent = key === null ? undefined : (sent.get(key) ?? parents.get(key))
    return { parentBody: parent?.body ?? null, depth: depthUnder(key, 0) }
  }

  function depthUnder(key: string | null, steps: number): number {
    if (key === null || steps > FOLLOWED) return steps
    const stored = parents.get(key)
    if (stored) return steps + stored.depth + 1
    const above = sent.get(key)
    return above ? depthUnder(above.parentExternalId, steps + 1) : steps
  }
}
