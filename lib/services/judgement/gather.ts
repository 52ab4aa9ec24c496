import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Db } from '../../db/connection'
import {
  listDecidedComments,
  listPassedComments,
  listScoredArticles,
  type DecidedComment,
  type PassedComment,
} from '../../db/comment/decided-comment'
import { readLesson } from '../../domain/lesson'
import { readBase } from '../../scoring/base-reading'
import type { DecidedText } from '../../scoring/judgement/decided-text'
import type { ReadText } from '../../scoring/judgement/read-text'
import { toScored } from '../../scoring/scored-article'
import type { ScorerArticle } from '../../scoring/scorer'

/** Decisions that are looked at; what was decided before the newest 20,000 says little of how a newsroom decides now. */
const MOST_DECISIONS = 20_000
/** What nobody has objected to for so long was let pass. */
const PASSED_AFTER_MS = 7 * 86_400_000
/** What was let pass counts a tenth of a decision, and there is no more of it than of decisions. */
const PASSED_COUNT = 0.1
const MOST_PASSED = 4000
const LOOKED_AT = 10_000
/** Texts that are handed over at once, and those that are read between two turns of others. */
const LOT = 50
const AT_ONCE = 10

/** A decided comment as the learner takes it, with the decision that places it in time. */
export type GatheredText = DecidedText & { decisionId: string }

/** Some texts, those that the models read, and how many comments are looked at after them. */
export interface Lot<Text extends DecidedText> {
  texts: Text[]
  left: number
}

/**
 * What a site's people have decided, the oldest first; each text once, as it was decided last. Comments in languages the base
 * does not read are left out.
 */
export async function* gatherDecided(db: Db, siteId: string): AsyncGenerator<Lot<GatheredText>> {
  const decided = await listDecidedComments(db, siteId, MOST_DECISIONS)
  // A wave of copies that was decided as one is one example.
  const byBody = new Map<string, DecidedComment>()
  for (const comment of decided) {
    byBody.delete(comment.body)
    byBody.set(comment.body, comment)
  }
  yield* readLots(db, siteId, [...byBody.values()], (comment, text) => {
    const { decisionId, status, isMarkedOffTopic, uncivilKind: kind, reason } = comment
    const lesson = readLesson({ status, marks: { offTopic: isMarkedOffTopic, uncivil: kind }, reason })
    return { decisionId, text, ...lesson, kind, count: 1 }
  })
}

/**
 * What was let pass, as weak examples against every mark: without them a judgement would know only what was suspected, since
 * people decide mostly on that.
 */
export async function* gatherPassed(db: Db, siteId: string, now: Date, limit: number): AsyncGenerator<Lot<DecidedText>> {
  const before = new Date(now.getTime() - PASSED_AFTER_MS)
  const passed = await listPassedComments(db, siteId, { before, limit: Math.min(limit, MOST_PASSED), looked: LOOKED_AT })
  const lesson = { isUncivil: false, kind: null, isOffTopic: false, count: PASSED_COUNT }
  yield* readLots(db, siteId, passed, (_comment, text) => ({ text, ...lesson }))
}

/** Comments with the base's readings, in their order. */
async function* readLots<Comment extends PassedComment, Text extends DecidedText>(
  db: Db,
  siteId: string,
  comments: readonly Comment[],
  teach: (comment: Comment, text: ReadText) => Text,
): AsyncGenerator<Lot<Text>> {
  const articles = new Map<string, ScorerArticle>()
  for (const row of await listScoredArticles(db, siteId, [...new Set(comments.map((comment) => comment.articleId))])) {
    articles.set(row.id, toScored(row))
  }
  for (let from = 0; from < comments.length; from += LOT) {
    const texts: Text[] = []
    for (const [at, comment] of comments.slice(from, from + LOT).entries()) {
      if (at % AT_ONCE === 0) await nextTurn()
      const text = readText(comment, articles.get(comment.articleId))
      if (text !== null) texts.push(teach(comment, text))
    }
    yield { texts, left: Math.max(0, comments.length - from - LOT) }
  }
}

/** Null where the base does not read the language. */
function readText({ body, parentBody, isReply, depth }: PassedComment, article: ScorerArticle | undefined): ReadText | null {
  const reading = article ? readBase({ body, parentBody, article, watchedWords: [] }) : null
  const parent = article && parentBody !== null ? readBase({ body: parentBody, parentBody: null, article, watchedWords: [] }) : null
  // Thousands are kept until all are read, and what else is known of a parent takes as much memory as the text itself.
  return reading && { body, reading, late: null, parent: parent && { logits: parent.logits }, isReply, depth }
}
