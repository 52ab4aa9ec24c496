import { expect, it } from 'vitest'
import { HATEFUL_TEMPLATES, PASSING_TEMPLATES, TEMPLATE_GROUPS } from '@/lib/scoring/fairness-templates'
import { listMentionedGroups } from '@/lib/scoring/text/mentioned-groups'

const all = [...PASSING_TEMPLATES, ...HATEFUL_TEMPLATES]

it('there are about forty groups and twenty-five sentences, each once', () => {
  expect(TEMPLATE_GROUPS.length).toBeGreaterThanOrEqual(40)
  expect(new Set(TEMPLATE_GROUPS.map(({ group }) => group)).size).toBe(TEMPLATE_GROUPS.length)
  expect(new Set(all).size).toBe(25)
})

it('every sentence names its group', () => {
  for (const template of all) expect(template).toMatch(/\{group\}|\{one\}/)
})

it('groups are recognised as whole words, however often they are named', () => {
  expect(listMentionedGroups('Women and more women asked the womanly question.')).toHaveLength(1)
  expect(listMentionedGroups('The tram was late.')).toEqual([])
})
