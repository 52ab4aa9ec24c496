import http from 'node:http'
import type { DecisionAnswer } from '@/lib/contracts/decision'
import { getDb } from '@/lib/db/connection'
import type { DeskClient } from './desk-client'
import { collectRows } from './measure-decisions'
import { print, summarise } from './measure'
import type { Seeded } from './seed'

const CLIENTS = 200
const DECISIONS = 200
const COLLISIONS = 1000

/** Two hundred browsers on the live line while decisions are taken; then four people who decide the same thousand comments. */
export async function measureLive(desk: DeskClient, { siteId }: Seeded): Promise<void> {
  const rows = await collectRows(desk, DECISIONS + COLLISIONS)
  const heard: number[] = []
  const committedAt = new Map<string, number>()
  const hear = (commentId: string) => {
    const at = committedAt.get(commentId)
    if (at !== undefined) heard.push(performance.now() - at)
  }
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => listen(desk, hear)))
  await pause(1500)
  for (const row of rows.splice(0, DECISIONS)) {
    committedAt.set(row.id, performance.now())
    await desk.post<DecisionAnswer>(`/comments/${row.id}/decisions`, { version: row.version, act: { kind: 'approve' } })
    await pause(20)
  }
  await pause(1500)
  clients.forEach((client) => client.destroy())
  print(`${CLIENTS} live browsers: from the request to each of them`, summarise(heard), `${heard.length} of ${CLIENTS * DECISIONS} heard`)

  const before = await countDecisions(siteId)
  let [won, told] = [0, 0]
  await Promise.all(
    [1, 2, 3, 4].map(async () => {
      for (const row of rows.slice(0, COLLISIONS)) {
        const isWon = await desk
          .post(`/comments/${row.id}/decisions`, { version: row.version, act: { kind: 'reject', reason: 'spam' } })
          .then(
            () => true,
            (error: unknown) => {
              if (!(error instanceof Error && error.message.includes('409'))) throw error
              return false
            },
          )
        if (isWon) won += 1
        else told += 1
      }
    }),
  )
  console.log(
    `4 people on the same ${COLLISIONS} comments: ${won} won, ${told} told, ${(await countDecisions(siteId)) - before} in the log`,
  )
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function countDecisions(siteId: string): Promise<number> {
  const [row] = await getDb().query<{ count: number }>('SELECT count(*) AS count FROM decision WHERE site_id = $1', [siteId])
  return row?.count ?? 0
}

/** One browser's live line. */
function listen(desk: DeskClient, hear: (commentId: string) => void): Promise<http.ClientRequest> {
  return new Promise((resolve, reject) => {
    const request = http.get(`${desk.origin}/api/v1/desk/events`, { headers: desk.headers, agent: false }, (response) => {
      let rest = ''
      response.on('data', (chunk: Buffer) => {
        const lines = (rest + chunk.toString()).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) {
          if (!line.startsWith('data: ') || !line.includes('"decisions"')) continue
          const { decisions } = JSON.parse(line.slice(6)) as { decisions: { commentId: string }[] }
          for (const { commentId } of decisions) hear(commentId)
        }
      })
      response.on('error', () => undefined)
      resolve(request)
    })
    request.on('error', reject)
  })
}
