import { Socket } from 'node:net'
import { afterAll, expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { stopListening, waitForDecision } from '@/lib/events/decision-signal'
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

it('has the network asked whether the database is still there, for who may listen for hours', async () => {
  await stopListening()
  const probe = vi.spyOn(Socket.prototype, 'setKeepAlive')
  await wait()
  await vi.waitFor(() => expect(probe).toHaveBeenCalledWith(true, 10_000), PATIENT)
  probe.mockRestore()
})
