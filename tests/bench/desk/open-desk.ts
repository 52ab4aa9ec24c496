import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { ensureDatabase } from '@/lib/db/database'
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres'
import { migrate } from '@/lib/db/migrate'
import { startDesk, type DeskClient } from './desk-client'
import { seedDesk, type Seeded } from './seed'

/** A seeded database with the desk's server on it. */
export interface OpenDesk {
  url: string
  seeded: Seeded
  desk: DeskClient
  stop: () => Promise<void>
}

/** Opens the database in a folder, filled with so many comments unless it was filled before, and starts the desk's server on it. */
export async function openDesk(dir: string, rows: number): Promise<OpenDesk> {
  const server = await startEmbeddedPostgres(dir)
  await ensureDatabase(server.url('postgres'), 'bench')
  const url = server.url('bench')
  process.env['NEXTAUTH_SECRET'] ??= 'a secret of the benchmark that is long enough'
  await migrate(url)
  const { siteId, isKnown } = await findSite(url)
  const started = performance.now()
  const seeded = await seedDesk(url, siteId, rows, isKnown)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(isKnown ? `${dir} is seeded already\n` : `${rows.toLocaleString('en')} comments seeded in ${seconds} s\n`)
  const desk = await startDesk(siteId, dir, url)
  const stop = async () => {
    await desk.stop()
    await server.stop()
  }
  return { url, seeded, desk, stop }
}

async function findSite(url: string): Promise<{ siteId: string; isKnown: boolean }> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>(`SELECT id FROM site WHERE slug = 'bench'`)
    const siteId = rows[0]?.id ?? uuidv7()
    if (rows.length === 0) await client.query(`INSERT INTO site (id, slug, name) VALUES ($1, 'bench', 'Bench')`, [siteId])
    return { siteId, isKnown: rows.length > 0 }
  } finally {
    await client.end()
  }
}
