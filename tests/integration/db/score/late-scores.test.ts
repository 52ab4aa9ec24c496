import { expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { lockScoredComments } from '@/lib/db/score/late-scores'
import { decideComment } from '@/lib/services/comment/decide'
import { makeComment } from '@/tests/factories/comment'
import { makeGate } from '@/tests/factories/gate'
import { PATIENT } from '@/tests/factories/settle'
import { makeSite } from '@/tests/factories/site'

it('knows of a decision that was still being written when it came for the comment', async () => {
  const site = await makeSite()
  const mo = await site.as('moderator')
  const comment = await makeComment(site, { status: 'pending', suggestedOffTopic: 0.9 })
  const [decided, end] = [makeGate(), makeGate()]
  const deciding = getDb().transaction(async (db) => {
    await decideComment({ ...mo, db }, comment.id, { version: 1, act: { kind: 'mark', mark: 'off_topic' } })
    decided.open()
    await end.opened
  })
  await decided.opened
  const locking = getDb().transaction((db) => lockScoredComments(db, site.id, [comment.id]))
  await vi.waitFor(async () => {
    const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
    expect(await getDb().query(waiting)).toHaveLength(1)
  }, PATIENT)
  end.open()
  await deciding
  expect(await locking).toMatchObject([{ id: comment.id, suggestedOffTopic: null, isDecided: true }])
})
