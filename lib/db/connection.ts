import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { readEnv } from '../env'
import { writeParameter } from './array-parameter'
import { PrismaClient } from './generated/client'
import { parseInstant, SET_PLAIN_TIMES } from './instant'

// Bigint columns (source revisions) stay below 2^53 by contract, counts always do.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, parseInstant)

/**
 * What a statement must cost before PostgreSQL starts workers for it, in its own units: starting them takes some 10 ms, and a
 * plan that is made without looking at the values thinks every search for words is worth that.
 */
const PARALLEL_FROM = 100_000

/**
 * The network is asked whether the machine at the other end is still there: one that is gone without a word, as after a failover, is else
 * noticed by nobody who only listens, and after a quarter of an hour by who asks.
 */
export const PROBED = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 }

/**
 * A connection is there by then, in milliseconds, or the database is away: an address at which nobody is says nothing for minutes. The pool's
 * own limit would also end the wait for a connection that is in use.
 */
export const CONNECTED_WITHIN_MS = 15_000

class ImpatientClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECTED_WITHIN_MS })
  }
}

/**
 * How long a connection that nobody uses is kept, in milliseconds: somebody reads longer than the ten seconds that the driver would keep it,
 * and a new one has every statement still to plan and every page of the database's memory still to map.
 */
const KEPT_IDLE_MS = 5 * 60_000

interface Connection {
  url: string
  pool: pg.Pool
  prisma: PrismaClient
}

// Next's bundles and the server's own entry each load this module; they share one pool through globalThis.
const shared = globalThis as unknown as { parleyConnection?: Connection | undefined }

function connection(): Connection {
  if (shared.parleyConnection) return shared.parleyConnection
  const { DATABASE_URL: url, DATABASE_POOL: max } = readEnv()
  const address = url ?? process.env['DATABASE_URL']
  if (!address) throw new Error('No database yet: the server sets DATABASE_URL when the embedded PostgreSQL has started.')
  // Statements that are given together go out together (pipeline), and are still done one after the other.
  const pool = new pg.Pool({
    connectionString: address,
    Client: ImpatientClient,
    max,
    idleTimeoutMillis: KEPT_IDLE_MS,
    application_name: 'parley',
    pipeline: true,
    ...PROBED,
  })
  // Every statement keeps one plan, made without looking at its values: for look-ups by key every value has the same plan, and
  // making it anew takes longer than the look-up. A test asks for every plan of the desk both ways (queue/plans.test.ts).
  pool.on('connect', (client) => {
    void client
      .query(`${SET_PLAIN_TIMES}; SET plan_cache_mode = force_generic_plan; SET parallel_setup_cost = ${PARALLEL_FROM}`)
      .catch(() => undefined)
    // A connection that breaks in the midst of a transaction, when the database restarts say, fails the next statement of that
    // transaction; without a listener it would end the process.
    client.on('error', () => undefined)
  })
  // An idle one that the server closes is replaced at the next query.
  pool.on('error', () => undefined)
  shared.parleyConnection = { url: address, pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) }
  return shared.parleyConnection
}

/** The pool itself, for libraries that keep a table of their own. */
export function getPool(): pg.Pool {
  return connection().pool
}

/** Closes every connection; the next use opens new ones. */
export async function disconnect(): Promise<void> {
  const current = shared.parleyConnection
  shared.parleyConnection = undefined
  if (!current) return
  await current.prisma.$disconnect()
  if (!current.pool.ended) await current.pool.end()
}

/** The database: Prisma for settings and other single rows, SQL for the paths that are hot; both see one transaction. */
export interface Db {
  /** Prisma's client, inside the transaction when there is one. It opens none of its own there. */
  readonly prisma: PrismaClient
  /**
   * Rows of one statement. A `name` makes it a prepared statement, parsed once a connection.
   * Values are always parameters, never part of the text. Statements of a transaction that are started together
   * (Promise.all) cost one round trip; each still sees what the one before it did.
   */
  query: <Row extends object>(text: string, values?: readonly unknown[], name?: string) => Promise<Row[]>
  /** Runs `work` in a transaction, or in the one that is already open. An error thrown inside rolls it back. */
  transaction: <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>
  /**
   * The last statements of a transaction, sent together with its COMMIT, which spares a round trip. When one of them fails, COMMIT rolls
   * back. `work` gives all of them at once and waits for none before it gives the next: what it asks for later is refused, and what it had
   * asked for is committed. Of a transaction within a transaction they are statements like others, and outside of any.
   */
  finish: <Result>(work: () => Promise<Result>) => Promise<Result>
}

