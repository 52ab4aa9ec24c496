import { getDb } from '../db/connection'
import type { Actor } from '../domain/actor'
import type { Context } from './context'

/** The context of one request, job or command: the pool and the real clock. */
export function createContext(actor: Actor): Context {
  return { actor, db: getDb(), now: () => new Date() }
}
