import { randomBytes, randomInt } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { parseInput } from '../../contracts/parse'
import { ApiKeyInput, type ApiKeyResource } from '../../contracts/settings'
import { insertApiKey } from '../../db/api-key'
import type { Db } from '../../db/connection'
import { authorize, type Scope } from '../../domain/actor'
import { noteChange } from '../audit/note'
import type { Context } from '../context'
import { hashApiKey } from './verify'

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'

/**
 * Makes an API key for the actor's site. The key itself is in the answer and nowhere else: only its hash is stored.
 *
 * @throws DomainError forbidden, invalid_input
 */
export async function createApiKey(ctx: Context, input: ApiKeyInput): Promise<MadeApiKey> {
  authorize(ctx.actor, 'configure')
  const { name, scopes, rateLimit = null } = parseInput(ApiKeyInput, input)
  return ctx.db.transaction((db) => makeApiKey(ctx, db, { name: name.trim(), scopes: [...new Set(scopes)], rateLimit, rotatesId: null }))
}

/** A key, and how Settings lists it. */
export interface MadeApiKey {
  key: string
  resource: ApiKeyResource
}

/** Makes and notes a key; callers have authorised. `rotatesId` is the key whose place it takes. */
export async function makeApiKey(
  ctx: Context,
  db: Db,
  { name, scopes, rateLimit, rotatesId }: { name: string; scopes: Scope[]; rateLimit: number | null; rotatesId: string | null },
): Promise<MadeApiKey> {
  const prefix = `parley_${Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`
  const key = `${prefix}_${randomBytes(32).toString('base64url')}`
  const id = uuidv7()
  const createdAt = ctx.now()
  const { siteId } = ctx.actor
  const createdBy = ctx.actor.kind === 'user' ? ctx.actor.id : null
  await insertApiKey(db, { siteId, id, name, prefix, hash: hashApiKey(key), scopes, rateLimit, createdBy, createdAt, rotatesId })
  await noteChange(ctx, db, rotatesId === null ? 'api_key.create' : 'api_key.rotate', { id, name })
  const never = { lastUsedAt: null, revokedAt: null, expiresAt: null }
  return { key, resource: { id, name, prefix, scopes, rateLimit, createdAt: createdAt.toISOString(), ...never } }
}
