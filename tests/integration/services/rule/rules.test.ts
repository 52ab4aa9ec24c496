import { beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import type { RuleInput } from '@/lib/contracts/rule'
import { getDb } from '@/lib/db/connection'
import { MAX_RULES } from '@/lib/domain/rules/rule'
import { listAuditEntries } from '@/lib/services/audit/list'
import { decideComment } from '@/lib/services/comment/decide'
import { ingestComments } from '@/lib/services/comment/ingest'
import { addOwnReason } from '@/lib/services/own-reason/add'
import { addRule } from '@/lib/services/rule/add'
import { changeRule } from '@/lib/services/rule/change'
import { listRules } from '@/lib/services/rule/list'
import { removeRule } from '@/lib/services/rule/remove'
import { tryRule } from '@/lib/services/rule/try'
import { makeArticle } from '@/tests/factories/article'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>
beforeEach(async () => {
  site = await makeSite()
  admin = await site.as('admin', 'Ada')
})

const LINKS: RuleInput = { name: 'Links', condition: 'links>0', outcome: 'hold' }
const SPAM: RuleInput = { name: 'Pills', condition: 'pills links>0', outcome: 'reject', reason: 'spam' }
const add = (input: RuleInput) => addRule(admin, input)
const change = (id: string, patch: Parameters<typeof changeRule>[1]['patch']) => changeRule(admin, { id, patch })
const trial = (id: string) => tryRule(admin, { id, input: {} })
const namesInOrder = async () => (await listRules(admin)).map(({ name }) => name)
const readActs = async () => (await listAuditEntries(admin)).entries.map(({ act }) => act).reverse()

describe('rules', () => {
  it('are added off, in their order, are moved, renamed and removed, and the log of changes says who did', async () => {
    const a = await add({ name: '  Links in politics ', condition: ' links>1  section:Politics ', outcome: 'hold' })
    expect(a).toEqual({
      ...{ id: a.id, name: 'Links in politics', condition: 'links>1  section:Politics', outcome: 'hold', reason: null },
      ...{ isOn: false, triedAt: null, foretold: null, mostOtherwise: 0.1, stopped: null },
    })
    const b = await add(LINKS)
    const c = await add(SPAM)
    await change(c.id, { place: 0 })
    expect(await namesInOrder()).toEqual(['Pills', 'Links in politics', 'Links'])
    await change(b.id, { name: 'Any link', isOn: true })
    await change(b.id, { isOn: false })
    await removeRule(admin, a.id)
    expect(await namesInOrder()).toEqual(['Pills', 'Any link'])
    expect(await readActs()).toEqual([
      ...['rule.create', 'rule.create', 'rule.create', 'rule.move', 'rule.change', 'rule.on', 'rule.off', 'rule.remove'],
    ])
  })

  it('that decide in a person’s place are turned on only as they were tried', async () => {
    const { id } = await add(SPAM)
    await expect(change(id, { isOn: true })).rejects.toMatchObject({ code: 'not_allowed' })
    await trial(id)
    expect(await change(id, { isOn: true })).toMatchObject({ isOn: true })
    expect(await change(id, { name: 'Pills again' })).toMatchObject({ isOn: true })
    // Into something that was not tried.
    expect(await change(id, { condition: 'links>0' })).toMatchObject({ isOn: false, triedAt: null })
    await expect(change(id, { isOn: true })).rejects.toMatchObject({ code: 'not_allowed' })
    expect(await change(id, { condition: SPAM.condition, isOn: true })).toMatchObject({ isOn: true })
    expect(await change(id, { outcome: 'publish', reason: null })).toMatchObject({ isOn: false, triedAt: null, reason: null })
    expect(await change(id, { outcome: 'hold', isOn: true })).toMatchObject({ isOn: true })
    // Nor can the database be told otherwise.
    await expect(
      getDb().query(`UPDATE rule SET outcome = 'reject', reason = 'spam', tried_condition = NULL WHERE site_id = $1`, [site.id]),
    ).rejects.toThrow('rule_tried')
  })

  it('say where a condition is not understood, and ask for a reason where one is needed', async () => {
    await expect(add({ ...LINKS, condition: 'links>0 author:Marta' })).rejects.toMatchObject({
      code: 'invalid_input',
      detail: { problems: [{ path: ['condition', 8, 20] }] },
    })
    await expect(add({ ...LINKS, condition: '   ' })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(add({ ...SPAM, reason: null })).rejects.toMatchObject({
      code: 'invalid_input',
      detail: { problems: [{ path: ['reason'] }] },
    })
    await expect(add({ ...LINKS, reason: 'spam' })).rejects.toMatchObject({
      code: 'invalid_input',
      detail: { problems: [{ path: ['reason'] }] },
    })
    await expect(add({ ...SPAM, reason: 'Sales talk' })).rejects.toMatchObject({ code: 'not_allowed' })
    await addOwnReason(admin, { label: 'Sales talk', message: '' })
    expect(await add({ ...SPAM, reason: 'Sales talk' })).toMatchObject({ reason: 'Sales talk' })
    await expect(add({ ...LINKS, name: 'PILLS' })).rejects.toMatchObject({ code: 'conflict' })
  })

  it(`are ${MAX_RULES} at most`, async () => {
    for (let at = 0; at < MAX_RULES; at++) await add({ ...LINKS, name: `r${at}` })
    await expect(add(LINKS)).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('are for administrators, and those of one site are not another’s', async () => {
    const { id } = await add(LINKS)
    for (const other of [await site.as('moderator'), await site.as('editor'), site.asKey('ingest', 'read')]) {
      await expect(listRules(other)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(addRule(other, LINKS)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(changeRule(other, { id, patch: { isOn: true } })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(removeRule(other, id)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(tryRule(other, { id, input: {} })).rejects.toMatchObject({ code: 'forbidden' })
    }
    const elsewhere = await (await makeSite()).as('admin')
    await expect(changeRule(elsewhere, { id, patch: { isOn: true } })).rejects.toMatchObject({ code: 'not_found' })
    await expect(removeRule(elsewhere, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(tryRule(elsewhere, { id, input: {} })).rejects.toMatchObject({ code: 'not_found' })
    await expect(trial(uuidv7())).rejects.toMatchObject({ code: 'not_found' })
    expect(await listRules(elsewhere)).toEqual([])
  })
})

describe('a rule that is tried', () => {
  const NAMES = ['kept', 'marked', 'rejected', 'undecided', 'plain']
  async function sendAll(): Promise<Map<string, string>> {
    await makeArticle(site, { externalId: 'a', title: 'The tram' })
    const items = NAMES.map((name) => ({
      externalId: name,
      articleExternalId: 'a',
      body: name === 'plain' ? 'No address' : `Text ${name} https://x.example`,
    }))
    const written = await ingestComments(site.asKey('ingest'), items)
    const ids = new Map(written.items.flatMap((item) => ('id' in item ? [[item.externalId, item.id] as const] : [])))
    const decide = (name: string, act: Parameters<typeof decideComment>[2]['act']) =>
      decideComment(admin, ids.get(name) ?? '', { version: 1, act })
    await decide('kept', { kind: 'approve' })
    await decide('marked', { kind: 'mark', mark: 'off_topic' })
    await decide('rejected', { kind: 'reject', reason: 'spam' })
    return ids
  }

  it('says what it fits, what people made of that, and where they saw it otherwise, by its outcome', async () => {
    const ids = await sendAll()
    const { id } = await add(LINKS)
    const example = (made: string) => ({
      ...{ id: ids.get(made), excerpt: `Text ${made} https://x.example`, articleTitle: 'The tram', made, isHarsh: false },
    })
    const counts = { kept: 1, marked: 1, rejected: 1, undecided: 1 }
    const common = { days: 30, fits: 4, total: 5, counts, waited: 0 }
    const holds = await trial(id)
    expect(holds).toMatchObject({ ...common, agreed: { value: 2 / 3 }, examples: [example('kept')] })
    await change(id, { outcome: 'reject', reason: 'spam' })
    const rejects = await trial(id)
    expect(rejects).toMatchObject({ ...common, agreed: { value: 1 / 3 } })
    expect(rejects.examples.map(({ made }) => made).sort()).toEqual(['kept', 'marked'])
    await change(id, { outcome: 'publish' })
    expect(await trial(id)).toMatchObject({ ...common, agreed: { value: 1 / 3 } })
    expect(await readActs()).toEqual(['rule.create', 'rule.try', 'rule.change', 'rule.try', 'rule.change', 'rule.try'])
  })

  it('counts what waited, and nothing that is older or deleted at its source', async () => {
    const ids = await sendAll()
    await getDb().query(`UPDATE comment SET findings = '[{"phase":"hold_all","outcome":"hold","why":"x"}]' WHERE id = $1`, [
      ids.get('kept'),
    ])
    await getDb().query(`UPDATE comment SET status = 'removed' WHERE id = $1`, [ids.get('undecided')])
    await getDb().query(
      `UPDATE comment SET posted_at = now() - interval '40 days', ordered_at = now() - interval '40 days' WHERE id = $1`,
      [ids.get('marked')],
    )
    const { id } = await add(LINKS)
    expect(await trial(id)).toMatchObject({ fits: 2, total: 3, waited: 1, counts: { kept: 1, marked: 0, rejected: 1, undecided: 0 } })
    expect(await tryRule(admin, { id, input: { days: 90 } })).toMatchObject({ fits: 3, counts: { marked: 1 } })
  })

  it('fits nothing where there is nothing', async () => {
    const { id } = await add(LINKS)
    expect(await trial(id)).toEqual({
      ...{ days: 30, fits: 0, total: 0, waited: 0, agreed: null, examples: [] },
      counts: { kept: 0, marked: 0, rejected: 0, undecided: 0 },
    })
  })
})
