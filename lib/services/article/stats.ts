import { z } from 'zod'
import type { ArticleStats } from '../../contracts/article-stats'
import { findArticleDetail, getFigures, listTopCommenters, listVolume, readSnapshot } from '../../db/article-stats'
import { findArticleSummary } from '../../db/article-summary'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { chooseVolumeStep } from '../../domain/volume'
import type { Context } from '../context'

/**
 * How the discussion of one article went. What each figure means is said where it is computed: lib/db/article-facts.ts,
 * article-summary.ts and article-stats.ts. All figures are of one moment.
 *
 * @throws DomainError forbidden; not_found when the site has no article with this id
 */
export async function getArticleStats(ctx: Context, articleId: string): Promise<ArticleStats> {
  authorize(ctx.actor, 'read')
  if (!z.uuid().safeParse(articleId).success) throw articleNotFound()
  const { siteId } = ctx.actor
  const now = ctx.now()
  return readSnapshot(ctx.db, async (db) => {
    const summary = await findArticleSummary(db, siteId, articleId, now)
    const detail = await findArticleDetail(db, siteId, articleId)
    if (!summary || !detail) throw articleNotFound()
    const { figures, span } = await getFigures(db, siteId, articleId)
    const step = span ? chooseVolumeStep(span.first, span.last) : 'hour'
    const { comments, voices, waiting, offTopicShare, uncivilShare, medianWaitSeconds } = summary
    const onTopicShare = offTopicShare === null ? null : 1 - offTopicShare
    return {
      article: { ...summary, ...detail },
      figures: { ...figures, comments, voices, onTopicShare, uncivilShare, waiting, medianWaitSeconds },
      volume: { step, buckets: await listVolume(db, siteId, articleId, step) },
      topCommenters: await listTopCommenters(db, siteId, articleId),
      hasUnknownTimes: comments > 0 && figures.unknownTimes === comments,
      now: now.toISOString(),
    }
  })
}

function articleNotFound(): DomainError {
  return new DomainError('not_found', 'There is no article with this id on this site.')
}
