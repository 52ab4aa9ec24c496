import { parseId } from '../../contracts/id'
import type { ArticleActEntry, ArticlePage } from '../../contracts/article-page'
import { listAlertsOfArticle } from '../../db/alert'
import { findArticleCheck } from '../../db/article/article-check'
import { listArticleActs, listDecided, listLatestDecisions, type ArticleActRow } from '../../db/article/article-decisions'
import { listFeatured } from '../../db/article/featured-comments'
import type { Db } from '../../db/connection'
import {
  findArticleDetail,
  listHours,
  listTopVoices,
  listVoiceSizes,
  listVolume,
  readArticleCounts,
  readEdges,
  type ArticleDetail,
} from '../../db/stats/stat-article'
import { readSteps, type StatCounts } from '../../db/stats/stat-columns'
import { readSectionMedians } from '../../db/stats/stat-section'
import { authorize, type Actor } from '../../domain/actor'
import { ARTICLE_ACT_KINDS, listAllowedArticleActs, type ArticleStanding } from '../../domain/article-acts'
import { MAX_DRIFT_HOURS } from '../../domain/drift/marks'
import { DomainError } from '../../domain/errors'
import { chooseVolumeStep } from '../../domain/volume'
import type { Context } from '../context'
import { EXCERPT, findCandidates } from './candidates'
import { excerptOf } from './excerpt'
import { share, toFigures, toHourPoint, toUsual } from './figures'
import { readFresh } from './fresh'
import { readWaits } from './waits'

/** The section's newest articles, of which the usual figures are the medians. */
const SECTION_ARTICLES = 200
const LISTED = 20

/**
 * The editor's view of one discussion, from roll-ups and short lists: it costs the same for a hundred comments as for hundreds of
 * thousands. All figures are of one moment, and hold everything that was committed before it.
 *
 * @throws DomainError forbidden; not_found when the site has no article with this id
 */
export async function getArticlePage(ctx: Context, id: string): Promise<ArticlePage> {
  authorize(ctx.actor, 'read')
  const articleId = parseId(id, 'article')
  return readFresh(ctx.db, async (db) => {
    const detail = await findArticleDetail(db, ctx.actor.siteId, articleId)
    if (!detail) throw new DomainError('not_found', 'There is no article with this id on this site.')
    return readPage(ctx, db, detail)
  })
}

async function readPage(ctx: Context, db: Db, detail: ArticleDetail): Promise<ArticlePage> {
  const { siteId } = ctx.actor
  const { id } = detail
  // In few round trips, one statement after the other.
  const [counts, edges, hours, waits, top, sizes, decided, latest, acts, alerts, candidates, featured, check, medians] = await Promise.all([
    readArticleCounts(db, siteId, id),
    readEdges(db, siteId, id),
    listHours(db, siteId, id, MAX_DRIFT_HOURS),
    readWaits(db, siteId, id),
    listTopVoices(db, siteId, id, 10),
    listVoiceSizes(db, siteId, id),
    listDecided(db, siteId, id),
    listLatestDecisions(db, siteId, id, LISTED),
    listArticleActs(db, siteId, id, LISTED),
    listAlertsOfArticle(db, siteId, id, LISTED),
    findCandidates(db, siteId, id),
    listFeatured(db, siteId, id, LISTED),
    findArticleCheck(db, siteId, id),
    readSectionMedians(db, siteId, detail.section, SECTION_ARTICLES),
  ])
  const step = edges.first && edges.last ? chooseVolumeStep(edges.first, edges.last) : 'hour'
  const buckets = await listVolume(db, siteId, id, step)
  const voices = sizes.reduce((sum, size) => sum + size.voices, 0)
  return {
    article: toArticle(ctx.actor, detail),
    figures: toFigures(counts, { ...edges, voices }),
    usual: toUsual(detail.section, medians),
    volume: { step, buckets: buckets.map((bucket) => ({ ...bucket, at: bucket.at.toISOString() })) },
    hours: hours.map(toHourPoint),
    distributions: toDistributions(counts),
    waits,
    voices: { voices, sizes, top: top.map((voice) => ({ ...voice, share: share(voice.comments, counts.comments) ?? 0 })) },
    decided: { rows: decided, latest },
    acts: acts.map((act) => toActEntry(ctx.actor, detail, act)),
    alerts,
    candidates,
    featured: featured.map((row) => ({
      ...row,
      excerpt: excerptOf(row.excerpt.trim(), EXCERPT),
      featuredAt: row.featuredAt.toISOString(),
    })),
    verified: check && { at: check.checkedAt.toISOString(), isRight: check.isRight },
    now: ctx.now().toISOString(),
  }
}

/** How an article stands, as acts on it see it. */
function toStanding(detail: Pick<ArticleDetail, 'state' | 'slowSeconds' | 'helpBy' | 'helpNote' | 'helpAt'>): ArticleStanding {
  const { state, slowSeconds, helpBy: by, helpNote: note, helpAt: at } = detail
  return { state, slowSeconds, help: by === null || note === null || at === null ? null : { by, note, at: at.toISOString() } }
}

function toArticle(actor: Actor, detail: ArticleDetail): ArticlePage['article'] {
  const { helpBy: _by, helpNote: _note, helpAt: _at, publishedAt, ...facts } = detail
  const standing = toStanding(detail)
  return { ...facts, ...standing, publishedAt: publishedAt?.toISOString() ?? null, allowed: listAllowedArticleActs(actor, standing) }
}

/** Every comment has an incivility, 0 where no scorer found any; a distance it has only when its text is long enough to tell. */
function toDistributions(counts: StatCounts): ArticlePage['distributions'] {
  return {
    incivility: { counts: readSteps(counts, 'incivility'), unknown: 0 },
    offTopic: { counts: readSteps(counts, 'distance'), unknown: counts.comments - counts.measured },
  }
}

function toActEntry(actor: Actor, article: ArticleDetail, { actorId, seenVersion, at, ...act }: ArticleActRow): ArticleActEntry {
  const isAct = ARTICLE_ACT_KINDS.some((kind) => kind === act.kind)
  const isTheirs = actor.kind === 'user' && (actor.id === actorId || actor.role === 'admin')
  const isUndoable = isAct && isTheirs && !act.isUndone && article.version === seenVersion + 1
  return { ...act, at: at.toISOString(), isUndoable }
}
