import { setImmediate as nextTurn } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import type { Db } from '../../db/connection'
import { recordAudit } from '../../db/audit'
import {
  countDecisionsSince,
  dropOldWeights,
  findJudgement,
  findNewestDecision,
  findLiveJudgement,
  insertJudgement,
  listJudgements,
  retireLive,
  type JudgementRow,
} from '../../db/score/judgement'
import { lockSite } from '../../db/site'
import type { JudgementRefusal } from '../../domain/judgement-refusals'
import type { ThoroughReader } from '../../scoring/incivility/thorough-incivility'
import type { Judgement } from '../../scoring/judgement/judgement'
import { LearningHere, type Learning } from '../../scoring/judgement/learning'
import { packJudgement } from '../../scoring/judgement/pack'
import { LATE_READING_VERSION } from '../../scoring/late-reading'
import { SCORER_VERSIONS } from '../../scoring/scorer-versions'
import { isRush } from '../scoring/score-late'
import { recallJudgement } from './recall'
import { teach } from './teach'

/** This many decisions, and a tenth of those learnt from, are awaited before learning (again). */
const LEAST_NEW = 100
const NEW_SHARE = 0.1
/** A judgement is tried on a fifth of all decisions, or on half of those that the one in use has not seen; on 40 at least. */
const TRIAL_SHARE = 0.2
const LEAST_TRIED = 40
/** Versions one can go back to. */
const KEPT_VERSIONS = 5

/**
 * What became of learning: too little that is new, a version that is live now, one that was no better, an end of the one in use; or it was
 * put off, because ingest needs the machine.
 */
export type Outcome = 'too_few' | 'live' | 'not_kept' | 'stopped' | 'put_off'

/** How many more decisions to wait for after a judgement that learnt from `learntFrom` of them; 0 for the first. */
export function countAwaited(learntFrom: number): number {
  return Math.max(LEAST_NEW, Math.ceil(learntFrom * NEW_SHARE))
}

/** By site, the newest decision when there was too little to learn from: most were on texts that the models do not read, or taken back. */
type InVain = Map<string, string>

/** How decisions are learnt from. */
interface Ways {
  /** Kept from one call to the next, so that what was looked through in vain is not looked through each time. */
  inVain?: InVain
  /** What is known later of a text is learnt from, too; null: only what is known when it comes in. */
  startReader?: (() => Promise<ThoroughReader>) | null
  /** Where it is learnt; in this thread, if nothing else is said. */
  startLearning?: () => Learning
  /** Ends it, whatever it is at, when it is aborted. */
  signal?: AbortSignal
}

/**
 * Learns from a site's decisions, if there are enough new ones since the last time, or the shipped models have changed: fits on the older
 * ones, tries on the newest, and if that is better than what is in use, fits on all and goes live, with an entry in the audit log.
 * If the shipped models are better than both, what is in use ends.
 * Either way a row says what came of it.
 */
export async function learnFromDecisions(
  db: Db,
  siteId: string,
  now: Date,
  { inVain = new Map(), startReader = null, startLearning = learnHere, signal }: Ways = {},
): Promise<Outcome> {
  const [last] = await listJudgements(db, siteId, 1)
  const lateVersion = startReader === null ? null : LATE_READING_VERSION
  const awaited = countAwaited(last?.decisions ?? 0)
  const vain = inVain.get(siteId)
  const isOfOthers = last !== undefined && isOfOtherModels(last, lateVersion)
  const since = vain ?? last?.lastDecisionId ?? null
  const isDue = isOfOthers && vain === undefined
  if (!isDue && (await countDecisionsSince(db, siteId, since, awaited)) < awaited) return 'too_few'
  // Before anything is read: it is asked again every minute, however long the rush lasts.
  if (startReader !== null && (await isRush(db, now))) return 'put_off'
  const lookedAt = await findNewestDecision(db, siteId)
  const learning = startLearning()
  const stop = () => void learning.stop()
  signal?.addEventListener('abort', stop)
  try {
    const decisions = await teach(db, siteId, { learning, startReader, now, least: LEAST_NEW, signal })
    if (decisions === null) return 'put_off'
    if (decisions.length < LEAST_NEW) {
      if (lookedAt !== null) inVain.set(siteId, lookedAt)
      return 'too_few'
    }
    inVain.delete(siteId)
    const number = (last?.number ?? 0) + 1
    return await conclude(db, siteId, learning, { decisions, lookedAt, number, lateVersion, isOfOthers, now })
  } finally {
    signal?.removeEventListener('abort', stop)
    await learning.stop()
  }
}

