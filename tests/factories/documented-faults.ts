import { vi } from 'vitest'
import { disconnect, getDb } from '@/lib/db/connection'
import * as env from '@/lib/env'
import { forgetApiKeys } from '@/lib/services/api-key/verify'
import { apiRequest } from './api-key'
import { callDocumented } from './documented-api'
import { OPERATIONS } from './documented-operations'

/** What each operation answers while nobody is at the address of the database: its status, and when to come again. */
export async function askWhileAway(key: string): Promise<string[]> {
  const led = vi.spyOn(env, 'readEnv').mockReturnValue({ ...env.readEnv(), DATABASE_URL: 'postgresql://parley@127.0.0.1:1/parley' })
  await disconnect()
  forgetApiKeys()
  const coral = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', 'x-coral-signature': 'sha256=x' } }
  const requests = [
    ...OPERATIONS.map(({ method, path, body }) => apiRequest(method, path, { key, body })),
    apiRequest('POST', '/comments/bulk', { key, raw: '{}', type: 'application/x-ndjson' }),
    new Request('http://desk.test/api/v1/coral/01a20d85-bb1b-7220-baca-7f47cdcf67c0', coral),
  ]
  const told = []
  try {
    for (const request of requests) {
      const { status, headers } = await callDocumented(request)
      told.push(`${status} ${headers.get('retry-after')}`)
    }
    return told
  } finally {
    led.mockRestore()
    await disconnect()
  }
}

/** The statuses of what each operation answers while a table is missing. */
export async function askWhileBroken(key: string): Promise<number[]> {
  await getDb().query('ALTER TABLE api_key RENAME TO api_key_away')
  forgetApiKeys()
  const statuses = []
  try {
    for (const { method, path, body } of OPERATIONS) statuses.push((await callDocumented(apiRequest(method, path, { key, body }))).status)
    return statuses
  } finally {
    await getDb().query('ALTER TABLE api_key_away RENAME TO api_key')
  }
}
