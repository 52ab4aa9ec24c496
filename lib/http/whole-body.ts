/** Bodies that were read before the handler was called, or written before the answer is sent: a stream costs more than they do. */
const bodies = new WeakMap<Request, Uint8Array>()
const texts = new WeakMap<Response, string>()

/** Notes the whole body of a request that has none of its own. Read it with `readExpanded`, as any other. */
export function keepBody(request: Request, body: Uint8Array): Request {
  bodies.set(request, body)
  return request
}

/** The body that was kept; undefined when it is the request's own stream. */
export function keptBody(request: Request): Uint8Array | undefined {
  return bodies.get(request)
}

/** Notes the whole text of an answer beside the stream that holds it. */
export function keepText(response: Response, text: string): Response {
  texts.set(response, text)
  return response
}

/** The text that was kept; undefined when the answer has to be read. */
export function keptText(response: Response): string | undefined {
  return texts.get(response)
}
