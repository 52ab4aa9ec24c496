import { createHash } from 'node:crypto'
import { getDb } from '../../db/connection'
import { findApiKeyByHash, touchApiKey } from '../../db/api-key'
import type { Actor } from '../../domain/actor'
import { describeError } from '../../domain/errors'
import { log } from '../../log'
import { KnownActors } from '../session/known-actors'

/** `parley_`, eight characters that people can tell keys apart by, and 256 random bits. */
const KEY_FORM = /^parley_[a-z0-9]{8}_[A-Za-z0-9_-]{43}$/

/** What is kept of a key. A slow hash would add nothing to 256 random bits, and would cost every request. */
export function hashApiKey(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

/** A site has a handful of keys. */
const MOST_KNOWN = 1000

// Next's bundles and the server's own entry each load this module; a key that is revoked must be forgotten by both.
const shared = globalThis as unknown as { parleyKnownKeys?: KnownActors<Actor> }
const knownKeys = (shared.parleyKnownKeys ??= new KnownActors<Actor>(MOST_KNOWN))

/** Has every key looked up again: called when one is revoked or changed, so that it counts at once in this process. */
export function forgetApiKeys(): void {
  knownKeys.forget()
}

/**
 * The actor behind an API key; null when it is unknown, malformed, expired or revoked. A key that was found is believed
 * for a second, so that thousands of requests do not each ask for it; other processes hear of a revocation within that
 * second. The look-up is by the hash, so the time it takes says nothing about the key.
 */
export async function verifyApiKey(key: string): Promise<Actor | null> {
  if (!KEY_FORM.test(key)) return null
  const hash = hashApiKey(key)
  return knownKeys.find(hash.toString('latin1'), Date.now(), () => findActor(hash))
}

/** When the key was last used is noted without making the request wait for it, or fail with it. */
async function findActor(hash: Buffer): Promise<Actor | null> {
  const found = await findApiKeyByHash(getDb(), hash)
  if (!found) return null
  const { id, name, scopes, siteId, rateLimit } = found
  if (found.isUseStale) {
    touchApiKey(getDb(), siteId, id).catch((error: unknown) => {
      log().warn({ keyId: id, err: describeError(error) }, 'the last use of an API key was not noted')
    })
  }
  return { kind: 'api_key', id, name, scopes, siteId, rateLimit }
}