interface Taught {
  /** The oldest first; there is one. */
  decisions: readonly string[]
  /** The newest of all, whether anything was to be learnt from it or not. */
  lookedAt: string | null
  number: number
  lateVersion: string | null
  /** Whether what is in use was learnt on other models. */
  isOfOthers: boolean
  now: Date
}

/** Tries what was handed over against what is in use, and notes what came of it. */
async function conclude(
  db: Db,
  siteId: string,
  learning: Learning,
  { decisions, lookedAt, number, lateVersion, isOfOthers, now }: Taught,
): Promise<Outcome> {
  const row = await findLiveJudgement(db, siteId)
  // With new models what was learnt on the old ones says nothing; what is in use then is the base.
  const isComparable = row !== null && row.baseVersion === SCORER_VERSIONS.base && !isOfOthers
  const live = isComparable ? await recallJudgement(db, siteId, row.id) : null
  const unseen = countUnseen(decisions, live === null ? null : (row?.lastDecisionId ?? null))
  const { trial, learnt } = await learning.conclude({ number, live, unseen })
  const newest = decisions.at(-1) ?? ''
  return noteOutcome(db, {
    facts: {
      siteId,
      number,
      baseVersion: SCORER_VERSIONS.base,
      lateVersion,
      decisions: decisions.length,
      // What says nothing, because the models do not read it or it was deleted, is looked at all the same.
      lastDecisionId: lookedAt !== null && lookedAt > newest ? lookedAt : newest,
      measures: trial?.measures ?? { ...UNTRIED, triedOn: unseen },
    },
    learnt,
    outdone: trial?.isLiveOutdone === true ? row : null,
    now,
  })
}

const learnHere = () => new LearningHere(pauseTurn)

/** Of the later readings, an older judgement says nothing once their models have changed, or if it was learnt without any. */
function isOfOtherModels(last: JudgementRow, lateVersion: string | null): boolean {
  return last.baseVersion !== SCORER_VERSIONS.base || (lateVersion !== null && last.lateVersion !== lateVersion)
}

interface Learnt {
  facts: Omit<Parameters<typeof insertJudgement>[1], 'id' | 'state' | 'weights' | 'at'>
  /** What goes live; null when it was no better. */
  learnt: Judgement | null
  /** What is in use and is to end, with nothing in its place. */
  outdone: JudgementRow | null
  now: Date
}

async function noteOutcome(db: Db, { facts, learnt, outdone, now }: Learnt): Promise<Outcome> {
  const { siteId, number } = facts
  return db.transaction(async (inner) => {
    if ((await lockSite(inner, siteId)) === null) return 'too_few'
    // Another process has learnt the same meanwhile, and what it put live stays.
    if (await findJudgement(inner, siteId, number)) return 'not_kept'
    const stopped = outdone !== null && (await findLiveJudgement(inner, siteId))?.id === outdone.id ? outdone : null
    if (learnt !== null || stopped !== null) await retireLive(inner, siteId)
    const id = uuidv7()
    const weights = learnt === null ? null : packJudgement(learnt)
    await insertJudgement(inner, { ...facts, id, state: learnt === null ? 'not_kept' : 'live', weights, at: now })
    const entry = { siteId, actor: { kind: 'system', id: null, name: 'Parley' }, at: now } as const
    if (stopped !== null)
      await recordAudit(inner, { ...entry, act: 'judgement.stop', subjectId: stopped.id, subjectName: `${stopped.number}` })
    if (learnt === null) return stopped === null ? 'not_kept' : 'stopped'
    await dropOldWeights(inner, siteId, KEPT_VERSIONS)
    await recordAudit(inner, { ...entry, act: 'judgement.learn', subjectId: id, subjectName: `${number}` })
    return 'live'
  })
}

const UNTRIED = { triedOn: 0, marks: [], gain: 0, gainError: 0, refusal: 'too_few' satisfies JudgementRefusal }

const pauseTurn = async (): Promise<void> => {
  await nextTurn()
}

/** On how many of the newest decisions a candidate is tried: on none that the one in use has learnt from, if there are enough. */
function countUnseen(decisions: readonly string[], lastSeen: string | null): number {
  const fresh = lastSeen === null ? null : decisions.filter((id) => id > lastSeen).length
  const wanted = fresh === null ? Math.round(decisions.length * TRIAL_SHARE) : Math.floor(fresh / 2)
  return Math.min(decisions.length, Math.max(LEAST_TRIED, wanted))
}
