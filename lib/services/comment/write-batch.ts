import type { AcceptedComment, SuggestionResource } from '../../contracts/ingest'
import type { Db } from '../../db/connection'
import { analyzeGrowth } from '../../db/statistics'
import type { Suggestions } from '../../domain/comment'
import { describeError, DomainError, type InputProblem } from '../../domain/errors'
import { CLOSED_OFF, type Finding } from '../../domain/policy'
import { log } from '../../log'
import type { Context } from '../context'
import { noteDeeds } from '../rule/deeds'
import { asksForRecords, NO_RECORDS, readRecords } from '../rule/records'
import { findClosedOff, holdLateReplies } from './closed-threads'
import { findFirstComments, judgeBatch, readSiteRules, type Judgement, type SiteRules } from './judge-batch'
import { reconsiderReplies } from './late-parents'
import { loadBatch, type Loaded } from './load-batch'
import type { ParsedItem } from './parse-items'
import { planBatch, type Plan, type PlannedItem } from './plan-batch'
import { listRejections, rejectByRules } from './reject-by-rule'
import { scoreDrafts, type Forecast } from './score-drafts'
import { findPauses, type Pauses } from './slow-mode'
import { storeBatch, storeCommenters, type Standing } from './store-batch'

export type WrittenItem = AcceptedComment | { externalId: string | null; outcome: 'invalid'; problems: InputProblem[] }

const MAX_ATTEMPTS = 3

/**
 * Writes checked comments in one transaction: load, plan, score, judge, store. Callers have authorised. `isBroughtIn` when they come from a
 * file, in which only those stand that were public. If another request adds
 * one of the same comments under another article at that moment, everything is done again on what is then there.
 */
export async function writeComments(
  ctx: Context,
  parsed: readonly ParsedItem[],
  forecast: Forecast | null = null,
  isBroughtIn = false,
): Promise<WrittenItem[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      const written = await ctx.db.transaction((db) => writeOnce(ctx, db, parsed, { forecast, isBroughtIn }))
      // Nobody waits for it: of a large site it takes half a second, and what was sent is stored.
      analyzeGrowth(ctx.db, ctx.actor.siteId, written.length).catch(noteFailure)
      return written
    } catch (error) {
      const isRace = error instanceof DomainError && error.code === 'conflict'
      if (!isRace || attempt === MAX_ATTEMPTS) throw error
    }
  }
}

function noteFailure(error: unknown): void {
  log().warn({ err: describeError(error) }, 'what the database knows of its tables could not be renewed')
}

interface Sending {
  forecast: Forecast | null
  /** From a file, where they were public. */
  isBroughtIn: boolean
}