/** The pool as a `Db`. */
export function getDb(): Db {
  return {
    get prisma() {
      return connection().prisma
    },
    query: (text, values, name) => runQuery(connection().pool, text, values, name),
    transaction: async (work) => {
      const client = await connection().pool.connect()
      const bound = bindTo(client)
      let failure: Error | undefined
      try {
        const [, result] = await Promise.all([client.query('BEGIN'), work(bound.db)])
        await bound.commit()
        return result
      } catch (error) {
        bound.end()
        failure = error instanceof Error ? error : new Error(String(error))
        await client.query('ROLLBACK').then(
          () => (failure = undefined),
          () => undefined,
        )
        throw error
      } finally {
        // A connection that could not roll back is thrown away.
        client.release(failure)
      }
    },
    finish: (work) => work(),
  }
}

/** The transaction as a `Db`. Work that goes on after its end, because a statement beside it failed, does nothing more. */
function bindTo(client: pg.PoolClient): { db: Db; commit: () => Promise<void>; end: () => void } {
  let isOver = false
  let committed: Promise<void> | null = null
  const commit = () => {
    isOver = true
    return (committed ??= sendCommit(client))
  }
  const make = (finish: Db['finish']): Db => ({
    get prisma() {
      return prismaOf(client)
    },
    query: (text, values, name) => {
      if (isOver) return Promise.reject(new Error('The transaction is over.'))
      return runQuery(client, text, values, name)
    },
    transaction: (work) => work(within),
    finish,
  })
  const within = make((work) => work())
  const finish: Db['finish'] = async (work) => {
    const working = work()
    const committing = commit()
    // What failed says more than that it was rolled back for it.
    committing.catch(() => undefined)
    const result = await working
    await committing
    return result
  }
  return { db: make(finish), commit, end: () => (isOver = true) }
}

async function sendCommit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT')
  // Of a transaction in which a statement failed it is told so, and not refused.
  if (command !== 'COMMIT') throw new Error('The transaction was rolled back.')
}

/** Making a Prisma client takes some 40 ms, so each connection keeps the one it was first asked for. */
const prismaByConnection = new WeakMap<pg.PoolClient, PrismaClient>()

function prismaOf(client: pg.PoolClient): PrismaClient {
  const known = prismaByConnection.get(client)
  if (known) return known
  const made = new PrismaClient({ adapter: new PrismaPg(new SingleConnection(client)) })
  prismaByConnection.set(client, made)
  return made
}

/** One connection in the shape of a pool, which is what Prisma's adapter takes. */
class SingleConnection extends pg.Pool {
  constructor(client: pg.PoolClient) {
    super()
    Object.assign(this, { query: client.query.bind(client), connect: refuseConnect })
  }
}

function refuseConnect(): never {
  throw new Error('Prisma may not open a transaction within a transaction of ours.')
}

async function runQuery<Row extends object>(
  on: pg.Pool | pg.PoolClient,
  text: string,
  values: readonly unknown[] = [],
  name?: string,
): Promise<Row[]> {
  const prepared = name === undefined ? {} : { name: nameStatement(name, text) }
  const result = await on.query<Row & pg.QueryResultRow>({ text, values: values.map(writeParameter), ...prepared })
  return result.rows
}

const statementNames = new Map<string, string>()

/** The name with a hash of the text: a connection outlives a module that development reloads with another statement. */
function nameStatement(name: string, text: string): string {
  const known = statementNames.get(text)
  if (known !== undefined) return known
  const made = `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 10)}`
  statementNames.set(text, made)
  return made
}
