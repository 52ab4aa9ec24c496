import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findSecret, readOrCreateSecret } from '@/lib/services/setup/secret-file'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'parley-secret-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

describe('a secret in a file', () => {
  it('is made once, in a folder that is made too, for its owner only', () => {
    const file = path.join(dir, 'deep', 'secret')
    expect(findSecret(file)).toBeNull()
    const secret = readOrCreateSecret(file)
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(readOrCreateSecret(file)).toBe(secret)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(path.dirname(file))).toEqual(['secret'])
  })

  it('is the same for processes that start at once', async () => {
    const file = path.resolve('lib/services/setup/secret-file.ts')
    const script = `const { readOrCreateSecret } = await import(${JSON.stringify(file)}); process.stdout.write(readOrCreateSecret(${JSON.stringify(path.join(dir, 'secret'))}))`
    const run = () => promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
    const secrets = (await Promise.all([run(), run(), run()])).map(({ stdout }) => stdout)
    expect(new Set(secrets).size).toBe(1)
    expect(secrets[0]).toHaveLength(43)
  })

  it('says so when the file is empty, rather than signing with nothing', () => {
    const file = path.join(dir, 'secret')
    writeFileSync(file, '\n')
    expect(() => readOrCreateSecret(file)).toThrow('is empty')
  })
})
