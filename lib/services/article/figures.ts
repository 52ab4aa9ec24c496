import type { ArticleFigures, HourPoint, UsualFigures } from '../../contracts/article-page'
import type { HourRow } from '../../db/stats/stat-article'
import type { StatColumn, StatCounts } from '../../db/stats/stat-columns'
import type { SectionMedians } from '../../db/stats/stat-section'
import { UNCIVIL_KINDS } from '../../domain/comment'

/** Fewer articles say nothing of what is usual. */
const FEWEST_ARTICLES = 3

/** A share of a number; null when that is 0. */
export function share(part: number, of: number): number | null {
  return of === 0 ? null : part / of
}

/** The figures that come from counters. Everything else is looked up separately. */
export function toFigures(
  counts: StatCounts,
  beside: { voices: number; first: Date | null; last: Date | null; oldestWaiting: Date | null },
): ArticleFigures {
  const { comments } = counts
  return {
    comments,
    replies: counts.replies,
    voices: beside.voices,
    unknownAuthors: counts.unknown_authors,
    unknownTimes: counts.unknown_times,
    statuses: { pending: counts.pending, published: counts.published, approved: counts.approved, rejected: counts.rejected },
    removed: counts.removed,
    waiting: counts.waiting,
    oldestWaitingAt: beside.oldestWaiting?.toISOString() ?? null,
    judged: counts.judged,
    decidedBy: {
      person: counts.decided,
      policyPublished: counts.policy_published,
      policyHeld: counts.policy_held,
      policyRejected: counts.policy_rejected,
    },
    offTopic: counts.off_topic,
    uncivil: counts.uncivil,
    offTopicShare: share(counts.off_topic, comments),
    uncivilShare: share(counts.uncivil, comments),
    uncivilKinds: UNCIVIL_KINDS.map((kind) => ({ kind, comments: counts[`uncivil_${kind}` satisfies StatColumn] }))
      .filter((one) => one.comments > 0)
      .sort((a, b) => b.comments - a.comments),
    suggestedOffTopic: counts.suggested_off_topic,
    suggestedUncivil: counts.suggested_uncivil,
    meanIncivility: mean(counts.incivility_sum, comments),
    meanOffTopic: mean(counts.distance_sum, counts.measured),
    edited: counts.edited,
    reports: counts.reports,
    featured: counts.featured,
    firstCommentAt: beside.first?.toISOString() ?? null,
    lastCommentAt: beside.last?.toISOString() ?? null,
  }
}

/** A mean score from a sum of thousandths; null of none. */
function mean(thousandths: number, of: number): number | null {
  return of === 0 ? null : thousandths / 1000 / of
}

/** An hour as the page draws it. */
export function toHourPoint({ at, comments, strayed, heated, rejected, incivilitySum, distanceSum, measured }: HourRow): HourPoint {
  return {
    at: new Date(at).toISOString(),
    comments,
    strayed,
    heated,
    rejected,
    incivility: mean(incivilitySum, comments),
    offTopic: mean(distanceSum, measured),
  }
}

/** What is usual in a section; null where too few articles could say. */
export function toUsual(section: string | null, medians: SectionMedians): UsualFigures | null {
  if (medians.articles < FEWEST_ARTICLES) return null
  return {
    section,
    articles: medians.articles,
    comments: medians.comments ?? 0,
    voices: medians.voices ?? 0,
    waiting: medians.waiting ?? 0,
    offTopicShare: medians.offTopic,
    uncivilShare: medians.uncivil,
    civility: medians.civility ?? 0,
    medianWaitSeconds: medians.medianWait,
    p90WaitSeconds: medians.p90Wait,
  }
}
