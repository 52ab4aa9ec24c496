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

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
