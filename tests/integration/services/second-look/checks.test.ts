import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { getDb } from '@/lib/db/connection'
import { findCheckSetting, putCheckSetting } from '@/lib/db/second-look/rule-check'
import { MOST_CHECKS_OF_RULE, type LookAnswer } from '@/lib/domain/second-look'
import { decideComment } from '@/lib/services/comment/decide'
import { ingestComments } from '@/lib/services/comment/ingest'
import { removeComment } from '@/lib/services/comment/remove'
import { undoDecision } from '@/lib/services/decision/undo'
import { changeRule } from '@/lib/services/rule/change'
import { readRuleFigures } from '@/lib/services/rule/figures'
import { listRules } from '@/lib/services/rule/list'
import { listSeenOtherwise } from '@/lib/services/rule/otherwise'
import { stopRules } from '@/lib/services/rule/stop'
import { readAgreement } from '@/lib/services/second-look/agreement'
import { answerSecondLook } from '@/lib/services/second-look/answer'
import { setCheckShare } from '@/lib/services/second-look/check-share'
import { listDisagreements } from '@/lib/services/second-look/disagreements'
import { drawLooks } from '@/lib/services/second-look/draw'
import { drawChecks } from '@/lib/services/second-look/draw-checks'
import { countLooks, findLook } from '@/lib/services/second-look/next'
import { readTransparency } from '@/lib/services/transparency/read'
import { makeArticle } from '@/tests/factories/article'
import { makeRule } from '@/tests/factories/rule'
import { wantLooks } from '@/tests/factories/second-look'
import { makeSite, type TestSite } from '@/tests/factories/site'

const START = Date.parse('2026-03-10T12:00:00.000Z')
const MINUTE = 60_000
const APPROVE = { kind: 'approve' } as const
const SPAM = { kind: 'reject', reason: 'spam' } as const

let at: number
let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>
let teo: Awaited<ReturnType<TestSite['as']>>
beforeEach(async () => {
  at = START
  site = await makeSite(() => new Date(at))
  admin = await site.as('admin', 'Ada')
  teo = await site.as('moderator', 'Teo')
  await makeArticle(site, { externalId: 'a' })
})

const REJECTS = { name: 'Pills', condition: 'pills', outcome: 'reject', reason: 'spam' } as const
const PUBLISHES = { name: 'Trams', condition: 'tram', outcome: 'publish' } as const
const want = (share: number) => putCheckSetting(getDb(), site.id, { share, checkedTo: new Date(START) })
const send = async (...bodies: string[]): Promise<string[]> => {
  at += 1
  const items = bodies.map((body) => ({ externalId: uuidv7(), articleExternalId: 'a', body }))
  return (await ingestComments(site.asKey('ingest'), items)).items.flatMap((item) => ('id' in item ? item.id : []))
}
const draw = async (later = 11 * MINUTE) => {
  at += later
  while (await drawChecks(getDb(), site.id, new Date(at)));
}
const listChecks = () =>
  getDb().query<{ id: string; comment_id: string; rule_id: string; run: number; verdict: string; decision_id: null }>(
    'SELECT id, comment_id, rule_id, run, verdict, decision_id FROM second_look WHERE site_id = $1 AND rule_id IS NOT NULL ORDER BY decided_at, comment_id',
    [site.id],
  )
const drawn = async () => (await listChecks()).map(({ comment_id }) => comment_id)
const answerAll = async (answers: readonly LookAnswer[]) => {
  for (const [index, { id }] of (await listChecks()).entries()) {
    const answer = answers[index]
    if (answer) await answerSecondLook(teo, { id, input: { answer } })
  }
}
const checksOf = async (id: string) => (await readRuleFigures(admin)).find((one) => one.id === id)?.checks

