import { beforeAll, describe, expect, it } from 'vitest'
import type { ArticleListPage } from '@/lib/contracts/article-list'
import type { ArticlePage } from '@/lib/contracts/article-page'
import type { ArticleThreadPage } from '@/lib/contracts/article-thread'
import type { DriftMap } from '@/lib/contracts/drift-map'
import type { Scope } from '@/lib/domain/actor'
import { getArticleStats, getDrift } from '@/lib/http/api/get-article-stats'
import { getArticleThread } from '@/lib/http/desk/get-article-thread'
import { getArticles } from '@/lib/http/desk/get-articles'
import { createApiKey } from '@/lib/services/api-key/create'
import { makeDiscussion } from '@/tests/factories/discussion'
import { makeSite, type TestSite } from '@/tests/factories/site'

const BASE = 'http://localhost/api/v1/desk/articles'
let site: TestSite
let articleId: string
let requestAs: (scope: Scope, path?: string) => Promise<Request>

beforeAll(async () => {
  site = await makeSite()
  articleId = (await makeDiscussion(site)).id
  const admin = await site.as('admin')
  requestAs = async (scope, path = '') => {
    const { key } = await createApiKey(admin, { name: scope, scopes: [scope] })
    return new Request(`${BASE}${path}`, { headers: { authorization: `Bearer ${key}` } })
  }
})

describe('the editor’s view over HTTP', () => {
  it('lists the articles', async () => {
    const answer = await getArticles(await requestAs('read'))
    expect(answer.status).toBe(200)
    const list = (await answer.json()) as ArticleListPage
    expect(list.rows.map((row) => [row.id, row.comments, row.waiting])).toEqual([[articleId, 14, 4]])
  })

  it('gives the figures of one', async () => {
    const answer = await getArticleStats(await requestAs('read', `/${articleId}`))
    expect(answer.status).toBe(200)
    const page = (await answer.json()) as ArticlePage
    expect([page.figures.comments, page.figures.uncivil, page.waits.medianSeconds]).toEqual([14, 3, 1800])
  })

  it('gives the thread over time', async () => {
    const map = (await (await getDrift(await requestAs('read', `/${articleId}/drift`))).json()) as DriftMap
    expect([map.nodes.length, map.total, map.isWhole]).toEqual([15, 15, true])
    expect(map.nodes.filter((node) => node.isHeated).length).toBe(5)
  })

  it('gives the thread, and the page after a cursor', async () => {
    const whole = (await (await getArticleThread(await requestAs('read', `/${articleId}/thread`))).json()) as ArticleThreadPage
    expect([whole.entries.length, whole.total]).toEqual([15, 15])
    const cursor = whole.entries[13]?.id ?? ''
    const rest = (await (
      await getArticleThread(await requestAs('read', `/${articleId}/thread?cursor=${cursor}`))
    ).json()) as ArticleThreadPage
    expect(rest.entries.map((entry) => entry.id)).toEqual([whole.entries[14]?.id])
  })

  it('refuses, each with a problem document: strangers 401, a key that may only send 403, what is not there 404, a bad cursor 422', async () => {
    const refusals: [Promise<Response>, number][] = [
      [getArticles(new Request(BASE)), 401],
      [getArticles(await requestAs('ingest')), 403],
      [getArticleStats(await requestAs('ingest', `/${articleId}`)), 403],
      [getArticleStats(await requestAs('read', '/01890000-0000-7000-8000-000000000000')), 404],
      [getArticleStats(await requestAs('read', '/%E0%A4%A')), 400],
      [getArticles(await requestAs('read', '?sort=luck')), 422],
      [getArticles(await requestAs('read', '?cursor=nonsense')), 422],
      [getDrift(await requestAs('read', '/01890000-0000-7000-8000-000000000000/drift')), 404],
      [getArticleThread(await requestAs('read', '/nothing/thread')), 404],
      [getArticleThread(await requestAs('read', `/${articleId}/thread?cursor=%00`)), 422],
    ]
    for (const [answer, status] of refusals) {
      const { status: given, headers } = await answer
      expect([given, headers.get('content-type')]).toEqual([status, 'application/problem+json'])
    }
  })
})
