import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { startBuiltServer } from './built-server'

/**
 * For the browser tests: the built server with demo data. Sets BASE_URL, and DEMO_SIGN_IN to the file with the generated
 * passwords.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const { base, dir, stop } = await startBuiltServer({ isDemo: true })
  process.env['BASE_URL'] = base
  process.env['DEMO_SIGN_IN'] = await readFile(path.join(dir, 'demo-sign-in.txt'), 'utf8')
  return stop
}