describe('drawing checks of rules', () => {
  it('draws what rules published or rejected alone, with what that comes to, and nothing that waits or that another decided', async () => {
    const publishes = await makeRule(admin, PUBLISHES)
    const rejects = await makeRule(admin, REJECTS)
    await makeRule(admin, { condition: 'bus', outcome: 'hold' })
    await want(1)
    const [tram, pills] = await send('The tram', 'pills', 'The bus', 'plain')
    const [both] = await send('tram pills')
    await draw(9 * MINUTE)
    expect(await listChecks()).toEqual([])
    await draw(2 * MINUTE)
    const found = new Map((await listChecks()).map((one) => [one.comment_id, [one.rule_id, one.verdict, one.run, one.decision_id]]))
    expect(found).toEqual(
      new Map([
        [tram, [publishes.id, 'approve', 2, null]],
        [pills, [rejects.id, 'reject', 2, null]],
        [both, [publishes.id, 'approve', 2, null]],
      ]),
    )
  })

  it('draws by the hash of the text’s id, the same ones whenever it begins again, none twice', async () => {
    await makeRule(admin, REJECTS)
    const chanceOf = (id: string) => createHash('sha256').update(`${id} 1`).digest().readUInt32BE(0) / 2 ** 32
    const ids = (await send(...Array.from({ length: 40 }, () => 'pills'))).sort((a, b) => chanceOf(a) - chanceOf(b))
    // A share by which a dozen are drawn, whatever their ids.
    const share = (chanceOf(ids[11] ?? '') + chanceOf(ids[12] ?? '')) / 2
    const expected = ids.slice(0, 12).sort()
    await want(share)
    at += 11 * MINUTE
    const dying = getDb().transaction(async (db) => {
      await drawChecks(db, site.id, new Date(at))
      throw new Error('killed')
    })
    await expect(dying).rejects.toThrow('killed')
    expect(await drawn()).toEqual([])
    await Promise.all([drawChecks(getDb(), site.id, new Date(at)), drawChecks(getDb(), site.id, new Date(at))])
    expect((await drawn()).sort()).toEqual(expected)
    await want(share)
    await draw(0)
    expect((await drawn()).sort()).toEqual(expected)
  })

  it(`lets ${MOST_CHECKS_OF_RULE} of a rule wait, beside as many of another, and takes nothing from looks at people's decisions`, async () => {
    const one = await makeRule(admin, REJECTS)
    const other = await makeRule(admin, PUBLISHES)
    await want(1)
    await send(...Array.from({ length: 30 }, () => 'pills'))
    const trams = await send(...Array.from({ length: 30 }, () => 'tram'))
    await draw()
    const rules = (await listChecks()).map(({ rule_id }) => rule_id)
    expect(rules.filter((id) => id === one.id)).toHaveLength(MOST_CHECKS_OF_RULE)
    expect(rules.filter((id) => id === other.id)).toHaveLength(MOST_CHECKS_OF_RULE)
    // 100 at most of what people decided wait, whatever else does.
    await wantLooks(site)
    for (const id of [...(await send(...Array.from({ length: 72 }, () => 'plain'))), ...trams])
      await decideComment(admin, id, { version: 1, act: APPROVE })
    at += 11 * MINUTE
    while (await drawLooks(getDb(), site.id, new Date(at)));
    const [people] = await getDb().query<{ count: number }>('SELECT count(*) FROM second_look WHERE site_id = $1 AND rule_id IS NULL', [
      site.id,
    ])
    expect(people?.count).toBe(100)
  })

  it('is not of what a rule did before it was changed, turned off or stopped, nor while none are wanted', async () => {
    const { id } = await makeRule(admin, REJECTS)
    await want(1)
    await send('pills')
    await changeRule(admin, { id, patch: { isOn: false } })
    await draw()
    await changeRule(admin, { id, patch: { isOn: true } })
    await want(1)
    await draw()
    expect(await listChecks()).toEqual([])
    await want(0)
    await send('pills')
    await draw()
    expect(await listChecks()).toEqual([])
    // What was decided meanwhile is passed over.
    await setCheckShare(admin, { share: 0.5, seen: 0 })
    await putCheckSetting(getDb(), site.id, { share: 1, checkedTo: (await findCheckSetting(getDb(), site.id))?.checkedTo ?? new Date(0) })
    await draw()
    expect(await listChecks()).toEqual([])
    const [next] = await send('pills')
    await draw()
    expect(await drawn()).toEqual([next])
  })
})

