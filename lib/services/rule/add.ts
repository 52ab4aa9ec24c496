import { uuidv7 } from 'uuidv7'
import { parseInput } from '../../contracts/parse'
import { RuleInput, type RuleResource } from '../../contracts/rule'
import { readFeedHead } from '../../db/decision/feed'
import { beginWatch } from '../../db/rule-deed'
import { lockRules, putRules, UNTRIED, type RuleRow } from '../../db/rule'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { MAX_RULES } from '../../domain/rules/rule'
import { noteChange } from '../audit/note'
import type { Context } from '../context'
import { expectOwnName, expectSound } from './expect'
import { toRuleResource } from './list'

/**
 * Adds a rule after the others. It is off: nothing changes until somebody turns it on.
 *
 * @throws DomainError forbidden, invalid_input, conflict, not_allowed when there are enough
 */
export async function addRule(ctx: Context, asked: RuleInput): Promise<RuleResource> {
  authorize(ctx.actor, 'configure')
  const input = parseInput(RuleInput, asked)
  await expectSound(ctx, input)
  return ctx.db.transaction(async (db) => {
    const rows = await lockRules(db, ctx.actor.siteId)
    if (rows.length >= MAX_RULES) throw new DomainError('not_allowed', `There is room for ${MAX_RULES} rules. Remove one first.`)
    const said = { ...input, name: input.name.trim().normalize('NFC'), condition: input.condition.trim() }
    const row: RuleRow = { ...said, id: uuidv7(), place: rows.length, isOn: false, run: 1, stopped: null, ...UNTRIED }
    expectOwnName(rows, row)
    await putRules(db, ctx.actor.siteId, [row])
    await beginWatch(db, ctx.actor.siteId, await readFeedHead(db, ctx.actor.siteId), ctx.now())
    await noteChange(ctx, db, 'rule.create', row)
    return toRuleResource(row)
  })
}
