import { parseId } from '../../contracts/id'
import type { ApiKeyResource } from '../../contracts/settings'
import { findApiKeyRow, revokeApiKeyRow } from '../../db/api-key'
import type { Db } from '../../db/connection'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { noteChange } from '../audit/note'
import type { Context } from '../context'
import { toApiKeyResource } from './list'
import { forgetApiKeys } from './verify'

/** Refuses a key from the next request on. @throws DomainError forbidden, not_found, conflict when it has been revoked already */
export async function revokeApiKey(ctx: Context, id: string): Promise<ApiKeyResource> {
  authorize(ctx.actor, 'configure')
  const keyId = parseId(id, 'API key')
  const row = await ctx.db.transaction(async (db) => {
    const revoked = await revokeApiKeyRow(db, ctx.actor.siteId, keyId, ctx.now())
    if (!revoked) throw await refuse(db, ctx.actor.siteId, keyId)
    await noteChange(ctx, db, 'api_key.revoke', revoked)
    return revoked
  })
  forgetApiKeys()
  return toApiKeyResource(row)
}

async function refuse(db: Db, siteId: string, id: string): Promise<DomainError> {
  const isHere = (await findApiKeyRow(db, siteId, id)) !== null
  return isHere
    ? new DomainError('conflict', 'This API key has been revoked already.')
    : new DomainError('not_found', 'There is no such API key.')
}
