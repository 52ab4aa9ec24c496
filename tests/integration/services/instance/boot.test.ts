import { readdirSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'

// Read by lib/env.ts when it is first imported, below: this test wants the embedded server.
const dir = await mkdtemp(path.join(os.tmpdir(), 'parley-boot-'))
delete process.env['DATABASE_URL']
process.env['DATA_DIR'] = dir
// As root, PostgreSQL runs as another account, which has to get in.
await chmod(dir, 0o755)
const { bootDatabase } = await import('@/lib/services/instance/boot')
const { runOn } = await import('@/tests/setup/postgres')

afterAll(() => rm(dir, { recursive: true, force: true }))

it('a command that ends leaves the database to a server that runs; the last one out stops it', async () => {
  await expect(bootDatabase()).rejects.toThrow(`There is no Parley database in ${dir}.`)
  const server = await bootDatabase({ mayCreate: true })
  const url = process.env['DATABASE_URL'] ?? ''
  expect(server).toMatchObject({
    isEmbedded: true,
    migrations: readdirSync('prisma/migrations', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort(),
  })

  delete process.env['DATABASE_URL']
  const command = await bootDatabase()
  expect(command.migrations).toEqual([])
  await command.stop()
  expect(await runOn(url, 'SELECT count(*)::int AS sites FROM site')).toEqual([{ sites: 0 }])

  await server.stop()
  await expect(runOn(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
})
