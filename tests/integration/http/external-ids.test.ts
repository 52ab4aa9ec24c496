import type { AddressInfo } from 'node:net'
import { beforeEach, describe, expect, it } from 'vitest'
import { createParleyClient, type ParleyClient } from '@/lib/contracts/client'
import { createFront } from '@/lib/http/listener'
import { decideComment } from '@/lib/services/comment/decide'
import { apiRequest, makeKey } from '@/tests/factories/api-key'
import { makeComment } from '@/tests/factories/comment'
import { callDocumented } from '@/tests/factories/documented-api'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'

// What a path cannot name, takes for a step, or may name in more than one way.
const ODD = [
  'bulk',
  '.',
  '..',
  '_',
  '-',
  'a/b',
  'a/../b',
  '%2F',
  '%2e%2e',
  'reports',
  'comments',
  '?',
  '#',
  'ä',
  'a\u0308',
  'Ä',
  '🦊',
  '+',
  'x&sourceId=y',
]

let site: TestSite
let key: string
let client: ParleyClient
beforeEach(async () => {
  site = await makeSite()
  key = await makeKey(site, 'ingest', 'read')
  client = createParleyClient({ baseUrl: 'http://desk.test', key, fetch: callDocumented })
})

describe('whatever a source calls its comments and articles', () => {
  it.each(ODD)('%j is sent, read, edited, reported and deleted, and no other', async (id) => {
    await client.putArticle(id, { title: 'Bridges' })
    await client.putArticle('other', { title: 'Boats' })
    expect(await client.getArticle(id)).toMatchObject({ externalId: id, title: 'Bridges' })
    const sent = [id, 'other'].map((externalId) => ({ externalId, articleExternalId: id, body: 'As sent' }))
    expect((await client.postComments(sent)).counts.created).toBe(2)
    expect((await client.listArticleComments(id, { limit: 1 })).items).toMatchObject([{ externalId: id }])
    expect((await client.refreshArticleComments(null, id, { limit: 1 })).page.items).toMatchObject([{ externalId: id }])
    expect(await client.editComment(id, { body: 'Edited', revision: 2 })).toMatchObject({ externalId: id, outcome: 'updated' })
    expect(await client.getComment(id)).toMatchObject({ externalId: id, body: 'Edited' })
    expect(await client.reportComment(id, { externalId: 'r', reason: 'spam' })).toMatchObject({ outcome: 'created' })
    expect(await client.removeComment(id, 1)).toEqual({ externalId: id, outcome: 'stale' })
    expect(await client.removeComment(id, 3)).toBeUndefined()
    const stored = await readComments(site)
    expect(Object.keys(stored).sort()).toEqual([id, 'other'].sort())
    expect([stored[id]?.status, stored['other']?.status, stored['other']?.body]).toEqual(['removed', 'published', 'As sent'])
  })

  it.each(ODD)('what was decided on %j is appealed against, and on no other', async (externalId) => {
    const { id } = await makeComment(site, { externalId, status: 'published' })
    await makeComment(site, { externalId: 'other', status: 'published' })
    const { decisionId } = await decideComment(await site.as('moderator'), id, { version: 1, act: { kind: 'reject', reason: 'spam' } })
    expect(await client.appealDecision(externalId, { statement: 'Why?' })).toMatchObject({ decisionId, outcome: 'created', state: 'open' })
  })

  it('what the parameter says counts before the path, and has to be an id', async () => {
    await client.putArticle('a', { title: 'Bridges' })
    await client.postComments([{ externalId: '_', articleExternalId: 'a', body: 'Of the path' }])
    const ask = async (query: string) => {
      const response = await callDocumented(apiRequest('GET', `/comments/_${query}`, { key }))
      return [response.status, ((await response.json()) as { body?: string }).body]
    }
    expect(await ask('')).toEqual([200, 'Of the path'])
    expect(await ask('?sourceId=_')).toEqual([200, 'Of the path'])
    expect(await ask('?sourceId=bulk')).toEqual([404, undefined])
    expect(await ask('?sourceId=')).toEqual([422, undefined])
    expect(await ask('?sourceId=%ff')).toEqual([400, undefined])
  })

  it('is known to the listener too, which answers edits and deletions without Next', async () => {
    await client.putArticle('a', { title: 'Bridges' })
    const ids = ['bulk', '..']
    await client.postComments(ids.map((externalId) => ({ externalId, articleExternalId: 'a', body: 'As sent' })))
    const front = createFront(() => Promise.reject(new Error('it was left to Next')))
    await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
    const direct = createParleyClient({ baseUrl: `http://127.0.0.1:${(front.address() as AddressInfo).port}`, key })
    for (const id of ids) expect(await direct.editComment(id, { body: 'Edited' })).toMatchObject({ externalId: id, outcome: 'updated' })
    expect(await direct.removeComment('bulk')).toBeUndefined()
    front.closeAllConnections()
    front.close()
    const stored = await readComments(site)
    expect([stored['bulk']?.status, stored['..']?.status, stored['..']?.body]).toEqual(['removed', 'published', 'Edited'])
  })
})
