import pg from 'pg'

/** Creates the database `name` on the server at `serverUrl` unless it is there. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8'`)
  })
}

/** How many clients other than this call are connected to the server. */
export async function countOtherClients(serverUrl: string): Promise<number> {
  return withClient(serverUrl, async (client) => {
    const { rows } = await client.query<{ others: number }>(
      `SELECT count(*)::int AS others FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    )
    return rows[0]?.others ?? 0
  })
}

/** Keeps one connection open until the function it gives back is called. */
export async function holdConnection(serverUrl: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: serverUrl, application_name: 'parley-in-use' })
  // A database that goes away is noticed by the pool, at the next query.
  client.on('error', () => undefined)
  await client.connect()
  return () => client.end()
}

/** @throws Error that says which major version is there and which is needed */
export async function assertVersion(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ version: number }>(`SELECT current_setting('server_version_num')::int AS version`)
    const major = Math.floor((rows[0]?.version ?? 0) / 10_000)
    if (major < 15) throw new Error(`Parley needs PostgreSQL 15 or newer; DATABASE_URL leads to version ${major}.`)
  })
}

/** A connection as the check below uses it. */
type Session = Pick<pg.Client, 'query' | 'end'>

/**
 * What a connection prepares, sets and listens to has to stay its own. A pooler that lends a connection of the database out for one
 * transaction at a time mixes these up, and then writes and jobs fail one by one long after the start.
 *
 * @throws Error that says how to set the pooler up
 */
export async function assertOwnSessions(databaseUrl: string, connect = openSession): Promise<void> {
  const first = await connect(databaseUrl)
  const second = await connect(databaseUrl)
  try {
    const before = await readBackend(first)
    // Holds on to a connection of the database: the one that the first used, if they are lent out.
    await second.query('BEGIN')
    const other = await readBackend(second)
    const after = await readBackend(first)
    await second.query('ROLLBACK')
    if (before !== after || before === other) throw new Error(SHARED_SESSIONS)
  } finally {
    await Promise.all([first.end(), second.end()])
  }
}

const SHARED_SESSIONS =
  'DATABASE_URL leads to a pooler that shares connections between transactions. Parley prepares statements and listens for notifications: ' +
  'give it a pool in session mode (PgBouncer: pool_mode = session), or the address of PostgreSQL itself.'

async function openSession(connectionString: string): Promise<Session> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return client
}

async function readBackend(session: Session): Promise<number | undefined> {
  const { rows } = await session.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  return rows[0]?.pid
}

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
