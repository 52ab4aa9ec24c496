import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { verifyApiKey } from '@/lib/services/api-key/verify'
import { makeSite } from '@/tests/factories/site'

const run = promisify(execFile)
type Given = string | Record<string, string>
const command = (...given: Given[]) => {
  const args = given.filter((one) => typeof one === 'string')
  const env = Object.assign({ ...process.env }, ...given.filter((one) => typeof one !== 'string')) as NodeJS.ProcessEnv
  return run(process.execPath, ['--import', 'tsx', 'scripts/create-key.ts', ...args], { env })
}
const refused = (...given: Given[]) =>
  command(...given).then(
    () => 'it was not refused',
    (error: { code: number; stderr: string }) => `${error.code}: ${error.stderr}`,
  )

it('the command prints a key that works for its site', async () => {
  const site = await makeSite()
  const { stdout } = await command('--site', `s-${site.id}`, '--name', 'CMS', '--scopes', 'ingest, read')
  const key = /parley_\S+/.exec(stdout)?.[0] ?? ''
  expect(await verifyApiKey(key)).toMatchObject({ kind: 'api_key', name: 'CMS', scopes: ['ingest', 'read'], siteId: site.id })
})

it('the command makes no database where there is none', async () => {
  const dir = path.join(os.tmpdir(), `parley-mistyped-${randomUUID()}`)
  const said = await refused('--name', 'CMS', { DATA_DIR: dir, DATABASE_URL: '' })
  expect(said).toBe(
    `1: No key was made. There is no Parley database in ${dir}. Set DATA_DIR to the folder it is in, or start Parley once: npm start.\n`,
  )
  expect(existsSync(dir)).toBe(false)
})

it('the command says what is wrong and makes no key', async () => {
  const site = await makeSite()
  expect(await refused()).toMatch(/^1: Give the key a name/)
  expect(await refused('--name', 'CMS', '--site', 'nowhere')).toMatch(/^1: No key was made. No site is called nowhere/)
  expect(await refused('--name', 'CMS', '--site', `s-${site.id}`, '--scopes', 'everything')).toMatch(/^1: No key was made. scopes/)
  expect(await getDb().query('SELECT 1 FROM api_key WHERE site_id = $1', [site.id])).toEqual([])
})
