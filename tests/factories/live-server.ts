import type { AddressInfo } from 'node:net'
import { createFront } from '@/lib/http/listener'
import { startCountFolder } from '@/lib/jobs/count-folder'
import { startImportRunner } from '@/lib/jobs/import-runner'
import { startTextIndexer } from '@/lib/jobs/text-indexer'

// The listener with its jobs in a process of its own, for a test that wants to see what it does to it. It tells its port to
// whoever started it, and its memory when it is asked, in bytes.
const server = createFront((_request, response) => Promise.resolve(void response.writeHead(404).end()))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
startTextIndexer()
startCountFolder()
startImportRunner()
process.on('message', () => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  // What is held, not the resident size: when the allocator gives pages back is its own affair.
  process.send?.({ now: heapUsed + external, peak: process.resourceUsage().maxRSS * 1024 })
})
process.on('disconnect', () => process.exit(0))
