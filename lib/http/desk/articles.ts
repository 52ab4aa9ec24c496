import type { ArticleActInput, FeatureInput } from '../../contracts/article-act'
import { actOnArticle } from '../../services/article/act'
import { featureComment, unfeatureComment } from '../../services/comment/feature'
import { readJson } from '../body'
import { handle, json, segmentAfter } from '../handler'

/** `POST /api/v1/desk/articles/{id}/acts`: holds, closes, reopens or slows a discussion, or asks for help with it. */
export const postArticleAct = handle(async (ctx, request) =>
  json(await actOnArticle(ctx, segmentAfter(request, 'articles'), (await readJson(request)) as ArticleActInput), 201),
)

/** `PUT /api/v1/desk/comments/{id}/feature`: lets a comment stand out on the page. */
export const putFeature = handle(async (ctx, request) =>
  json(await featureComment(ctx, segmentAfter(request, 'comments'), (await readJson(request)) as FeatureInput)),
)

/** `DELETE /api/v1/desk/comments/{id}/feature`: ends that. */
export const deleteFeature = handle(async (ctx, request) =>
  json(await unfeatureComment(ctx, segmentAfter(request, 'comments'), (await readJson(request)) as FeatureInput)),
)
