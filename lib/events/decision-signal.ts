import pg from 'pg'
import { CONNECTED_WITHIN_MS, getPool, PROBED } from '../db/connection'
import { describeError } from '../domain/errors'
import { log } from '../log'

/** How long the listening connection is kept when nobody waits. */
const LINGER_MS = 10_000

interface Hub {
  /** Who waits, by site. */
  waiting: Map<string, Set<() => void>>
  /** How often something was heard of a site, and of all of them. */
  heard: Map<string, number>
  /** Who wants to know when the claims of a site change. */
  desks: Set<(siteId: string) => void>
  /** Who wants to know which comments of a site are handed over. */
  handed: Set<(siteId: string, commentIds: string[]) => void>
  /** Who wants to know which comments of a site have other suggestions. */
  scores: Set<(siteId: string, commentIds: string[]) => void>
  client: Promise<pg.Client> | null
  /** That client, from before it is connected. */
  open: pg.Client | null
  closing: NodeJS.Timeout | null
}

// Next's bundles and the server's own entry each load this module; they share one listening connection.
const shared = globalThis as unknown as { parleyDecisionHub?: Hub }
const hub = (shared.parleyDecisionHub ??= {
  waiting: new Map(),
  heard: new Map(),
  desks: new Set(),
  handed: new Set(),
  scores: new Set(),
  client: null,
  open: null,
  closing: null,
})

/**
 * Resolves when a decision of the site (of any site, for `*`) has been committed, in this process or another, or when `ms` are over or `signal`
 * is aborted. A hint, not a promise: callers look into the feed again either way.
 *
 * @param since what `countHeard` was before the caller looked: what came while they did is not waited for again
 */
export async function waitForDecision(siteId: string, ms: number, signal: AbortSignal, since?: number): Promise<void> {
  if (signal.aborted || (since !== undefined && countHeard(siteId) !== since)) return
  const waiters = hub.waiting.get(siteId) ?? new Set()
  hub.waiting.set(siteId, waiters)
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, ms)
    function done(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      waiters.delete(done)
      if (waiters.size === 0) hub.waiting.delete(siteId)
      closeWhenIdle()
      resolve()
    }
    waiters.add(done)
    signal.addEventListener('abort', done, { once: true })
    listen()
  })
}

/** How often decisions of a site were heard of in this process. */
export function countHeard(siteId: string): number {
  return (hub.heard.get(siteId) ?? 0) + (hub.heard.get('') ?? 0)
}

/** One connection for all who wait. When it breaks, they are woken and come back. */
function listen(): void {
  if (hub.closing) clearTimeout(hub.closing)
  hub.closing = null
  hub.client ??= open().catch((error: unknown) => {
    log().warn({ err: describeError(error) }, 'decisions are not listened for; they are looked for by the clock')
    throw error
  })
  hub.client.catch(() => undefined)
}

async function open(): Promise<pg.Client> {
  const { connectionString } = getPool().options
  const limits = { connectionTimeoutMillis: CONNECTED_WITHIN_MS, ...PROBED }
  const client = new pg.Client({ connectionString, application_name: 'parley-listen', ...limits })
  hub.open = client
  // One that was closed may end when the next is open already.
  const forget = () => {
    if (hub.open === client) hub.client = hub.open = null
  }
  let hasListened = false
  const lost = () => {
    forget()
    // Where there was none, because the database cannot be reached, everybody waits on: woken, they would ask at once for another.
    if (hasListened) wakeAll()
  }
  client.on('error', lost)
  client.on('end', lost)
  client.on('notification', ({ channel, payload }) => {
    if (channel === 'parley_desk') {
      const [siteId = '', ids] = (payload ?? '').split(' ')
      if (ids === undefined) return hub.desks.forEach((hear) => hear(siteId))
      return hub.handed.forEach((hear) => hear(siteId, ids.split(',')))
    }
    if (channel === 'parley_scores') {
      const [siteId = '', ids = ''] = (payload ?? '').split(' ')
      return hub.scores.forEach((hear) => hear(siteId, ids.split(',')))
    }
    for (const heard of [payload ?? '', '*']) {
      note(heard)
      for (const wake of [...(hub.waiting.get(heard) ?? [])]) wake()
    }
  })
  try {
    await client.connect()
    await client.query('LISTEN parley_feed; LISTEN parley_desk; LISTEN parley_scores')
  } catch (error) {
    forget()
    throw error
  }
  hasListened = true
  // What happened before it listened was heard by nobody.
  wakeAll()
  hub.desks.forEach((hear) => hear('*'))
  return client
}

function note(siteId: string): void {
  hub.heard.set(siteId, (hub.heard.get(siteId) ?? 0) + 1)
}

function wakeAll(): void {
  note('')
  for (const waiters of [...hub.waiting.values()]) for (const wake of [...waiters]) wake()
}

function closeWhenIdle(): void {
  if (hub.waiting.size > 0 || hub.closing) return
  hub.closing = setTimeout(() => void stopListening(), LINGER_MS).unref()
}

/** Calls `hear` with the site whenever the claims of one change (`*`: perhaps of any), while somebody waits for decisions; the result stops it. */
export function hearOfClaims(hear: (siteId: string) => void): () => void {
  hub.desks.add(hear)
  return () => void hub.desks.delete(hear)
}

/** Calls `hear` whenever comments are handed to somebody or taken back, while somebody waits for decisions; the result stops it. */
export function hearOfHandingOver(hear: (siteId: string, commentIds: string[]) => void): () => void {
  hub.handed.add(hear)
  return () => void hub.handed.delete(hear)
}

/** Calls `hear` whenever later scores change suggestions, while somebody waits for decisions; the result stops it. */
export function hearOfScores(hear: (siteId: string, commentIds: string[]) => void): () => void {
  hub.scores.add(hear)
  return () => void hub.scores.delete(hear)
}

/** Closes the listening connection now: an embedded database is stopped by whoever leaves it last. */
export async function stopListening(): Promise<void> {
  const { client, closing } = hub
  if (closing) clearTimeout(closing)
  hub.client = hub.open = null
  hub.closing = null
  await client?.then((open) => open.end()).catch(() => undefined)
}
