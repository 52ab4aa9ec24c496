import { randomBytes, randomInt } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { parseInput } from '../../contracts/parse'
import { ApiKeyInput, type ApiKeyResource } from '../../contracts/settings'
import { recordAudit } from '../../db/audit'
import { insertApiKey } from '../../db/api-key'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'
import { describeActor } from '../decision/actor'
import { hashApiKey } from './verify'

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'

/**
 * Makes an API key for the actor's site. The key itself is in the answer and nowhere else: only its hash is stored.
 *
 * @throws DomainError forbidden, invalid_input
 */
export async function createApiKey(ctx: Context, input: ApiKeyInput): Promise<{ key: string; resource: ApiKeyResource }> {
  authorize(ctx.actor, 'configure')
  const { name, scopes } = parseInput(ApiKeyInput, input)
  const prefix = `parley_${Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`
  const key = `${prefix}_${randomBytes(32).toString('base64url')}`
  const id = uuidv7()
  const createdAt = ctx.now()
  const uniqueScopes = [...new Set(scopes)]
  await ctx.db.transaction(async (db) => {
    await insertApiKey(db, {
      siteId: ctx.actor.siteId,
      id,
      name: name.trim(),
      prefix,
      hash: hashApiKey(key),
      scopes: uniqueScopes,
      createdBy: ctx.actor.kind === 'user' ? ctx.actor.id : null,
      createdAt,
    })
    await recordAudit(db, {
      siteId: ctx.actor.siteId,
      actor: describeActor(ctx.actor),
      act: 'api_key.create',
      subjectId: id,
      subjectName: name.trim(),
      at: createdAt,
    })
  })
  const resource = {
    id,
    name: name.trim(),
    prefix,
    scopes: uniqueScopes,
    createdAt: createdAt.toISOString(),
    lastUsedAt: null,
    revokedAt: null,
  }
  return { key, resource }
}
