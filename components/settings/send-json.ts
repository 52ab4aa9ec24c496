import type { Problem } from '@/lib/contracts/problem'

/** Why the server did not do it: what to say, and what is wrong with single fields. */
export interface Refusal {
  /** 0 when there was no answer at all. */
  status: number
  message: string
  fields: Record<string, string>
}

type Sent<Answer> = { answer: Answer; refusal: null } | { answer: null; refusal: Refusal }

const UNREACHABLE = 'The server could not be reached, so nothing is known to have changed. Try again.'

/** Sends a change to /api/v1 and reads the answer; a refusal is a value, not an error. */
export async function sendJson<Answer>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Sent<Answer>> {
  try {
    const response = await fetch(`/api/v1/${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const value: unknown = text === '' ? null : JSON.parse(text)
    return response.ok ? { answer: value as Answer, refusal: null } : { answer: null, refusal: toRefusal(value as Problem) }
  } catch {
    return { answer: null, refusal: { status: 0, message: UNREACHABLE, fields: {} } }
  }
}

function toRefusal({ status, detail, errors = [] }: Problem): Refusal {
  const message = status === 401 ? 'You have been signed out. Sign in again in another tab, then retry.' : detail
  return { status, message, fields: Object.fromEntries(errors.map((error) => [error.pointer.slice(1), error.detail])) }
}
