import { beforeAll, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import type { Context } from '@/lib/services/context'
import { listDecisionLog, listFoldedLog } from '@/lib/services/decision/list'
import { makeComment } from '@/tests/factories/comment'
import { makeDecision } from '@/tests/factories/decision'
import { explain } from '@/tests/factories/plan'
import { recordStatements } from '@/tests/factories/recording-db'
import { makeSite } from '@/tests/factories/site'

let mo: Context

beforeAll(async () => {
  const site = await makeSite()
  mo = await site.as('moderator', 'Mo')
  const comment = await makeComment(site)
  await makeDecision(site, comment, { kind: 'reject', reason: 'spam' })
  // Ids in order, as those of decisions are.
  await getDb().query(
    `INSERT INTO decision SELECT (jsonb_populate_record(d, jsonb_build_object('id', lpad(to_hex(n), 32, '0'), 'reason', CASE WHEN n % 3 = 0 THEN 'abuse' END))).*
     FROM decision d CROSS JOIN generate_series(1, 20000) n WHERE d.site_id = $1`,
    [site.id],
  )
  await getDb().query('ANALYZE decision')
})

it.each([
  ['decision by decision', listDecisionLog],
  ['with one line for a batch', listFoldedLog],
])('the log of one reason is read by the index of reasons, however rare it is, %s', async (_, list) => {
  const db = recordStatements(getDb())
  const { decisions } = await list({ ...mo, db }, { reason: 'nobody used this' })
  const [statement] = db.statements
  if (!statement) throw new Error('no statement')
  const { indexes, sequential } = await explain(getDb(), statement, 'custom')
  expect(decisions).toEqual([])
  expect(indexes).toContain('decision_by_reason')
  expect(sequential).not.toContain('decision')
})
