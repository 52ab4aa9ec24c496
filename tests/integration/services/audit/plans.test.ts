import { beforeAll, expect, it } from 'vitest'
import type { AuditQuery } from '@/lib/contracts/audit'
import { getDb } from '@/lib/db/connection'
import { listAuditEntries } from '@/lib/services/audit/list'
import { explain } from '@/tests/factories/plan'
import { recordStatements } from '@/tests/factories/recording-db'
import { makeSite, type TestSite } from '@/tests/factories/site'

let admin: Awaited<ReturnType<TestSite['as']>>
let site: TestSite
/** A log of some years: one change an hour, of which few are about webhooks, and few somebody else's. */
beforeAll(async () => {
  site = await makeSite()
  admin = await site.as('admin')
  await getDb().query(
    `INSERT INTO audit_entry (site_id, id, actor_kind, actor_id, actor_name, act, subject_id, subject_name, at)
     SELECT $1::uuid, gen_random_uuid(), 'user', CASE WHEN n % 5000 = 0 THEN $2::uuid ELSE $1::uuid END, 'Ada',
       CASE WHEN n % 4000 = 0 THEN 'webhook.create' ELSE 'rule.change' END, $1::uuid, 'x', '2020-01-01'::timestamptz + n * interval '1 hour'
     FROM generate_series(1, 20000) n`,
    [site.id, admin.actor.id],
  )
  await getDb().query('ANALYZE audit_entry')
})

it.each([
  ['all of it', () => ({}), 'audit_entry_by_time'],
  ['days of long ago', () => ({ from: '2020-03-01', to: '2020-03-02' }), 'audit_entry_by_time'],
  ['what is common', () => ({ kind: 'rule' as const }), 'audit_entry_by_time'],
  ['what is rare', () => ({ kind: 'webhook' as const }), 'audit_entry_by_act'],
  ['a person who did little', () => ({ by: admin.actor.id }), 'audit_entry_by_person'],
] satisfies [string, () => AuditQuery, string][])('a large log gives %s by an index', async (_, query, index) => {
  const db = recordStatements(getDb())
  await listAuditEntries({ ...admin, db }, query())
  const [statement] = db.statements
  if (statement === undefined) throw new Error('nothing was asked')
  const { sequential, indexes } = await explain(getDb(), statement, 'custom')
  expect([sequential, indexes.includes(index)]).toEqual([[], true])
})
