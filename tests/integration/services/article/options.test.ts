import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { listArticleOptions } from '@/lib/services/article/options'
import { makeArticle } from '@/tests/factories/article'
import { makeSite } from '@/tests/factories/site'

it('offers the newest 200 articles of the site, newest first', async () => {
  const site = await makeSite()
  await makeArticle(await makeSite(), { title: 'Elsewhere' })
  await getDb().query(
    `INSERT INTO article (site_id, id, external_id, title, created_at)
     SELECT $1, gen_random_uuid(), n::text, 'Article ' || n, timestamptz '2026-01-01T00:00:00Z' + n * interval '1 hour' FROM generate_series(1, 205) n`,
    [site.id],
  )
  const options = await listArticleOptions(await site.as('editor'))
  expect(options.map((option) => option.title)).toEqual(Array.from({ length: 200 }, (_, index) => `Article ${205 - index}`))
})

it('is forbidden to a key that may only send comments', async () => {
  const site = await makeSite()
  await expect(listArticleOptions(site.asKey('ingest'))).rejects.toMatchObject({ code: 'forbidden' })
})
