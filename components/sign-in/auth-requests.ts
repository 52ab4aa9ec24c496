import type { Problem } from '@/lib/contracts/problem'
import { wordFieldFaults, wordProblem } from '../words/failures'
import type { Words } from '../words/rooms'
import { UNREACHABLE } from './fault-words'

/** Signs in; null when it worked, else why not, as a code (fault-words.ts). */
export async function signInWithPassword(email: string, password: string): Promise<string | null> {
  const address = await postToNextAuth('/api/auth/callback/credentials', { email, password })
  if (address === null) return UNREACHABLE
  return address.searchParams.get('error')
}

/** Where to send the browser to sign in at the identity provider, or the code of why that is not possible. */
export async function startOidc(next: string): Promise<{ address: string } | { fault: string }> {
  const address = await postToNextAuth('/api/auth/signin/oidc', { callbackUrl: next })
  if (address === null) return { fault: UNREACHABLE }
  const isFault = address.origin === window.location.origin && address.searchParams.has('error')
  return isFault ? { fault: 'oidc_failed' } : { address: address.toString() }
}

/** next-auth wants its token with every change, and answers with the address it would send the browser to. */
async function postToNextAuth(path: string, fields: Record<string, string>): Promise<URL | null> {
  try {
    const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string }
    const response = await fetch(path, { method: 'POST', body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }) })
    const { url } = (await response.json()) as { url: string }
    return new URL(url, window.location.origin)
  } catch {
    return null
  }
}

/**
 * Makes the first administrator; null when it worked, else what to say, per field (`''` for the whole form).
 * @param wrongToken what to say of a token that is not the one
 */
export async function postSetup(
  t: Words<'shell'>,
  wrongToken: string,
  fields: Record<string, string>,
): Promise<Record<string, string> | null> {
  try {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch('/api/v1/setup', { method: 'POST', headers, body: JSON.stringify(fields) })
    if (response.ok) return null
    const problem = (await response.json()) as Problem
    if (response.status === 403) return { token: wrongToken }
    if (problem.errors === undefined) return { '': wordProblem(t, problem) }
    return wordFieldFaults(t, problem.errors)
  } catch {
    return { '': wordProblem(t, null) }
  }
}
