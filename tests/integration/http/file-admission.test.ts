import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import * as admission from '@/lib/http/admission'
import { handleGetCommenterData } from '@/lib/http/api/get-commenter-data'
import { getSeries } from '@/lib/http/desk/article-series'
import { getArticles } from '@/lib/http/desk/get-articles'
import { getDecisionLog } from '@/lib/http/desk/log'
import type { Handler } from '@/lib/http/handler'
import { listApiKeys } from '@/lib/services/api-key/list'
import { revokeApiKey } from '@/lib/services/api-key/revoke'
import { ingestComments } from '@/lib/services/comment/ingest'
import { makeKey } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { makeSite, type TestSite } from '@/tests/factories/site'

/** More than three pages of each file. */
const MANY = 650

let site: TestSite
let articleId: string
const make = admission.makeAdmission
beforeAll(async () => {
  vi.spyOn(admission, 'makeAdmission').mockImplementation((request, siteId, permission) => make(request, siteId, permission, 0))
  site = await makeSite()
  articleId = (await makeArticle(site, { externalId: 'a' })).id
  for (let nth = 0; nth < MANY; nth += 1) await makeArticle(site)
  const author = { externalId: 'u7', name: 'Nora' }
  const comments = Array.from({ length: MANY }, (_, nth) => ({
    externalId: `c${nth}`,
    articleExternalId: 'a',
    author,
    body: `Text ${nth}`,
  }))
  await ingestComments(site.asKey('ingest'), comments)
  await getDb().query(
    `INSERT INTO decision (site_id, id, comment_id, article_id, actor_kind, actor_name, kind, seen_version, revision, before, after, decided_at)
     SELECT site_id, gen_random_uuid(), id, article_id, 'system', 'Parley', 'approve', 1, 1, '{}', '{}', now() FROM comment WHERE site_id = $1`,
    [site.id],
  )
})
afterAll(() => vi.mocked(admission.makeAdmission).mockRestore())

const FILES: [what: string, handler: Handler, scope: 'read' | 'privacy', address: () => string][] = [
  ['the comments of a discussion', getSeries, 'read', () => `desk/articles/${articleId}/export?series=comments&format=csv`],
  ['the articles', getArticles, 'read', () => 'desk/articles?format=csv'],
  ['the log of decisions', getDecisionLog, 'read', () => 'desk/decisions?format=json'],
  ['what is kept of a commenter', handleGetCommenterData, 'privacy', () => 'commenters/u7/data'],
]

it.each(FILES)('%s go to nobody whose key is revoked while they take them: the file breaks off', async (_what, handler, scope, address) => {
  const admin = await site.as('admin')
  const ask = async () => {
    const headers = { authorization: `Bearer ${await makeKey(site, scope)}` }
    return handler(new Request(`http://localhost/api/v1/${address()}`, { headers }))
  }
  expect((await (await ask()).text()).length).toBeGreaterThan(MANY * 20)
  const answer = await ask()
  expect(answer.status).toBe(200)
  await revokeApiKey(admin, (await listApiKeys(admin))[0]?.id ?? '')
  await expect(answer.text()).rejects.toMatchObject({ code: 'unauthenticated' })
})
