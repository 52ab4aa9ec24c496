import { getDb, type Db } from '../../db/connection'
import { listNextTexts, type TextToScore } from '../../db/score/late-scores'
import { claimRescore, endRescore, noteRescored, type RescoreRow } from '../../db/score/rescore-run'
import { describeError } from '../../domain/errors'
import { log } from '../../log'
import { NEWSROOM_SCORER } from '../../scoring/judgement/apply-judgement'
import { scoreBatch } from '../../scoring/score-batch'
import type { ScorerResult } from '../../scoring/score-comment'
import { readSiteRules, type SiteRules } from '../comment/judge-batch'
import { repeatWork } from '../instance/repeat'
import { applyScores } from '../scoring/apply-scores'
import { noteForLateScorers } from '../scoring/note-for-scorers'

const LOOK_MS = 2000
/** Comments of one transaction. */
const LOT = 100

/** Scores sites again as they are asked to be, until `signal` is aborted; what is not done then is taken up later. */
export async function runRescores(signal: AbortSignal): Promise<void> {
  await repeatWork(signal, LOOK_MS, 'comments could not be scored again', async () => {
    const run = await claimRescore(getDb(), new Date())
    if (run) await workThrough(getDb(), run, { signal, now: () => new Date() })
    return run !== null
  })
}

interface Work {
  signal: AbortSignal
  now: () => Date
  /** Told after every part. */
  onPart?: (run: RescoreRow) => void
}

/**
 * Carries one run from where it was to its end. Each part is one transaction that also records the place, so that whoever takes over
 * after a kill leaves nothing out and counts nothing twice.
 */
export async function workThrough(db: Db, run: RescoreRow, { signal, now, onPart }: Work): Promise<void> {
  let current = run
  try {
    for (;;) {
      if (signal.aborted) return await endRescore(db, current, 'waiting', null, now())
      const next = await scorePart(db, current, now())
      if (next === 'taken over') return
      if (next === 'done') return await endRescore(db, current, 'done', null, now())
      current = next
      onPart?.(current)
      if (current.isStopping) return await endRescore(db, current, 'stopped', null, now())
    }
  } catch (error) {
    log().error({ rescoreId: run.id, err: describeError(error) }, 'scoring again failed')
    await endRescore(
      db,
      current,
      'failed',
      'Something went wrong inside Parley. What is done stays; go on, or see the server’s log.',
      now(),
    )
  }
}

async function scorePart(db: Db, run: RescoreRow, now: Date): Promise<RescoreRow | 'done' | 'taken over'> {
  const after = run.atTime === null || run.atId === null ? null : { time: run.atTime, id: run.atId }
  const [texts, rules] = await Promise.all([listNextTexts(db, run.siteId, after, LOT), readSiteRules(db, run.siteId)])
  const last = texts.at(-1)
  if (!last) return 'done'
  const results = await scoreAll(run.siteId, rules, texts)
  const scores = texts.flatMap(({ id, revision }, at) => (results[at] ? [{ commentId: id, revision, results: results[at] }] : []))
  const place = { time: last.orderedAt, id: last.id }
  const noted = await db
    .transaction(async (inner) => {
      // What the newsroom's judgement said goes where it says nothing any more.
      const changed = await applyScores(inner, run.siteId, scores, now, [NEWSROOM_SCORER])
      // Slow scorers have said more of some of these than was said just now.
      const again = { siteId: run.siteId, ids: texts.map(({ id }) => id), revisions: texts.map(({ revision }) => revision) }
      await noteForLateScorers(inner, again, now)
      const standing = await noteRescored(inner, run, { place, done: texts.length, changed }, now)
      if (standing === null) throw new TakenOver()
      return { changed, ...standing }
    })
    .catch((error: unknown) => {
      if (error instanceof TakenOver) return null
      throw error
    })
  if (noted === null) return 'taken over'
  const { changed, isStopping } = noted
  return { ...run, atTime: place.time, atId: place.id, done: run.done + texts.length, changed: run.changed + changed, isStopping }
}

/** Scores a part; null for a text that a scorer has a fault with: what is known of it stays, and the run goes on. */
async function scoreAll(siteId: string, rules: SiteRules, texts: readonly TextToScore[]): Promise<(ScorerResult[] | null)[]> {
  try {
    return await scoreBatch(rules, texts)
  } catch (error) {
    const results: (ScorerResult[] | null)[] = []
    for (const text of texts) results.push((await scoreBatch(rules, [text]).catch(() => null))?.[0] ?? null)
    const left = texts.filter((_, at) => results[at] === null)
    // It is not the texts.
    if (texts.length > 1 && left.length === texts.length) throw error
    const err = describeError(error)
    log().error({ siteId, commentIds: left.map(({ id }) => id), err }, 'texts could not be scored again, and were passed over')
    return results
  }
}

/** Takes the part back: another process does it. */
class TakenOver extends Error {
  override readonly name = 'TakenOver'
}
