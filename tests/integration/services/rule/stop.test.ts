import { beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { writeAlertMail } from '@/components/articles/alert-mail'
import { claimMails } from '@/lib/db/alert-mail'
import { getDb } from '@/lib/db/connection'
import { readAlertLines, updateLines } from '@/lib/services/alert/lines'
import { listAlerts, listStops } from '@/lib/services/alert/list'
import { watchArticles } from '@/lib/services/alert/watch'
import { listAuditEntries } from '@/lib/services/audit/list'
import { decideComment } from '@/lib/services/comment/decide'
import { ingestComments } from '@/lib/services/comment/ingest'
import { changeRule } from '@/lib/services/rule/change'
import { followRules } from '@/lib/services/rule/follow'
import { listRules } from '@/lib/services/rule/list'
import { removeRule } from '@/lib/services/rule/remove'
import { stopRules } from '@/lib/services/rule/stop'
import { tryRule } from '@/lib/services/rule/try'
import { makeArticle } from '@/tests/factories/article'
import { makeRule } from '@/tests/factories/rule'
import { makeSite, type TestSite } from '@/tests/factories/site'

const NOW = new Date('2026-03-10T12:00:00Z')
let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>
beforeEach(async () => {
  site = await makeSite(() => NOW)
  admin = await site.as('admin', 'Ada')
  await makeArticle(site, { externalId: 'a' })
})

const LINKS = { name: 'Pills', condition: 'links>0', outcome: 'reject', reason: 'spam' } as const
const send = async (count: number) => {
  const items = Array.from({ length: count }, () => ({ externalId: uuidv7(), articleExternalId: 'a', body: 'See https://x.example' }))
  return (await ingestComments(site.asKey('ingest'), items)).items.flatMap((item) => ('id' in item ? [item] : []))
}
/** So many that the rule decides, of which people approve so many. */
async function overturn(wrong: number, of: number) {
  const sent = await send(of)
  for (const { id } of sent.slice(0, wrong)) await decideComment(admin, id, { version: 2, act: { kind: 'approve' } })
  await followRules(getDb(), site.id)
  return sent
}
/** Ten minutes after people have decided. */
const LATER = new Date(NOW.getTime() + 10 * 60_000)
const stop = () => stopRules(getDb(), site.id, LATER)
const readRule = async () => (await listRules(admin))[0]
const readStops = async () => (await listAuditEntries(admin)).entries.filter(({ act }) => act === 'rule.stop')

describe('a rule that is wrong too often', () => {
  it('holds what it fits from then on, changes nothing that it decided, and says so in the log of changes and as an alert', async () => {
    const { id } = await makeRule(admin, LINKS)
    const sent = await overturn(20, 60)
    expect(await stop()).toBe(1)
    const figures = { by: 'decisions', wrong: 20, of: 60, limit: 0.1 }
    expect(await readRule()).toMatchObject({
      isOn: true,
      outcome: 'reject',
      triedAt: null,
      foretold: null,
      stopped: { ...figures, at: LATER.toISOString() },
    })
    expect(await send(1)).toMatchObject([{ status: 'pending', reasons: ['Rule “Pills”'] }])
    const rows = await getDb().query<{ status: string }>('SELECT status FROM comment WHERE site_id = $1 AND id = ANY($2::uuid[])', [
      site.id,
      sent.map((one) => one.id),
    ])
    expect(rows.filter(({ status }) => status === 'rejected')).toHaveLength(40)
    expect(await readStops()).toMatchObject([{ actorName: 'Parley', subjectName: 'Pills', stop: figures }])
    expect(await listStops(await site.as('moderator'))).toEqual([{ id, name: 'Pills', ...figures, at: LATER.toISOString() }])
    // Neither of an article, nor anything to watch articles by.
    expect(await listAlerts(admin)).toEqual([])
    expect(await watchArticles(getDb(), NOW)).toBe(0)
    expect(await stop()).toBe(0)
  })

  it('is told of by mail to those whom the site tells of alerts', async () => {
    const lines = { ...(await readAlertLines(admin)).lines, mailTo: ['lead@news.example', 'lead@news.example'] }
    await updateLines(admin, { lines, version: (await readAlertLines(admin)).version })
    const { id } = await makeRule(admin, LINKS)
    await overturn(20, 60)
    await stop()
    const due = (await claimMails(getDb(), LATER, 1000, 1000)).filter(({ siteId }) => siteId === site.id)
    expect(due).toMatchObject([
      { address: 'lead@news.example', articleId: null, ruleId: id, title: 'Pills', measure: 'rule', value: 1 / 3, line: 0.1 },
    ])
    const { subject, text } = await writeAlertMail({
      ...{
        language: 'en',
        siteName: 'Gazette',
        title: 'Pills',
        measure: 'rule',
        value: 1 / 3,
        line: 0.1,
        address: 'https://desk/settings/rules/1',
      },
    })
    expect(subject).toBe('Rule stopped: Pills')
    expect(text).toContain('People disagreed with 33% of what this rule decided. The limit is 10%.')
    expect(text).toContain('https://desk/settings/rules/1')
  })

  it('is turned on again only as it was tried anew, and is judged anew then', async () => {
    const { id } = await makeRule(admin, LINKS)
    await overturn(20, 60)
    await stop()
    const turnOn = () => changeRule(admin, { id, patch: { isOn: true } })
    await expect(turnOn()).rejects.toMatchObject({ code: 'not_allowed' })
    // Another name or place is no answer.
    expect(await changeRule(admin, { id, patch: { name: 'Chemists', place: 0 } })).toMatchObject({ isOn: true, stopped: { wrong: 20 } })
    await tryRule(admin, { id, input: {} })
    expect(await readRule()).toMatchObject({ stopped: { wrong: 20 } })
    expect(await turnOn()).toMatchObject({ isOn: true, stopped: null })
    expect(await listStops(admin)).toEqual([])
    expect(await getDb().query('SELECT 1 FROM alert WHERE site_id = $1 AND cleared_at IS NULL', [site.id])).toEqual([])
    expect((await listAuditEntries(admin, { kind: 'rule' })).entries).toContainEqual(
      expect.objectContaining({ act: 'rule.on', subjectName: 'Chemists' }),
    )
    expect(await send(1)).toMatchObject([{ status: 'rejected' }])
    expect(await stop()).toBe(0)
    await overturn(20, 59)
    expect(await stop()).toBe(1)
    expect(await readStops()).toMatchObject([{ stop: { wrong: 20, of: 60 } }, { stop: { wrong: 20, of: 60 } }])
  })

  it('can be turned off, changed into one that holds, or removed, which ends the alert', async () => {
    const openAlerts = () => getDb().query('SELECT 1 FROM alert WHERE site_id = $1 AND cleared_at IS NULL', [site.id])
    const { id } = await makeRule(admin, LINKS)
    await overturn(20, 60)
    await stop()
    expect(await changeRule(admin, { id, patch: { isOn: false } })).toMatchObject({ isOn: false, stopped: null })
    expect(await openAlerts()).toEqual([])
    await tryRule(admin, { id, input: {} })
    await changeRule(admin, { id, patch: { isOn: true } })
    await overturn(20, 60)
    await stop()
    expect(await openAlerts()).toHaveLength(1)
    expect(await changeRule(admin, { id, patch: { outcome: 'hold', reason: null } })).toMatchObject({ isOn: true, stopped: null })
    expect(await openAlerts()).toEqual([])
    await removeRule(admin, id)
    expect(await getDb().query('SELECT 1 FROM alert WHERE site_id = $1', [site.id])).toEqual([])
  })
})

describe('a rule that is not', () => {
  it('goes on: what nobody has looked at counts as right, and so does what it may be wrong', async () => {
    const { id } = await makeRule(admin, LINKS)
    await overturn(8, 60)
    expect(await stop()).toBe(0)
    await overturn(6, 6)
    // 14 of 66 is above a tenth, and not yet beyond doubt.
    expect(await stop()).toBe(0)
    await changeRule(admin, { id, patch: { mostOtherwise: 0.02 } })
    expect(await stop()).toBe(1)
    expect(await readStops()).toMatchObject([{ stop: { wrong: 14, of: 66, limit: 0.02 } }])
  })

  it('is none that people saw otherwise by a slip: what they did in the last ten minutes is left for the next time', async () => {
    await makeRule(admin, LINKS)
    await overturn(20, 60)
    expect(await stopRules(getDb(), site.id, new Date(LATER.getTime() - 1))).toBe(0)
    expect(await stop()).toBe(1)
  })

  it('is none that only holds, nor one that is off', async () => {
    const holds = await makeRule(admin, { name: 'Holds', condition: 'links>0', outcome: 'hold' })
    for (const { id } of await send(20)) await decideComment(admin, id, { version: 1, act: { kind: 'approve' } })
    await followRules(getDb(), site.id)
    expect(await stop()).toBe(0)
    await removeRule(admin, holds.id)
    const { id } = await makeRule(admin, LINKS)
    await overturn(20, 20)
    await changeRule(admin, { id, patch: { isOn: false } })
    expect(await stop()).toBe(0)
    expect(await readStops()).toEqual([])
  })

  it('is allowed a share that can be set, within bounds', async () => {
    const { id } = await makeRule(admin, LINKS)
    expect(await readRule()).toMatchObject({ mostOtherwise: 0.1 })
    expect(await changeRule(admin, { id, patch: { mostOtherwise: 0.25 } })).toMatchObject({ mostOtherwise: 0.25, isOn: true })
    for (const mostOtherwise of [0, 0.51, -1])
      await expect(changeRule(admin, { id, patch: { mostOtherwise } })).rejects.toMatchObject({ code: 'invalid_input' })
    await overturn(20, 60)
    expect(await stop()).toBe(0)
  })
})

describe('stopping', () => {
  it('is done once, whoever else does so at the same moment, or changes rules', async () => {
    const { id } = await makeRule(admin, LINKS)
    await overturn(20, 60)
    const [one, other] = await Promise.all([stop(), stop(), changeRule(admin, { id, patch: { name: 'Chemists' } })])
    expect(one + other).toBe(1)
    expect(await readStops()).toHaveLength(1)
    expect(await getDb().query('SELECT 1 FROM alert WHERE site_id = $1', [site.id])).toHaveLength(1)
    expect(await readRule()).toMatchObject({ name: 'Chemists', stopped: { wrong: 20 } })
  })

  it('is done whole or not at all', async () => {
    await makeRule(admin, LINKS)
    await overturn(20, 60)
    const dying = getDb().transaction(async (db) => {
      expect(await stopRules(db, site.id, LATER)).toBe(1)
      throw new Error('killed')
    })
    await expect(dying).rejects.toThrow('killed')
    expect(await readRule()).toMatchObject({ stopped: null })
    expect(await readStops()).toEqual([])
    expect(await stop()).toBe(1)
    expect(await readStops()).toHaveLength(1)
  })
})
