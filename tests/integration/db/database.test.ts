import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { assertOwnSessions } from '@/lib/db/database'

const url = inject('serverUrl')
const real = [0, 1, 2].map(() => new pg.Client({ connectionString: url }))
beforeAll(() => Promise.all(real.map((client) => client.connect())))
afterAll(() => Promise.all(real.map((client) => client.end())))

/** A pooler in transaction mode: lends its connections out for a statement, or from BEGIN to ROLLBACK, in the order of `next`. */
function makePooler(next: (idle: pg.Client[]) => pg.Client | undefined) {
  const idle = [...real]
  return () => {
    let held: pg.Client | undefined
    const query = async (text: string) => {
      const client = held ?? next(idle)
      if (!client) throw new Error('The pool is empty.')
      const result = await client.query<{ pid: number }>(text)
      held = text === 'BEGIN' || (held && text !== 'ROLLBACK') ? client : undefined
      if (!held) idle.push(client)
      return result
    }
    return Promise.resolve({ query, end: () => Promise.resolve() } as unknown as pg.Client)
  }
}

it('a database that gives every client a connection of its own is taken', async () => {
  await expect(assertOwnSessions(url)).resolves.toBeUndefined()
})

it.each([
  ['the one used last first', (idle: pg.Client[]) => idle.pop()],
  ['in turn', (idle: pg.Client[]) => idle.shift()],
])('a pooler that lends connections out for a transaction, %s, is refused with what to do', async (_, next) => {
  await expect(assertOwnSessions(url, makePooler(next))).rejects.toThrow(/PgBouncer: pool_mode = session/)
})
