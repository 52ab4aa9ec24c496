import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { TrialInput, type RuleTrial } from '../../contracts/rule'
import { isOutOfTime } from '../../db/queue/queue-count'
import { listRuleRows, lockRules, putRules, type RuleRow } from '../../db/rule'
import { countFitting, listMade } from '../../db/rule-trial'
import { authorize } from '../../domain/actor'
import { estimateShare } from '../../domain/agreement'
import { DomainError } from '../../domain/errors'
import { readCondition } from '../../domain/rules/rule'
import { AGREEING } from '../../domain/rules/trial'
import { noteChange } from '../audit/note'
import type { Context } from '../context'

const DAY = 86_400_000
/** What a person waits for without wondering whether it still goes on. */
const LONGEST_MS = 20_000
const MAX_EXAMPLES = 5

/**
 * Tries a rule on the comments of the last days: how many it fits, what people made of those, and where they did not agree. Nothing is
 * changed but that the rule counts as tried, as it reads now. Scores are those that stand with the comments; what came of a writer's
 * earlier comments is what stands now.
 *
 * @throws DomainError forbidden, not_found, invalid_input, not_allowed when there is too much to look through
 */
export async function tryRule(ctx: Context, { id, input }: { id: string; input: TrialInput }): Promise<RuleTrial> {
  authorize(ctx.actor, 'configure')
  const { days } = parseInput(TrialInput, input)
  const { siteId } = ctx.actor
  const ruleId = parseId(id, 'rule')
  const row = (await listRuleRows(ctx.db, siteId)).find((one) => one.id === ruleId)
  if (!row) throw new DomainError('not_found', 'There is no such rule.')
  const now = ctx.now()
  const { terms } = readCondition(row.condition)
  const past = { siteId, terms, since: new Date(now.getTime() - days * DAY), now }
  const { fits, total, waited, ...counts } = await countFitting(ctx.db, past, LONGEST_MS).catch(explainTime)
  const agreeing = AGREEING[row.outcome]
  const others = (['kept', 'marked', 'rejected'] as const).filter((made) => !agreeing.includes(made))
  const examples = others.some((made) => counts[made] > 0) ? await listMade(ctx.db, past, others, MAX_EXAMPLES) : []
  const agreed = agreeing.reduce((sum, made) => sum + counts[made], 0)
  const decided = counts.kept + counts.marked + counts.rejected
  await noteTrial(ctx, row, { triedAt: now, triedSame: agreed, triedOtherwise: decided - agreed })
  return { days, fits, total, counts, waited, agreed: estimateShare(agreed, decided), examples }
}

/** @throws DomainError conflict when it was changed while it was tried */
async function noteTrial(ctx: Context, tried: RuleRow, found: Pick<RuleRow, 'triedAt' | 'triedSame' | 'triedOtherwise'>): Promise<void> {
  const { siteId } = ctx.actor
  await ctx.db.transaction(async (db) => {
    const row = (await lockRules(db, siteId)).find(({ id }) => id === tried.id)
    if (row?.condition !== tried.condition || row.outcome !== tried.outcome) {
      throw new DomainError('conflict', 'Somebody else changed this rule while it was tried. Load the page again.')
    }
    await putRules(db, siteId, [{ ...row, ...found, triedCondition: row.condition }])
    await noteChange(ctx, db, 'rule.try', row)
  })
}

function explainTime(error: unknown): never {
  if (!isOutOfTime(error)) throw error
  throw new DomainError('not_allowed', 'There are too many comments in these days to look through. Try fewer days.')
}
