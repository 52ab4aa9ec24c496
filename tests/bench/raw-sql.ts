import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import autocannon from 'autocannon'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { uuidv7 } from 'uuidv7'
import { makeSampleComments } from './sample-discussion'

const BATCH = 1000
const BODY = (makeSampleComments(1, 'x')[0] as { body: string }).body

/** Rates of the bare database, on a table with the columns and indexes of ours, for what the API is compared with. */
export class RawSql {
  readonly #url: string
  readonly siteId = uuidv7()
  constructor(url: string) {
    this.#url = url
  }

  /** Comments that were decided long ago, under a thousand articles: what a newsroom has that brings its years along. */
  async fillComments(siteId: string, count: number): Promise<void> {
    await this.#with(1, async ([client]) => {
      await client?.query(
        `INSERT INTO article (site_id, id, external_id, title, created_at, updated_at)
         SELECT $1, uuidv7(), 'old-' || g, 'Old article ' || g, now(), now() FROM generate_series(1, 1000) g`,
        [siteId],
      )
    })
    const STEP = 100_000
    await this.#with(2, async (clients) => {
      let from = 0
      await Promise.all(
        clients.map(async (client) => {
          while (from < count) {
            const start = from
            from += STEP
            await client.query(
              `WITH old AS (SELECT array_agg(id) AS ids FROM article WHERE site_id = $1 AND external_id LIKE 'old-%')
               INSERT INTO comment (site_id, id, article_id, external_id, body, status, received_at, ordered_at, reviewed_at)
               SELECT $1, uuidv7(), old.ids[1 + g % 1000], 'old-' || g, $2, 'approved', t, t, t
               FROM old, generate_series($3::int, $4::int) g, LATERAL (SELECT now() - make_interval(secs => 3e8 - g)) AS w (t)`,
              [siteId, BODY, start, Math.min(from, count) - 1],
            )
          }
        }),
      )
      await clients[0]?.query('ANALYZE comment')
    })
  }

  /** A table like `comment`, with or without the full-text index that other systems keep on it. */
  async makeTable(name: string, hasFullText: boolean): Promise<void> {
    await this.#with(1, async ([client]) => {
      await client?.query(`DROP TABLE IF EXISTS ${name}; CREATE TABLE ${name} (LIKE comment INCLUDING ALL)`)
      if (hasFullText) await client?.query(`CREATE INDEX ON ${name} USING gin (to_tsvector('simple', body))`)
    })
  }

  /** Commits a second: one row each, on so many connections at once. */
  async singleCommits(table: string, connections: number, count: number): Promise<number> {
    return this.#with(connections, async (clients) => {
      const each = Math.ceil(count / connections)
      const started = performance.now()
      await Promise.all(
        clients.map(async (client) => {
          for (let made = 0; made < each; made += 1) await insertOne(client, table, this.siteId)
        }),
      )
      return (each * connections * 1000) / (performance.now() - started)
    })
  }

  /** Rows a second by unnest in transactions of 1,000. */
  async unnest(table: string, connections: number, count: number): Promise<number> {
    return this.#perSecond(connections, count, async (client) => {
      const ids = Array.from({ length: BATCH }, () => uuidv7())
      await client.query({
        name: `unnest-${table}`,
        text: `INSERT INTO ${table} (site_id, id, article_id, external_id, body, status, received_at, ordered_at)
          SELECT $1, u.id, $1, u.id::text, u.body, 'published', now(), now() FROM unnest($2::uuid[], $3::text[]) AS u (id, body)
          ON CONFLICT DO NOTHING`,
        values: [this.siteId, ids, ids.map(() => BODY)],
      })
    })
  }

  /** Rows a second by COPY, 1,000 at a time. */
  async copy(table: string, connections: number, count: number): Promise<number> {
    const at = new Date().toISOString()
    return this.#perSecond(connections, count, async (client) => {
      const lines = Array.from({ length: BATCH }, () => {
        const id = uuidv7()
        return `${this.siteId}\t${id}\t${this.siteId}\t${id}\t${BODY}\tpublished\t${at}\t${at}\n`
      })
      const columns = 'site_id, id, article_id, external_id, body, status, received_at, ordered_at'
      await pipeline(Readable.from([lines.join('')]), client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`)))
    })
  }

  /** Requests a second of a Node handler that does one INSERT and nothing else. */
  async bareHandler(table: string, connections: number, seconds: number): Promise<number> {
    const pool = new pg.Pool({ connectionString: this.#url, max: 10 })
    const server = createServer((request, response) => {
      request.resume().once('end', () => {
        insertOne(pool, table, this.siteId).then(
          () => response.writeHead(201, { 'content-type': 'application/json' }).end('{"ok":true}'),
          () => response.writeHead(500).end(),
        )
      })
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const result = await autocannon({ url, connections, duration: seconds, method: 'POST', body: BODY })
    server.closeAllConnections()
    server.close()
    await pool.end()
    return result.requests.average
  }

  async #perSecond(connections: number, count: number, write: (client: pg.Client) => Promise<void>): Promise<number> {
    return this.#with(connections, async (clients) => {
      const rounds = Math.ceil(count / BATCH / connections)
      const started = performance.now()
      await Promise.all(
        clients.map(async (client) => {
          for (let round = 0; round < rounds; round += 1) await write(client)
        }),
      )
      return (rounds * connections * BATCH * 1000) / (performance.now() - started)
    })
  }

  async #with<Result>(connections: number, work: (clients: pg.Client[]) => Promise<Result>): Promise<Result> {
    const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: this.#url }))
    await Promise.all(clients.map((client) => client.connect()))
    try {
      return await work(clients)
    } finally {
      await Promise.all(clients.map((client) => client.end()))
    }
  }
}

async function insertOne(client: pg.Client | pg.Pool, table: string, siteId: string): Promise<void> {
  const id = uuidv7()
  await client.query({
    name: `single-${table}`,
    text: `INSERT INTO ${table} (site_id, id, article_id, external_id, body, status, received_at, ordered_at)
      VALUES ($1, $2, $1, $3, $4, 'published', now(), now()) ON CONFLICT DO NOTHING`,
    values: [siteId, id, id, BODY],
  })
}
