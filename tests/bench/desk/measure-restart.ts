import { getDb } from '@/lib/db/connection'
import type { QueueRow } from '@/lib/contracts/queue'
import type { DeskClient } from './desk-client'
import { LiveListener } from './live-listener'
import { collectRows } from './measure-decisions'
import type { Seeded } from './seed'

const CLIENTS = 200
const DECISIONS = 10_000
const WORKERS = 10
/** How many of the decisions stand when the database goes. */
const RESTART_AT = 0.3
const CATCH_UP_MS = 60_000

/**
 * Two hundred browsers on the live line while ten people decide, and the database restarts in the middle: a backend is killed
 * outright, at which PostgreSQL drops every connection, recovers from its log and lets people in again. What was acknowledged
 * must be in the log, and every client must hear all of the log.
 */
export async function measureRestart(desk: DeskClient, { siteId }: Seeded): Promise<void> {
  const rows = await collectRows(desk, DECISIONS)
  const from = await readHead(siteId)
  const clients = Array.from({ length: CLIENTS }, () => new LiveListener(desk, from))
  await Promise.all(clients.map((client) => client.opened))
  const started = performance.now()
  const acknowledged = await decideAll(desk, rows, () => crash())
  const seconds = (performance.now() - started) / 1000
  const logged = await readLog(siteId, from)
  const heardAll = () => clients.every((client) => logged.every((name) => client.heard.has(name)))
  const waited = performance.now()
  while (!heardAll() && performance.now() - waited < CATCH_UP_MS) await pause(100)
  const caughtUp = (performance.now() - waited) / 1000
  for (const client of clients) client.close()

  const log = new Set(logged)
  const lost = clients.reduce((sum, { heard }) => sum + logged.filter((name) => !heard.has(name)).length, 0)
  const unlogged = acknowledged.filter((name) => !log.has(name)).length
  const breaks = clients.reduce((sum, client) => sum + client.breaks, 0)
  const twice = clients.reduce((sum, client) => sum + client.twice, 0)
  console.log(
    `database restarted under ${CLIENTS} live browsers: ${logged.length} decisions in ${seconds.toFixed(1)} s, ${acknowledged.length} acknowledged, ${unlogged} of them not in the log`,
  )
  console.log(
    `  ${lost} of ${logged.length * CLIENTS} events lost, ${twice} heard twice, ${breaks} breaks; all caught up ${caughtUp.toFixed(1)} s after the last decision`,
  )
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Kills the backend of a connection of our own: to PostgreSQL that is a crash of its own. */
async function crash(): Promise<void> {
  const [row] = await getDb().query<{ pid: number }>('SELECT pg_backend_pid() AS pid', [])
  if (row) process.kill(row.pid, 'SIGKILL')
}

/** Decides on every comment, again after a refusal by a server that has no database; returns what was acknowledged. */
async function decideAll(desk: DeskClient, rows: QueueRow[], onRestart: () => Promise<void>): Promise<string[]> {
  const acknowledged: string[] = []
  const restartAt = rows.length * RESTART_AT
  let isRestarted = false
  const decide = async ({ id, version }: QueueRow): Promise<void> => {
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const outcome = await desk.post(`/comments/${id}/decisions`, { version, act: { kind: 'approve' } }).then(
        () => 'done' as const,
        // Its first arrival may have been committed and its answer lost: then it is in the log.
        (error: unknown) => (error instanceof Error && error.message.includes(': 409') ? 'there' : 'again'),
      )
      if (outcome === 'done') acknowledged.push(`${id} ${version + 1}`)
      if (outcome !== 'again') return
      await pause(100)
    }
    throw new Error('a decision could not be taken for half a minute')
  }
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      for (let row = rows.pop(); row !== undefined; row = rows.pop()) {
        await decide(row)
        if (acknowledged.length < restartAt || isRestarted) continue
        isRestarted = true
        await onRestart()
      }
    }),
  )
  return acknowledged
}

async function readHead(siteId: string): Promise<number> {
  const [row] = await getDb().query<{ head: number }>('SELECT coalesce(max(position), 0)::int AS head FROM feed_entry WHERE site_id = $1', [
    siteId,
  ])
  return row?.head ?? 0
}

/** Every decision after the position, as clients name it. */
async function readLog(siteId: string, from: number): Promise<string[]> {
  const rows = await getDb().query<{ name: string }>(
    `SELECT d.comment_id || ' ' || d.seen_version + 1 AS name FROM feed_entry f JOIN decision d ON d.site_id = f.site_id AND d.id = f.decision_id
     WHERE f.site_id = $1 AND (f.position > $2 OR f.position IS NULL) AND d.comment_id IS NOT NULL`,
    [siteId, from],
  )
  return rows.map(({ name }) => name)
}
