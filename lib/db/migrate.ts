import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { describeError } from '../domain/errors'
import { SET_PLAIN_TIMES } from './instant'

/** The lock `prisma migrate deploy` takes, so that the two never run at once. */
const ADVISORY_LOCK = 72707369

/**
 * Applies the migrations in `dir` that the database does not have yet, in the order of their names, and returns those
 * names. Keeps the same table and checksums as `prisma migrate deploy`, so either may be used. Several processes may
 * call it at once: one applies, the others wait.
 *
 * @throws Error when an applied migration was changed, an earlier one failed, or one fails now (it is rolled back)
 */
export async function migrate(databaseUrl: string, dir = 'prisma/migrations'): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(SET_PLAIN_TIMES)
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK])
    await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
      migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
      started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`)
    const applied = await readApplied(client)
    const fresh: string[] = []
    for (const { name, sql, checksum } of readMigrations(dir)) {
      const known = applied.get(name)
      if (known === undefined) {
        await apply(client, { name, sql, checksum })
        fresh.push(name)
      } else if (known !== checksum)
        throw new Error(`Migration ${name} was changed after it was applied. Restore it, and put the change in a new one.`)
    }
    return fresh
  } finally {
    // Ending the connection releases the lock.
    await client.end()
  }
}

interface Migration {
  name: string
  sql: string
  checksum: string
}

function readMigrations(dir: string): Migration[] {
  const root = path.resolve(/*turbopackIgnore: true*/ dir)
  return readdirSync(/*turbopackIgnore: true*/ root)
    .filter((name) => existsSync(/*turbopackIgnore: true*/ path.join(root, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = readFileSync(/*turbopackIgnore: true*/ path.join(root, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  const failed = rows.find((row) => row.finished_at === null)
  if (failed)
    throw new Error(`Migration ${failed.migration_name} failed earlier. Mend the database, then delete its row in _prisma_migrations.`)
  return new Map(rows.map((row) => [row.migration_name, row.checksum]))
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      'INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)',
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw new Error(`Migration ${name} failed and was rolled back: ${describeError(cause)}`, { cause })
  }
}
