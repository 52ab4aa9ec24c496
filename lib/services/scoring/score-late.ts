import { claimLateTexts, deleteLateTasks, isIndexingBehind, isNoting, skipLateTexts, type LateTaskRow } from '../../db/score/late-task'
import { listNumbers, listTextsToScore, type TextToScore } from '../../db/score/late-scores'
import type { Db } from '../../db/connection'
import { describeError } from '../../domain/errors'
import { incivility } from '../../scoring/incivility/incivility'
import { nameVersion, NEWSROOM_SCORER } from '../../scoring/judgement/apply-judgement'
import type { ScorerResult } from '../../scoring/score-comment'
import type { Judgement } from '../../scoring/judgement/judgement'
import type { JudgedInput, LateScorer, RunningLateScorer } from '../../scoring/late-scorer'
import type { ScorerInput } from '../../scoring/scorer'
import { log } from '../../log'
import { readSiteRules } from '../comment/judge-batch'
import { applyScores } from './apply-scores'

/** Texts of one turn: a slow scorer takes less than a second for them. */
const LOT = 16
const HELD_MS = 2 * 60_000
/** A text that nobody came to within a day is left as it is; scoring again looks at it. */
const SKIPPED_AFTER_MS = 24 * 3_600_000
/** With this many ingest transactions still to be indexed, the machine has better things to do. */
const BEHIND = 40
/** This many texts in this time come faster than they can be read: a bulk stream, an import, or a rescoring. */
const RUSH_TEXTS = 300
const RUSH_MS = 10_000

/** A slow scorer that has loaded what it needs. */
export interface LateWorker extends Pick<LateScorer, 'name' | 'version'>, Pick<RunningLateScorer, 'score' | 'judge'> {}

/**
 * Has the slow scorers look at the newest texts that wait for them; returns how many those were. `load` is called when there are any.
 * In a rush nothing is read: 'rush'. A text that one of them has a fault with holds up none but itself: it stays noted and is tried again
 * some minutes later.
 *
 * @param isLetGo whether the scorers have been let go meanwhile: then what fails says nothing of its text
 */
export async function scoreNextLate(
  db: Db,
  load: () => Promise<readonly LateWorker[]>,
  now: Date,
  isLetGo: () => boolean = () => false,
): Promise<number | 'rush'> {
  if (await isRush(db, now)) return 'rush'
  await skipLateTexts(db, new Date(now.getTime() - SKIPPED_AFTER_MS))
  const tasks = await claimLateTexts(db, now, new Date(now.getTime() + HELD_MS), LOT)
  const workers = tasks.length === 0 ? [] : await load()
  let left = 0
  for (const siteId of [...new Set(tasks.map((task) => task.siteId))].sort()) {
    const own = tasks.filter((task) => task.siteId === siteId)
    try {
      await scoreOfSite(db, siteId, own, workers, now)
    } catch (error) {
      if (isLetGo()) throw error
      left += await scoreApart(own, (task) => scoreOfSite(db, siteId, [task], workers, now))
      // It is not the texts.
      if (left === tasks.length) throw error
    }
  }
  return tasks.length
}

/** One text after the other; gives how many could not be read. */
async function scoreApart(tasks: readonly LateTaskRow[], score: (task: LateTaskRow) => Promise<void>): Promise<number> {
  let left = 0
  for (const task of tasks) {
    try {
      await score(task)
    } catch (error) {
      left += 1
      const { siteId, commentId } = task
      log().warn({ siteId, commentId, err: describeError(error) }, 'slow scorers could not read a text')
    }
  }
  return left
}

/** Whether ingest needs the machine. What is read meanwhile would be a small part of what comes, and not a chosen one. */
export async function isRush(db: Db, now: Date): Promise<boolean> {
  return (await isIndexingBehind(db, BEHIND)) || (await isNoting(db, new Date(now.getTime() - RUSH_MS), RUSH_TEXTS))
}

async function scoreOfSite(db: Db, siteId: string, tasks: LateTaskRow[], workers: readonly LateWorker[], now: Date): Promise<void> {
  const ids = tasks.map((task) => task.commentId)
  const [texts, judged, { judgement }] = await Promise.all([
    listTextsToScore(db, siteId, ids),
    listJudged(db, siteId, ids),
    readSiteRules(db, siteId),
  ])
  const inputs = texts.map(({ body, parentBody, article }): ScorerInput => ({ body, parentBody, article, watchedWords: [] }))
  const results = texts.map((): ScorerResult[] => [])
  // Of what the newsroom judges itself, the models' second thoughts are told by its judgement only.
  const isOwn = ({ name }: LateWorker, at: number) => name === incivility.name && judged.has(texts[at]?.id ?? '')
  for (const worker of workers) {
    const scored = await worker.score(inputs)
    scored.forEach((scores, at) => {
      if (!isOwn(worker, at)) results[at]?.push({ scorer: worker.name, version: worker.version, scores: scores ?? [] })
    })
    if (judgement === null) continue
    const own = inputs.flatMap((input, at) => (isOwn(worker, at) ? [{ ...input, at, newsroom: { judgement, ...placeOf(texts[at]) } }] : []))
    const said = await judgeAgain(worker, judgement, own)
    own.forEach(({ at }, place) => results[at]?.push(...(said[place] ?? [])))
  }
  const late = texts.map(({ id, revision }, at) => ({ commentId: id, revision, results: results[at] ?? [] }))
  await db.transaction(async (inner) => {
    await applyScores(inner, siteId, late, now)
    await deleteLateTasks(inner, tasks)
  })
}

/** Where in its thread a comment stands, as a judgement asks it. */
const placeOf = (text: TextToScore | undefined) => ({ isReply: text?.isReply ?? false, depth: text?.depth ?? 0 })

/** What the newsroom's judgement makes of texts by what the scorer has read; nothing where it has nothing to say. */
async function judgeAgain(worker: LateWorker, { number }: Judgement, texts: readonly JudgedInput[]): Promise<ScorerResult[][]> {
  const said = texts.length === 0 ? [] : await worker.judge?.(texts)
  const version = nameVersion({ baseVersion: worker.version, number })
  return (said ?? []).map((scores) => (scores === null ? [] : [{ scorer: NEWSROOM_SCORER, version, scores }]))
}

/** Comments of whose incivility the newsroom's own judgement has said something. */
async function listJudged(db: Db, siteId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const numbers = await listNumbers(db, siteId, ids)
  const own = numbers.filter(({ scorer, attribute }) => scorer === NEWSROOM_SCORER && attribute.startsWith('uncivil.'))
  return new Set(own.map(({ commentId }) => commentId))
}
