import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { verifyApiKey } from '@/lib/services/api-key/verify'
import { makeSite } from '@/tests/factories/site'

const run = promisify(execFile)
const command = (...args: string[]) => run(process.execPath, ['--import', 'tsx', 'scripts/create-key.ts', ...args])
const refused = (...args: string[]) =>
  command(...args).then(
    () => 'it was not refused',
    (error: { code: number; stderr: string }) => `${error.code}: ${error.stderr}`,
  )

it('the command prints a key that works for its site', { timeout: 60_000 }, async () => {
  const site = await makeSite()
  const { stdout } = await command('--site', `s-${site.id}`, '--name', 'CMS', '--scopes', 'ingest, read')
  const key = /parley_\S+/.exec(stdout)?.[0] ?? ''
  expect(await verifyApiKey(key)).toMatchObject({ kind: 'api_key', name: 'CMS', scopes: ['ingest', 'read'], siteId: site.id })
})

it('the command says what is wrong and makes no key', { timeout: 60_000 }, async () => {
  const site = await makeSite()
  expect(await refused()).toMatch(/^1: Give the key a name/)
  expect(await refused('--name', 'CMS', '--site', 'nowhere')).toMatch(/^1: No key was made. No site is called nowhere/)
  expect(await refused('--name', 'CMS', '--site', `s-${site.id}`, '--scopes', 'everything')).toMatch(/^1: No key was made. scopes/)
  expect(await getDb().query('SELECT 1 FROM api_key WHERE site_id = $1', [site.id])).toEqual([])
})
