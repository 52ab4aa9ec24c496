import { beforeEach, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { insertScores } from '@/lib/db/score/score'
import { editComment } from '@/lib/services/comment/edit'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readComments, readRevisions } from '@/tests/factories/stored'

const NOW = new Date('2026-03-01T12:00:00.000Z')

let site: TestSite
beforeEach(async () => {
  site = await makeSite(() => NOW)
  const article = await makeArticle(site)
  const parent = await makeComment(site, { article, externalId: 'p' })
  const state = { status: 'approved', reviewedAt: NOW, suggestedOffTopic: 0.9, version: 4 } as const
  await makeComment(site, { parent, externalId: 'c', body: 'One', commenter: 'Ada', ...state })
})

it('replaces the text, keeps the old one, and leaves author and parent alone', async () => {
  const result = await editComment(site.asKey('ingest'), 'c', { body: 'Two', revision: 3 })
  expect(result).toMatchObject({ externalId: 'c', outcome: 'updated', status: 'published', suggestions: [], reasons: [] })
  const expected = { body: 'Two', parent: 'p', commenter: 'Ada', version: 5, revision: 2, sourceRevision: 3, isReviewed: false }
  expect((await readComments(site))['c']).toMatchObject(expected)
  expect(await readRevisions(site, 'c')).toEqual([{ number: 1, body: 'One', sourceRevision: 0 }])
  const rows = await getDb().query('SELECT replaced_at AS at FROM comment_revision WHERE site_id = $1', [site.id])
  expect(rows).toEqual([{ at: NOW }])
})

it('scores the new text and forgets the scores of the old one', async () => {
  const [row] = await getDb().query<{ id: string }>(`SELECT id FROM comment WHERE site_id = $1 AND external_id = 'c'`, [site.id])
  const old = { commentId: row?.id ?? '', scorer: 'old', attribute: 'uncivil.insult', value: 1, scorerVersion: '0', reason: null }
  await insertScores(getDb(), site.id, [old], NOW)
  const article = 'The council voted on Tuesday to close the riverside road to cars on Sundays, and cyclists had asked for it for years.'
  await editComment(site.asKey('ingest'), 'c', { body: article })
  const rows = await getDb().query<{ scorer: string; attribute: string }>('SELECT scorer, attribute FROM score WHERE site_id = $1', [
    site.id,
  ])
  expect(rows.map((row) => row.scorer)).not.toContain('old')
  expect(
    rows
      .map((row) => row.attribute)
      .filter((attribute) => attribute.startsWith('off_topic'))
      .sort(),
  ).toEqual(['off_topic.article', 'off_topic.parent'])
})

it('changes nothing with a stale or a repeated revision', async () => {
  const ctx = site.asKey('ingest')
  await editComment(ctx, 'c', { body: 'Five', revision: 5 })
  const before = await readComments(site)
  expect((await editComment(ctx, 'c', { body: 'Four', revision: 4 })).outcome).toBe('stale')
  expect((await editComment(ctx, 'c', { body: 'Five again', revision: 5 })).outcome).toBe('unchanged')
  expect(await readComments(site)).toEqual(before)
})

it('says so when there is no such comment, and when another site has it', async () => {
  const other = await makeSite()
  await expect(editComment(site.asKey('ingest'), 'nope', { body: 'x' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(editComment(other.asKey('ingest'), 'c', { body: 'x' })).rejects.toMatchObject({ code: 'not_found' })
})

it('is for keys with the scope ingest only', async () => {
  await expect(editComment(site.asKey('read'), 'c', { body: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(editComment(await site.as('editor'), 'c', { body: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
})

it('refuses an empty text', async () => {
  await expect(editComment(site.asKey('ingest'), 'c', { body: ' \n' })).rejects.toMatchObject({
    code: 'invalid_input',
    detail: { problems: [{ path: ['body'], message: 'is empty' }] },
  })
})
