import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { afterEach, expect, it, vi, type MockInstance } from 'vitest'
import { isAway } from '@/lib/db/away'
import { CONNECTED_WITHIN_MS, disconnect, getDb } from '@/lib/db/connection'
import * as env from '@/lib/env'

let led: MockInstance | undefined
afterEach(async () => {
  vi.useRealTimers()
  led?.mockRestore()
  await disconnect()
})

/** What a query and a query of Prisma's fail with at this address. */
async function listFailures(address: string, untilAsked: () => Promise<void> = () => Promise.resolve()): Promise<unknown[]> {
  await disconnect()
  led = vi.spyOn(env, 'readEnv').mockReturnValue({ ...env.readEnv(), DATABASE_URL: address })
  const asked = Promise.all(
    [getDb().query('SELECT 1'), getDb().prisma.site.count(), getDb().transaction((db) => db.query('SELECT 1'))].map((one) =>
      one.then(
        () => 'answered',
        (error: unknown) => error,
      ),
    ),
  )
  await untilAsked()
  return asked
}

it.each(['postgresql://parley@127.0.0.1:1/parley', 'postgresql://parley@nowhere.invalid/parley'])('nobody is at %s', async (address) => {
  expect((await listFailures(address)).map(isAway)).toEqual([true, true, true])
})

it('somebody who takes the call and says nothing is away too', async () => {
  const silent = createServer().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  let calls = 0
  silent.on('connection', () => (calls += 1))
  const failures = await listFailures(`postgresql://parley@127.0.0.1:${(silent.address() as AddressInfo).port}/parley`, async () => {
    while (calls < 3) await new Promise((resolve) => setImmediate(resolve))
    await vi.advanceTimersByTimeAsync(CONNECTED_WITHIN_MS)
  })
  silent.close()
  expect(failures.map(isAway)).toEqual([true, true, true])
})

it('a database that answers is there, whatever it answers', async () => {
  for (const sql of ['SELECT 1 / 0', 'SELECT nothing', "SELECT 'x'::int"]) {
    const error: unknown = await getDb()
      .query(sql)
      .catch((thrown: unknown) => thrown)
    expect([error instanceof Error, isAway(error)]).toEqual([true, false])
  }
  const refused: unknown = await getDb()
    .prisma.site.update({ where: { id: '01a20d85-bb1b-7220-baca-7f47cdcf67c0' }, data: { name: 'x' } })
    .catch((thrown: unknown) => thrown)
  expect([refused instanceof Error, isAway(refused), isAway(null), isAway('ECONNREFUSED')]).toEqual([true, false, false, false])
})
