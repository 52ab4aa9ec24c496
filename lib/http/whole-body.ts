/** Bodies that were read before the handler was called: a stream costs more than they do. */
const bodies = new WeakMap<Request, Uint8Array>()
/** How each caller's leaving is told, for whoever asks: a signal costs a tenth of a short request. */
const leavings = new WeakMap<Request, () => AbortSignal>()

/** Notes the whole body of a request that has none of its own. Read it with `readExpanded`, as any other. */
export function keepBody(request: Request, body: Uint8Array): Request {
  bodies.set(request, body)
  return request
}

/** The body that was kept; undefined when it is the request's own stream. */
export function keptBody(request: Request): Uint8Array | undefined {
  return bodies.get(request)
}

/** Notes how to learn that the caller of a request has gone. */
export function keepLeaving(request: Request, leaving: () => AbortSignal): Request {
  leavings.set(request, leaving)
  return request
}

/** Aborted when the caller of this request goes away. */
export function leavingOf(request: Request): AbortSignal {
  return leavings.get(request)?.() ?? request.signal
}

/**
 * An answer whose body is complete, as text or as bytes. The stream that every Response holds is made only when it is asked for, which our
 * own listener does not do: making it takes longer than everything else about a short answer.
 */
export class WholeAnswer extends Response {
  readonly whole: string | Uint8Array<ArrayBuffer>
  #init: ResponseInit
  #streamed: Response | undefined

  constructor(whole: string | Uint8Array<ArrayBuffer>, init: ResponseInit) {
    super(null, init)
    this.whole = whole
    this.#init = init
  }

  override get body() {
    return this.#stream().body
  }
  override get bodyUsed() {
    return this.#streamed?.bodyUsed ?? false
  }
  override text() {
    return this.#stream().text()
  }
  override json() {
    return this.#stream().json()
  }
  override arrayBuffer() {
    return this.#stream().arrayBuffer()
  }
  override bytes() {
    return this.#stream().bytes()
  }
  override blob() {
    return this.#stream().blob()
  }
  override formData() {
    return this.#stream().formData()
  }
  override clone() {
    return new WholeAnswer(this.whole, { ...this.#init, headers: this.headers })
  }

  #stream(): Response {
    return (this.#streamed ??= new Response(this.whole))
  }
}
