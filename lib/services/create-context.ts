import { getDb } from '../db/connection'
import type { Actor } from '../domain/actor'
import type { Context } from './context'

/** The context of one request, job or command: the pool and the real clock. */
export function createContext(actor: Actor): Context {
  return { actor, db: getDb(), now: () => new Date() }
}

/** The context of what people do before anybody knows who they are: signing in and the first setup. */
export function createPublicContext(): Omit<Context, 'actor'> {
  return { db: getDb(), now: () => new Date() }
}
