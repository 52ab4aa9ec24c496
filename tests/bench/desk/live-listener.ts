import http from 'node:http'
import type { DeskEvent } from '@/lib/contracts/live'
import type { DeskClient } from './desk-client'

const RETRY_MS = 500

/** A browser on the live line, as the desk's own is: comes back after a break, from where it was. */
export class LiveListener {
  /** Decisions by comment and the version they led to. */
  readonly heard = new Set<string>()
  twice = 0
  breaks = 0
  readonly opened: Promise<void>
  #open: () => void = () => undefined
  #request: http.ClientRequest | null = null
  #isClosed = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly desk: DeskClient,
    private after: number,
  ) {
    this.opened = new Promise((resolve) => (this.#open = resolve))
    this.#connect()
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
    this.#request?.destroy()
  }

  #connect(): void {
    const url = `${this.desk.origin}/api/v1/desk/events?after=${this.after}`
    this.#request = http.get(url, { headers: this.desk.headers, agent: false }, (response) => {
      if (response.statusCode !== 200) {
        response.resume()
        return this.#comeBack()
      }
      this.#open()
      let rest = ''
      response.on('data', (chunk: Buffer) => {
        const lines = (rest + chunk.toString()).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) if (line.startsWith('data: {"kind":"decisions"')) this.#hear(JSON.parse(line.slice(6)) as DeskEvent)
      })
      response.on('error', () => undefined)
      response.on('close', () => this.#comeBack())
    })
    this.#request.on('error', () => this.#comeBack())
  }

  #hear(event: DeskEvent): void {
    if (event.kind !== 'decisions') return
    for (const { commentId, version } of event.decisions) {
      const name = `${commentId} ${version}`
      if (this.heard.has(name)) this.twice += 1
      this.heard.add(name)
    }
    this.after = event.position
  }

  #comeBack(): void {
    if (this.#isClosed) return
    clearTimeout(this.#timer)
    this.breaks += 1
    this.#timer = setTimeout(() => this.#connect(), RETRY_MS)
  }
}
