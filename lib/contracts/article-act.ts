import { z } from 'zod'
import type { ArticleOption } from '../domain/article-acts'
import { ARTICLE_STATES } from '../domain/comment'
import type { DecisionAnswer } from './decision'
import { filledText, storableText } from './text'

const ArticleAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hold_article') }),
  z.strictObject({ kind: z.literal('close_article') }),
  z.strictObject({ kind: z.literal('reopen_article') }),
  z.strictObject({ kind: z.literal('slow_article'), seconds: z.int().min(10).max(86_400).nullable() }),
  z.strictObject({ kind: z.literal('ask_help'), note: filledText(500) }),
  z.strictObject({ kind: z.literal('end_help') }),
])

/**
 * Body of `POST /api/v1/desk/articles/{id}/acts`; `actOnArticle(ctx, id, input)` (lib/services/article/act.ts). `version` is the
 * article's on screen; 409 says who was first.
 */
export const ArticleActInput = z.strictObject({ version: z.int().min(1), act: ArticleAct, note: storableText(500).optional() })
export type ArticleActInput = z.infer<typeof ArticleActInput>

/** How an article stands, as it is kept in the log: what undo restores. */
export const ArticleSnapshot = z.object({
  state: z.enum(ARTICLE_STATES),
  slowSeconds: z.int().nullable(),
  help: z.object({ by: z.string(), note: z.string(), at: z.string() }).nullable(),
})
export type ArticleSnapshot = z.infer<typeof ArticleSnapshot>

/** Answer of that, and of its undo (`POST /api/v1/desk/decisions/{id}/undo`). */
export interface ArticleActAnswer {
  decisionId: string
  articleId: string
  version: number
  standing: ArticleSnapshot
  allowed: ArticleOption[]
}

/** Body of `PUT` and `DELETE /api/v1/desk/comments/{id}/feature`; `featureComment(ctx, id, input)` (lib/services/comment/feature.ts). */
export const FeatureInput = z.strictObject({ version: z.int().min(1) })
export type FeatureInput = z.infer<typeof FeatureInput>

export interface FeatureAnswer extends DecisionAnswer {
  isFeatured: boolean
}
