import { disconnect } from '../../db/connection'
import { assertOwnSessions, assertVersion, countOtherClients, ensureDatabase, holdConnection } from '../../db/database'
import { hasEmbeddedPostgres, startEmbeddedPostgres } from '../../db/embedded-postgres'
import { migrate } from '../../db/migrate'
import { dataPath, readEnv } from '../../env'

/** A database that is ready to use. */
export interface BootedDatabase {
  /** Migrations applied just now. */
  migrations: string[]
  isEmbedded: boolean
  /** Closes our connections, and the embedded server too unless somebody else (a server, an import) still uses it. */
  stop: () => Promise<void>
}

/**
 * Makes the database ready, for the server and for every command: the one at DATABASE_URL, or the embedded PostgreSQL
 * under DATA_DIR, started or found running. Afterwards DATABASE_URL is set and all migrations are applied.
 * Expects the project's folder as working directory.
 *
 * @param mayCreate a command has nothing to do with an embedded database that it would have to make first: DATA_DIR is mistyped then
 * @throws Error in plain words when the database is not there, cannot be reached, is too old, or a migration fails
 */
export async function bootDatabase({ mayCreate = false } = {}): Promise<BootedDatabase> {
  const given = readEnv().DATABASE_URL
  if (given !== undefined) {
    await assertVersion(given)
    await assertOwnSessions(given)
    return { migrations: await migrate(given), isEmbedded: false, stop: disconnect }
  }
  if (!mayCreate && !(await hasEmbeddedPostgres(dataPath('postgres'))))
    throw new Error(`There is no Parley database in ${dataPath()}. Set DATA_DIR to the folder it is in, or start Parley once: npm start.`)
  const server = await startEmbeddedPostgres(dataPath('postgres'))
  await ensureDatabase(server.url('postgres'), 'parley')
  process.env['DATABASE_URL'] = server.url('parley')
  // The pool lets go of idle connections; this one says as long as we run that the server is in use.
  const leave = await holdConnection(server.url('postgres'))
  return {
    migrations: await migrate(server.url('parley')),
    isEmbedded: true,
    stop: async () => {
      await disconnect()
      await leave()
      if ((await countOtherClients(server.url('postgres'))) === 0) await server.stop()
    },
  }
}
