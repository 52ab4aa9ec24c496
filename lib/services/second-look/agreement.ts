import { parseInput } from '../../contracts/parse'
import { AgreementQuery, type Agreement, type AgreementPart } from '../../contracts/second-look'
import { countDrawn, listPairs, type PairRow } from '../../db/second-look/agreement'
import { authorize } from '../../domain/actor'
import { countPairs, estimateAgreement, estimateAlpha, listConfusions } from '../../domain/agreement'
import { groupBy } from '../../domain/group-by'
import { VERDICTS } from '../../domain/second-look'
import type { Context } from '../context'

const DAY_MS = 86_400_000
/** As many lines as anybody reads. */
const MOST_SECTIONS = 12
const MOST_WEEKS = 13

/**
 * How far two people agree who come to a comment apart, over decisions of the last days. What was answered counts as it was answered: a
 * decision that was taken back afterwards, or because of it, stays among them, or they would look more alike than they were.
 *
 * @throws DomainError forbidden, invalid_input
 */
export async function readAgreement(ctx: Context, asked: unknown): Promise<Agreement> {
  authorize(ctx.actor, 'lead')
  const days = Number(parseInput(AgreementQuery, asked).days)
  const now = ctx.now()
  const from = new Date(now.getTime() - days * DAY_MS)
  const [pairs, totals] = await Promise.all([listPairs(ctx.db, ctx.actor.siteId, from), countDrawn(ctx.db, ctx.actor.siteId, from, now)])
  const sections = [...groupBy(pairs, ({ section }) => section)].map(([section, some]) => ({ section, ...toPart(some) }))
  const weeks = [...groupBy(pairs, ({ week }) => week)].map(([week, some]) => ({ week, ...toPart(some) }))
  return {
    days,
    ...totals,
    overall: toPart(pairs),
    alpha: estimateAlpha(mergePairs(pairs)),
    byVerdict: VERDICTS.map((verdict) => ({ verdict, ...toPart(pairs.filter(({ first }) => first === verdict)) })),
    bySection: sections.sort((a, b) => b.total - a.total).slice(0, MOST_SECTIONS),
    byWeek: weeks.sort((a, b) => b.week.localeCompare(a.week)).slice(0, MOST_WEEKS),
    confusions: listConfusions(pairs, VERDICTS),
  }
}

const toPart = (pairs: readonly PairRow[]): AgreementPart => ({ total: countPairs(pairs), share: estimateAgreement(pairs) })

/** One row for each two verdicts: each is left out in its turn. */
const mergePairs = (pairs: readonly PairRow[]) =>
  [...groupBy(pairs, ({ first, second }) => `${first} ${second}`).values()].flatMap((some) =>
    some.slice(0, 1).map(({ first, second }) => ({ first, second, count: countPairs(some) })),
  )
