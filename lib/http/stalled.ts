import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * How long a client may take nothing at all of what it is sent. Much that a slow one has not read yet is under way in the network, and that
 * it reads of it is seen only in steps of up to a megabyte.
 */
const STALLED_MS = 10 * 60_000

/**
 * Ends connections whose clients take nothing of what they are sent: each would hold its answer, and what that is read from, for ever. One
 * that takes a little now and then stays (Node looks whether less is left to send), and so does a stream with nothing to say.
 */
export function endStalled(server: Server, afterMs = STALLED_MS): Server {
  const answering = new WeakMap<Socket, number>()
  const count = (socket: Socket, by: 1 | -1) => answering.set(socket, (answering.get(socket) ?? 0) + by)
  server.on('request', ({ socket }, response) => {
    count(socket, 1)
    response.once('close', () => count(socket, -1))
  })
  return server.setTimeout(afterMs, (socket) => {
    // Without an answer under way it is one that is kept for the client's next request, which has not come.
    if (socket.writableLength > 0 || !answering.get(socket)) socket.destroy()
  })
}
