import type { Db } from '../db/connection'
import type { Actor } from '../domain/actor'

/** What every use case is called with: who asks, the database (or the transaction that is open) and the clock. */
export interface Context {
  actor: Actor
  db: Db
  now: () => Date
}
