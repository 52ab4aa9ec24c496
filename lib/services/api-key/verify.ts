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

/** How long a key that was found is believed without asking again, in milliseconds. */
const KNOWN_FOR = 1000
/** A site has a handful of keys; beyond this many all are asked for again. */
const MOST_KNOWN = 1000

interface KnownKey {
  actor: Actor
  until: number
}

// Next's bundles and the server's own entry each load this module; a key that is revoked must be forgotten by both.
const shared = globalThis as unknown as { parleyKnownKeys?: Map<string, KnownKey> }
const knownKeys = (shared.parleyKnownKeys ??= new Map<string, KnownKey>())

/** Has every key looked up again: called when one is revoked or changed, so that it counts at once in this process. */
export function forgetApiKeys(): void {
  knownKeys.clear()
}

/**
 * The actor behind an API key; null when it is unknown, malformed, expired or revoked. A key that was found is believed
 * for a second, so that thousands of requests do not each ask for it; other processes hear of a revocation within that
 * second. The look-up is by the hash, so the time it takes says nothing about the key.
 */
export async function verifyApiKey(key: string): Promise<Actor | null> {
  if (!KEY_FORM.test(key)) return null
  const hash = hashApiKey(key)
  const name = hash.toString('latin1')
  const known = knownKeys.get(name)
  if (known && known.until > Date.now()) return known.actor
  const actor = await findActor(hash)
  if (knownKeys.size >= MOST_KNOWN) knownKeys.clear()
  if (actor) knownKeys.set(name, { actor, until: Date.now() + KNOWN_FOR })
  else knownKeys.delete(name)
  return actor
}

/** When the key was last used is noted without making the request wait for it, or fail with it. */
async function findActor(hash: Buffer): Promise<Actor | null> {
  const found = await findApiKeyByHash(getDb(), hash)
  if (!found) return null
  const { id, name, scopes, siteId, rateLimit } = found
  if (found.isUseStale) {
    touchApiKey(getDb(), siteId, id).catch((error: unknown) => {
      log().warn({ keyId: id, err: error instanceof Error ? error.message : String(error) }, 'the last use of an API key was not noted')
    })
  }
  return { kind: 'api_key', id, name, scopes, siteId, rateLimit }
}
