import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** A way to a database that can be cut and mended, as if the database went away and came back. */
export class DatabaseLine {
  readonly #open = new Set<Socket>()
  #server: Server | null = null
  #port = 0

  private constructor(private readonly target: URL) {}

  static async to(databaseUrl: string): Promise<DatabaseLine> {
    const line = new DatabaseLine(new URL(databaseUrl))
    await line.mend()
    return line
  }

  /** The address of the database by this way. */
  get url(): string {
    const url = new URL(this.target)
    Object.assign(url, { hostname: '127.0.0.1', port: String(this.#port) })
    return url.toString()
  }

  async mend(): Promise<void> {
    this.#server = createServer((near) => {
      const far = connect(Number(this.target.port), this.target.hostname)
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#open.add(one)
        one.on('error', () => undefined).on('close', () => other.destroy())
        one.pipe(other)
      }
    })
    this.#server.listen(this.#port, '127.0.0.1')
    await once(this.#server, 'listening')
    this.#port = (this.#server.address() as AddressInfo).port
  }

  /** From now on nobody is let in, and who was there is cut off. */
  cut(): void {
    this.#server?.close()
    for (const socket of this.#open) socket.resetAndDestroy()
    this.#open.clear()
  }
}
