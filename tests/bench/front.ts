import type { AddressInfo } from 'node:net'
import { createFront } from '@/lib/http/listener'
import { startTextIndexer } from '@/lib/jobs/text-indexer'

// The listener and the indexer in a process of their own, as they stand in front of Next. It tells its port to whoever started it, and on
// demand the most memory it has held.
const server = createFront((_request, response) => Promise.resolve(void response.writeHead(404).end()))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
startTextIndexer()
process.on('message', () => process.send?.({ peak: process.resourceUsage().maxRSS * 1024 }))
process.on('disconnect', () => process.exit(0))
