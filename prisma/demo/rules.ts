import type { RuleInput } from '../../lib/contracts/rule'

/** The newsroom's own rules: the first is on, the second waits for somebody to try it. */
export const demoRules: readonly (RuleInput & { isOn: boolean })[] = [
  { name: 'Links from somebody nobody knows', condition: 'links>0 author.approved<1', outcome: 'hold', isOn: true },
  { name: 'Regulars', condition: 'author.approved>=5 author.rejected<1', outcome: 'publish', isOn: false },
]
