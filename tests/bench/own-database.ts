import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { disconnect } from '@/lib/db/connection'
import { ensureDatabase } from '@/lib/db/database'
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres'
import { migrate } from '@/lib/db/migrate'

/**
 * Runs `work` with a PostgreSQL of its own, migrated and empty, as this process's database; then ends it and deletes its folder, which is
 * also DATA_DIR.
 */
export async function withOwnDatabase(work: (url: string, dir: string) => Promise<void>): Promise<void> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'parley-bench-'))
  const server = await startEmbeddedPostgres(dir)
  try {
    await ensureDatabase(server.url('postgres'), 'bench')
    const url = server.url('bench')
    Object.assign(process.env, { DATABASE_URL: url, DATA_DIR: dir, LOG_LEVEL: 'warn' })
    await migrate(url)
    await work(url, dir)
  } finally {
    await disconnect()
    await server.stop()
    await rm(dir, { recursive: true, force: true })
  }
}
