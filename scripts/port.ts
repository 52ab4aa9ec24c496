import { createServer } from 'node:net'

const DEFAULT_PORT = 3000
const TRIES = 20

/**
 * The port to serve on: PORT if it is set, which must be free, else 3000 or the next free one, saying so.
 *
 * @throws Error when PORT is no port or is taken, or nothing is free up to 3019
 */
export async function choosePort(): Promise<number> {
  const host = process.env['HOST'] ?? '127.0.0.1'
  if (process.env['PORT']) {
    const port = Number(process.env['PORT'])
    if (!(Number.isInteger(port) && port >= 1 && port <= 65_535)) throw new Error('PORT is not a number from 1 to 65535.')
    if (await isFree(port, host)) return port
    throw new Error(`Port ${port} is taken by another program. Stop it, or set PORT to another number.`)
  }
  for (let port = DEFAULT_PORT; port < DEFAULT_PORT + TRIES; port += 1) {
    if (!(await isFree(port, host))) continue
    if (port !== DEFAULT_PORT) console.log(`Port ${DEFAULT_PORT} is taken; using ${port}.`)
    return port
  }
  throw new Error(`The ports ${DEFAULT_PORT} to ${DEFAULT_PORT + TRIES - 1} are all taken. Set PORT to a free one.`)
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}
