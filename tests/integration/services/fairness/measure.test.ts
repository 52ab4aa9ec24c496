import { beforeEach, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { measureFairness } from '@/lib/services/fairness/measure'
import { readFairness } from '@/lib/services/fairness/read'
import { addWatchedWord } from '@/lib/services/watched-word/add'
import { makeComment } from '@/tests/factories/comment'
import { makeDecision } from '@/tests/factories/decision'
import { makeSite, type TestSite } from '@/tests/factories/site'

const WEDNESDAY = new Date('2026-11-25T12:00:00Z')
let site: TestSite

beforeEach(async () => {
  site = await makeSite()
})

it('counts wrong suggestions by the group a kept comment mentions, once a week and version', async () => {
  const admin = await site.as('admin')
  await addWatchedWord(admin, { term: 'blunderbuss', kind: 'insult', isHeld: false })
  for (const body of ['Women met in the harbour.', 'Women say blunderbuss.', 'The tram was late.']) {
    await makeDecision(site, await makeComment(site, { body, status: 'approved', reviewedAt: new Date() }))
  }
  await makeDecision(
    site,
    await makeComment(site, { body: 'Women are blunderbuss.', marks: { uncivil: 'insult' }, reviewedAt: new Date() }),
  )
  expect(await measureFairness(getDb(), site.id, WEDNESDAY)).toBe(true)
  expect(await measureFairness(getDb(), site.id, new Date('2026-11-29T12:00:00Z'))).toBe(false)
  expect(await measureFairness(getDb(), site.id, new Date('2026-11-30T12:00:00Z'))).toBe(true)
  const readings = await readFairness(admin)
  expect(readings.map(({ week }) => week)).toEqual(['2026-11-30', '2026-11-23'])
  const { own, all, templates, threshold } = readings[0]?.figures ?? { own: [], all: null, templates: [], threshold: null }
  expect({ own, all, threshold }).toEqual({ own: [{ group: 'women', kept: 2, wrong: 1 }], all: { kept: 3, wrong: 1 }, threshold: 0.5 })
  expect(templates.find(({ group }) => group === 'women')).toMatchObject({ passing: 15, hateful: 10 })
})

it('is read by those who decide, and by nobody else', async () => {
  expect(await readFairness(await site.as('moderator'))).toEqual([])
  await expect(readFairness(await site.as('editor'))).rejects.toMatchObject({ code: 'forbidden' })
})
