import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { writeOutagePage } from '@/components/moderation/frame/outage-page'
import { disconnect, getDb } from '@/lib/db/connection'
import type { Handler } from '@/lib/http/handler'
import { createFront, type NodeHandler } from '@/lib/http/listener'
import { withOutagePage } from '@/lib/http/outage-page'
import { makeKey } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { DatabaseLine } from '@/tests/factories/database-line'
import { requestAs } from '@/tests/factories/requests'
import { PATIENT } from '@/tests/factories/settle'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'
import { runOn } from '@/tests/setup/postgres'

type RouteFile = Partial<Record<string, Handler>>
const routes = import.meta.glob<RouteFile>(['/app/api/**/route.ts', '/app/v1alpha1/**/route.ts'], { eager: true })
const ID = '01a20d85-bb1b-7220-baca-7f47cdcf67c0'
/** What does without the database: documents, and addresses that are none. */
const WITHOUT_DATABASE = /^\/api\/(v1\/openapi\.json|auth\/|health)|\[\.\.\./

let line: DatabaseLine
let server: Server
let origin: string
let site: TestSite
let key: string

beforeAll(async () => {
  await disconnect()
  line = await DatabaseLine.to(process.env['DATABASE_URL'] ?? '')
  process.env['DATABASE_URL'] = line.url
  const handleByNext: NodeHandler = (_request, response) => Promise.resolve(void response.writeHead(418).end('Next was asked.'))
  server = createFront(withOutagePage(writeOutagePage, handleByNext)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  site = await makeSite()
  key = await makeKey(site, 'ingest', 'read', 'privacy', 'score')
  await makeArticle(site, { externalId: 'a' })
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await disconnect()
  line.cut()
})

/** What an answer says to who is to come again. */
async function readRefusal(response: Response) {
  const { type, detail } = (await response.json()) as { type: string; detail: string }
  return { status: response.status, type, retryAfter: response.headers.get('retry-after'), isBlaming: detail.includes('id:') }
}
const AGAIN = { status: 503, type: '/problems/unavailable', retryAfter: '5', isBlaming: false }

describe('while the database is away', () => {
  beforeAll(() => line.cut())
  afterAll(() => line.mend())

  it('every route by which Next is asked says so, and says when to come again', async () => {
    const told: string[] = []
    for (const [file, methods] of Object.entries(routes)) {
      const path = file.replace(/^\/app/, '').replace(/\/route\.ts$/, '')
      if (WITHOUT_DATABASE.test(path)) continue
      const address = path.replace('[method]', `comments:analyze?key=parley_aaaaaaaa_${'a'.repeat(43)}`).replaceAll(/\[\w+\]/g, ID)
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        const handler = methods[method]
        if (!handler) continue
        const response = await handler(await requestAs({ sessionId: ID }, method, address, method === 'GET' ? undefined : {}))
        if (response.status !== 405) told.push(`${method} ${path} ${response.status} ${response.headers.get('retry-after')}`)
      }
    }
    expect(told.length).toBeGreaterThan(100)
    expect(told.filter((one) => !one.endsWith(' 503 5'))).toEqual([])
  })

  it('so does the listener, whose answer blames nobody; a stream says it in its last line', async () => {
    const authorization = { authorization: `Bearer ${key}` }
    expect(await readRefusal(await fetch(`${origin}/api/v1/decisions`, { headers: authorization }))).toEqual(AGAIN)
    const stream = { method: 'POST', headers: { ...authorization, 'content-type': 'application/x-ndjson' }, body: '{"externalId":"s"}' }
    expect(await readRefusal(await fetch(`${origin}/api/v1/comments/bulk`, stream))).toEqual(AGAIN)
  })

  it('who opens a page is told by one that is asked for again, in their language; parts of pages are Next’s to answer', async () => {
    const html = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'de-AT,en;q=0.5' }
    const page = await fetch(`${origin}/queue?queue=held`, { headers: html })
    const told = [page.status, page.headers.get('retry-after'), page.headers.get('content-type'), page.headers.get('cache-control')]
    expect(told).toEqual([503, '5', 'text/html; charset=utf-8', 'no-store'])
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    const text = await page.text()
    expect(text).toContain('<html lang="de" dir="ltr">')
    expect(text).toContain('<h1>Die Datenbank ist nicht zu erreichen</h1>')
    expect(text).toContain('<meta http-equiv="refresh" content="5">')
    const others = [
      fetch(`${origin}/queue`, { headers: { ...html, rsc: '1' } }),
      fetch(`${origin}/api/health`, { headers: html }),
      fetch(`${origin}/_next/static/x.js`, { headers: html }),
      fetch(`${origin}/queue`, { method: 'POST', headers: html }),
    ]
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual([418, 418, 418, 418])
  })
})

/** Sends comments one after the other, each until it is taken, while `disturb` is done until somebody was told to come again. */
async function sendThroughout(name: string, disturb: () => Promise<unknown>): Promise<void> {
  let isDisturbed = false
  const taken: string[] = []
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const sender = async (who: number) => {
    for (let at = 0; ;) {
      const externalId = `${name}-${who}-${at}`
      const body = JSON.stringify({ externalId, articleExternalId: 'a', body: 'Late again.' })
      const response = await fetch(`${origin}/api/v1/comments`, { method: 'POST', headers, body })
      if (response.ok) {
        taken.push(externalId)
        at += 1
        if (isDisturbed) return
      } else {
        expect(await readRefusal(response)).toEqual(AGAIN)
        isDisturbed = true
      }
    }
  }
  const sending = Promise.all([0, 1, 2, 3].map(sender))
  const disturbing = async () => {
    while (!isDisturbed) await disturb()
  }
  await Promise.all([disturbing(), sending])
  const stored = Object.keys(await readComments(site)).filter((id) => id.startsWith(`${name}-`))
  expect(stored.sort()).toEqual(taken.sort())
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('in the midst of work nothing that was acknowledged is lost, and nothing is kept twice', () => {
  beforeAll(() => vi.waitFor(() => getDb().query('SELECT 1'), PATIENT))

  it('pages are Next’s', async () => {
    expect((await fetch(`${origin}/queue`, { headers: { accept: 'text/html' } })).status).toBe(418)
  })

  it('when the connections break', () =>
    sendThroughout('cut', async () => {
      await soon()
      line.cut()
      await soon()
      await line.mend()
    }))

  it('when the database ends them', () =>
    sendThroughout('ended', async () => {
      await soon()
      const others = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()'
      await runOn(line.url, `${others} AND pid <> pg_backend_pid()`)
    }))
})
