import { beforeAll, expect, it } from 'vitest'
import type { Context } from '@/lib/services/context'
import { listAuthorsNamed } from '@/lib/services/queue/names'
import { makeComment } from '@/tests/factories/comment'
import { makeSite } from '@/tests/factories/site'

let mo: Context
beforeAll(async () => {
  const site = await makeSite()
  mo = await site.as('moderator')
  for (const commenter of ['A Taxpayer', 'Tamsin', 'Marta D.', '100%_real', 'taximan']) await makeComment(site, { commenter })
  await makeComment(await makeSite(), { commenter: 'Taxing of another site' })
})

const find = async (text: string) => (await listAuthorsNamed(mo, text)).authors.toSorted()

it('finds commenters of the site by any part of their name, and by the beginnings of its words where little was typed', async () => {
  expect(await find('tax')).toEqual(['A Taxpayer', 'taximan'])
  expect(await find('ta')).toEqual(['A Taxpayer', 'Tamsin', 'taximan'])
  expect(await find('ma')).toEqual(['Marta D.'])
  expect(await find('marta d.')).toEqual(['Marta D.'])
})

it('takes signs of patterns for themselves', async () => {
  expect(await find('0%_')).toEqual(['100%_real'])
  expect(await find('%_%')).toEqual([])
})

it('tells eight at most', async () => {
  const site = await makeSite()
  for (let n = 0; n < 12; n++) await makeComment(site, { commenter: `Namesake ${String.fromCharCode(97 + n)}` })
  const { authors } = await listAuthorsNamed(await site.as('editor'), 'namesake')
  expect(authors).toEqual(Array.from({ length: 8 }, (_, n) => `Namesake ${String.fromCharCode(97 + n)}`))
})
