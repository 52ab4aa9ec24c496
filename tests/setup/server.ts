import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { findFreePort } from '@/lib/db/free-port'
import { runOn, withDatabase } from './postgres'

/**
 * For the browser tests: the built server on a free port, with demo data in a database of its own (embedded, or on the
 * server at TEST_DATABASE_URL). Sets BASE_URL, and DEMO_SIGN_IN to the file with the generated passwords.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'parley-e2e-'))
  // As root, PostgreSQL runs as another account, which has to get in.
  await chmod(dir, 0o755)
  const port = await findFreePort()
  const base = `http://localhost:${port}`
  const given = process.env['TEST_DATABASE_URL']
  const name = `parley_e2e_${process.pid}`
  if (given) await runOn(given, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`)
  const env = {
    ...process.env,
    DATA_DIR: dir,
    PORT: String(port),
    PUBLIC_URL: base,
    NEXTAUTH_URL: base,
    DEMO: '1',
    // Slow scores change suggestions while a test counts them.
    LATE_SCORES: '0',
    DATABASE_URL: given ? withDatabase(given, name) : '',
  }
  const server = spawn(process.execPath, ['dist/serve.js'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await waitUntilHealthy(
    base,
    () => server.exitCode !== null,
    () => output,
  )
  process.env['BASE_URL'] = base
  process.env['DEMO_SIGN_IN'] = await readFile(path.join(dir, 'demo-sign-in.txt'), 'utf8')
  return async () => {
    server.kill('SIGTERM')
    await exited
    if (given) await runOn(given, `DROP DATABASE ${name} WITH (FORCE)`)
    await rm(dir, { recursive: true, force: true })
  }
}

async function waitUntilHealthy(base: string, hasExited: () => boolean, output: () => string): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    if (hasExited()) break
    const response = await fetch(`${base}/api/health`).catch(() => null)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`The server did not become healthy. It said:\n${output()}`)
}
