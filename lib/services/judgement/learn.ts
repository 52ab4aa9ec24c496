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
import type { Judgement } from '../../scoring/judgement/judgement'
import { learnJudgement } from '../../scoring/judgement/learn'
import { packJudgement } from '../../scoring/judgement/pack'
import { restrict, tryBothParts } from '../../scoring/judgement/try-late'
import type { ThoroughReader } from '../../scoring/incivility/thorough-incivility'
import { SCORER_VERSIONS } from '../../scoring/scorer-versions'
import type { DecidedText } from '../../scoring/judgement/decided-text'
import { isRush } from '../scoring/score-late'
import { gatherDecided, gatherPassed, type GatheredText } from './gather'
import { addLateReadings } from './read-late'
import { recallJudgement } from './recall'

/** This many decisions, and a tenth of those learnt from, are awaited before learning (again). */
const LEAST_NEW = 100
const NEW_SHARE = 0.1
/** A judgement is tried on a fifth of all decisions, or on half of those that the one in use has not seen; on 40 at least. */
const TRIAL_SHARE = 0.2
const LEAST_TRIED = 40
/** Versions one can go back to. */
const KEPT_VERSIONS = 5
/** So many texts of each sort are read thoroughly, some 15 milliseconds each: what thousands teach, more of them hardly improve. */
const MOST_READ = { decided: 4000, passed: 1000 }

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

/**
 * Learns from a site's decisions, if there are enough new ones since the last time, or the shipped models have changed: fits on the older
 * ones, tries on the newest, and if that is better than what is in use, fits on all and goes live, with an entry in the audit log.
 * If the shipped models are better than both, what is in use ends.
 * Either way a row says what came of it.
 *
 * @param inVain kept from one call to the next, so that what was looked through in vain is not looked through each time
 * @param startReader what is known later of a text is learnt from, too; null: only what is known when it comes in
 */
export async function learnFromDecisions(
  db: Db,
  siteId: string,
  now: Date,
  { inVain = new Map(), startReader = null }: { inVain?: InVain; startReader?: (() => Promise<ThoroughReader>) | null } = {},
): Promise<Outcome> {
  const [last] = await listJudgements(db, siteId, 1)
  const awaited = countAwaited(last?.decisions ?? 0)
  const vain = inVain.get(siteId)
  const isOfOthers = last !== undefined && last.baseVersion !== SCORER_VERSIONS.base && vain === undefined
  const since = vain ?? last?.lastDecisionId ?? null
  if (!isOfOthers && (await countDecisionsSince(db, siteId, since, awaited)) < awaited) return 'too_few'
  // Before anything is read: it is asked again every minute, however long the rush lasts.
  if (startReader !== null && (await isRush(db, now))) return 'put_off'
  const lookedAt = await findNewestDecision(db, siteId)
  const gathered = await gatherDecided(db, siteId)
  if (gathered.length < LEAST_NEW) {
    if (lookedAt !== null) inVain.set(siteId, lookedAt)
    return 'too_few'
  }
  inVain.delete(siteId)
  const lessons = { decided: gathered, passed: await gatherPassed(db, siteId, now, gathered.length) }
  const read = startReader === null ? lessons : await readThoroughly(db, lessons, startReader)
  const newest = read?.decided.at(-1)
  if (read === null || newest === undefined) return 'put_off'
  const { decided, passed } = read
  const row = await findLiveJudgement(db, siteId)
  const stored = row === null ? null : await recallJudgement(db, siteId, row.id)
  // With new models what was learnt on the old ones says nothing; what is in use then is the base.
  const live = stored?.baseVersion === newest.text.reading.version ? stored : null
  const number = (last?.number ?? 0) + 1
  const unseen = chooseUnseen(decided, live === null ? null : (row?.lastDecisionId ?? null))
  const candidate = await learnJudgement([...passed, ...decided.slice(0, -unseen.length)], number, pauseTurn)
  const trial = candidate === null ? null : tryBothParts(candidate, live, unseen)
  const final = trial?.isKept ? await learnJudgement([...passed, ...decided], number, pauseTurn) : null
  const learnt = final === null ? null : restrict(final, trial?.targets ?? [], trial?.lateTargets ?? [])
  return noteOutcome(db, {
    facts: {
      siteId,
      number,
      baseVersion: newest.text.reading.version,
      decisions: decided.length,
      // What says nothing, because the models do not read it or it was deleted, is looked at all the same.
      lastDecisionId: lookedAt !== null && lookedAt > newest.decisionId ? lookedAt : newest.decisionId,
      measures: trial?.measures ?? { ...UNTRIED, triedOn: unseen.length },
    },
    learnt,
    outdone: trial?.isLiveOutdone === true ? row : null,
    now,
  })
}

interface Learning {
  facts: Omit<Parameters<typeof insertJudgement>[1], 'id' | 'state' | 'weights' | 'at'>
  /** What goes live; null when it was no better. */
  learnt: Judgement | null
  /** What is in use and is to end, with nothing in its place. */
  outdone: JudgementRow | null
  now: Date
}

async function noteOutcome(db: Db, { facts, learnt, outdone, now }: Learning): Promise<Outcome> {
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

/** The newest decisions, on which a candidate is tried: none that the one in use has learnt from. */
function chooseUnseen(decided: readonly GatheredText[], lastSeen: string | null): GatheredText[] {
  const fresh = lastSeen === null ? null : decided.filter((one) => one.decisionId > lastSeen).length
  const wanted = fresh === null ? Math.round(decided.length * TRIAL_SHARE) : Math.floor(fresh / 2)
  return decided.slice(-Math.max(LEAST_TRIED, wanted))
}

interface Lessons {
  decided: GatheredText[]
  passed: DecidedText[]
}

/** Null when ingest needs the machine. */
async function readThoroughly(db: Db, lessons: Lessons, startReader: () => Promise<ThoroughReader>): Promise<Lessons | null> {
  const reader = await startReader()
  try {
    const decided = await addLateReadings(db, reader, lessons.decided, MOST_READ.decided)
    const passed = decided && (await addLateReadings(db, reader, lessons.passed, MOST_READ.passed))
    return decided && passed && { decided, passed }
  } finally {
    await reader.stop()
  }
}
