import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { ingestComments } from '@/lib/services/comment/ingest'
import { importText } from '@/tests/factories/import'
import { makeSite } from '@/tests/factories/site'

it.each([
  ['reads every comment first', { holdAll: true }],
  ['holds the first comment of a person', { holdFirstComment: true }],
])('what was public where it comes from is public on a site that %s; what it holds by a word waits', async (_, policy) => {
  const site = await makeSite()
  const ctx = await site.as('admin')
  await getDb().query('UPDATE site SET policy = $2::jsonb WHERE id = $1', [site.id, JSON.stringify(policy)])
  await getDb().query("INSERT INTO watched_word (site_id, id, term, is_held) VALUES ($1, gen_random_uuid(), 'casino', true)", [site.id])
  const csv = 'id,article_id,author,status,text\n1,a,Ann,approved,Good\n2,a,Bo,approved,Visit my casino\n3,a,Cy,pending,Waits there\n'
  expect((await importText(ctx, 'old.csv', csv)).counts).toMatchObject({ created: 2 })
  const live = { externalId: '4', articleExternalId: 'a', author: { externalId: 'd', name: 'Di' }, body: 'Good too' }
  await ingestComments(site.asKey('ingest'), [live])
  const stored = await getDb().query<{ id: string; status: string }>(
    'SELECT external_id AS id, status FROM comment WHERE site_id = $1 ORDER BY external_id',
    [site.id],
  )
  expect(stored.map(({ id, status }) => [id, status])).toEqual([
    ['1', 'published'],
    ['2', 'pending'],
    ['4', 'pending'],
  ])
})
