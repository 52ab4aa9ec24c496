import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Who sends more requests than these without waiting for an answer is let go. */
const MOST_WAITING = 1000

/** How many requests of a connection wait for their turn. */
const waiting = new WeakMap<Socket, number>()

/** Whether answers to what the same client asked before have still to go out: it may send several requests without waiting for them. */
export function isBehindOthers(response: ServerResponse): boolean {
  // Node gives an answer the connection when it has come to it.
  return response.socket === null
}

/**
 * Waits until a request is the next to be answered; false if its client has left. A request may build on the one sent before it on the
 * same connection, so the two are not handled at the same time (RFC 9112, 9.3.2).
 */
export async function waitForTurn(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { socket } = request
  if (count(socket, 1) > MOST_WAITING) socket.destroy()
  const hasCome = await new Promise<boolean>((resolve) => {
    response.once('socket', () => resolve(true))
    request.once('close', () => resolve(false))
  })
  count(socket, -1)
  return hasCome
}

function count(socket: Socket, by: 1 | -1): number {
  const left = (waiting.get(socket) ?? 0) + by
  waiting.set(socket, left)
  return left
}
