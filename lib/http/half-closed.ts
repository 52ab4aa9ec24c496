import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

const HALF_CLOSED = 'parley:half-closed'

/**
 * Tells whoever reads a request's body that no more of it comes: its client closed its own half of the connection, and reads on. What it is
 * being answered comes to its end, and the connection with it. False when nobody reads that body.
 */
export function tellHalfClosed(response: ServerResponse, socket: Duplex): boolean {
  if (response.req.listenerCount(HALF_CLOSED) === 0) return false
  response.once('finish', () => socket.end())
  return response.req.emit(HALF_CLOSED)
}

/**
 * Reads piece by piece, and rejects with what `describe` makes once all is read that came before the client closed its half. Nothing is
 * kept of a piece that was read: a stream may have millions.
 */
export function untilHalfClosed<Piece>(request: IncomingMessage, read: () => Promise<Piece>, describe: () => Error): () => Promise<Piece> {
  let isHalfClosed = false
  let giveUp: (() => void) | null = null
  request.once(HALF_CLOSED, () => {
    isHalfClosed = true
    if (request.readableLength === 0) giveUp?.()
  })
  return () => {
    if (isHalfClosed && request.readableLength === 0) return Promise.reject(describe())
    return new Promise((resolve, reject) => {
      giveUp = () => reject(describe())
      read().then(resolve, reject)
    })
  }
}
