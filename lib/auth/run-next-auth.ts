import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth from 'next-auth'
import { DomainError } from '../domain/errors'
import { tellNextAuthItsAddress } from '../env'
import { makeAuthOptions } from './next-auth-options'
import { parseCookies } from './session-cookie'

/** What we use of next-auth. Its session endpoint would answer from the cookie alone, and its log is open to anybody. */
const OPERATIONS = new Set(['csrf', 'providers', 'signin', 'callback', 'signout', 'error'])
const MAX_BODY = 16 * 1024

type Run = (request: NextApiRequest, response: NextApiResponse, options: ReturnType<typeof makeAuthOptions>) => Promise<void>
// A CommonJS package: depending on who loads it, its default export is the function or holds it.
const runNextAuthOn = ((NextAuth as { default?: unknown }).default ?? NextAuth) as Run

/**
 * Answers a request under /api/auth/ by next-auth. It is called in its form for plain request and response objects,
 * so that this stays a function from Request to Response and works wherever it is mounted.
 *
 * @throws DomainError not_found, too_large
 */
export async function runNextAuth(request: Request): Promise<Response> {
  const url = new URL(request.url)
  const nextauth = url.pathname.split('/').slice(3)
  if (!OPERATIONS.has(nextauth[0] ?? '')) throw new DomainError('not_found', 'There is nothing here.')
  tellNextAuthItsAddress()
  const incoming = {
    method: request.method,
    query: { ...Object.fromEntries(url.searchParams), nextauth },
    headers: Object.fromEntries(request.headers),
    cookies: readCookies(request),
    body: await readForm(request),
  }
  const answer = new Answer()
  await runNextAuthOn(incoming as unknown as NextApiRequest, answer as unknown as NextApiResponse, makeAuthOptions())
  return answer.toResponse()
}

function readCookies(request: Request): Record<string, string> {
  const cookies = parseCookies(request.headers.get('cookie') ?? '')
  return Object.fromEntries([...cookies].map(([name, value]) => [name, decode(value)]))
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}

async function readForm(request: Request): Promise<Record<string, string>> {
  if (request.method !== 'POST' || !request.body) return {}
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request.body) {
      size += chunk.length
      if (size > MAX_BODY) throw new DomainError('too_large', 'The body is larger than 16 KB.')
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError('malformed', 'The request broke off within its body.')
  }
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')))
}

/** As much of a response object as next-auth uses. */
class Answer {
  private code = 200
  private body: string | null = null
  private readonly headers = new Headers({ 'cache-control': 'no-store' })
  private cookies: string[] = []

  status(code: number): this {
    this.code = code
    return this
  }

  getHeader(name: string): string[] | string | undefined {
    return name.toLowerCase() === 'set-cookie' ? this.cookies : (this.headers.get(name) ?? undefined)
  }

  setHeader(name: string, value: string | string[]): this {
    if (name.toLowerCase() === 'set-cookie') this.cookies = [value].flat()
    else this.headers.set(name, String(value))
    return this
  }

  json(value: unknown): void {
    this.headers.set('content-type', 'application/json')
    this.body = JSON.stringify(value)
  }

  send(value: unknown): void {
    if (typeof value === 'string') this.body = value
    else if (value !== undefined) this.json(value)
  }

  end(): void {
    // Nothing to add: the status and the headers are all of it.
  }

  toResponse(): Response {
    for (const cookie of this.cookies) this.headers.append('set-cookie', cookie)
    return new Response(this.body, { status: this.code, headers: this.headers })
  }
}
