import { beforeEach, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { ingestComments } from '@/lib/services/comment/ingest'
import { makeArticle, type MadeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readComments, readRevisions } from '@/tests/factories/stored'

const NOW = new Date('2026-03-01T12:00:00.000Z')

let site: TestSite
let article: MadeArticle
beforeEach(async () => {
  site = await makeSite(() => NOW)
  article = await makeArticle(site, { externalId: 'a' })
})

const comment = (externalId: string, more: object = {}) => ({ externalId, articleExternalId: 'a', body: `Text of ${externalId}`, ...more })
const send = (...items: unknown[]) => ingestComments(site.asKey('ingest'), items)
const outcomes = async (...items: unknown[]) => (await send(...items)).items.map((item) => item.outcome)

describe('creating', () => {
  it('keeps text, author, times and language, and answers with the status', async () => {
    const author = { externalId: 'u1', name: 'Ada' }
    const answer = await send(comment('c1', { author, postedAt: '2026-03-01T10:00:00+01:00', language: 'en', revision: 3 }))
    expect(answer.counts).toEqual({ created: 1, updated: 0, unchanged: 0, stale: 0, invalid: 0 })
    expect(answer.items[0]).toMatchObject({ externalId: 'c1', outcome: 'created', status: 'published', reasons: [] })
    const [row] = await getDb().query(
      `SELECT c.id, c.article_id AS article, c.body, c.language, c.posted_at AS posted, c.received_at AS received, c.ordered_at AS ordered,
         c.source_revision AS source, w.external_id AS who, w.name FROM comment c JOIN commenter w ON w.id = c.commenter_id WHERE c.site_id = $1`,
      [site.id],
    )
    const posted = new Date('2026-03-01T09:00:00Z')
    const id = answer.items[0]?.outcome === 'created' ? answer.items[0].id : ''
    const expected = {
      id,
      article: article.id,
      body: 'Text of c1',
      language: 'en',
      posted,
      received: NOW,
      ordered: posted,
      source: 3,
      who: 'u1',
      name: 'Ada',
    }
    expect(row).toEqual(expected)
  })

  it('leaves author, time and parent unknown when the source does not say', async () => {
    await send(comment('c1'))
    const [row] = await getDb().query(
      'SELECT commenter_id AS who, posted_at AS posted, ordered_at AS ordered, parent_external_id AS parent FROM comment WHERE site_id = $1',
      [site.id],
    )
    expect(row).toEqual({ who: null, posted: null, ordered: NOW, parent: null })
  })

  it('knows somebody by name alone, however the name is encoded', async () => {
    await send(comment('c1', { author: { name: ' Zo\u00eb ' } }), comment('c2', { author: { name: 'Zoe\u0308' } }))
    const rows = await getDb().query('SELECT external_id AS "externalId", name FROM commenter WHERE site_id = $1', [site.id])
    expect(rows).toEqual([{ externalId: 'name:Zo\u00eb', name: 'Zo\u00eb' }])
  })

  it('takes a later name for the same person', async () => {
    await send(comment('c1', { author: { externalId: 'u1' } }))
    expect((await readComments(site))['c1']?.commenter).toBe('u1')
    await send(comment('c2', { author: { externalId: 'u1', name: 'Ada' } }))
    expect((await readComments(site))['c1']?.commenter).toBe('Ada')
    await send(comment('c3', { author: { externalId: 'u1' } }))
    expect((await readComments(site))['c3']?.commenter).toBe('Ada')
  })

  it('is repeatable: the second time nothing changes', async () => {
    await send(comment('c1'), comment('c2', { revision: 1 }))
    const before = await readComments(site)
    expect(await outcomes(comment('c1'), comment('c2', { revision: 1 }))).toEqual(['unchanged', 'unchanged'])
    expect(await readComments(site)).toEqual(before)
  })

  it('refuses an article the site does not have, and says to send it first', async () => {
    const other = await makeSite()
    await makeArticle(other, { externalId: 'theirs' })
    const { items } = await send(
      comment('c1', { articleExternalId: 'nowhere' }),
      comment('c2', { articleExternalId: 'theirs' }),
      comment('c3'),
    )
    const problems = [
      { path: '/articleExternalId', message: 'is not known here. Send the article first: PUT /api/v1/articles/{externalId}' },
    ]
    expect(items[0]).toEqual({ externalId: 'c1', outcome: 'invalid', problems })
    expect(items[1]).toEqual({ externalId: 'c2', outcome: 'invalid', problems })
    expect(items[2]?.outcome).toBe('created')
  })

  it('keeps the others when one is wrong, and says where', async () => {
    const far = '2026-03-02T12:00:01Z'
    const items = [
      comment('c1'),
      comment('c2', { body: ' ' }),
      null,
      comment('c4', { postedAt: far }),
      comment('c5', { autor: {} }),
      comment('c6'),
    ]
    const answer = await send(...items)
    expect(answer.counts).toEqual({ created: 2, updated: 0, unchanged: 0, stale: 0, invalid: 4 })
    expect(answer.items[1]).toEqual({ externalId: 'c2', outcome: 'invalid', problems: [{ path: '/body', message: 'is empty' }] })
    expect(answer.items[2]).toMatchObject({ externalId: null, outcome: 'invalid' })
    expect(answer.items[3]).toMatchObject({ problems: [{ path: '/postedAt', message: 'is more than 24 hours in the future' }] })
    expect(Object.keys(await readComments(site))).toEqual(['c1', 'c6'])
  })

  it('refuses an empty array and more than a thousand', async () => {
    await expect(send()).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(send(...Array.from({ length: 1001 }, (_, index) => comment(`c${index}`)))).rejects.toMatchObject({ code: 'too_large' })
    expect(await readComments(site)).toEqual({})
  })

  it('is not for moderators, nor for keys that may only read', async () => {
    await expect(ingestComments(await site.as('moderator'), [comment('c1')])).rejects.toMatchObject({ code: 'forbidden' })
    await expect(ingestComments(site.asKey('read'), [comment('c1')])).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('writes to its own site only, though two sites may use the same ids', async () => {
    const other = await makeSite()
    await makeArticle(other, { externalId: 'a' })
    await send(comment('c1'))
    const answer = await ingestComments(other.asKey('ingest'), [comment('c1', { body: 'Theirs' })])
    expect(answer.items[0]?.outcome).toBe('created')
    expect((await readComments(site))['c1']?.body).toBe('Text of c1')
  })
})

describe('editing', () => {
  it('takes a higher revision, keeps the old text, and opens the review again', async () => {
    const made = await makeComment(site, {
      article,
      externalId: 'c1',
      body: 'One',
      status: 'approved',
      reviewedAt: NOW,
      marks: { offTopic: true },
    })
    expect(await outcomes(comment('c1', { body: 'Two', revision: 5 }))).toEqual(['updated'])
    const row = (await readComments(site))['c1']
    expect(row).toMatchObject({ body: 'Two', status: 'published', version: 2, revision: 2, sourceRevision: 5, isReviewed: false })
    expect(await readRevisions(site, 'c1')).toEqual([{ number: 1, body: 'One', sourceRevision: 0 }])
    expect(await getDb().query('SELECT mark::text FROM mark WHERE comment_id = $1', [made.id])).toEqual([{ mark: 'off_topic' }])
  })

  it('takes nothing from a lower or an equal revision', async () => {
    await send(comment('c1', { body: 'New', revision: 7 }))
    const before = await readComments(site)
    expect(await outcomes(comment('c1', { body: 'Old', revision: 6 }), comment('c1', { body: 'Other', revision: 7 }))).toEqual([
      'stale',
      'unchanged',
    ])
    expect(await readComments(site)).toEqual(before)
    expect(await readRevisions(site, 'c1')).toEqual([])
  })

  it('notes a higher revision of the same text without asking anybody to look again', async () => {
    await makeComment(site, { article, externalId: 'c1', body: 'Same', status: 'approved', reviewedAt: NOW })
    expect(await outcomes(comment('c1', { body: 'Same', revision: 2 }))).toEqual(['updated'])
    const expected = { status: 'approved', version: 1, revision: 1, sourceRevision: 2, isReviewed: true }
    expect((await readComments(site))['c1']).toMatchObject(expected)
  })

  it('lets the last text count where the source has no revisions', async () => {
    await send(comment('c1'))
    expect(await outcomes(comment('c1', { body: 'Second' }))).toEqual(['updated'])
    expect((await readComments(site))['c1']).toMatchObject({ body: 'Second', revision: 2, sourceRevision: 1, version: 2 })
  })

  it('handles the same comment twice in one array in order', async () => {
    const items = [
      comment('c1', { revision: 1 }),
      comment('c1', { body: 'Two', revision: 2 }),
      comment('c1', { body: 'Old', revision: 0 }),
      comment('c1', { revision: 2 }),
    ]
    expect(await outcomes(...items)).toEqual(['created', 'updated', 'stale', 'unchanged'])
    expect((await readComments(site))['c1']).toMatchObject({ body: 'Two', revision: 2, sourceRevision: 2, version: 1 })
    expect(await readRevisions(site, 'c1')).toEqual([{ number: 1, body: 'Text of c1', sourceRevision: 1 }])
  })

  it('lets a rejected comment that was edited wait for a person', async () => {
    await makeComment(site, { article, externalId: 'c1', status: 'rejected', reviewedAt: NOW })
    await send(comment('c1', { body: 'Mended' }))
    expect((await readComments(site))['c1']).toMatchObject({ status: 'pending', isReviewed: false })
  })

  it('fills in who, when and where if that was unknown, and never moves a comment otherwise', async () => {
    await send(comment('p'), comment('q'), comment('c1', { revision: 0 }))
    const facts = { parentExternalId: 'p', author: { name: 'Ada' }, postedAt: '2026-02-01T00:00:00Z' }
    expect(await outcomes(comment('c1', { ...facts, revision: 1 }))).toEqual(['updated'])
    await send(comment('c1', { parentExternalId: 'q', author: { name: 'Bo' }, revision: 2 }))
    expect((await readComments(site))['c1']).toMatchObject({ parent: 'p', depth: 1, commenter: 'Ada', sourceRevision: 2 })
  })

  it('refuses to move a comment to another article', async () => {
    await makeArticle(site, { externalId: 'b' })
    await send(comment('c1'))
    const { items } = await send(comment('c1', { articleExternalId: 'b', body: 'Moved' }))
    expect(items[0]).toMatchObject({ outcome: 'invalid', problems: [{ path: '/articleExternalId' }] })
    expect((await readComments(site))['c1']?.body).toBe('Text of c1')
  })
})
