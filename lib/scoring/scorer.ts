import type { ScoreReason } from '../contracts/score'

/** What a scorer sees of one comment. */
export interface ScorerInput {
  body: string
  /** The parent's text, null for a top-level comment or a parent that has not arrived. */
  parentBody: string | null
  article: ScorerArticle
  watchedWords: readonly WatchedWordRule[]
}

/** `id` and `version` identify the text, so that a scorer may keep what it computed from it. */
export interface ScorerArticle {
  id: string
  version: string
  title: string
  standfirst: string | null
  body: string
}

export interface WatchedWordRule {
  term: string
  /** The attribute's last part, such as insult; null suggests nothing. */
  kind: string | null
  isHeld: boolean
}

/**
 * One number: `attribute` says of what (uncivil.<kind>, off_topic.article, off_topic.parent, watched_word.held),
 * `value` is 0–1.
 */
export interface AttributeScore {
  attribute: string
  value: number
  /** Null when the scorer works it out only for somebody who asks: most comments are never looked at. */
  reason: ScoreReason | null
}

/** Measures; never decides. An attribute left out was not scored: too short to tell, or nothing found. */
export interface Scorer {
  name: string
  /** Changes whenever the same input may give another number. */
  version: string
  score: (input: ScorerInput) => AttributeScore[]
  /** Reads and keeps what `score` will need of a comment's text alone. Scorers read ahead in their order, so that what they share is read once. */
  readAhead?: (body: string) => void
  /** The reason that `score` left out; null for an attribute it does not give. */
  explain?: (attribute: string, input: ScorerInput) => ScoreReason | null
}
