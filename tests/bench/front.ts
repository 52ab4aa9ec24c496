import type { AddressInfo } from 'node:net'
import { getQueue } from '@/lib/http/desk/get-queue'
import { findHotHandler } from '@/lib/http/hot-routes'
import { createFront } from '@/lib/http/listener'
import { postDecision } from '@/lib/http/desk/post-decision'
import { tameMemory } from '@/lib/memory'
import { startScoring } from '@/lib/jobs/scoring'
import { startTextIndexer } from '@/lib/jobs/text-indexer'

// The listener and the indexer in a process of their own, as they stand in front of Next; and the two requests of the desk
// that a moderator sends most, so that they can be timed while comments come in. It tells its port to whoever started it,
// and on demand the most memory it has held and the time it has had of a processor.
tameMemory()
startScoring(new URL('./scoring-worker.mjs', import.meta.url))
const server = createFront(
  (_request, response) => Promise.resolve(void response.writeHead(404).end()),
  (method, path) => {
    if (method === 'GET' && path === '/api/v1/desk/queue') return getQueue
    if (method === 'POST' && /^\/api\/v1\/desk\/comments\/[^/]+\/decisions$/.test(path)) return postDecision
    return findHotHandler(method, path)
  },
)
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
startTextIndexer()
process.on('message', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  process.send?.({ peakBytes: maxRSS * 1024, processorSeconds: (userCPUTime + systemCPUTime) / 1e6 })
})
process.on('disconnect', () => process.exit(0))
