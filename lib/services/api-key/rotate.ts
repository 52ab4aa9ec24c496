import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { ApiKeyRotation } from '../../contracts/settings'
import { expireApiKey } from '../../db/api-key'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { makeApiKey, type MadeApiKey } from './create'
import { forgetApiKeys } from './verify'

const HOUR_MS = 60 * 60 * 1000

/**
 * Makes a key with the same name and scopes to replace another. The old one keeps working for the overlap, so that a system can change
 * over without a refused request.
 *
 * @throws DomainError forbidden, invalid_input, not_found when there is no such key or it works no longer
 */
export async function rotateApiKey(ctx: Context, id: string, input: ApiKeyRotation): Promise<MadeApiKey> {
  authorize(ctx.actor, 'configure')
  const rotatesId = parseId(id, 'API key')
  const { overlapHours } = parseInput(ApiKeyRotation, input)
  const made = await ctx.db.transaction(async (db) => {
    const until = new Date(ctx.now().getTime() + overlapHours * HOUR_MS)
    const old = await expireApiKey(db, ctx.actor.siteId, rotatesId, until)
    if (!old) throw new DomainError('not_found', 'There is no such API key, or it has been revoked or rotated already.')
    return makeApiKey(ctx, db, { name: old.name, scopes: old.scopes, rateLimit: old.rateLimit, rotatesId })
  })
  forgetApiKeys()
  return made
}