describe('a check of a rule', () => {
  it('comes to a moderator like any second look, with nothing that tells of a rule, and turns them on by itself', async () => {
    expect(await countLooks(teo)).toEqual({ isOn: false, waiting: 0 })
    await makeRule(admin, REJECTS)
    expect(await countLooks(teo)).toEqual({ isOn: true, waiting: 0 })
    await want(1)
    await send('pills')
    await draw()
    const { look, ...count } = await findLook(teo, {})
    expect(count).toEqual({ isOn: true, waiting: 1 })
    expect(Object.keys(look ?? {}).sort()).toEqual(['ancestors', 'article', 'id', 'isHarsh', 'text'])
    expect(look).toMatchObject({ text: 'pills', isHarsh: false })
  })

  it('waits whatever becomes of the comment, save that it is deleted, and not for who had a part in that', async () => {
    await makeRule(admin, REJECTS)
    await want(1)
    const [approved, undone, gone] = await send('pills one', 'pills two', 'pills three')
    await draw()
    await decideComment(admin, approved ?? '', { version: 2, act: APPROVE })
    const [decision] = await getDb().query<{ id: string }>('SELECT id FROM decision WHERE comment_id = $1', [undone])
    await undoDecision(admin, decision?.id ?? '')
    const [row] = await getDb().query<{ external_id: string }>('SELECT external_id FROM comment WHERE id = $1', [gone])
    await removeComment(site.asKey('ingest'), row?.external_id ?? '')
    expect(await countLooks(teo)).toMatchObject({ waiting: 2 })
    expect(await countLooks(admin)).toMatchObject({ waiting: 0 })
  })

  it('measures the rule, as it is on now, and is in no figure about people', async () => {
    const { id } = await makeRule(admin, REJECTS)
    await want(1)
    await send(...Array.from({ length: 14 }, (_, one) => `pills ${one}`))
    await draw()
    await answerAll([...Array.from({ length: 9 }, () => SPAM), APPROVE, { kind: 'mark', mark: 'off_topic' }, { kind: 'unsure' }])
    expect(await checksOf(id)).toMatchObject({ wrong: 2, of: 11, unsure: 1, waiting: 2, share: { value: 2 / 11 } })
    const { checked, comments } = await listSeenOtherwise(admin, id)
    expect(checked.map(({ did, answer }) => [did, answer.kind]).sort()).toEqual([
      ['reject', 'approve'],
      ['reject', 'mark'],
    ])
    expect(comments).toEqual([])
    expect(await readAgreement(admin, {})).toMatchObject({
      drawn: 0,
      unsure: 0,
      waiting: 0,
      expired: 0,
      overall: { total: 0, share: null },
    })
    expect(await listDisagreements(admin)).toEqual({ disagreements: [], hasMore: false })
    const { figures } = await readTransparency(admin, { period: '2026-03' })
    expect(figures.filter(({ section }) => section === 'agreement').map(({ value }) => value ?? 0)).not.toContain(11)
    // Another time of being on is measured anew.
    await changeRule(admin, { id, patch: { isOn: false } })
    await changeRule(admin, { id, patch: { isOn: true } })
    expect(await checksOf(id)).toEqual({ wrong: 0, of: 0, unsure: 0, waiting: 0, share: null })
  })

  it('stops a rule that is wrong too often, though nobody has overturned anything', async () => {
    const { id } = await makeRule(admin, PUBLISHES)
    await want(1)
    await send(...Array.from({ length: 20 }, (_, one) => `tram ${one}`))
    await draw()
    await answerAll([...Array.from({ length: 12 }, () => APPROVE), ...Array.from({ length: 8 }, () => SPAM)])
    expect(await stopRules(getDb(), site.id, new Date(at))).toBe(0)
    await send('tram')
    await draw()
    await answerSecondLook(teo, { id: (await findLook(teo, {})).look?.id ?? '', input: { answer: SPAM } })
    expect(await checksOf(id)).toMatchObject({ wrong: 9, of: 21 })
    expect(await stopRules(getDb(), site.id, new Date(at))).toBe(0)
    // An answer can be taken back for ten minutes.
    at += 10 * MINUTE
    expect(await stopRules(getDb(), site.id, new Date(at))).toBe(1)
    expect(await listRules(admin)).toMatchObject([{ isOn: true, stopped: { by: 'checks', wrong: 9, of: 21, limit: 0.1 } }])
  })
})
