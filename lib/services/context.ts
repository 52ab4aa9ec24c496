import type { Db } from '../db/connection'
import type { Actor } from '../domain/actor'

/** What every use case is called with: who is asking, the database (or the open transaction) and the clock. */
export interface Context {
  actor: Actor
  db: Db
  now: () => Date
  /** The Idempotency-Key of the request that is answered, if it has one. */
  idempotencyKey?: string
}
