import type { ApiKeyResource } from '../../contracts/settings'
import { listApiKeyRows, type ApiKeyRow } from '../../db/api-key'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'

/** The keys of the actor's site, revoked ones last. @throws DomainError forbidden */
export async function listApiKeys(ctx: Context): Promise<ApiKeyResource[]> {
  authorize(ctx.actor, 'configure')
  return (await listApiKeyRows(ctx.db, ctx.actor.siteId)).map(toApiKeyResource)
}

/** A key as the API shows it: never the key itself, nor its hash. */
export function toApiKeyResource(row: ApiKeyRow): ApiKeyResource {
  const { id, name, prefix, scopes, rateLimit, createdAt, lastUsedAt, revokedAt, expiresAt } = row
  return {
    id,
    name,
    prefix,
    scopes,
    rateLimit,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
  }
}
