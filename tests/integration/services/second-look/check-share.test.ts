import { beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { getDb } from '@/lib/db/connection'
import { putCheckSetting } from '@/lib/db/second-look/rule-check'
import { ingestComments } from '@/lib/services/comment/ingest'
import { stopRules } from '@/lib/services/rule/stop'
import { readCheckShare, setCheckShare } from '@/lib/services/second-look/check-share'
import { drawChecks } from '@/lib/services/second-look/draw-checks'
import { countLooks } from '@/lib/services/second-look/next'
import { makeArticle } from '@/tests/factories/article'
import { explain } from '@/tests/factories/plan'
import { recordStatements } from '@/tests/factories/recording-db'
import { makeRule } from '@/tests/factories/rule'
import { makeSite, type TestSite } from '@/tests/factories/site'

const START = Date.parse('2026-03-10T12:00:00.000Z')
const REJECTS = { name: 'Pills', condition: 'pills', outcome: 'reject', reason: 'spam' } as const
let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>
beforeEach(async () => {
  site = await makeSite(() => new Date(START))
  admin = await site.as('admin', 'Ada')
})

describe('the share of checks', () => {
  it('is set by administrators where there are rules, over what was on screen alone', async () => {
    expect(await readCheckShare(admin)).toEqual({ share: 0 })
    await expect(setCheckShare(admin, { share: 0.1, seen: 0 })).rejects.toMatchObject({ code: 'not_allowed' })
    await makeRule(admin, REJECTS)
    expect(await readCheckShare(admin)).toEqual({ share: 0.05 })
    expect(await setCheckShare(admin, { share: 0.1, seen: 0.05 })).toEqual({ share: 0.1 })
    await expect(setCheckShare(admin, { share: 0.2, seen: 0.05 })).rejects.toMatchObject({ code: 'conflict' })
    await expect(setCheckShare(admin, { share: 0.51, seen: 0.1 })).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await readCheckShare(admin)).toEqual({ share: 0.1 })
    const teo = await site.as('moderator')
    for (const other of [teo, await site.as('editor'), site.asKey('ingest', 'read')]) {
      await expect(setCheckShare(other, { share: 0.2, seen: 0.1 })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(readCheckShare(other)).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await countLooks(teo)).toMatchObject({ isOn: true })
    await setCheckShare(admin, { share: 0, seen: 0.1 })
    expect(await countLooks(teo)).toMatchObject({ isOn: false })
  })
})

describe('the watch over rules', () => {
  it.each(['custom', 'generic'] as const)('reads no table from end to end: %s plans', async (mode) => {
    const { id } = await makeRule(admin, REJECTS)
    await getDb().query(
      `INSERT INTO rule_deed (site_id, comment_id, revision, rule_id, run, outcome, at, made, made_at)
       SELECT $1, gen_random_uuid(), 1, $2, n % 4, 'reject', $3::timestamptz - n * interval '1 hour', CASE WHEN n % 5 = 0 THEN 'kept'::rule_made END, CASE WHEN n % 5 = 0 THEN $3::timestamptz END FROM generate_series(1, 20000) n`,
      [site.id, id, new Date(START)],
    )
    await getDb().query('ANALYZE rule_deed')
    await makeArticle(site, { externalId: 'a' })
    await ingestComments(site.asKey('ingest'), [{ externalId: uuidv7(), articleExternalId: 'a', body: 'pills' }])
    await putCheckSetting(getDb(), site.id, { share: 1, checkedTo: new Date(START - 60_000) })
    const now = new Date(START + 11 * 60_000)
    const db = recordStatements(getDb())
    await drawChecks(db, site.id, now)
    await stopRules(db, site.id, now)
    const asked = db.statements.filter(({ text }) => text.includes('rule_deed'))
    const plans = await Promise.all(asked.map((statement) => explain(getDb(), statement, mode)))
    expect(plans.flatMap(({ sequential }) => sequential).filter((table) => ['rule_deed', 'comment'].includes(table))).toEqual([])
    const used = new Set(plans.flatMap(({ indexes }) => indexes.filter((name) => name.startsWith('rule_deed'))))
    expect(used).toEqual(new Set(['rule_deed_newest', 'rule_deed_run']))
  })
})
