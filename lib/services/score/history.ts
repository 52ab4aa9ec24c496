import { ScoreHistoryQuery, SCORE_BINS, type ScoreHistory } from '../../contracts/score-history'
import { parseInput } from '../../contracts/parse'
import { SitePolicy } from '../../contracts/policy'
import { listArticleSections } from '../../db/article/article-titles'
import { countMonth, countNewestDecisions, groupDecided, groupMonth, MOST_LOOKED_AT, type DecidedGroup } from '../../db/score/score-history'
import { findSite } from '../../db/site'
import { authorize } from '../../domain/actor'
import type { UncivilKind } from '../../domain/comment'
import { DomainError } from '../../domain/errors'
import { readLesson } from '../../domain/lesson'
import type { Context } from '../context'

const DAY_MS = 86_400_000
const MONTH_DAYS = 30
const MOST_SECTIONS = 100

/**
 * How the scores of a mark have done against what people here decided, and what the queue would have been in the last 30 days
 * at any threshold. Looks at the newest 10,000 decisions and the newest 10,000 comments of that time.
 *
 * @throws DomainError forbidden, not_found
 */
export async function readScoreHistory(ctx: Context, asked: unknown): Promise<ScoreHistory> {
  authorize(ctx.actor, 'decide')
  const { mark, section = null } = parseInput(ScoreHistoryQuery, asked)
  const { db, actor } = ctx
  const { siteId } = actor
  const since = new Date(ctx.now().getTime() - MONTH_DAYS * DAY_MS)
  const [site, sections, looked, groups, written, month] = await Promise.all([
    findSite(db, siteId),
    listArticleSections(db, siteId, MOST_SECTIONS),
    countNewestDecisions(db, siteId),
    groupDecided(db, siteId, mark, section),
    countMonth(db, siteId, since),
    groupMonth(db, siteId, mark, section, since),
  ])
  if (site === null) throw new DomainError('not_found', 'This site is gone.')
  const policy = SitePolicy.parse(site.policy)
  const isMonthCut = written.count === MOST_LOOKED_AT
  const suggested = emptyBins()
  const open = emptyBins()
  for (const { bin, suggestionBin, isOpen, count } of month) {
    addTo(suggested, suggestionBin, count)
    if (isOpen) addTo(open, bin, count)
  }
  return {
    mark,
    section,
    sections,
    inForce: mark === 'uncivil' ? policy.suggestUncivilFrom : policy.suggestOffTopicFrom,
    decided: { ...sortDecided(groups, mark), looked, isCut: looked === MOST_LOOKED_AT },
    month: {
      suggested,
      open,
      total: month.reduce((sum, group) => sum + group.count, 0),
      days: isMonthCut && written.oldest ? Math.max(1, (ctx.now().getTime() - written.oldest.getTime()) / DAY_MS) : MONTH_DAYS,
      isCut: isMonthCut,
    },
  }
}

function sortDecided(
  groups: readonly DecidedGroup[],
  mark: ScoreHistory['mark'],
): Pick<ScoreHistory['decided'], 'marked' | 'kept' | 'unscored' | 'silent'> {
  const bins = { marked: emptyBins(), kept: emptyBins() }
  const unscored = { marked: 0, kept: 0 }
  let silent = 0
  for (const { bin, status, isUncivil, isOffTopic, reason, count } of groups) {
    const lesson = readLesson({ status, marks: { offTopic: isOffTopic, uncivil: isUncivil ? SOME_KIND : null }, reason })
    const isMarked = mark === 'uncivil' ? lesson.isUncivil : lesson.isOffTopic
    if (isMarked === null) silent += count
    else if (bin === null) unscored[isMarked ? 'marked' : 'kept'] += count
    else addTo(bins[isMarked ? 'marked' : 'kept'], bin, count)
  }
  return { ...bins, unscored, silent }
}

/** Here it only counts that it is marked, not as what. */
const SOME_KIND: UncivilKind = 'other'

function emptyBins(): number[] {
  return Array.from({ length: SCORE_BINS }, () => 0)
}

function addTo(bins: number[], bin: number | null, count: number): void {
  if (bin !== null) bins[bin] = (bins[bin] ?? 0) + count
}
