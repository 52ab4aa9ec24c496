import type { Actor } from '../domain/actor'
import { DomainError } from '../domain/errors'
import { verifyApiKey } from '../services/api-key/verify'

/**
 * Who sent a request whose API key is in its address (`?key=…`) or in `X-Goog-Api-Key`, as Google's clients send it. Sessions
 * do not count here.
 *
 * @throws DomainError unauthenticated; with a problem of `key` when there is one that is not known
 */
export async function authenticateQueryKey(request: Request): Promise<Actor> {
  const key = new URL(request.url).searchParams.get('key') ?? request.headers.get('x-goog-api-key')
  if (key === null || key === '') {
    throw new DomainError(
      'unauthenticated',
      "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
    )
  }
  const actor = await verifyApiKey(key)
  if (actor) return actor
  const message = 'API key not valid. Please pass a valid API key.'
  throw new DomainError('unauthenticated', message, { problems: [{ path: ['key'], message }] })
}
