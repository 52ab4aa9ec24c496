import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { RulePatch, type RuleResource } from '../../contracts/rule'
import type { Db } from '../../db/connection'
import { lockRules, putRules, UNTRIED, type RuleRow } from '../../db/rule'
import { clearRuleAlert } from '../../db/rule-alert'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { isAutomatic } from '../../domain/rules/rule'
import { noteChange } from '../audit/note'
import type { Context } from '../context'
import { expectOwnName, expectSound } from './expect'
import { toRuleResource } from './list'

/**
 * Changes what a rule says, its place, or whether it is on. What publishes or rejects by itself is turned on only as it was tried, and
 * turns off when it is changed into something that was not.
 *
 * @throws DomainError forbidden, invalid_input, not_found, conflict, not_allowed when it was not tried
 */
export async function changeRule(ctx: Context, { id, patch: asked }: { id: string; patch: RulePatch }): Promise<RuleResource> {
  authorize(ctx.actor, 'configure')
  const patch = parseInput(RulePatch, asked)
  return ctx.db.transaction(async (db) => {
    const rows = await lockRules(db, ctx.actor.siteId)
    const ruleId = parseId(id, 'rule')
    const row = rows.find((one) => one.id === ruleId)
    if (!row) throw new DomainError('not_found', 'There is no such rule.')
    const applied = applyPatch(row, patch)
    const changed = isAnew(row, applied) ? { ...applied, run: row.run + 1 } : applied
    if (says(changed) !== says(row)) await expectSound({ ...ctx, db }, changed)
    expectOwnName(rows, changed)
    const ordered = putAt(rows, changed, patch.place ?? rows.indexOf(row))
    await putRules(db, ctx.actor.siteId, ordered)
    if (row.stopped !== null && changed.stopped === null) await clearRuleAlert(db, ctx.actor.siteId, row.id, ctx.now())
    await noteChanges(ctx, db, row, changed, ordered.findIndex((one) => one.id === row.id) !== rows.indexOf(row))
    return toRuleResource(changed)
  })
}

/** @throws DomainError not_allowed */
function applyPatch(row: RuleRow, { name, condition, outcome, reason, mostOtherwise, isOn }: RulePatch): RuleRow {
  const changed: RuleRow = {
    ...row,
    name: name?.trim().normalize('NFC') ?? row.name,
    condition: condition?.trim() ?? row.condition,
    outcome: outcome ?? row.outcome,
    reason: (outcome ?? row.outcome) === 'reject' ? (reason === undefined ? row.reason : reason) : (reason ?? null),
    mostOtherwise: mostOtherwise ?? row.mostOtherwise,
    isOn: isOn ?? row.isOn,
  }
  // Only as it was stopped, and until somebody turns it on or off, does it go on holding.
  if (isOn !== undefined || says(changed) !== says(row)) changed.stopped = null
  // What it would have done was shown for that outcome.
  if (changed.outcome !== row.outcome) Object.assign(changed, UNTRIED)
  if (!changed.isOn || !isAutomatic(changed.outcome) || changed.stopped !== null) return changed
  if (changed.triedCondition === changed.condition) return changed
  if (isOn === true) throw new DomainError('not_allowed', 'Try this rule on past comments first: it decides in a person’s place.')
  return { ...changed, isOn: false }
}

/** Whether what it does from now on is to be told from what it did before. */
const isAnew = (before: RuleRow, after: RuleRow): boolean =>
  after.isOn &&
  (!before.isOn ||
    before.condition !== after.condition ||
    before.outcome !== after.outcome ||
    (before.stopped !== null && after.stopped === null))

const says = ({ condition, outcome, reason }: RuleRow) => JSON.stringify([condition, outcome, reason])

async function noteChanges(ctx: Context, db: Db, before: RuleRow, after: RuleRow, isMoved: boolean): Promise<void> {
  const isChanged = says(before) !== says(after) || before.name !== after.name || before.mostOtherwise !== after.mostOtherwise
  if (isChanged) await noteChange(ctx, db, 'rule.change', after)
  const isResumed = after.isOn && before.stopped !== null && after.stopped === null
  if (before.isOn !== after.isOn || isResumed) await noteChange(ctx, db, after.isOn ? 'rule.on' : 'rule.off', after)
  if (isMoved) await noteChange(ctx, db, 'rule.move', after)
}

/** All of them with one at another place, numbered anew. */
function putAt(rows: readonly RuleRow[], changed: RuleRow, place: number): RuleRow[] {
  const others = rows.filter(({ id }) => id !== changed.id)
  others.splice(place, 0, changed)
  return others.map((row, index) => ({ ...row, place: index }))
}
