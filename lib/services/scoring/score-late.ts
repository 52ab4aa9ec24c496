import { claimLateTexts, deleteLateTasks, isIndexingBehind, skipLateTexts, type LateTaskRow } from '../../db/late-task'
import { listNumbers, listTextsToScore } from '../../db/late-scores'
import type { Db } from '../../db/connection'
import { incivility } from '../../scoring/incivility/incivility'
import { NEWSROOM_SCORER } from '../../scoring/judgement/apply-judgement'
import type { ScorerResult } from '../../scoring/score-comment'
import type { LateScorer, RunningLateScorer, ScorerInput } from '../../scoring/scorer'
import { applyScores } from './apply-scores'

/** Texts of one turn: a slow scorer takes less than a second for them. */
const LOT = 16
const HELD_MS = 2 * 60_000
/** A text that nobody came to within a day is left as it is; scoring again looks at it. */
const SKIPPED_AFTER_MS = 24 * 3_600_000
/** With so many ingest transactions still to be indexed, the machine has better to do. */
const BEHIND = 40

/** A slow scorer that has loaded what it needs. */
export interface LateWorker extends Pick<LateScorer, 'name' | 'version'>, Pick<RunningLateScorer, 'score'> {}

/**
 * Has the slow scorers look at the newest texts that wait for them; returns how many those were. Nothing while ingest keeps the
 * machine busy. What fails stays noted and is tried again some minutes later.
 */
export async function scoreNextLate(db: Db, workers: readonly LateWorker[], now: Date): Promise<number> {
  if (await isIndexingBehind(db, BEHIND)) return 0
  await skipLateTexts(db, new Date(now.getTime() - SKIPPED_AFTER_MS))
  const tasks = await claimLateTexts(db, now, new Date(now.getTime() + HELD_MS), LOT)
  for (const siteId of [...new Set(tasks.map((task) => task.siteId))].sort()) {
    await scoreOfSite(
      db,
      siteId,
      tasks.filter((task) => task.siteId === siteId),
      workers,
      now,
    )
  }
  return tasks.length
}

async function scoreOfSite(db: Db, siteId: string, tasks: LateTaskRow[], workers: readonly LateWorker[], now: Date): Promise<void> {
  const ids = tasks.map((task) => task.commentId)
  const texts = await listTextsToScore(db, siteId, ids)
  const inputs = texts.map(({ body, parentBody, article }): ScorerInput => ({ body, parentBody, article, watchedWords: [] }))
  const results = texts.map((): ScorerResult[] => [])
  for (const { name: scorer, version, score } of workers) {
    const scored = await score(inputs)
    scored.forEach((scores, at) => results[at]?.push({ scorer, version, scores: scores ?? [] }))
  }
  await db.transaction(async (inner) => {
    const judged = await listJudged(inner, siteId, ids)
    const late = texts.map(({ id, revision }, at) => ({
      commentId: id,
      revision,
      results: (results[at] ?? []).filter(({ scorer }) => scorer !== incivility.name || !judged.has(id)),
    }))
    await applyScores(inner, siteId, late, now)
    await deleteLateTasks(inner, tasks)
  })
}

/** Comments of whose incivility the newsroom's own judgement has said something: the models' second thoughts do not overrule it. */
async function listJudged(db: Db, siteId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const numbers = await listNumbers(db, siteId, ids)
  const own = numbers.filter(({ scorer, attribute }) => scorer === NEWSROOM_SCORER && attribute.startsWith('uncivil.'))
  return new Set(own.map(({ commentId }) => commentId))
}
