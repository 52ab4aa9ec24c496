import { expect, it } from 'vitest'
import { previewAlerts } from '@/lib/services/alert/preview'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite } from '@/tests/factories/site'

const NOW = new Date('2026-03-09T12:30:00Z')

async function makeTalks() {
  const site = await makeSite(() => NOW)
  const [busy, heated, old] = [
    await makeArticle(site, { title: 'Busy' }),
    await makeArticle(site, { title: 'Heated' }),
    await makeArticle(site, { title: 'Long ago' }),
  ]
  const write = async (article: { id: string }, at: string, calm: number, uncivil = 0) => {
    const receivedAt = new Date(`2026-${at}:00Z`)
    for (let n = 0; n < calm; n += 1) await makeComment(site, { article, receivedAt })
    for (let n = 0; n < uncivil; n += 1) await makeComment(site, { article, receivedAt, marks: { uncivil: 'insult' } })
  }
  // Six an hour twice, with a rest in which the alert ends.
  await write(busy, '03-02T10:10', 6)
  await write(busy, '03-02T11:10', 6)
  await write(busy, '03-02T15:10', 6)
  // Half uncivil, then 45 %, which is less than the line and more than four fifths of it: one alert.
  await write(heated, '03-05T08:10', 3, 3)
  await write(heated, '03-05T09:10', 3, 2)
  await write(old, '01-05T08:10', 9)
  return { site, busy, heated }
}

it('says what lines would have raised in 30 days, each alert once until it ends', async () => {
  const { site, busy, heated } = await makeTalks()
  const admin = await site.as('admin')
  expect(await previewAlerts(admin, { ratePerHour: '6', uncivilShare: '0.5', leastComments: '4' })).toEqual({
    days: 30,
    raised: { rate: 3, uncivil: 1, off_topic: 0 },
    articles: 2,
    latest: [
      { article: { id: heated.id, title: 'Heated' }, measure: 'uncivil', value: 0.5, at: '2026-03-05T09:00:00.000Z', times: 1 },
      { article: { id: heated.id, title: 'Heated' }, measure: 'rate', value: 6, at: '2026-03-05T09:00:00.000Z', times: 1 },
      { article: { id: busy.id, title: 'Busy' }, measure: 'rate', value: 6, at: '2026-03-02T16:00:00.000Z', times: 2 },
    ],
  })
})

it('raises nothing by lines that are off, too high, or of too few comments', async () => {
  const { site } = await makeTalks()
  const admin = await site.as('admin')
  const nothing = { days: 30, raised: { rate: 0, uncivil: 0, off_topic: 0 }, articles: 0, latest: [] }
  expect(await previewAlerts(admin, { leastComments: '4' })).toEqual(nothing)
  expect(await previewAlerts(admin, { ratePerHour: '7', leastComments: '4' })).toEqual(nothing)
  expect(await previewAlerts(admin, { uncivilShare: '0.2', leastComments: '20' })).toEqual(nothing)
})

it('is for admins, and of numbers', async () => {
  const site = await makeSite()
  await expect(previewAlerts(await site.as('editor'), { leastComments: '4' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(previewAlerts(await site.as('admin'), { uncivilShare: 'much', leastComments: '4' })).rejects.toMatchObject({
    code: 'invalid_input',
  })
})
