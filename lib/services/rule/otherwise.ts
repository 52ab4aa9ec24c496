import { parseId } from '../../contracts/id'
import type { RuleOtherwiseList } from '../../contracts/rule'
import { LookAnswer } from '../../contracts/second-look'
import { listRuleRows } from '../../db/rule'
import { listOtherwise } from '../../db/rule-deed'
import { listFailedChecks } from '../../db/second-look/rule-check'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { followRules } from './follow'

const LISTED = 50
const DAYS_MS = 30 * 86_400_000

/**
 * The comments of the last 30 days of which people made something else than a rule did, and the random checks that came out otherwise, the
 * newest first.
 *
 * @throws DomainError forbidden, not_found
 */
export async function listSeenOtherwise(ctx: Context, id: string): Promise<RuleOtherwiseList> {
  authorize(ctx.actor, 'configure')
  const { siteId } = ctx.actor
  const ruleId = parseId(id, 'rule')
  if (!(await listRuleRows(ctx.db, siteId)).some((rule) => rule.id === ruleId)) throw new DomainError('not_found', 'There is no such rule.')
  while (await followRules(ctx.db, siteId));
  const since = new Date(ctx.now().getTime() - DAYS_MS)
  const [rows, failed] = await Promise.all([
    listOtherwise(ctx.db, siteId, ruleId, since, LISTED + 1),
    listFailedChecks(ctx.db, siteId, ruleId, since, LISTED),
  ])
  const checked = failed.flatMap(({ answer: stored, at, ...row }) => {
    const answer = LookAnswer.parse(stored)
    return answer.kind === 'unsure' ? [] : [{ ...row, answer, at: at.toISOString() }]
  })
  return {
    comments: rows.slice(0, LISTED).map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
    hasMore: rows.length > LISTED,
    checked,
  }
}
