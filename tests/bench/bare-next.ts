import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import autocannon from 'autocannon'

/** Below node_modules, so that the app finds next, react and pg as ours does. */
const FOLDER = path.resolve('node_modules/.cache/parley-bare-next')

const ROUTE = `import { randomUUID } from 'node:crypto'
import pg from 'pg'
const pool = new pg.Pool({ connectionString: process.env.BARE_URL, max: 10 })
export async function POST(request) {
  const body = await request.text()
  const id = randomUUID()
  await pool.query({
    name: 'insert',
    text: "INSERT INTO bare (site_id, id, article_id, external_id, body, status, received_at, ordered_at) VALUES ($1, $2, $1, $3, $4, 'published', now(), now())",
    values: [process.env.BARE_SITE, id, id, body],
  })
  return Response.json({ ok: true }, { status: 201 })
}
`
const SERVER = `import { createServer } from 'node:http'
import next from 'next'
const app = next({ dir: import.meta.dirname, dev: false })
await app.prepare()
const handle = app.getRequestHandler()
const server = createServer((request, response) => void handle(request, response))
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
process.on('disconnect', () => process.exit(0))
`

/** Requests a second of a Next route handler that does one INSERT and nothing else, in a process of its own. */
export async function measureBareNext(url: string, siteId: string, connections: number, seconds: number): Promise<number> {
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(path.join(FOLDER, 'app/insert'), { recursive: true })
  await writeFile(path.join(FOLDER, 'package.json'), '{"type":"module"}')
  await writeFile(path.join(FOLDER, 'next.config.mjs'), "export default { serverExternalPackages: ['pg'] }\n")
  await writeFile(path.join(FOLDER, 'app/layout.js'), 'export default ({ children }) => children\n')
  await writeFile(path.join(FOLDER, 'app/insert/route.js'), ROUTE)
  await writeFile(path.join(FOLDER, 'server.mjs'), SERVER)
  await promisify(execFile)(process.execPath, [path.resolve('node_modules/next/dist/bin/next'), 'build', '--webpack', FOLDER], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  const env = { ...process.env, BARE_URL: url, BARE_SITE: siteId, NODE_ENV: 'production' as const }
  const child = fork(path.join(FOLDER, 'server.mjs'), { execArgv: [], env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  try {
    const [{ port }] = (await once(child, 'message')) as [{ port: number }]
    const request = { url: `http://127.0.0.1:${port}/insert`, connections, method: 'POST' as const, body: 'A comment of some words.' }
    await autocannon({ ...request, duration: 1 })
    const { requests, non2xx, errors } = await autocannon({ ...request, duration: seconds })
    if (non2xx + errors > 0) throw new Error(`${non2xx} refusals and ${errors} errors of the bare Next handler`)
    return requests.average
  } finally {
    child.kill()
    await rm(FOLDER, { recursive: true, force: true })
  }
}
