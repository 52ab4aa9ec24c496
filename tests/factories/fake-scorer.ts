import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a scorer was asked: the path, the headers and the JSON. */
export interface AskedOfScorer {
  path: string
  headers: IncomingMessage['headers']
  text: string
  json: { input?: string; comment?: { id: string; body: string; revision: number }; model?: string }
}

/**
 * What a scorer does: answers with JSON or with text as it stands, redirects, breaks the connection, sends without end, or never
 * answers.
 */
export type ScorerMood =
  | { json: unknown; status?: number; headers?: Record<string, string>; after?: Promise<void> }
  | { text: string; status?: number }
  | { redirect: string }
  | 'reset'
  | 'endless'
  | 'drip'
  | 'hang'

/** A scorer outside, on a real socket. */
export class FakeScorer {
  readonly #server: Server
  readonly asked: AskedOfScorer[] = []
  mood: (asked: AskedOfScorer, count: number) => ScorerMood = () => ({ json: { scores: {} } })

  constructor() {
    this.#server = createServer((request, response) => void this.#receive(request, response))
  }

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString()
    const asked = { path: request.url ?? '', headers: request.headers, text, json: JSON.parse(text) as AskedOfScorer['json'] }
    this.asked.push(asked)
    const mood = this.mood(asked, this.asked.length)
    if (mood === 'hang') return
    if (mood === 'reset') return void request.socket.resetAndDestroy()
    if (mood === 'endless') return sendWithoutEnd(response)
    if (mood === 'drip') return dripWithoutEnd(response)
    if ('redirect' in mood) return void response.writeHead(307, { location: mood.redirect }).end()
    if ('text' in mood) return void response.writeHead(mood.status ?? 200, { 'content-type': 'text/html' }).end(mood.text)
    await mood.after
    response.writeHead(mood.status ?? 200, { 'content-type': 'application/json', ...mood.headers }).end(JSON.stringify(mood.json))
  }
}

function sendWithoutEnd(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const piece = Buffer.alloc(64 * 1024, ' ')
  const send = () => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once('drain', send)
  }
  send()
}

function dripWithoutEnd(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const timer = setInterval(() => response.write(' '), 20)
  response.once('close', () => clearInterval(timer))
}
