import { createHash } from 'node:crypto'
import { WholeAnswer } from './whole-body'

/**
 * A JSON answer that the caller may keep but must revalidate before using it again: with its ETag in If-None-Match they get 304 and
 * no body while nothing has changed (RFC 9110, 13.1.2). No cache in between may keep it: it is for the holder of the key.
 */
export function revalidated(request: Request, value: unknown): Response {
  const text = JSON.stringify(value)
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const headers = { etag, 'cache-control': 'private, no-cache' }
  if (isKnown(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  return new WholeAnswer(text, { headers: { ...headers, 'content-type': 'application/json' } })
}

/** Proxies that pack an answer mark its tag as weak; that makes no difference here. */
function isKnown(given: string | null, etag: string): boolean {
  if (given === null) return false
  return given.trim() === '*' || given.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
