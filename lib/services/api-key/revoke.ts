import { parseId } from '../../contracts/id'
import type { ApiKeyResource } from '../../contracts/settings'
import { recordAudit } from '../../db/audit'
import { revokeApiKeyRow } from '../../db/api-key'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { describeActor } from '../decision/actor'
import { toApiKeyResource } from './list'
import { forgetApiKeys } from './verify'

/** Refuses a key from the next request on. Revoking twice changes nothing. @throws DomainError forbidden, not_found */
export async function revokeApiKey(ctx: Context, id: string): Promise<ApiKeyResource> {
  authorize(ctx.actor, 'configure')
  const { siteId } = ctx.actor
  const at = ctx.now()
  const row = await ctx.db.transaction(async (db) => {
    const revoked = await revokeApiKeyRow(db, siteId, parseId(id, 'API key'), at)
    const entry = { siteId, actor: describeActor(ctx.actor), act: 'api_key.revoke' as const, subjectId: id, at }
    if (revoked) await recordAudit(db, { ...entry, subjectName: revoked.name })
    return revoked
  })
  forgetApiKeys()
  if (row === null) throw new DomainError('not_found', 'There is no such API key.')
  return toApiKeyResource(row)
}
