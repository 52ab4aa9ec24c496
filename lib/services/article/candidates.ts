import type { FeatureCandidate } from '../../contracts/article-page'
import { listCandidates, type CandidateRow } from '../../db/article-lists'
import type { Db } from '../../db/connection'
import { judgeForFeaturing } from '../../domain/featuring'
import { excerptOf } from './excerpt'

const LATEST = 200
const SHOWN = 8
/** Somewhat wider than the rule, which has the last word. */
const LIMITS = { latest: LATEST, incivilityBelow: 0.3, distanceBelow: 0.5, fewestCharacters: 100 }
/** What the page shows of a comment, in UTF-16 units. */
export const EXCERPT = 300

/** A figure with a unit, a year or an address: something a reader can look up. */
const EVIDENCE = /https?:\/\/|\b(?:1[89]|20)\d{2}\b|\d\s?(?:%|percent|km|euro|€|\$)/iu

/** The comments most worth featuring among the latest of an article, the best first. */
export async function findCandidates(db: Db, siteId: string, articleId: string): Promise<FeatureCandidate[]> {
  const rows = await listCandidates(db, siteId, articleId, LIMITS)
  return rows
    .flatMap((row) => toCandidate(row))
    .sort((a, b) => b.score - a.score || b.replies - a.replies || (a.id < b.id ? -1 : 1))
    .slice(0, SHOWN)
}

function toCandidate(row: CandidateRow): FeatureCandidate[] {
  const verdict = judgeForFeaturing({
    words: row.body.trim().split(/\s+/u).length,
    drift: row.distance,
    incivility: row.incivility,
    isApproved: row.isApproved,
    openReports: row.openReports,
    replies: row.replies,
    civilReplies: row.civilReplies,
    hasEvidence: EVIDENCE.test(row.body),
  })
  if (!verdict) return []
  const { id, version, commenterName, replies } = row
  return [
    {
      id,
      version,
      commenterName,
      replies,
      excerpt: excerptOf(row.body.trim(), EXCERPT),
      postedAt: row.postedAt?.toISOString() ?? null,
      ...verdict,
    },
  ]
}
