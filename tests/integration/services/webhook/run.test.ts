import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import * as env from '@/lib/env'
import { decideComment } from '@/lib/services/comment/decide'
import { createWebhook } from '@/lib/services/webhook/manage'
import { runWebhooks } from '@/lib/services/webhook/run'
import { makeComment } from '@/tests/factories/comment'
import { FakeCms } from '@/tests/factories/fake-cms'
import { PATIENT } from '@/tests/factories/settle'
import { makeSite, type TestSite } from '@/tests/factories/site'

/** More than go out at once. */
const DECISIONS = 30

let site: TestSite
let [hanging, quick]: FakeCms[] = []
let stop: AbortController
beforeEach(async () => {
  const given = env.readEnv()
  vi.spyOn(env, 'readEnv').mockReturnValue({ ...given, WEBHOOK_ALLOW_PRIVATE: true })
  site = await makeSite()
  stop = new AbortController()
})
afterEach(() => {
  hanging?.close()
  quick?.close()
  vi.mocked(env.readEnv).mockRestore()
})

async function subscribe(): Promise<FakeCms> {
  const cms = new FakeCms()
  const { secret } = await createWebhook(await site.as('admin'), { url: await cms.listen() })
  cms.secret = secret
  return cms
}

it('an endpoint that hangs holds up no other', async () => {
  hanging = await subscribe()
  quick = await subscribe()
  let asked = 0
  hanging.mood = () => {
    asked += 1
    return { slow: 600_000 }
  }
  const moderator = await site.as('moderator')
  for (let count = 0; count < DECISIONS; count += 1) {
    const { id } = await makeComment(site)
    await decideComment(moderator, id, { version: 1, act: { kind: 'approve' } })
  }
  const running = runWebhooks(stop.signal)
  await vi.waitFor(() => expect(quick?.taken).toHaveLength(DECISIONS), PATIENT)
  // Asked about one lot, it has answered nothing, and is asked about nothing more.
  expect([asked > 0, asked <= 20, hanging.taken]).toEqual([true, true, []])
  stop.abort()
  hanging.close()
  await running
  const waiting = await getDb().query(`SELECT 1 FROM webhook_delivery WHERE site_id = $1 AND state = 'pending'`, [site.id])
  expect(waiting).toHaveLength(DECISIONS)
})
