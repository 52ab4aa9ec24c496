import type { Problem } from '@/lib/contracts/problem'
import { nameSender } from '../moderation/desk-api'
import { wordFieldFaults, wordProblem } from '../words/failures'
import type { Words } from '../words/rooms'

/** Why the server did not do it: what to say, and what is wrong with single fields. */
export interface Refusal {
  /** 0 when there was no answer at all. */
  status: number
  message: string
  fields: Record<string, string>
}

type Sent<Answer> = { answer: Answer; refusal: null } | { answer: null; refusal: Refusal }

/** What is sent to /api/v1. */
export type Change = [method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown]

/** Sends a change to /api/v1 and reads the answer; a refusal is a value, not an error. */
export async function sendJson<Answer>(t: Words<'shell'>, ...[method, path, body]: Change): Promise<Sent<Answer>> {
  try {
    const response = await fetch(`/api/v1/${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...nameSender() },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const value: unknown = text === '' ? null : JSON.parse(text)
    return response.ok ? { answer: value as Answer, refusal: null } : { answer: null, refusal: toRefusal(t, value as Problem) }
  } catch {
    return { answer: null, refusal: { status: 0, message: wordProblem(t, null), fields: {} } }
  }
}

function toRefusal(t: Words<'shell'>, problem: Problem): Refusal {
  const { status, errors = [] } = problem
  return { status, message: wordProblem(t, problem), fields: wordFieldFaults(t, errors) }
}
