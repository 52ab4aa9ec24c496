import { parseCondition, type Rule } from '../../domain/rules/rule'

/** Sites whose rules are remembered. */
const REMEMBERED = 100

const remembered = new Map<string, { text: string; rules: Rule[] }>()

/** The rules that a site has on, as they are read from the database, parsed anew only when they are others than the last time. */
export function recallRules(siteId: string, text: string | null): readonly Rule[] {
  if (text === null) return []
  const before = remembered.get(siteId)
  if (before?.text === text) return before.rules
  const rows = JSON.parse(text) as (Omit<Rule, 'terms'> & { condition: string })[]
  const rules = rows.flatMap(({ condition, ...rule }) => {
    const { terms, problems } = parseCondition(condition)
    // A condition that is not understood, after an older version was put back say, fits nothing rather than everything.
    return problems.length > 0 || terms.length === 0 ? [] : [{ ...rule, terms }]
  })
  remembered.delete(siteId)
  remembered.set(siteId, { text, rules })
  const [longest] = remembered.keys()
  if (remembered.size > REMEMBERED && longest !== undefined) remembered.delete(longest)
  return rules
}
