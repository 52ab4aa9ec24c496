import { getDb } from '../../db/connection'
import { isAway } from '../../db/away'
import { DomainError } from '../../domain/errors'

const AGAIN_AFTER_SECONDS = 5

/** An error as whoever asked is to see it: one that says that the database is away becomes a refusal, any other stays what it is. */
export function refuseIfAway(error: unknown): unknown {
  if (error instanceof DomainError || !isAway(error)) return error
  return new DomainError('unavailable', 'The database cannot be reached just now. Nothing is known to have been kept: send it again.', {
    retryAfterSeconds: AGAIN_AFTER_SECONDS,
  })
}

/** The refusal while the database is away, else null. Whatever else is wrong with it is for whoever asks it something. */
export async function findOutage(): Promise<DomainError | null> {
  try {
    await getDb().query('SELECT 1')
    return null
  } catch (error) {
    const refusal = refuseIfAway(error)
    return refusal instanceof DomainError ? refusal : null
  }
}
