import type { Judgement } from './judgement/judgement'
import type { ScorerArticle, WatchedWordRule } from './scorer'

/** A comment with all of its own that its scores depend on. */
export interface ScoredInput {
  body: string
  /** The parent's text, null for a top-level comment or a parent that has not arrived. */
  parentBody: string | null
  article: ScorerArticle
  isReply: boolean
  /** Ancestors above it. */
  depth: number
}

/** What a site wants its comments scored by. */
export interface SiteScoring {
  watchedWords: readonly WatchedWordRule[]
  /** What its decisions have taught; null while that is nothing, or is not to be used. */
  judgement: Judgement | null
}
