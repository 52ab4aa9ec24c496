import { spawn } from 'node:child_process'
import { chmod, rm } from 'node:fs/promises'
import { findFreePort } from '@/lib/db/free-port'
import { makeFolder } from './folder'
import { runOn, withDatabase } from './postgres'

export interface BuiltServer {
  /** Its address. */
  base: string
  /** Its folder, with what it keeps beside the database. */
  dir: string
  /** What it has said so far. */
  readOutput: () => string
  stop: () => Promise<void>
}

/** The built server on a free port, with a database of its own: embedded, or on the server at TEST_DATABASE_URL. */
export async function startBuiltServer({ isDemo }: { isDemo: boolean }): Promise<BuiltServer> {
  const dir = await makeFolder('parley-e2e-')
  // As root, PostgreSQL runs as another account, which has to get in.
  await chmod(dir, 0o755)
  const port = await findFreePort()
  const base = `http://localhost:${port}`
  const given = process.env['TEST_DATABASE_URL']
  const name = `parley_e2e_${process.pid}_${port}`
  if (given) await runOn(given, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`)
  const env = {
    ...process.env,
    DATA_DIR: dir,
    PORT: String(port),
    PUBLIC_URL: base,
    NEXTAUTH_URL: base,
    DEMO: isDemo ? '1' : '0',
    // Slow scores change suggestions while a test counts them.
    LATE_SCORES: '0',
    DATABASE_URL: given ? withDatabase(given, name) : '',
  }
  const server = spawn(process.execPath, ['dist/serve.js'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const readOutput = () => output
  const stop = async () => {
    server.kill('SIGTERM')
    const killing = setTimeout(() => server.kill('SIGKILL'), STOP_MS)
    await exited
    clearTimeout(killing)
    if (server.exitCode !== 0) console.error(`The server ended with ${server.exitCode ?? server.signalCode}. It said:\n${output}`)
    if (given) await runOn(given, `DROP DATABASE ${name} WITH (FORCE)`)
    await rm(dir, { recursive: true, force: true })
  }
  await waitUntilHealthy(base, () => server.exitCode !== null, readOutput).catch(async (cause: unknown) => {
    // What is in memory takes room until somebody clears it away.
    await stop().catch(console.error)
    throw cause
  })
  return { base, dir, readOutput, stop }
}

/** One that hangs while it starts does not hear that it is to stop. */
const STOP_MS = 60_000
/** A busy machine takes minutes to fill the database with demo data, and nothing is wrong. */
const PATIENCE_MS = 300_000

async function waitUntilHealthy(base: string, hasExited: () => boolean, output: () => string): Promise<void> {
  for (const began = Date.now(); Date.now() - began < PATIENCE_MS && !hasExited();) {
    const response = await fetch(`${base}/api/health`).catch(() => null)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`The server did not become healthy. It said:\n${output()}`)
}
