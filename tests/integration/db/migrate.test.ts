import { cp, readdir, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest'
import { migrate } from '@/lib/db/migrate'
import { runOn, withDatabase } from '@/tests/setup/postgres'

const name = `${inject('templateName')}_migrate`
const url = withDatabase(inject('serverUrl'), name)
let dir = ''

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'parley-migrations-'))
})
afterAll(async () => {
  await rm(dir, { recursive: true, force: true })
  await runOn(inject('serverUrl'), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
})
beforeEach(async () => {
  await runOn(inject('serverUrl'), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await runOn(inject('serverUrl'), `CREATE DATABASE ${name} TEMPLATE template0`)
  await rm(dir, { recursive: true, force: true })
  await write('1_first', 'CREATE TABLE one (id int);')
})

async function write(migration: string, sql: string): Promise<void> {
  await mkdir(path.join(dir, migration), { recursive: true })
  await writeFile(path.join(dir, migration, 'migration.sql'), sql)
}

it('applies each migration once, in the order of their names', async () => {
  await write('2_second', 'ALTER TABLE one ADD COLUMN name text;')
  expect(await migrate(url, dir)).toEqual(['1_first', '2_second'])
  expect(await migrate(url, dir)).toEqual([])
})

it('rolls a failing migration back, says which, and applies it when it is mended', async () => {
  await write('2_second', 'CREATE TABLE two (id int); SELECT nonsense;')
  await expect(migrate(url, dir)).rejects.toThrow('Migration 2_second failed and was rolled back: column "nonsense" does not exist')
  expect(await runOn(url, `SELECT to_regclass('two') AS two, to_regclass('one')::text AS one`)).toEqual([{ two: null, one: 'one' }])
  await write('2_second', 'CREATE TABLE two (id int);')
  expect(await migrate(url, dir)).toEqual(['2_second'])
})

it('refuses to go on when an applied migration was changed', async () => {
  await migrate(url, dir)
  await write('1_first', 'CREATE TABLE one (id bigint);')
  await expect(migrate(url, dir)).rejects.toThrow('Migration 1_first was changed after it was applied')
})

it('lets only one of several processes apply', async () => {
  const applied = await Promise.all([migrate(url, dir), migrate(url, dir), migrate(url, dir)])
  expect(applied.flat()).toEqual(['1_first'])
})

it('applies the project’s own migrations to an empty database', async () => {
  await cp('prisma/migrations', dir, { recursive: true, force: true })
  await rm(path.join(dir, '1_first'), { recursive: true })
  const own = (await readdir('prisma/migrations', { withFileTypes: true })).filter((entry) => entry.isDirectory())
  expect(await migrate(url, dir)).toEqual(own.map(({ name }) => name).sort())
})
