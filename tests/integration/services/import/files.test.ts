import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import * as env from '@/lib/env'
import { startImportRunner } from '@/lib/jobs/import-runner'
import { keepFile } from '@/lib/services/import/files'
import { PATIENT } from '@/tests/factories/settle'

const HOUR = 60 * 60 * 1000

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parley-imports-'))
  vi.spyOn(env, 'dataPath').mockImplementation((...segments) => path.join(folder, ...segments))
  await mkdir(path.join(folder, 'imports'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A file as it lies there, written to so many hours ago. */
async function leave(name: string, hours: number): Promise<string> {
  const file = path.join(folder, 'imports', name)
  await writeFile(file, 'id,text')
  const at = new Date(Date.now() - hours * HOUR)
  await utimes(file, at, at)
  return name
}

it('throws away what uploads left that broke off a day ago, and files of no run, and nothing else', async () => {
  const kept = [await leave(`${uuidv7()}.part`, 0), await leave(uuidv7(), 0), await leave('notes', 25)]
  await leave(`${uuidv7()}.part`, 25)
  await leave(uuidv7(), 25)
  const stop = startImportRunner()
  await vi.waitFor(async () => expect((await readdir(path.join(folder, 'imports'))).sort()).toEqual(kept.sort()), PATIENT)
  await stop()
})

// Linux has a device that is always full.
it.skipIf(!existsSync('/dev/full'))('says that there is no room for a file, and keeps nothing of it', async () => {
  const id = uuidv7()
  await symlink('/dev/full', path.join(folder, 'imports', `${id}.part`))
  async function* send(): AsyncGenerator<Uint8Array> {
    for (let sent = 0; sent < 100; sent += 1) yield await Promise.resolve(Buffer.alloc(65_536, 'a'))
  }
  await expect(keepFile(id, send())).rejects.toMatchObject({
    code: 'too_large',
    message: 'There is no room left for this file where Parley runs. Nothing of it was kept.',
  })
  expect((await readdir(path.join(folder, 'imports'))).filter((name) => name.startsWith(id))).toEqual([])
})
