import { readCondition, type Rule } from '../../domain/rules/rule'
import { RecentCache } from '../../scoring/recent-cache'

/** Lists of rules that are remembered, of a site each. */
const REMEMBERED = 100

const recalled = new RecentCache<readonly Rule[]>(REMEMBERED)

/** The rules that a site has on, as they are read from the database, parsed anew only when they were not asked for lately. */
export const recallRules = (text: string | null): readonly Rule[] =>
  text === null ? [] : recalled.getOrCompute(text, () => readRules(text))

function readRules(text: string): Rule[] {
  const rows = JSON.parse(text) as (Omit<Rule, 'terms'> & { condition: string })[]
  return rows.flatMap(({ condition, ...rule }) => {
    const { terms, problems } = readCondition(condition)
    // A condition that is not understood, after an older version was put back say, fits nothing rather than everything.
    return problems.length > 0 || terms.length === 0 ? [] : [{ ...rule, terms }]
  })
}
