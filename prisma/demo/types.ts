/** The shapes of the demo content: plain data which the seed turns into articles, comments, reports and decisions. */

/** An article of the invented Averhaven Lantern. */
export interface DemoArticle {
  slug: string
  title: string
  standfirst: string
  section: string
  author: string
  authorBio: string
  /** BCP 47 */
  language: string
  url: string
  /** days before the seed's "now" */
  publishedDaysAgo: number
  /** paragraphs separated by blank lines */
  body: string
}

/** An article with the threads under it. */
export interface DemoDiscussion extends DemoArticle {
  /** top-level comments; order carries no meaning, `at` does */
  comments: DemoComment[]
}

/** Somebody who writes comments on the site. Every one of them is invented. */
export interface DemoCommenter {
  id: string
  name: string
}

/** How a comment is uncivil. */
export type UncivilKind = 'insult' | 'identity_attack' | 'threat' | 'profanity' | 'condescension' | 'mockery' | 'sexual' | 'other'

/** Why a moderator rejected a comment. */
export type DemoRejectReason = 'abuse' | 'spam' | 'off_topic' | 'hate' | 'misinformation' | 'privacy' | 'illegal' | 'other'

/** What a moderator decided, without who and when. */
export type DemoOutcome =
  | { kind: 'approve' }
  | { kind: 'reject'; reason: DemoRejectReason; note?: string; mark?: 'off_topic' | UncivilKind }
  | { kind: 'off_topic' }
  | { kind: 'uncivil'; uncivilKind: UncivilKind }

/** What a moderator decided, who and when. Always later than the comment's last edit. */
export type DemoDecision = DemoOutcome & {
  by: 'mara' | 'teo'
  /** hours after the comment was posted */
  after: number
}

/** An earlier text of a comment that was edited at the source. */
export interface DemoEdit {
  text: string
  /** hours after the article's publication at which the next text replaced this one */
  until: number
}

/** A reader's complaint about a comment. */
export interface DemoReport {
  reason: 'abuse' | 'off_topic' | 'spam' | 'hate' | 'misinformation' | 'other'
  /** hours after the article's publication */
  at: number
  note?: string
  /** commenter id of the complainant */
  by: string
}

/** A commenter's objection to what was decided. Hours before the seed's "now". */
export interface DemoAppeal {
  /** the article's slug and the comment's key */
  on: string
  hoursAgo: number
  statement: string
  answer?: { by: 'mara' | 'teo'; outcome: 'granted' | 'upheld'; hoursAgo: number; note?: string }
}

/** A comment and everything below it. Scores are computed at ingest and never stand here. */
export interface DemoComment {
  /** unique within the article */
  key: string
  /** commenter id */
  by: string
  /** hours after the article's publication; a reply is later than its parent */
  at: number
  /** the current text */
  text: string
  replies?: DemoComment[]
  /** earlier texts, oldest first */
  edits?: DemoEdit[]
  reports?: DemoReport[]
  decision?: DemoDecision
}
