import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import http from 'node:http'
import path from 'node:path'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { readSecret } from '@/lib/auth/secret'
import { bundleServer } from '@/tests/factories/bundled-server'
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

/** @param dir the folder the embedded database was started on; `url` names it */
export async function startDesk(siteId: string, dir: string, url: string): Promise<DeskClient> {
  const env = { ...process.env, DATABASE_URL: url }
  // Bundled as the product is: what reads TypeScript at run time makes every function somewhat slower.
  const file = await bundleServer('tests/factories/live-server.ts')
  const server = fork(file, { execArgv: [], env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [{ port }] = (await once(server, 'message')) as [{ port: number }]
  const origin = `http://127.0.0.1:${port}`
  const headers = await signIn(siteId, url)
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
      await rm(path.dirname(file), { recursive: true })
    },
  }
}

async function signIn(siteId: string, url: string): Promise<Record<string, string>> {
  const [userId, sessionId] = [uuidv7(), uuidv7()]
  const client = new pg.Client(url)
  await client.connect()
  await client.query(`INSERT INTO app_user (id, email, name, role) VALUES ($1, $2, 'Mo', 'moderator')`, [userId, `${userId}@example.org`])
  await client.query(`INSERT INTO session (id, user_id, site_id, expires_at) VALUES ($1, $2, $3, now() + interval '10 hours')`, [
    ...[sessionId, userId, siteId],
  ])
  await client.end()
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
