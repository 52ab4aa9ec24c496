import { rm } from 'node:fs/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres'
import { migrate } from '@/lib/db/migrate'
import { makeFolder } from './folder'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server on which databases may be made, and the migrated one they are copied from. */
    serverUrl: string
    templateName: string
  }
}

const SERVER_SETTINGS = [
  // What it holds need not outlive the machine; a killed process loses nothing by it.
  'ALTER SYSTEM SET fsync = off',
  // It looks at tables by the clock: a test of plans would find one of a few rows read from end to end, or not, by how long the run takes.
  'ALTER SYSTEM SET autovacuum = off',
  // A newsroom's server may keep another time than ours and write dates its own way.
  `ALTER SYSTEM SET timezone = 'Asia/Kathmandu'`,
  `ALTER SYSTEM SET datestyle = 'SQL, DMY'`,
  'SELECT pg_reload_conf()',
]

/**
 * One PostgreSQL for the run: the server at TEST_DATABASE_URL, or an embedded one in a folder of its own. A database is
 * migrated once and is the template that each worker copies.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const dir = given ? null : await makeFolder('parley-test-')
  const embedded = dir === null ? null : await startEmbeddedPostgres(dir)
  const serverUrl = given ?? embedded?.url('postgres') ?? ''
  const templateName = `parley_test_${process.pid}_${Date.now()}`
  const clearAway = async () => {
    if (embedded && dir) {
      await embedded.stop()
      await rm(dir, { recursive: true, force: true })
    } else {
      const left = await runOn<{ datname: string }>(serverUrl, `SELECT datname FROM pg_database WHERE datname LIKE '${templateName}%'`)
      for (const { datname } of left) await runOn(serverUrl, `DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
    }
  }
  try {
    if (embedded) for (const sql of SERVER_SETTINGS) await runOn(serverUrl, sql)
    await runOn(serverUrl, `CREATE DATABASE ${templateName} TEMPLATE template0 ENCODING 'UTF8'`)
    await migrate(withDatabase(serverUrl, templateName))
  } catch (error) {
    await clearAway()
    throw error
  }
  project.provide('serverUrl', serverUrl)
  project.provide('templateName', templateName)
  return clearAway
}

export function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.toString()
}

export async function runOn<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}
