import { beforeEach, describe, expect, it, vi } from 'vitest'
import { POST as postBulk } from '@/app/api/v1/comments/bulk/route'
import { POST } from '@/app/api/v1/comments/route'
import { getDb } from '@/lib/db/connection'
import * as keys from '@/lib/db/idempotency-key'
import { postApiKey } from '@/lib/http/settings/keys'
import { apiRequest, makeKey } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { requestAs } from '@/tests/factories/requests'
import { PATIENT } from '@/tests/factories/settle'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'

let site: TestSite
let key: string
beforeEach(async () => {
  site = await makeSite()
  await makeArticle(site, { externalId: 'a' })
  key = await makeKey(site, 'ingest')
})

const comment = (body: string) => ({ externalId: 'c', articleExternalId: 'a', body })
async function post(body: unknown, idempotencyKey: string, by = key): Promise<Response> {
  const request = apiRequest('POST', '/comments', { key: by, body })
  request.headers.set('idempotency-key', idempotencyKey)
  return POST(request)
}

describe('an Idempotency-Key', () => {
  it('gives the first answer again, and does nothing again', async () => {
    const first = await post(comment('One'), 'k1')
    await post(comment('Two'), 'k2')
    const again = await post(comment('One'), 'k1')
    expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true'])
    expect(await again.json()).toEqual(await first.json())
    expect((await readComments(site))['c']).toMatchObject({ body: 'Two', revision: 2 })
  })

  it('has one effect however many send it at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(comment('One'), 'many')))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(1)
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([])
    expect(answers.filter((answer) => answer.status === 201 && !answer.headers.has('idempotent-replayed'))).toHaveLength(1)
    expect((await readComments(site))['c']).toMatchObject({ version: 1 })
  })

  it("is each actor's own", async () => {
    const other = await makeKey(site, 'ingest')
    expect([(await post(comment('One'), 'k')).status, (await post(comment('Two'), 'k', other)).status]).toEqual([201, 200])
  })

  it('is free again a day later, and a minute after its request died', async () => {
    await post(comment('One'), 'k')
    await getDb().query(`UPDATE idempotency_key SET created_at = created_at - interval '25 hours' WHERE site_id = $1`, [site.id])
    expect((await post(comment('Two'), 'k')).status).toBe(200)
    await getDb().query(`UPDATE idempotency_key SET status = NULL, created_at = created_at - interval '2 minutes' WHERE site_id = $1`, [
      site.id,
    ])
    expect((await post(comment('Two'), 'k')).headers.has('idempotent-replayed')).toBe(false)
  })

  it('is taken by one alone of many who come when its request has died', async () => {
    for (let round = 0; round < 5; round += 1) {
      await post(comment('One'), `k${round}`)
      await getDb().query(`UPDATE idempotency_key SET status = NULL, created_at = created_at - interval '2 minutes' WHERE site_id = $1`, [
        site.id,
      ])
      const answers = await Promise.all(Array.from({ length: 10 }, () => post(comment('One'), `k${round}`)))
      expect(answers.filter((answer) => answer.ok && !answer.headers.has('idempotent-replayed'))).toHaveLength(1)
    }
  })

  it('keeps a refusal, but not a failure', async () => {
    expect((await post({ externalId: 'c' }, 'bad')).status).toBe(422)
    expect((await post({ externalId: 'c' }, 'bad')).headers.get('idempotent-replayed')).toBe('true')
    await getDb().query('ALTER TABLE comment RENAME TO comment_away')
    expect((await post(comment('One'), 'k')).status).toBe(500)
    await getDb().query('ALTER TABLE comment_away RENAME TO comment')
    expect((await post(comment('One'), 'k')).status).toBe(201)
  })

  it.each(['a b', 'é', 'x'.repeat(256)])('refuses %j', async (wrong) => {
    const request = apiRequest('POST', '/comments', { key, body: comment('One') })
    request.headers.set('idempotency-key', wrong)
    expect((await POST(request)).status).toBe(400)
  })

  it('tells what was done when the database goes away before the answer is kept, and keeps it when it is back', async () => {
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    const keep = vi.spyOn(keys, 'keepAnswer').mockRejectedValue(away)
    expect((await post(comment('One'), 'k')).status).toBe(201)
    expect((await post(comment('One'), 'k')).status).toBe(409)
    keep.mockRestore()
    await vi.waitFor(async () => {
      const again = await post(comment('One'), 'k')
      expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true'])
    }, PATIENT)
  })

  it('has nothing kept that is to be shown once, nor what it was asked with', async () => {
    const { actor } = await site.as('admin')
    const request = await requestAs(actor, 'POST', '/api/v1/settings/keys', { name: 'CMS', scopes: ['read'] })
    request.headers.set('idempotency-key', 'k')
    expect((await postApiKey(request)).status).toBe(201)
    expect(await getDb().query('SELECT key FROM idempotency_key WHERE site_id = $1 AND actor_id = $2', [site.id, actor.id])).toEqual([])
  })

  it('counts for no stream, whatever it says that it is: each line is answered by itself', async () => {
    const send = async (type: string) => {
      const request = apiRequest('POST', '/comments/bulk', { key, raw: `${JSON.stringify({ ...comment('One'), revision: 1 })}\n`, type })
      request.headers.set('idempotency-key', 'k')
      return (await (await postBulk(request)).json()) as { outcome: string }
    }
    const outcomes = [await send('application/x-ndjson'), await send('application/jsonl'), await send('Application/JSONL; charset=utf-8')]
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['created', 'unchanged', 'unchanged'])
    expect(await getDb().query('SELECT 1 FROM idempotency_key WHERE site_id = $1', [site.id])).toEqual([])
  })
})