async function writeOnce(ctx: Context, db: Db, parsed: readonly ParsedItem[], { forecast, isBroughtIn }: Sending): Promise<WrittenItem[]> {
  const { siteId } = ctx.actor
  const now = ctx.now()
  const sent = parsed.flatMap((item) => ('sent' in item ? [item.sent] : []))
  if (sent.length === 0) return parsed.flatMap((item) => ('problems' in item ? [{ outcome: 'invalid' as const, ...item }] : []))

  const [read, loaded] = await Promise.all([readSiteRules(db, siteId), loadBatch(db, siteId, sent)])
  const rules = isBroughtIn ? withoutArrival(read) : read
  const plan = planBatch(parsed, loaded)
  // The database adds them while the texts are judged here.
  const storing = storeCommenters(db, siteId, plan, loaded.commenters, now)
  storing.catch(() => undefined)
  const firstComments = rules.policy.holdFirstComment ? await findFirstComments(db, siteId, plan, await storing) : new Set<string>()
  const isSlow = !isBroughtIn && [...loaded.articles.values()].some((article) => article.slowSeconds !== null)
  const pauses: Pauses = isSlow ? await findPauses(db, siteId, plan, await storing, now) : new Map()
  const closedOff = await findClosedOff(db, siteId, plan, loaded)
  const records = asksForRecords(rules.rules) ? await readRecords(db, siteId, plan, await storing) : NO_RECORDS
  const scored = await scoreDrafts(plan, loaded, rules, forecast)
  const judgements = judgeBatch(
    { plan, loaded, rules, scored },
    { firstComments, pauses, closedOff, records, isLive: ctx.actor.kind === 'api_key' },
  )
  const commenterIds = await storing
  // Only stored trees that move, and what a rule rejects, are looked at again afterwards.
  const isLast = loaded.trees.length === 0 && !listRejections(plan, judgements).length
  const standings = await storeBatch(db, siteId, { plan, loaded, judgements, commenterIds, now, isLast })
  await reconsiderReplies(db, siteId, { plan, loaded, rules, judgements, now })
  const held = await holdLateReplies(db, siteId, plan, loaded, now)
  for (const { id, externalId, stored } of plan.drafts.values()) {
    const findings = standings.get(externalId)?.findings ?? stored?.findings ?? []
    const version = 1 + (standings.get(externalId)?.version ?? stored?.version ?? NEW)
    if (held.has(id)) standings.set(externalId, { status: 'pending', findings: [...findings, CLOSED_OFF], version })
  }
  const rejected = await rejectByRules(db, siteId, plan, judgements, now)
  for (const { externalId, findings } of rejected)
    standings.set(externalId, { status: 'rejected', findings, version: 1 + (standings.get(externalId)?.version ?? NEW) })
  if (!isLast) await noteDeeds(db, siteId, { plan, judgements, now }, standings)
  return plan.items.map((item) => toWritten(item, { plan, loaded, judgements, standings }))
}

/** The version of a comment that has just come. */
const NEW = 1

/** What holds comments because they are new holds none that readers have seen for years. Words and rules do, as elsewhere. */
function withoutArrival(rules: SiteRules): SiteRules {
  return { ...rules, policy: { ...rules.policy, holdAll: false, holdFirstComment: false } }
}

interface Written {
  plan: Plan
  loaded: Loaded
  judgements: ReadonlyMap<string, Judgement>
  standings: ReadonlyMap<string, Standing>
}

/** The item as the CMS is told: with the status and suggestions that stand now. */
function toWritten(item: PlannedItem, { plan, loaded, judgements, standings }: Written): WrittenItem {
  if (item.outcome === 'invalid') return item
  const { externalId, outcome } = item
  const stored = loaded.stored.get(externalId)
  const id = plan.drafts.get(externalId)?.id ?? stored?.id
  const judged = judgements.get(externalId)
  const standing = standings.get(externalId)
  const isRemoved = plan.drafts.get(externalId)?.isRemoved ?? false
  const status = isRemoved ? 'removed' : (standing?.status ?? judged?.status ?? stored?.status)
  if (id === undefined || status === undefined) throw new Error('A comment was accepted and is not there.')
  const suggestions = isRemoved ? NONE : (judged?.suggestions ?? storedSuggestions(stored))
  const findings = isRemoved ? [] : (standing?.findings ?? judged?.findings ?? stored?.findings ?? [])
  return {
    externalId,
    outcome,
    id,
    status,
    version: standing?.version ?? stored?.version ?? NEW,
    suggestions: listSuggestions(suggestions),
    reasons: findings.map((finding: Finding) => finding.why),
  }
}

const NONE: Suggestions = { offTopic: null, uncivil: null }

function storedSuggestions(stored: ReturnType<Loaded['stored']['get']>): Suggestions {
  const { suggestedOffTopic = null, suggestedUncivil: score = null, suggestedUncivilKind: kind = null } = stored ?? {}
  return { offTopic: suggestedOffTopic, uncivil: score === null || kind === null ? null : { score, kind } }
}

function listSuggestions({ uncivil, offTopic }: Suggestions): SuggestionResource[] {
  const list: SuggestionResource[] = []
  if (uncivil) list.push({ mark: 'uncivil', kind: uncivil.kind, score: uncivil.score })
  if (offTopic !== null) list.push({ mark: 'off_topic', kind: null, score: offTopic })
  return list
}
