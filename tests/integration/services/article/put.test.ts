import { beforeEach, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { getArticle } from '@/lib/services/article/get'
import { putArticle } from '@/lib/services/article/put'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let now = new Date('2026-03-01T12:00:00.000Z')
beforeEach(async () => {
  now = new Date('2026-03-01T12:00:00.000Z')
  site = await makeSite(() => now)
})

const whole = {
  title: 'Bridges',
  url: 'https://example.org/bridges',
  standfirst: 'Three of them',
  body: 'A long text.',
  author: 'Cy',
  authorBio: 'Writes about bridges',
  imageCredit: 'Di',
  section: 'City',
  language: 'en',
  publishedAt: '2026-02-01T08:00:00+02:00',
  state: 'held' as const,
}
const times = () => getDb().query('SELECT created_at AS created, updated_at AS updated FROM article WHERE site_id = $1', [site.id])

it('creates an article and gives it back', async () => {
  const { article, outcome } = await putArticle(site.asKey('ingest'), 'x/1 ü', whole)
  expect(outcome).toBe('created')
  expect(article).toEqual({ ...whole, id: article.id, externalId: 'x/1 ü', publishedAt: '2026-02-01T06:00:00.000Z' })
  expect(await getArticle(site.asKey('read'), 'x/1 ü')).toEqual(article)
})

it('keeps what is left out and empties what is null', async () => {
  const { article } = await putArticle(site.asKey('ingest'), 'x', whole)
  const second = await putArticle(site.asKey('ingest'), 'x', { title: 'Tunnels', author: null, publishedAt: null })
  expect(second).toEqual({ outcome: 'updated', article: { ...article, title: 'Tunnels', author: null, publishedAt: null } })
  expect(await getArticle(site.asKey('read'), 'x')).toEqual(second.article)
})

it('changes nothing when it is sent twice', async () => {
  const first = await putArticle(site.asKey('ingest'), 'x', whole)
  now = new Date('2026-03-02T12:00:00.000Z')
  expect(await putArticle(site.asKey('ingest'), 'x', whole)).toEqual({ ...first, outcome: 'unchanged' })
  const at = new Date('2026-03-01T12:00:00.000Z')
  expect(await times()).toEqual([{ created: at, updated: at }])
  await putArticle(site.asKey('ingest'), 'x', { ...whole, title: 'Other' })
  expect(await times()).toEqual([{ created: at, updated: now }])
})

it('creates it once when it is sent several times at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => putArticle(site.asKey('ingest'), 'x', { ...whole, title: `T${index}` })),
  )
  expect(answers.filter((answer) => answer.outcome === 'created').length).toBe(1)
  expect(new Set(answers.map((answer) => answer.article.id)).size).toBe(1)
})

it('refuses addresses that are not web addresses, and text that cannot be kept', async () => {
  const put = (more: object) => putArticle(site.asKey('ingest'), 'x', { ...whole, ...more })
  for (const more of [
    { url: 'javascript:alert(1)' },
    { url: 'https://x/\u0000' },
    { title: ' ' },
    { body: '\ud800' },
    { publishedAt: '0000-01-01T00:00:00Z' },
  ]) {
    await expect(put(more)).rejects.toMatchObject({ code: 'invalid_input', detail: { problems: [{ path: [Object.keys(more)[0]] }] } })
  }
  expect(await times()).toEqual([])
})

it('is for keys of the right scope and site', async () => {
  await expect(putArticle(site.asKey('read'), 'x', whole)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(putArticle(await site.as('editor'), 'x', whole)).rejects.toMatchObject({ code: 'forbidden' })
  await putArticle(site.asKey('ingest'), 'x', whole)
  await expect(getArticle(site.asKey('ingest'), 'x')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(getArticle((await makeSite()).asKey('read'), 'x')).rejects.toMatchObject({ code: 'not_found' })
  await expect(getArticle(site.asKey('read'), 'y')).rejects.toMatchObject({ code: 'not_found' })
})
