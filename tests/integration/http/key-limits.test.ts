import { beforeEach, expect, it, vi } from 'vitest'
import { GET } from '@/app/api/v1/decisions/route'
import { POST } from '@/app/api/v1/comments/route'
import { log } from '@/lib/log'
import { createApiKey } from '@/lib/services/api-key/create'
import { rotateApiKey } from '@/lib/services/api-key/rotate'
import { apiRequest } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>
beforeEach(async () => {
  site = await makeSite()
  admin = await site.as('admin')
})

const ask = async (key: string) => GET(apiRequest('GET', '/decisions', { key }))

it('a key with a limit of its own is stopped by it, others are not, and the one that takes its place has it too', async () => {
  const { key, resource } = await createApiKey(admin, { name: 'loop', scopes: ['read'], rateLimit: 3 })
  const free = await createApiKey(admin, { name: 'free', scopes: ['read'] })
  const statuses: number[] = []
  for (let count = 0; count < 4; count += 1) statuses.push((await ask(key)).status)
  expect(statuses).toEqual([200, 200, 200, 429])
  const refused = await ask(key)
  expect(refused.headers.get('ratelimit-policy')).toBe('"key";q=3;w=60')
  expect(refused.headers.get('ratelimit')).toMatch(/^"key";r=0;t=\d+$/)
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
  expect((await ask(free.key)).headers.get('ratelimit-policy')).toBe('"key";q=1000000;w=60')
  const next = await rotateApiKey(admin, resource.id, { overlapHours: 1 })
  const answer = await ask(next.key)
  expect([answer.status, answer.headers.get('ratelimit-policy')]).toEqual([200, '"key";q=3;w=60'])
})

it('a key is stopped with 429, too, where the other bundle of the process counts its requests, whose classes are not ours', async () => {
  const limits = (globalThis as unknown as { parleyRateLimits: Map<number, unknown> }).parleyRateLimits
  const { key } = await createApiKey(admin, { name: 'loop', scopes: ['read'], rateLimit: 4321 })
  limits.set(4321, {
    consume: () => Promise.reject(Object.assign(new Error('used up'), { remainingPoints: 0, msBeforeNext: 1500 })),
  })
  const refused = await ask(key)
  limits.delete(4321)
  expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('ratelimit')]).toEqual([429, '2', '"key";r=0;t=2'])
})

it('every write with a key leaves a line, without any text of it; reading does not', async () => {
  await makeArticle(site, { externalId: 'a' })
  const { key, resource } = await createApiKey(admin, { name: 'CMS', scopes: ['ingest', 'read'] })
  const lines = vi.spyOn(log(), 'info').mockImplementation(() => undefined)
  await POST(apiRequest('POST', '/comments', { key, body: { externalId: 'c1', articleExternalId: 'a', body: 'Words of mine' } }))
  await ask(key)
  const told = lines.mock.calls.map(([line]) => line as object)
  lines.mockRestore()
  expect(told).toEqual([
    { keyId: resource.id, key: 'CMS', method: 'POST', path: '/api/v1/comments', status: 201, ms: expect.any(Number) as number },
  ])
  expect(JSON.stringify(told)).not.toContain('Words of mine')
})
