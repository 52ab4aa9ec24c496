import { SitePolicy } from '../../contracts/policy'
import { listKnownCommenters } from '../../db/commenter'
import type { JudgedText } from '../../db/comment-write'
import type { Db } from '../../db/connection'
import type { ScoreRow } from '../../db/score'
import { findSiteRules } from '../../db/site-rules'
import { runPolicy } from '../../domain/policy'
import type { NewsroomView } from '../../scoring/judgement/apply-judgement'
import { scoreComment, summariseScores } from '../../scoring/score-comment'
import type { Judgement as NewsroomJudgement } from '../../scoring/judgement/judgement'
import type { WatchedWordRule } from '../../scoring/scorer'
import type { Loaded } from './load-batch'
import { recallJudgement } from '../judgement/recall'
import type { Draft, Plan } from './plan-batch'
import type { Pauses } from './slow-mode'

/** How a site wants comments judged. */
export interface SiteRules {
  policy: SitePolicy
  watchedWords: readonly WatchedWordRule[]
  /** What its decisions have taught; null while that is nothing, or is not to be used. */
  judgement: NewsroomJudgement | null
}

/** What scorers and policy made of one text. The status is the policy's alone; an edit may ask for more. */
export interface Judgement extends Omit<JudgedText, 'status'> {
  status: 'pending' | 'published'
  scores: ScoreRow[]
}

const latestWords = new Map<string, readonly WatchedWordRule[]>()

export async function readSiteRules(db: Db, siteId: string): Promise<SiteRules> {
  const row = await findSiteRules(db, siteId)
  const watchedWords = row?.watchedWords ?? []
  latestWords.set(siteId, watchedWords)
  const policy = SitePolicy.parse(row?.policy ?? {})
  const judgementId = policy.useJudgement ? (row?.judgementId ?? null) : null
  return { policy, watchedWords, judgement: judgementId === null ? null : await recallJudgement(db, siteId, judgementId) }
}

/** A site's watched words when they were last read: good enough to prepare a text for, not to judge it by. */
export function guessWatchedWords(siteId: string): readonly WatchedWordRule[] {
  return latestWords.get(siteId) ?? []
}

/**
 * Scores every new or edited text and puts it to the policy, by external id. Parents come before their replies, because
 * a reply is judged by where its parent has gone.
 */
export function judgeBatch(
  plan: Plan,
  loaded: Loaded,
  rules: SiteRules,
  firstComments: ReadonlySet<string>,
  pauses: Pauses,
  closedOff: ReadonlySet<string>,
): Map<string, Judgement> {
  const judgements = new Map<string, Judgement>()
  const drafts = [...plan.drafts.values()].filter((draft) => draft.isToJudge)
  const depthOf = (draft: Draft) => plan.places.get(draft.externalId)?.depth ?? draft.stored?.depth ?? 0
  for (const draft of drafts.sort((a, b) => depthOf(a) - depthOf(b))) {
    const parent = findParent(draft, plan, loaded, judgements)
    const input = {
      body: draft.body,
      parentBody: parent?.body ?? null,
      article: { ...draft.article, version: draft.article.textVersion },
      watchedWords: rules.watchedWords,
    }
    const results = scoreComment(input, viewOf(rules, draft.parentExternalId !== null, depthOf(draft)))
    const outcome = runPolicy(rules.policy, {
      ...summariseScores(results),
      articleState: draft.article.state,
      isFirstComment: firstComments.has(draft.externalId),
      isClosedOff: closedOff.has(draft.externalId),
      slow: pauses.get(draft.externalId) ?? null,
      isReply: draft.parentExternalId !== null,
      isParentOffTopic: parent?.isOffTopic ?? false,
    })
    const scores = toScoreRows(draft.id, results)
    judgements.set(draft.externalId, { ...outcome, ...findHighest(scores), scores })
  }
  return judgements
}

/** The site's judgement, for a comment that stands there in its thread. */
export function viewOf({ judgement }: Pick<SiteRules, 'judgement'>, isReply: boolean, depth: number): NewsroomView | null {
  return judgement === null ? null : { judgement, isReply, depth }
}

/** The parent's text as it will be after this request, if the comment hangs under it. */
function findParent(
  draft: Draft,
  plan: Plan,
  loaded: Loaded,
  judgements: ReadonlyMap<string, Judgement>,
): { body: string; isOffTopic: boolean } | null {
  const key = draft.parentExternalId
  const isAttached = typeof draft.stored?.parentId === 'string' || plan.places.get(draft.externalId)?.parentKey === key
  if (key === null || !isAttached) return null
  const stored = loaded.stored.get(key)
  const body = plan.drafts.get(key)?.body ?? stored?.body
  if (body === undefined) return null
  const suggested = judgements.get(key)?.suggestions.offTopic ?? stored?.suggestedOffTopic ?? null
  return { body, isOffTopic: suggested !== null || (stored?.isMarkedOffTopic ?? false) }
}

/**
 * The comments of this request that are the first their writer has on the site. Asked only where a rule wants to know.
 * Of an unknown writer nothing is known, not even that.
 *
 * @param commenterIds the writer of each comment, by the comment's external id
 */
export async function findFirstComments(
  db: Db,
  siteId: string,
  plan: Plan,
  commenterIds: ReadonlyMap<string, string>,
): Promise<Set<string>> {
  const drafts = [...plan.drafts.values()]
  const known = new Set(
    await listKnownCommenters(
      db,
      siteId,
      [...new Set(commenterIds.values())],
      drafts.map((draft) => draft.id),
    ),
  )
  const first = new Set<string>()
  for (const { externalId } of drafts) {
    const commenterId = commenterIds.get(externalId)
    if (commenterId === undefined || known.has(commenterId)) continue
    known.add(commenterId)
    first.add(externalId)
  }
  return first
}

/** The highest of the scores, as the database carries them on the comment. */
function findHighest(scores: readonly ScoreRow[]): Pick<JudgedText, 'incivility' | 'distance'> {
  let incivility = 0
  let distance: number | null = null
  for (const { attribute, value } of scores) {
    if (attribute.startsWith('uncivil.')) incivility = Math.max(incivility, value)
    if (attribute === 'off_topic.article') distance = Math.max(distance ?? 0, value)
  }
  return { incivility, distance }
}

/** A scorer's results as rows. */
export function toScoreRows(commentId: string, results: ReturnType<typeof scoreComment>): ScoreRow[] {
  return results.flatMap(({ scorer, version: scorerVersion, scores }) =>
    scores.map(({ attribute, value, reason }) => ({ commentId, scorer, attribute, value, scorerVersion, reason: toJsonText(reason) })),
  )
}

/** JSON that PostgreSQL takes: a span cut through a surrogate pair is mended. */
function toJsonText(value: unknown): string | null {
  if (value === null) return null
  const text = JSON.stringify(value)
  if (!/\\ud[89a-f]/.test(text)) return text
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? part.toWellFormed() : part))
}
