import { OverviewQuery, type ModeratorWork, type Workload } from '../../contracts/compare'
import { parseInput } from '../../contracts/parse'
import { listWork, type WorkRow } from '../../db/stats/stat-groups'
import { authorize } from '../../domain/actor'
import { groupBy } from '../../domain/group-by'
import { readFresh } from '../article/fresh'
import type { Context } from '../context'
import { readDays } from './groups'

const MAX_DAYS = 92

/**
 * What each person decided, and how often a colleague who decided on the same comment again came to another result. For leads only:
 * it is about people's work.
 *
 * @throws DomainError forbidden, invalid_input
 */
export async function readWorkload(ctx: Context, asked: unknown): Promise<Workload> {
  authorize(ctx.actor, 'lead')
  const query = parseInput(OverviewQuery, asked)
  const { from, to, days } = readDays(query.from, query.to, MAX_DAYS)
  const rows = await readFresh(ctx.db, (db) => listWork(db, ctx.actor.siteId, from, to))
  const people = groupBy(rows, ({ id }) => id)
  return { ...query, people: [...people.values()].map((own) => sumWork(own, days)).sort((a, b) => b.decisions - a.decisions) }
}

/** Kinds that are decisions on comments; acts on discussions are not counted as moderation. */
const KINDS = ['approve', 'reject', 'mark', 'clear_mark']

function sumWork(rows: readonly WorkRow[], days: readonly string[]): ModeratorWork {
  const sum = (has: (row: WorkRow) => boolean, of: (row: WorkRow) => number = ({ decisions }) => decisions) =>
    rows.filter(has).reduce((total, row) => total + of(row), 0)
  const isDecision = ({ kind }: WorkRow) => KINDS.includes(kind)
  const seenAgain = sum(isDecision, (row) => row.seenAgain)
  const overturned = sum(isDecision, (row) => row.overturned)
  return {
    id: rows[0]?.id ?? '',
    name: rows[0]?.name ?? '',
    decisions: sum(isDecision),
    approved: sum(({ kind }) => kind === 'approve'),
    rejected: sum(({ kind }) => kind === 'reject'),
    marked: sum(({ kind }) => kind === 'mark'),
    undone: sum(({ kind }) => kind === 'undo'),
    seenAgain,
    overturned,
    agreement: seenAgain === 0 ? null : 1 - overturned / seenAgain,
    days: days.map((day) => sum((row) => isDecision(row) && row.day.toISOString().slice(0, 10) === day)),
  }
}
