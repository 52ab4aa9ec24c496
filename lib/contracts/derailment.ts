/**
 * Where a discussion left its own base line, `readDerailment(ctx, page, map)` (lib/services/article/derailment.ts); the rules are
 * in lib/domain/derailment.ts and drifting-off.ts. Shares are 0–1 of comments that are marked off-topic or uncivil, or suggested as that and not
 * decided yet.
 */
export interface Derailment {
  /** The comment that began it; null when only its hour is known, and who wrote it. */
  comment: { id: string; threadId: string; commenterName: string | null; excerpt: string } | null
  at: string
  /** The part of the drift map that shows it; null when the map shows the whole discussion at once. */
  window: { from: string; to: string } | null
  /** When the talk came back; null while it has not. */
  endedAt: string | null
  comments: number
  shareBefore: number
  shareWithin: number
  /**
   * Mean distances from the article before and within, 0–1, where it was seen by them: comments moved away as a whole. Null where it
   * was the share of those that strayed.
   */
  distances: { before: number; within: number } | null
  offTopicWithin: number
  uncivilWithin: number
}

/** Words that stand out here against other discussions of the site, `readStandingWords` (lib/services/article/words.ts). */
export interface StandingWords {
  /** `word` as it is most often written; `search` finds all its spellings. */
  words: { word: string; here: number; ratio: number; z: number; search: string }[]
  /** How many comments were read here, and how many of other articles. */
  readHere: number
  readElsewhere: number
}
