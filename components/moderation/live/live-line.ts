import type { DeskEvent } from '@/lib/contracts/live'
import { isSignedOut, sendDesk } from '../desk-api'

/** How the line to the server stands: `stale` when nothing came for longer than the server's pulse, `signed_out` when it wants somebody to sign in again. */
export type LineState = 'connecting' | 'open' | 'stale' | 'lost' | 'signed_out'

/** Whether who looks at the page is told of it. */
export const isTold = (line: LineState): boolean => line === 'lost' || line === 'stale' || line === 'signed_out'

const KINDS = ['decisions', 'counts', 'articles', 'alerts', 'appeals', 'looks', 'claims', 'handed', 'scores', 'presence', 'pulse'] as const
/** The server says something every 15 s at least. */
const STALE_AFTER_MS = 35_000
const CHECK_MS = 5000

/**
 * A connection on which this browser hears what happens on its site. The browser itself comes back after a break and
 * says where it was; what happened meanwhile is told first. It gives up, though, when something else than a stream answers,
 * as a proxy does while the server restarts: then the line is opened anew from where it was.
 */
export class LiveLine {
  #source: EventSource
  readonly #watch: ReturnType<typeof setInterval>
  #heardAt = Date.now()
  #lastId = ''
  #state: LineState = 'connecting'

  /** @param after the position to go on after; null to begin now */
  constructor(
    after: number | null,
    private readonly onEvent: (event: DeskEvent) => void,
    private readonly onState: (state: LineState) => void,
  ) {
    this.#lastId = after === null ? '' : String(after)
    this.#source = this.#open()
    this.#watch = setInterval(() => {
      if (!this.retry() && this.#state === 'open' && Date.now() - this.#heardAt > STALE_AFTER_MS) this.#set('stale')
    }, CHECK_MS)
  }

  /** Opens the line anew where the browser has given up; whether it had. */
  retry(): boolean {
    const isGivenUp = this.#source.readyState === CLOSED
    if (isGivenUp) this.#source = this.#open()
    return isGivenUp
  }

  close(): void {
    clearInterval(this.#watch)
    this.#source.close()
  }

  #open(): EventSource {
    const source = new EventSource(`/api/v1/desk/events${this.#lastId === '' ? '' : `?after=${this.#lastId}`}`)
    source.onopen = () => this.#hear()
    source.onerror = () => void this.#findWhy(source)
    for (const kind of KINDS) {
      source.addEventListener(kind, (message: MessageEvent<string>) => {
        if (message.lastEventId) this.#lastId = message.lastEventId
        this.#hear()
        this.onEvent(JSON.parse(message.data) as DeskEvent)
      })
    }
    return source
  }

  /** The browser does not say with what it was refused. */
  async #findWhy(source: EventSource): Promise<void> {
    if (this.#state !== 'signed_out') this.#set('lost')
    if (source.readyState !== CLOSED) return
    const isOut = await sendDesk('GET', 'preferences').then(() => false, isSignedOut)
    if (source === this.#source && this.#state !== 'open') this.#set(isOut ? 'signed_out' : 'lost')
  }

  #hear(): void {
    this.#heardAt = Date.now()
    this.#set('open')
  }

  #set(state: LineState): void {
    if (state === this.#state) return
    this.#state = state
    this.onState(state)
  }
}

/** EventSource.CLOSED. */
const CLOSED = 2
