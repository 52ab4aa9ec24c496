import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import type { FeedItem } from '@/lib/contracts/feed'
import { WebhookMessage } from '@/lib/contracts/webhook'

/** What a receiver does with a request: answer with a status, break the connection, or take its time. */
type Mood = (request: number) => number | 'reset' | { slow: number }

/** A CMS that takes webhooks, on a real socket; it believes only what the specification's own package verifies. */
export class FakeCms {
  readonly #server: Server
  /** What arrived and was acknowledged, in order. */
  readonly taken: { id: string; item: FeedItem }[] = []
  readonly statuses: (number | 'reset')[] = []
  readonly signatures: string[] = []
  secret = ''
  mood: Mood = () => 204

  constructor() {
    this.#server = createServer((request, response) => void this.#receive(request, response))
  }

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    const mood = this.mood(this.statuses.length)
    if (mood === 'reset') {
      this.statuses.push('reset')
      request.socket.resetAndDestroy()
      return
    }
    if (typeof mood === 'object') await new Promise((resolve) => setTimeout(resolve, mood.slow))
    const status = typeof mood === 'number' ? mood : 204
    const headers = request.headers as Record<string, string>
    const { data } = WebhookMessage.parse(new Webhook(this.secret).verify(body, headers))
    this.signatures.push(headers['webhook-signature'] ?? '')
    this.statuses.push(status)
    if (status < 300) this.taken.push({ id: headers['webhook-id'] ?? '', item: data })
    response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/elsewhere' } : {}).end()
  }
}
