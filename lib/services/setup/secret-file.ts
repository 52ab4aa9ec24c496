import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The secret in a file that only its owner can read; made of 256 random bits when there is none. Two processes that
 * start at once get the same one: the file is linked into place whole, and the second link fails.
 *
 * @throws Error when the folder cannot be written
 */
export function readOrCreateSecret(file: string): string {
  return findSecret(file) ?? createSecret(file)
}

/** The secret in the file, or null when there is no file. */
export function findSecret(file: string): string | null {
  try {
    return readFileSync(/*turbopackIgnore: true*/ file, 'utf8').trim() || null
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

function createSecret(file: string): string {
  mkdirSync(/*turbopackIgnore: true*/ path.dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(/*turbopackIgnore: true*/ draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  try {
    linkSync(/*turbopackIgnore: true*/ draft, /*turbopackIgnore: true*/ file)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(/*turbopackIgnore: true*/ draft)
  }
  const secret = findSecret(file)
  if (secret === null) throw new Error(`${file} is empty. Remove it, and it is made again at the next start.`)
  return secret
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
