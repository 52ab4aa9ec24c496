import type { RuleRow } from '../../db/rule'
import { DomainError } from '../../domain/errors'
import { parseCondition, type RuleOutcome } from '../../domain/rules/rule'
import { describeFault } from '../../domain/search/faults'
import type { Context } from '../context'
import { expectReasons } from '../own-reason/expect'

/** What a rule says, before it is written. */
interface Said {
  condition: string
  outcome: RuleOutcome
  reason: string | null
}

/**
 * Holds a rule to what can be asked of a comment that arrives, and its reason to those that can be chosen.
 *
 * @throws DomainError invalid_input with the place of each problem in the condition, not_allowed for a reason that is not in use
 */
export async function expectSound(ctx: Context, { condition, outcome, reason }: Said): Promise<void> {
  const { problems } = parseCondition(condition)
  const [first] = problems
  if (first) {
    throw new DomainError('invalid_input', describeFault(first), {
      problems: problems.map((problem) => ({ path: ['condition', problem.at, problem.end], message: describeFault(problem) })),
    })
  }
  if ((outcome === 'reject') !== (reason !== null)) {
    const message = outcome === 'reject' ? 'is needed to reject' : 'goes with rejecting alone'
    throw new DomainError('invalid_input', `A reason ${message}.`, { problems: [{ path: ['reason'], message }] })
  }
  if (reason !== null) await expectReasons(ctx, [{ kind: 'reject', reason }])
}

/** @throws DomainError conflict when another rule has the name */
export function expectOwnName(rows: readonly RuleRow[], { id, name }: Pick<RuleRow, 'id' | 'name'>): void {
  const isTaken = rows.some((row) => row.id !== id && row.name.toLowerCase() === name.toLowerCase())
  if (isTaken) throw new DomainError('conflict', `There is a rule “${name}” already.`)
}
