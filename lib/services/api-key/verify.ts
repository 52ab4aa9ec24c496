import { createHash } from 'node:crypto'
import { getDb } from '../../db/connection'
import { findApiKeyByHash, touchApiKey } from '../../db/api-key'
import type { Actor } from '../../domain/actor'
import { log } from '../../log'

/** `parley_`, eight characters that people can tell keys apart by, and 256 random bits. */
const KEY_FORM = /^parley_[a-z0-9]{8}_[A-Za-z0-9_-]{43}$/

/** What is kept of a key. A slow hash would add nothing to 256 random bits, and would cost every request. */
export function hashApiKey(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

/**
 * The actor behind an API key; null when it is unknown, malformed or revoked. The look-up is by the hash, so the time it
 * takes says nothing about the key. When it was last used is noted without making the request wait for it, or fail with it.
 */
export async function verifyApiKey(key: string): Promise<Actor | null> {
  if (!KEY_FORM.test(key)) return null
  const found = await findApiKeyByHash(getDb(), hashApiKey(key))
  if (!found) return null
  const { id, name, scopes, siteId } = found
  if (found.isUseStale) {
    touchApiKey(getDb(), siteId, id).catch((error: unknown) => {
      log().warn({ keyId: id, err: error instanceof Error ? error.message : String(error) }, 'the last use of an API key was not noted')
    })
  }
  return { kind: 'api_key', id, name, scopes, siteId }
}
