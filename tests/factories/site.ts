import { uuidv7 } from 'uuidv7'
import type { Actor, Role, Scope } from '@/lib/domain/actor'
import { getDb } from '@/lib/db/connection'
import type { Context } from '@/lib/services/context'

/** A site of its own for a test, with actors that act on it. Nothing is shared between two of them. */
export interface TestSite {
  id: string
  /** A user with this role, in the database, and a context in which they act. */
  as: (role: Role, name?: string) => Promise<Context & { actor: Extract<Actor, { kind: 'user' }> }>
  /** An API key's context. */
  asKey: (...scopes: Scope[]) => Context
}

/** @param now the clock of every context made from it; default: the real one */
export async function makeSite(now: () => Date = () => new Date()): Promise<TestSite> {
  const id = uuidv7()
  await getDb().prisma.site.create({ data: { id, slug: `s-${id}`, name: 'The Test Gazette' } })
  return {
    id,
    as: async (role, name = role) => {
      const userId = uuidv7()
      const sessionId = uuidv7()
      await getDb().prisma.user.create({ data: { id: userId, email: `${userId}@example.org`, name, role } })
      await getDb().prisma.session.create({ data: { id: sessionId, userId, siteId: id, expiresAt: new Date(Date.now() + 3_600_000) } })
      return { actor: { kind: 'user', id: userId, name, role, siteId: id, sessionId }, db: getDb(), now }
    },
    asKey: (...scopes) => ({
      actor: { kind: 'api_key', id: uuidv7(), name: 'test key', scopes, siteId: id, rateLimit: null },
      db: getDb(),
      now,
    }),
  }
}
