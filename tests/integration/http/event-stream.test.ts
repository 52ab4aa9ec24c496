import { beforeEach, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { authenticate } from '@/lib/auth/authenticate'
import { eventStream } from '@/lib/http/event-stream'
import { listApiKeys } from '@/lib/services/api-key/list'
import { revokeApiKey } from '@/lib/services/api-key/revoke'
import { createContext } from '@/lib/services/create-context'
import { closeSession } from '@/lib/services/session/close'
import { updateUser } from '@/lib/services/user/update'
import { apiRequest, makeKey } from '@/tests/factories/api-key'
import { makeGate } from '@/tests/factories/gate'
import { requestAs } from '@/tests/factories/requests'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
beforeEach(async () => {
  site = await makeSite()
})

/** Counts on, one a turn, until it is told to stop. */
async function* countOn(signal: AbortSignal): AsyncGenerator<string> {
  for (let count = 1; !signal.aborted; count += 1) {
    yield `data: ${count}\n\n`
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** A stream whose reader is asked for before every item: its first text, then everything that comes after `happen`. */
async function readAround(request: Request, happen: () => Promise<unknown>) {
  const actor: Actor = await authenticate(request)
  let signal: AbortSignal | undefined
  const response = eventStream(createContext(actor), request, (given) => countOn((signal = given)), 0)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const texts: string[] = []
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    texts.push(Buffer.from(read.value).toString())
    if (texts.length === 3) await happen()
    if (texts.length === 40) break
  }
  return { texts, isStopped: signal?.aborted }
}

it('goes on while its reader may read', async () => {
  const moderator = await site.as('moderator')
  const { texts } = await readAround(await requestAs(moderator.actor, 'GET', '/api/v1/desk/events'), () => Promise.resolve())
  expect(texts.slice(0, 3)).toEqual(['retry: 2000\n\n', 'data: 1\n\n', 'data: 2\n\n'])
  expect(texts).toHaveLength(40)
})

it('ends, and stops what it followed, when its reader signs out', async () => {
  const moderator = await site.as('moderator')
  const request = await requestAs(moderator.actor, 'GET', '/api/v1/desk/events')
  const { texts, isStopped } = await readAround(request, () => closeSession(moderator, moderator.actor.sessionId))
  expect(texts.length).toBeLessThanOrEqual(5)
  expect(isStopped).toBe(true)
})

it('ends when its reader is disabled', async () => {
  const moderator = await site.as('moderator')
  const admin = await site.as('admin')
  const request = await requestAs(moderator.actor, 'GET', '/api/v1/desk/events')
  const { texts } = await readAround(request, () => updateUser(admin, { id: moderator.actor.id, patch: { isDisabled: true } }))
  expect(texts.length).toBeLessThanOrEqual(5)
})

it('ends when its key is revoked', async () => {
  const admin = await site.as('admin')
  const key = await makeKey(site, 'read')
  const [made] = await listApiKeys(admin)
  const { texts } = await readAround(apiRequest('GET', '/decisions', { key }), () => revokeApiKey(admin, made?.id ?? ''))
  expect(texts.length).toBeLessThanOrEqual(5)
})

it('lets go of what it followed when a reader leaves who had not taken all of it', async () => {
  const moderator = await site.as('moderator')
  const request = await requestAs(moderator.actor, 'GET', '/api/v1/desk/events')
  const over = makeGate()
  async function* tellWithoutEnd(): AsyncGenerator<string> {
    try {
      for (;;) yield await Promise.resolve('data: more\n\n')
    } finally {
      over.open()
    }
  }
  const response = eventStream(moderator, request, tellWithoutEnd)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  await reader.read()
  await reader.read()
  // By now the next piece waits to be taken, and nobody asks for one after it.
  await new Promise(setImmediate)
  await reader.cancel()
  await expect(over.opened).resolves.toBeUndefined()
})
