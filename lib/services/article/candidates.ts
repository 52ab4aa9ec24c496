import type { FeatureCandidate } from '../../contracts/article-page'
import { listCandidates, type CandidateRow } from '../../db/article/featured-comments'
import type { Db } from '../../db/connection'
import { judgeForFeaturing, readForFeaturing } from '../../domain/featuring'
import { describeLikeness, isNearDuplicate } from '../../scoring/text/similarity-hash'
import { excerptOf } from './excerpt'

/** So many are looked at with their replies; the rule has the last word. */
const LOOKED_AT = 48
const SHOWN = 8
/** What the page shows of a comment, in UTF-16 units. */
export const EXCERPT = 300

/**
 * The comments of an article most worth featuring, the best first: chosen from all of them by what they tell of themselves, and
 * among the best of those by their replies too. Of comments that say nearly the same in the same words, the best one only.
 */
export async function findCandidates(db: Db, siteId: string, articleId: string): Promise<FeatureCandidate[]> {
  const rows = await listCandidates(db, siteId, articleId, LOOKED_AT)
  const bodies = new Map(rows.map(({ id, body }) => [id, body]))
  const ranked = rows
    .flatMap((row) => toCandidate(row))
    .sort((a, b) => b.score - a.score || b.replies - a.replies || (a.id < b.id ? -1 : 1))
  return takeUnlike(ranked, ({ id }) => bodies.get(id) ?? '', SHOWN)
}

/** The first `count` whose texts are no near-duplicates of one before. */
function takeUnlike<Item>(items: readonly Item[], textOf: (item: Item) => string, count: number): Item[] {
  const taken: Item[] = []
  const hashes: bigint[] = []
  for (const item of items) {
    if (taken.length === count) break
    const hash = describeLikeness(textOf(item))?.hash
    if (hash !== undefined && hashes.some((other) => isNearDuplicate(hash, other))) continue
    if (hash !== undefined) hashes.push(hash)
    taken.push(item)
  }
  return taken
}

function toCandidate(row: CandidateRow): FeatureCandidate[] {
  const verdict = judgeForFeaturing({
    ...readForFeaturing(row.body),
    drift: row.distance,
    incivility: row.incivility,
    isApproved: row.isApproved,
    openReports: row.openReports,
    replies: row.replies,
    civilReplies: row.civilReplies,
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
