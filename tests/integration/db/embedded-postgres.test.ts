import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { countOtherClients, ensureDatabase } from '@/lib/db/database'
import { sizeLog, startEmbeddedPostgres } from '@/lib/db/embedded-postgres'
import { runOn } from '@/tests/setup/postgres'
import { PATIENT } from '@/tests/factories/settle'

const dir = await mkdtemp(path.join(os.tmpdir(), 'parley-embedded-'))
afterAll(() => rm(dir, { recursive: true, force: true }))

it('is created once, found again while it runs, and keeps its data over a stop', async () => {
  const first = await startEmbeddedPostgres(dir)
  await ensureDatabase(first.url('postgres'), 'kept')
  await runOn(first.url('kept'), 'CREATE TABLE note AS SELECT 42 AS value')

  const second = await startEmbeddedPostgres(dir)
  expect(new URL(second.url('kept')).port).toBe(new URL(first.url('kept')).port)
  expect(await countOtherClients(second.url('postgres'))).toBe(0)
  await second.stop()
  await expect(runOn(first.url('kept'), 'SELECT 1')).rejects.toThrow('ECONNREFUSED')

  const third = await startEmbeddedPostgres(dir)
  try {
    expect(await runOn(third.url('kept'), 'SELECT value FROM note')).toEqual([{ value: 42 }])
    const sized = await runOn(
      third.url('kept'),
      `SELECT source FROM pg_settings WHERE name IN ('shared_buffers', 'max_wal_size', 'wal_writer_delay')`,
    )
    expect(sized).toEqual(Array(3).fill({ source: 'command line' }))
  } finally {
    await third.stop()
  }
})

it('is whole as soon as it is there, so that one whose making was broken off is made anew', async () => {
  const fresh = await mkdtemp(path.join(os.tmpdir(), 'parley-embedded-'))
  const starting = startEmbeddedPostgres(fresh)
  // The last of its databases is made at the very end.
  const [has, hasLast] = ['PG_VERSION', 'base/5/PG_VERSION'].map((file) => () => existsSync(path.join(fresh, 'cluster', file)))
  while (!has?.()) await new Promise((resolve) => setTimeout(resolve, 1))
  expect(hasLast?.()).toBe(true)
  await (await starting).stop()
  await rm(fresh, { recursive: true, force: true })
})

it('may write an eighth of the free disk to its log, one to four gigabytes', () => {
  expect([0, 16, 24, 1000].map((gigabytes) => sizeLog(gigabytes * 1024 ** 3))).toEqual([1024, 2048, 3072, 4096])
})

it('starts again after its process was killed', async () => {
  const server = await startEmbeddedPostgres(dir)
  const [pid] = (await readFile(path.join(dir, 'cluster/postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
  await expect
    .poll(
      () =>
        runOn(server.url('kept'), 'SELECT 1').then(
          () => 'up',
          () => 'down',
        ),
      PATIENT,
    )
    .toBe('down')
  // The killed server's children hold its memory for a moment longer; a start right away may have to be repeated.
  await expect
    .poll(
      () =>
        startEmbeddedPostgres(dir).then(
          (again) => runOn(again.url('kept'), 'SELECT value FROM note'),
          () => null,
        ),
      PATIENT,
    )
    .toEqual([{ value: 42 }])
  await (await startEmbeddedPostgres(dir)).stop()
})

it('keeps its password from other accounts', async () => {
  const { stat } = await import('node:fs/promises')
  expect((await stat(path.join(dir, 'password'))).mode & 0o777).toBe(0o600)
})
