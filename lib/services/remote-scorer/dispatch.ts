import { listTextsToScore } from '../../db/score/late-scores'
import type { Db } from '../../db/connection'
import { listDueScorers, lockRemoteScorer, noteScorerCall, type RemoteScorerRow } from '../../db/score/remote-scorer'
import { claimScorerTasks, deleteScorerTask, expireScorerTasks, postponeScorerTask, type ScorerTaskRow } from '../../db/score/scorer-task'
import { afterFailure, afterSuccess, stateOf } from '../../domain/circuit-breaker'
import { waitAfterUnscored } from '../../domain/retry'
import type { ScorerClient } from '../../events/ask-scorer'
import { applyScores, nameRemote } from '../scoring/apply-scores'
import { askScorer } from './ask'

/** How many texts a scorer is asked about at once. */
const AT_ONCE = 4
/** On top of a scorer's own limit of time: after it, somebody else may ask. */
const LEASE_MORE_MS = 30_000
const HOUR_MS = 3_600_000
/** What nobody answered for so long is given up: a suggestion that late helps no one. */
const GIVEN_UP_AFTER_MS = 24 * HOUR_MS
const FORGOTTEN_AFTER_MS = 30 * 24 * HOUR_MS

/** What asking needs: the pool, the clock, the way out, and chance. */
export interface ScorerDispatch {
  db: Db
  now: () => Date
  client: ScorerClient
  random: () => number
}

/** The scorers for which something is due and whose breaker lets a call through. */
export async function listReadyScorers({ db, now }: ScorerDispatch): Promise<RemoteScorerRow[]> {
  return listDueScorers(db, now())
}

/**
 * Asks a scorer about the texts that are due, at least once each, and returns how many those were. What fails is tried again
 * by the schedule of `waitAfterUnscored` and then given up: the comment stays as it is, and is told to be not scored by it.
 */
export async function askDue(dispatch: ScorerDispatch, scorer: RemoteScorerRow): Promise<number> {
  const { db, now } = dispatch
  const state = stateOf(scorer, now())
  if (state === 'open') return 0
  const count = state === 'trial' ? 1 : AT_ONCE
  const tasks = await claimScorerTasks(db, scorer, { now: now(), leaseMs: scorer.timeoutMs + LEASE_MORE_MS, count })
  await Promise.all(tasks.map((task) => askAbout(dispatch, scorer, task)))
  return tasks.length
}

async function askAbout(dispatch: ScorerDispatch, scorer: RemoteScorerRow, task: ScorerTaskRow): Promise<void> {
  const { db, now, random } = dispatch
  const [text] = await listTextsToScore(db, task.siteId, [task.commentId])
  // Deleted at its source, or edited: the edit has its own task, in place of this one.
  if (!text || text.revision !== task.revision) return deleteScorerTask(db, task)
  const answer = await askScorer(dispatch.client, scorer, text)
  await noteCall(dispatch, scorer, answer.reply === null && !answer.isRefusal ? answer.failure : null)
  if (answer.reply === null) {
    const wait = answer.isRefusal ? null : waitAfterUnscored(task.attempts, random(), answer.retryAfter)
    return postponeScorerTask(db, task, answer.failure, wait === null ? null : new Date(now().getTime() + wait * 1000))
  }
  const { scores, version } = answer.reply
  const results = [{ scorer: nameRemote(scorer.name), version, scores }]
  await db.transaction(async (inner) => {
    await applyScores(inner, task.siteId, [{ commentId: task.commentId, revision: task.revision, results }], now())
    await deleteScorerTask(inner, task)
  })
}

async function noteCall({ db, now, random }: ScorerDispatch, scorer: RemoteScorerRow, failure: string | null): Promise<void> {
  await db.transaction(async (inner) => {
    const row = await lockRemoteScorer(inner, scorer.siteId, scorer.id)
    if (!row) return
    const breaker = failure === null ? afterSuccess() : afterFailure(row, now(), random())
    await noteScorerCall(inner, row, breaker, failure, now())
  })
}

/** Gives up what has waited for a day, and forgets after a month that it was given up. */
export async function expireTasks(db: Db, now: Date): Promise<void> {
  await expireScorerTasks(db, new Date(now.getTime() - GIVEN_UP_AFTER_MS), new Date(now.getTime() - FORGOTTEN_AFTER_MS))
}
