import { expect, it } from 'vitest'
import { nameWeek } from '@/components/newsroom/name-week'
import { readWords } from '@/components/words/page-words'

it.each([
  ['en', 'Week of 28 Dec 2026'],
  ['de', 'Woche ab 28. Dez. 2026'],
  ['ar', 'أسبوع 28 ديسمبر 2026'],
] as const)('a week is named by its Monday in UTC, as %s writes days', async (language, name) => {
  expect(nameWeek(await readWords(language, 'newsroom'), '2026-12-28')).toBe(name)
})
