import { fork } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import { encode } from 'next-auth/jwt'
import { uuidv7 } from 'uuidv7'
import { readSecret } from '@/lib/auth/secret'
import { getDb } from '@/lib/db/connection'
import { readCostByPart, type CostByPart } from '../cost-by-part'

/** A moderator's browser at the lean listener, which runs in a process of its own; without the browser. */
export interface DeskClient {
  origin: string
  headers: Record<string, string>
  get: <Answer>(at: string) => Promise<Answer>
  post: <Answer>(at: string, body: unknown) => Promise<Answer>
  /** What the server, the database and this process have had of the processors so far. */
  readCost: () => CostByPart
  stop: () => Promise<void>
}

/** @param dir the folder the embedded database was started on */
export async function startDesk(siteId: string, dir: string): Promise<DeskClient> {
  const server = fork('tests/factories/live-server.ts', { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [{ port }] = (await once(server, 'message')) as [{ port: number }]
  const origin = `http://127.0.0.1:${port}`
  const headers = await signIn(siteId)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 16 })
  const call = <Answer>(method: string, at: string, body?: unknown) =>
    request<Answer>(agent, headers, method, `${origin}/api/v1/desk${at}`, body)
  return {
    origin,
    headers,
    get: (at) => call('GET', at),
    post: (at, body) => call('POST', at, body),
    readCost: () => readCostByPart(server.pid ?? 0, dir),
    stop: async () => {
      agent.destroy()
      server.disconnect()
      await once(server, 'exit')
    },
  }
}

async function signIn(siteId: string): Promise<Record<string, string>> {
  const [userId, sessionId] = [uuidv7(), uuidv7()]
  await getDb().prisma.user.create({ data: { id: userId, email: `${userId}@example.org`, name: 'Mo', role: 'moderator' } })
  const expiresAt = new Date(Date.now() + 36_000_000)
  await getDb().prisma.session.create({ data: { id: sessionId, userId, siteId, expiresAt } })
  const token = await encode({ token: { sid: sessionId }, secret: readSecret() })
  return { cookie: `next-auth.session-token=${token}`, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
}

function request<Answer>(agent: http.Agent, headers: Record<string, string>, method: string, url: string, body?: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = http.request(url, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        if ((response.statusCode ?? 500) >= 400) return reject(new Error(`${method} ${url}: ${response.statusCode} ${text.slice(0, 300)}`))
        // The last line of what is told in lines is the outcome.
        resolve(JSON.parse(text.trimEnd().split('\n').at(-1) ?? 'null') as Answer)
      })
    })
    sent.on('error', reject)
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })
}
