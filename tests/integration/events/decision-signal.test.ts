import { Socket } from 'node:net'
import { afterAll, expect, it, vi, type MockInstance } from 'vitest'
import pg from 'pg'
import { getDb } from '@/lib/db/connection'
import { countHeard, stopListening, waitForDecision } from '@/lib/events/decision-signal'
import { PATIENT } from '@/tests/factories/settle'

afterAll(stopListening)

const wait = () => waitForDecision('*', 20, new AbortController().signal)

async function countListening(): Promise<number> {
  const [row] = await getDb().query<{ count: number }>(
    `SELECT count(*) AS count FROM pg_stat_activity WHERE application_name = 'parley-listen' AND datname = current_database()`,
  )
  return row?.count ?? 0
}

it('keeps one connection, also when somebody begins to wait while the one before is being closed', async () => {
  await wait()
  await vi.waitFor(async () => expect(await countListening()).toBe(1), PATIENT)
  const closing = stopListening()
  await wait()
  await closing
  await wait()
  await vi.waitFor(async () => expect(await countListening()).toBe(1), PATIENT)
  await stopListening()
  await vi.waitFor(async () => expect(await countListening()).toBe(0), PATIENT)
})

it('waits for nothing that was heard of while its caller was looking', async () => {
  await wait()
  await vi.waitFor(async () => expect(await countListening()).toBe(1), PATIENT)
  const since = countHeard('a')
  await vi.waitFor(async () => {
    await getDb().query(`SELECT pg_notify('parley_feed', 'a')`)
    expect(countHeard('a')).toBeGreaterThan(since)
  }, PATIENT)
  await waitForDecision('a', 3_600_000, new AbortController().signal, since)
  const [stop, woken] = [new AbortController(), vi.fn()]
  const waiting = waitForDecision('b', 3_600_000, stop.signal, countHeard('b')).then(woken)
  await new Promise(setImmediate)
  expect(woken).not.toHaveBeenCalled()
  stop.abort()
  await waiting
})

it('has the network asked whether the database is still there, for who may listen for hours', async () => {
  await stopListening()
  const probe = vi.spyOn(Socket.prototype, 'setKeepAlive')
  await wait()
  await vi.waitFor(() => expect(probe).toHaveBeenCalledWith(true, 10_000), PATIENT)
  probe.mockRestore()
})

it('wakes nobody when the database cannot be reached: they would only ask again at once', async () => {
  await stopListening()
  const asked = vi.fn()
  const connect = vi.spyOn(pg.Client.prototype, 'connect') as unknown as MockInstance<(this: pg.Client) => Promise<void>>
  connect.mockImplementation(function refuse(this: pg.Client) {
    // As a connection that is refused does: it ends, and the promise fails.
    this.emit('end')
    asked()
    return Promise.reject(new Error('connect ECONNREFUSED'))
  })
  const [stop, woken] = [new AbortController(), vi.fn()]
  const waiting = waitForDecision('a', 3_600_000, stop.signal).then(woken)
  await vi.waitFor(() => expect(asked).toHaveBeenCalled(), PATIENT)
  await new Promise(setImmediate)
  expect(woken).not.toHaveBeenCalled()
  stop.abort()
  await waiting
  connect.mockRestore()
})
