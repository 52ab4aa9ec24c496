import type { AddressInfo } from 'node:net'
import { getDb } from '@/lib/db/connection'
import { createFront } from '@/lib/http/listener'
import { startScoring } from '@/lib/jobs/scoring'
import { startWebhookSender } from '@/lib/jobs/webhook-sender'
import { decideComment } from '@/lib/services/comment/decide'
import { createContext } from '@/lib/services/create-context'

// A server that is going to be killed: the listener, the webhook sender, and a moderator who never rests. It tells its
// port, and the id of every decision once the service has answered.
const siteId = process.env['KILL_SITE'] ?? ''
const moderator = createContext({ kind: 'user', id: siteId, name: 'Mo', role: 'moderator', siteId, sessionId: siteId })

async function decideForEver(): Promise<void> {
  for (;;) {
    const rows = await getDb().query<{ id: string }>(
      'SELECT id FROM comment WHERE site_id = $1 AND version = 1 ORDER BY ordered_at DESC, id DESC LIMIT 5',
      [siteId],
    )
    for (const { id } of rows) {
      const { decisionId } = await decideComment(moderator, id, { version: 1, act: { kind: 'approve' } })
      process.send?.({ decided: decisionId })
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

startScoring(new URL('./scoring-worker.mjs', import.meta.url))
const server = createFront((_request, response) => Promise.resolve(void response.writeHead(404).end()))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
startWebhookSender()
if (process.env['KILL_DECIDES'] === '1') void decideForEver()
process.on('disconnect', () => process.exit(0))
