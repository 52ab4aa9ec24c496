import type { AddressInfo } from 'node:net'
import { createFront } from '@/lib/http/listener'

// The listener in a process of its own, as it stands in front of Next. Tells its port to whoever started it, and on
// demand the most memory it has held.
const server = createFront((_request, response) => Promise.resolve(void response.writeHead(404).end()))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('message', () => process.send?.({ peak: process.resourceUsage().maxRSS * 1024 }))
process.on('disconnect', () => process.exit(0))
