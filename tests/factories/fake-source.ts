/** An EventSource as the browser gives it, worked by hand. */
export class FakeSource {
  static readonly made: FakeSource[] = []
  onopen = () => undefined
  onerror = () => undefined
  readyState = 0
  readonly #heard = new Map<string, (message: { data: string; lastEventId: string }) => void>()
  constructor(readonly url: string) {
    FakeSource.made.push(this)
  }
  addEventListener(kind: string, hear: (message: { data: string; lastEventId: string }) => void): void {
    this.#heard.set(kind, hear)
  }
  tell(kind: string, lastEventId = ''): void {
    this.#heard.get(kind)?.({ data: JSON.stringify({ kind }), lastEventId })
  }
  close(): void {
    this.readyState = 2
  }
}
