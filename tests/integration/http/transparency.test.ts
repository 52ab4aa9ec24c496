import { expect, it } from 'vitest'
import { createParleyClient } from '@/lib/contracts/client'
import type { TransparencyReport } from '@/lib/contracts/transparency'
import { makeKey } from '@/tests/factories/api-key'
import { callDocumented } from '@/tests/factories/documented-api'
import { comment, rejectComment } from '@/tests/factories/documented-operations'
import { makeSite } from '@/tests/factories/site'

const valuesOf = ({ figures }: TransparencyReport, key: string) =>
  figures.filter((figure) => figure.key === key).map(({ of, value, previous }) => [of, value, previous])

it('a site asks what was moderated, by the client, in the shape that is documented', async () => {
  const site = await makeSite()
  const key = await makeKey(site, 'ingest', 'read')
  const client = createParleyClient({ baseUrl: 'http://desk.test/', key, fetch: callDocumented })
  await client.putArticle('a', { title: 'Bridges' })
  await client.postComments([comment('c1', { postedAt: '2026-03-01T10:00:00Z' }), comment('c2', { postedAt: '2026-02-28T23:59:59Z' })])
  await client.reportComment('c1', { reason: 'hate' })
  await rejectComment(site, 'c1')
  const march = await client.getTransparency({ period: '2026-03' })
  expect(march).toMatchObject({
    site: 'The Test Gazette',
    period: { name: '2026-03', from: '2026-03-01', to: '2026-03-31', isOver: true },
    previous: { name: '2026-02', from: '2026-02-01', to: '2026-02-28' },
  })
  expect(valuesOf(march, 'comments.received')).toEqual([[null, 1, 1]])
  expect(valuesOf(march, 'waits.decided')).toEqual([[null, 1, 0]])
  const days = await client.getTransparency({ from: '2026-02-01', to: '2026-03-01' })
  expect([days.period.name, days.previous]).toEqual([null, { name: null, from: '2026-01-03', to: '2026-01-31' }])
  expect(valuesOf(days, 'comments.received')).toEqual([[null, 2, 0]])
  // A day more at both ends: it may be midnight.
  const day = (later: number) => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10)
  const now = await client.getTransparency({ from: day(-1), to: day(1) })
  expect(now.period.isOver).toBe(false)
  expect(valuesOf(now, 'rejections.reason')).toEqual([['abuse', 1, 0]])
  expect(valuesOf(now, 'reports.ground')).toEqual([['hate', 1, 0]])
  expect(valuesOf(now, 'detected.reports')).toEqual([[null, 1, 0]])
})

it('without a period it is this month', async () => {
  const client = createParleyClient({ baseUrl: 'http://desk.test', key: await makeKey(await makeSite(), 'read'), fetch: callDocumented })
  const month = () => new Date().toISOString().slice(0, 7)
  const before = month()
  const { period } = await client.getTransparency()
  expect([before, month()]).toContain(period.name)
})

it.each([{ from: '2026-03-02', to: '2026-03-01' }, { from: '2025-01-01', to: '2026-01-02' }, { period: '2026-Q5' }])(
  'refuses $period$from',
  async (query) => {
    const client = createParleyClient({ baseUrl: 'http://desk.test', key: await makeKey(await makeSite(), 'read'), fetch: callDocumented })
    await expect(client.getTransparency(query)).rejects.toMatchObject({ problem: { status: 422 } })
  },
)
