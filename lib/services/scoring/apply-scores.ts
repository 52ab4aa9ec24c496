import {
  deleteOutreadScores,
  deleteScoresOf,
  listNumbers,
  lockScoredComments,
  writeSuggestions,
  type ScoredComment,
  type StoredNumber,
} from '../../db/score/late-scores'
import type { Db } from '../../db/connection'
import { listRemoteScorerNames } from '../../db/score/remote-scorer'
import { insertScores } from '../../db/score/score'
import type { SitePolicy } from '../../contracts/policy'
import type { Suggestions } from '../../domain/comment'
import { runPolicy, type Finding } from '../../domain/policy'
import { OUTREAD, READS_TOPICS, summariseScores, type ScorerResult } from '../../scoring/score-comment'
import { readSiteRules, toScoreRows } from '../comment/judge-batch'

const REMOTE_PREFIX = 'remote:'

/** What score rows call a scorer outside: a name without a space, which its own may hold. */
export function nameRemote(name: string): string {
  return REMOTE_PREFIX + name.replaceAll(' ', '\u00a0')
}

/** What was measured of one text, by the scorers named in `results`. */
export interface LateScores {
  commentId: string
  /** Of the text that was measured. */
  revision: number
  results: ScorerResult[]
}

/**
 * Stores scores that come after ingest, in place of what the same scorers said before, and puts the comments to the policy
 * again, for suggestions only: status, marks, decisions and version stay as they are, and where a person has decided,
 * suggestions too. Nothing is stored about a text that has been edited or deleted meanwhile.
 *
 * @param superseded scorers whose numbers go, whether or not they are named again
 * @returns of how many comments the suggestions are others than before
 */
export async function applyScores(
  db: Db,
  siteId: string,
  scores: readonly LateScores[],
  now: Date,
  superseded: readonly string[] = [],
): Promise<number> {
  if (scores.length === 0) return 0
  return db.transaction(async (inner) => {
    const measured = new Map(scores.map((one) => [one.commentId, one]))
    const locked = await lockScoredComments(inner, siteId, [...measured.keys()])
    const current = locked.filter(({ id, revision, status }) => measured.get(id)?.revision === revision && status !== 'removed')
    const ids = current.map(({ id }) => id)
    if (ids.length === 0) return 0
    const results = ids.flatMap((id) => measured.get(id)?.results ?? [])
    await deleteScoresOf(inner, siteId, ids, [...new Set([...results.map(({ scorer }) => scorer), ...superseded])])
    const rows = ids.flatMap((id) => toScoreRows(id, measured.get(id)?.results ?? []))
    if (rows.length > 0) await insertScores(inner, siteId, rows, now)
    // Else what is looked up by the highest score would go by what no suggestion goes by.
    await deleteOutreadScores(inner, siteId, ids, { reader: READS_TOPICS, outread: OUTREAD })
    const { policy } = await readSiteRules(inner, siteId)
    const remote = new Set((await listRemoteScorerNames(inner, siteId)).map(nameRemote))
    // What a scorer said that is configured no more counts for nothing.
    const numbers = (await listNumbers(inner, siteId, ids)).filter(({ scorer }) => !scorer.startsWith(REMOTE_PREFIX) || remote.has(scorer))
    const changed = current.flatMap((comment) =>
      comment.isDecided || comment.status === 'rejected' ? [] : suggestAgain(policy, comment, numbers),
    )
    if (changed.length > 0) await writeSuggestions(inner, siteId, changed)
    return changed.length
  })
}

/** What the policy suggests now; nothing when it is what it suggested before. */
function suggestAgain(policy: SitePolicy, comment: ScoredComment, numbers: readonly StoredNumber[]) {
  const own = numbers.filter(({ commentId }) => commentId === comment.id)
  const { suggestions, findings } = runPolicy(policy, {
    ...summariseScores(own.map((number) => ({ ...number, scores: [{ ...number, reason: null }] }))),
    // Whether it is held was settled when it came: only what is suggested is taken from here.
    articleState: 'open',
    isFirstComment: false,
    hasHeldWord: false,
    slow: null,
    isReply: comment.isReply,
    isParentOffTopic: comment.isParentOffTopic,
  })
  if (isSame(comment, suggestions)) return []
  const held = comment.findings.filter(isStanding)
  const suggested = findings.filter((finding) => !isStanding(finding))
  return [{ id: comment.id, suggestions, findings: [...held, ...suggested] satisfies Finding[] }]
}

/** What was settled when the comment came. */
const isStanding = ({ outcome }: Finding) => outcome !== 'suggest_uncivil' && outcome !== 'suggest_off_topic'

/** The database keeps single precision. */
function isSame(comment: ScoredComment, { offTopic, uncivil }: Suggestions): boolean {
  return (
    isNear(comment.suggestedOffTopic, offTopic) &&
    isNear(comment.suggestedUncivil, uncivil?.score ?? null) &&
    comment.suggestedUncivilKind === (uncivil?.kind ?? null)
  )
}

function isNear(left: number | null, right: number | null): boolean {
  return left === null || right === null ? left === right : Math.abs(left - right) < 1e-6
}
