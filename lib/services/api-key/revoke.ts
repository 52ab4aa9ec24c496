import { parseId } from '../../contracts/id'
import type { ApiKeyResource } from '../../contracts/settings'
import { revokeApiKeyRow } from '../../db/api-key'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { noteChange } from '../audit/note'
import type { Context } from '../context'
import { toApiKeyResource } from './list'
import { forgetApiKeys } from './verify'

/** Refuses a key from the next request on. Revoking twice changes nothing. @throws DomainError forbidden, not_found */
export async function revokeApiKey(ctx: Context, id: string): Promise<ApiKeyResource> {
  authorize(ctx.actor, 'configure')
  const row = await ctx.db.transaction(async (db) => {
    const revoked = await revokeApiKeyRow(db, ctx.actor.siteId, parseId(id, 'API key'), ctx.now())
    if (revoked) await noteChange(ctx, db, 'api_key.revoke', revoked)
    return revoked
  })
  forgetApiKeys()
  if (row === null) throw new DomainError('not_found', 'There is no such API key.')
  return toApiKeyResource(row)
}
