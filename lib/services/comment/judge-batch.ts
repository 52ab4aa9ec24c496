import { SitePolicy } from '../../contracts/policy'
import { listKnownCommenters } from '../../db/commenter'
import type { JudgedText } from '../../db/comment/comment-write'
import type { Db } from '../../db/connection'
import type { ScoreRow } from '../../db/score/score'
import { findSiteRules } from '../../db/score/site-rules'
import { runPolicy } from '../../domain/policy'
import { findFitting, type RuleFacts } from '../../domain/rules/fit'
import type { Rule } from '../../domain/rules/rule'
import { summariseScores, type ScorerResult } from '../../scoring/score-comment'
import type { SiteScoring } from '../../scoring/scored-input'
import type { Loaded } from './load-batch'
import { recallJudgement } from '../judgement/recall'
import { recallRules } from '../rule/recall'
import type { Records } from '../rule/records'
import type { Draft, Plan } from './plan-batch'
import { depthOf, findParentKey } from './score-drafts'
import type { Pauses } from './slow-mode'

/** How a site wants comments judged. */
export interface SiteRules extends SiteScoring {
  policy: SitePolicy
  /** The newsroom's own, in their order. */
  rules: readonly Rule[]
}

/** What the policy is told of a request's comments besides their texts, by external id. */
export interface Circumstances {
  firstComments: ReadonlySet<string>
  pauses: Pauses
  closedOff: ReadonlySet<string>
  records: Records
  /** Whether they come as they are written, and are not brought in from a file. */
  isLive: boolean
}

/** A planned request with the scores of its texts, by external id. */
interface Scored {
  plan: Plan
  loaded: Loaded
  rules: SiteRules
  scored: ReadonlyMap<string, ScorerResult[]>
}

/** What scorers and policy made of one text. The status is the policy's alone; an edit may ask for more. */
export interface Judgement extends Omit<JudgedText, 'status'> {
  status: 'pending' | 'published'
  /** The rule that rejects it; it is stored as pending first (reject-by-rule.ts). */
  rejectedBy: Rule | null
  /** The rules that fit, in their order. */
  fitting: readonly Rule[]
  results: readonly ScorerResult[]
}

/** A site's rules as they stand now, with the words it watches and the judgement it scores by; those of a new site when there is none. */
export async function readSiteRules(db: Db, siteId: string): Promise<SiteRules> {
  const row = await findSiteRules(db, siteId)
  const watchedWords = row?.watchedWords ?? []
  const policy = SitePolicy.parse(row?.policy ?? {})
  const judgementId = policy.useJudgement ? (row?.judgementId ?? null) : null
  const judgement = judgementId === null ? null : await recallJudgement(db, siteId, judgementId)
  return { policy, watchedWords, judgement, rules: recallRules(row?.rules ?? null) }
}

/**
 * Puts every new or edited text with its scores to the policy, by external id. Parents come before their replies, because a reply is
 * judged by where its parent has gone.
 */
export function judgeBatch(
  { plan, loaded, rules, scored }: Scored,
  { firstComments, pauses, closedOff, records, isLive }: Circumstances,
): Map<string, Judgement> {
  const judgements = new Map<string, Judgement>()
  const drafts = [...plan.drafts.values()].filter((draft) => draft.isToJudge)
  for (const draft of drafts.sort((a, b) => depthOf(a, plan) - depthOf(b, plan))) {
    const results = scored.get(draft.externalId) ?? []
    const { scores, hasHeldWord } = summariseScores(results)
    const { incivility, distance } = findHighest(results)
    const fitting = findFitting(isLive && isMachines(draft) ? rules.rules : rules.rules.map(holdInstead), {
      ...{ body: draft.body, article: draft.article, language: draft.language },
      isReply: draft.parentExternalId !== null,
      isEdited: draft.revision > 1,
      ...tellScores(results),
      record: records.get(draft.externalId) ?? NO_RECORD,
    })
    const { status, rejectedBy, suggestions, findings } = runPolicy(rules.policy, {
      scores,
      hasHeldWord,
      articleState: draft.article.state,
      isFirstComment: firstComments.has(draft.externalId),
      isCommenterHeld: isWriterHeld(draft, loaded),
      isClosedOff: closedOff.has(draft.externalId),
      slow: pauses.get(draft.externalId) ?? null,
      isReply: draft.parentExternalId !== null,
      isParentOffTopic: isOffTopic(findParentKey(draft, plan), plan, loaded, judgements),
      fitting,
    })
    judgements.set(draft.externalId, { status, rejectedBy, fitting, suggestions, findings, incivility, distance, results })
  }
  return judgements
}

/**
 * Whether a rule may reject it: a new comment, or the edit of one that was public and that no person had decided on. Where a person has,
 * or where an edited text waits for one, it goes on waiting.
 */
const isMachines = ({ stored, isRemoved }: Draft) => !isRemoved && (stored === null || stored.status === 'published')

/** What a rule would reject elsewhere waits here: ten years of comments that are brought in were judged once already. */
const holdInstead = (rule: Rule): Rule => (rule.outcome === 'reject' ? { ...rule, outcome: 'hold', reason: null } : rule)

/** An edit seldom repeats who wrote the comment; then the stored comment says it. */
function isWriterHeld({ stored, author }: Draft, { commenters }: Loaded): boolean {
  return (stored?.isCommenterHeld ?? false) || (author !== null && (commenters.get(author.externalId)?.isHeld ?? false))
}

/** Whether a parent is suggested or marked as off-topic after this request. */
function isOffTopic(key: string | null, plan: Plan, loaded: Loaded, judgements: ReadonlyMap<string, Judgement>): boolean {
  if (key === null) return false
  const stored = loaded.stored.get(key)
  if (!stored && !plan.drafts.has(key)) return false
  const suggested = judgements.get(key)?.suggestions.offTopic ?? stored?.suggestedOffTopic ?? null
  return suggested !== null || (stored?.isMarkedOffTopic ?? false)
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

export const NO_RECORD = { approved: 0, rejected: 0 }

/** The scores as rules ask for them: a text of another language has no number, rather than 0. */
export function tellScores(results: readonly ScorerResult[]): Pick<RuleFacts, 'incivility' | 'distance'> {
  const { incivility, distance } = findHighest(results)
  const isScored = results.some(({ scores }) => scores.some(({ attribute }) => attribute.startsWith('uncivil.')))
  return { incivility: isScored ? incivility : null, distance }
}

/** The highest of the scores, as the database carries them on the comment. */
function findHighest(results: readonly ScorerResult[]): Pick<JudgedText, 'incivility' | 'distance'> {
  let incivility = 0
  let distance: number | null = null
  for (const { scores } of results) {
    for (const { attribute, value } of scores) {
      if (attribute.startsWith('uncivil.')) incivility = Math.max(incivility, value)
      if (attribute === 'off_topic.article') distance = Math.max(distance ?? 0, value)
    }
  }
  return { incivility, distance }
}

/** A scorer's results as rows. */
export function toScoreRows(commentId: string, results: readonly ScorerResult[]): ScoreRow[] {
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
