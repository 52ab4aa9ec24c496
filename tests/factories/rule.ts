import type { RuleInput } from '@/lib/contracts/rule'
import type { Context } from '@/lib/services/context'
import { addRule } from '@/lib/services/rule/add'
import { changeRule } from '@/lib/services/rule/change'
import { tryRule } from '@/lib/services/rule/try'

/** A rule that is on, tried where it has to be. */
export async function makeRule(ctx: Context, input: Omit<RuleInput, 'name'> & { name?: string }) {
  const rule = await addRule(ctx, { name: input.condition.slice(0, 60), ...input })
  if (rule.outcome !== 'hold') await tryRule(ctx, { id: rule.id, input: {} })
  return changeRule(ctx, { id: rule.id, patch: { isOn: true } })
}
