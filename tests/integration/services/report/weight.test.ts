import { beforeEach, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import type { DecisionAct } from '@/lib/domain/decisions'
import { decideComment } from '@/lib/services/comment/decide'
import { addReport } from '@/lib/services/report/add'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let id: string
beforeEach(async () => {
  site = await makeSite()
  id = (await makeComment(site, { externalId: 'c' })).id
})

const report = (on: string, reporter?: string) =>
  addReport(site.asKey('ingest'), on, { reason: 'abuse', ...(reporter === undefined ? {} : { reporter }) })
const readWeight = async () =>
  (await getDb().query<{ weight: number }>('SELECT report_weight AS weight FROM comment WHERE id = $1', [id]))[0]?.weight

/** Has somebody report comments of which moderators then make this. */
async function complain(reporter: string, ...acts: DecisionAct[]): Promise<void> {
  const mo = await site.as('moderator')
  for (const act of acts) {
    const { id: commentId, externalId } = await makeComment(site)
    await report(externalId, reporter)
    await decideComment(mo, commentId, { version: 1, act })
  }
}

it('a report of somebody unknown, or of nobody, weighs one half; several add up', async () => {
  await report('c', 'new')
  expect(await readWeight()).toBe(0.5)
  await report('c')
  expect(await readWeight()).toBe(1)
})

it('weighs more when moderators upheld what its reader complained of before, and less when they did not', async () => {
  await complain('right', { kind: 'reject', reason: 'abuse' }, { kind: 'mark', mark: 'off_topic' })
  await complain('wrong', { kind: 'approve' }, { kind: 'approve' })
  await report('c', 'right')
  expect(await readWeight()).toBe(0.75)
  await report('c', 'wrong')
  expect(await readWeight()).toBe(1)
})

it('of what stands on another site nothing is known here', async () => {
  await complain('right', { kind: 'reject', reason: 'abuse' }, { kind: 'reject', reason: 'spam' })
  site = await makeSite()
  id = (await makeComment(site, { externalId: 'c' })).id
  await report('c', 'right')
  expect(await readWeight()).toBe(0.5)
})
