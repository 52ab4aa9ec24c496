import type { DeskEvent } from '@/lib/contracts/live'

/** How the line to the server stands: `stale` when nothing came for longer than the server's pulse. */
export type LineState = 'connecting' | 'open' | 'stale' | 'lost'

const KINDS = ['decisions', 'counts', 'articles', 'claims', 'scores', 'presence', 'pulse'] as const
/** The server says something every 15 s at least. */
const STALE_AFTER_MS = 35_000
const CHECK_MS = 5000

/**
 * The one connection on which this browser hears what happens on its site. The browser itself comes back after a break and
 * says where it was; what happened meanwhile is told first.
 */
export class LiveLine {
  readonly #source: EventSource
  readonly #watch: ReturnType<typeof setInterval>
  #heardAt = Date.now()
  #state: LineState = 'connecting'

  constructor(
    url: string,
    private readonly onEvent: (event: DeskEvent) => void,
    private readonly onState: (state: LineState) => void,
  ) {
    this.#source = new EventSource(url)
    this.#source.onopen = () => this.#hear()
    this.#source.onerror = () => this.#set('lost')
    for (const kind of KINDS) {
      this.#source.addEventListener(kind, (message: MessageEvent<string>) => {
        this.#hear()
        this.onEvent(JSON.parse(message.data) as DeskEvent)
      })
    }
    this.#watch = setInterval(() => {
      if (this.#state === 'open' && Date.now() - this.#heardAt > STALE_AFTER_MS) this.#set('stale')
    }, CHECK_MS)
  }

  close(): void {
    clearInterval(this.#watch)
    this.#source.close()
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
