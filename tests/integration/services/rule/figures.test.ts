import { beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { getDb } from '@/lib/db/connection'
import type { DecisionAct } from '@/lib/domain/decisions'
import { decideComment } from '@/lib/services/comment/decide'
import { editComment } from '@/lib/services/comment/edit'
import { ingestComments } from '@/lib/services/comment/ingest'
import { removeComment } from '@/lib/services/comment/remove'
import { undoDecision } from '@/lib/services/decision/undo'
import { changeRule } from '@/lib/services/rule/change'
import { readRuleFigures } from '@/lib/services/rule/figures'
import { followRules } from '@/lib/services/rule/follow'
import { listSeenOtherwise } from '@/lib/services/rule/otherwise'
import { tryRule } from '@/lib/services/rule/try'
import { closeReplies } from '@/tests/factories/closed-replies'
import { makeArticle } from '@/tests/factories/article'
import { explain } from '@/tests/factories/plan'
import { recordStatements } from '@/tests/factories/recording-db'
import { makeRule } from '@/tests/factories/rule'
import { makeSite, type TestSite } from '@/tests/factories/site'

const DAY = 86_400_000
let at: number
let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>
beforeEach(async () => {
  at = Date.parse('2026-03-10T12:00:00Z')
  site = await makeSite(() => new Date(at++))
  admin = await site.as('admin', 'Ada')
  await makeArticle(site, { externalId: 'a', title: 'The tram' })
})

const SPAM = { name: 'Pills', condition: 'pills', outcome: 'reject', reason: 'spam' } as const
const send = async (...bodies: string[]): Promise<string[]> => {
  const items = bodies.map((body) => ({ externalId: uuidv7(), articleExternalId: 'a', body }))
  return (await ingestComments(site.asKey('ingest'), items)).items.flatMap((item) => ('id' in item ? item.id : []))
}
const decide = async (id: string | undefined, act: DecisionAct) => {
  const [row] = await getDb().query<{ version: number }>('SELECT version FROM comment WHERE id = $1', [id])
  return decideComment(admin, id ?? '', { version: row?.version ?? 0, act })
}
const spans = (today: number, week = today, month = week) => ({ today, week, month })
const readFigures = async (id: string) => {
  const figures = (await readRuleFigures(admin)).find((one) => one.id === id)
  const { did = [], ...seen } = figures ?? {}
  return { ...Object.fromEntries(did.map(({ outcome, ...count }) => [outcome, count])), ...seen }
}
const APPROVE = { kind: 'approve' } as const
const REJECT = { kind: 'reject', reason: 'abuse' } as const
const NONE = spans(0)

describe('what a rule did', () => {
  it('is counted by what happened and by what people made of it, today and further back', async () => {
    const { id } = await makeRule(admin, SPAM)
    await send('pills, long ago')
    at += 20 * DAY
    const [older] = await send('pills, some days ago')
    at += 5 * DAY
    const [agreed, otherwise] = await send('pills 1', 'pills 2', 'pills 3', 'plain')
    await decide(older, APPROVE)
    await decide(agreed, REJECT)
    await decide(otherwise, { kind: 'mark', mark: 'off_topic' })
    expect(await readFigures(id)).toMatchObject({
      ...{ reject: spans(3, 4, 5), publish: NONE, hold: NONE, passed_over: NONE },
      // A mark leaves it rejected.
      ...{ same: spans(2), otherwise: spans(0, 1), unseen: spans(1, 1, 2), share: null },
    })
  })

  it('passes over what another rule decided before it, or a person', async () => {
    const first = await makeRule(admin, { condition: 'tram', outcome: 'publish' })
    const second = await makeRule(admin, { condition: 'late', outcome: 'hold' })
    await send('The tram is late', 'The bus is late')
    await getDb().query(`UPDATE article SET state = 'held' WHERE site_id = $1`, [site.id])
    await send('The tram again')
    expect(await readFigures(first.id)).toMatchObject({ publish: spans(1), passed_over: spans(1), unseen: spans(1) })
    expect(await readFigures(second.id)).toMatchObject({ hold: spans(1), passed_over: spans(1), unseen: spans(1) })
  })

  it('is of a text: an edit is another, and an undo brings back what stood before', async () => {
    const { id } = await makeRule(admin, { condition: 'pills', outcome: 'hold' })
    const [one, other] = await send('pills one', 'pills other')
    await decide(one, APPROVE)
    const { decisionId } = await decide(other, APPROVE)
    expect(await readFigures(id)).toMatchObject({ hold: spans(2), otherwise: spans(2), unseen: NONE })
    await undoDecision(admin, decisionId)
    expect(await readFigures(id)).toMatchObject({ otherwise: spans(1), unseen: spans(1) })
    const [row] = await getDb().query<{ external_id: string }>('SELECT external_id FROM comment WHERE id = $1', [one])
    await editComment(site.asKey('ingest'), row?.external_id ?? '', { body: 'more pills' })
    expect(await readFigures(id)).toMatchObject({ hold: spans(3), same: NONE, otherwise: spans(1), unseen: spans(2) })
    await decide(one, REJECT)
    expect(await readFigures(id)).toMatchObject({ hold: spans(3), same: spans(1), otherwise: spans(1), unseen: spans(1) })
  })

  it('counts a rejection that an administrator takes back as seen otherwise, though it waits', async () => {
    const { id } = await makeRule(admin, SPAM)
    const [comment] = await send('pills')
    const [decision] = await getDb().query<{ id: string }>('SELECT id FROM decision WHERE comment_id = $1', [comment])
    await undoDecision(admin, decision?.id ?? '')
    expect(await readFigures(id)).toMatchObject({ reject: spans(1), otherwise: spans(1), unseen: NONE })
    expect(await listSeenOtherwise(admin, id)).toMatchObject({ comments: [{ id: comment, did: 'reject', made: 'undone' }] })
  })

  it('stays what people made of a text when its source deletes it, whatever is done with it then', async () => {
    const { id } = await makeRule(admin, SPAM)
    const [agreed, unseen] = await send('pills one', 'pills two')
    await decide(agreed, REJECT)
    for (const comment of [agreed, unseen]) {
      const [row] = await getDb().query<{ external_id: string }>('SELECT external_id FROM comment WHERE id = $1', [comment])
      await removeComment(site.asKey('ingest'), row?.external_id ?? '')
      const [gone] = await getDb().query<{ version: number }>('SELECT version FROM comment WHERE id = $1', [comment])
      await closeReplies(admin, comment ?? '', gone?.version ?? 0)
    }
    expect(await readFigures(id)).toMatchObject({ reject: spans(2), same: spans(1), otherwise: NONE, unseen: spans(1) })
  })

  it('says from ten on which share was seen otherwise, beside what the trial had found', async () => {
    await Promise.all(
      (await send(...Array.from({ length: 12 }, (_, one) => `Read https://x.example/${one}`))).map((id, one) =>
        decide(id, one < 3 ? APPROVE : REJECT),
      ),
    )
    const rule = await makeRule(admin, { ...SPAM, condition: 'links>0' })
    // Wilson's interval of 3 in 12 and of 1 in 10.
    expect(rule.foretold).toMatchObject({
      value: 0.25,
      low: expect.closeTo(0.0889, 4) as number,
      high: expect.closeTo(0.5323, 4) as number,
    })
    const ids = await send(...Array.from({ length: 10 }, (_, one) => `Read https://y.example/${one}`))
    for (const id of ids.slice(1)) await decide(id, REJECT)
    expect(await readFigures(rule.id)).toMatchObject({ same: spans(9), share: null })
    await decide(ids[0], APPROVE)
    expect(await readFigures(rule.id)).toMatchObject({
      share: { value: 0.1, low: expect.closeTo(0.0179, 4) as number, high: expect.closeTo(0.4042, 4) as number },
    })
    expect(await changeRule(admin, { id: rule.id, patch: { condition: 'links>1' } })).toMatchObject({ foretold: null })
  })

  it('stays what it did when it is renamed, changed and turned off, each time of being on told apart', async () => {
    const rule = await makeRule(admin, SPAM)
    await send('pills')
    await changeRule(admin, { id: rule.id, patch: { name: 'Chemists' } })
    await send('pills')
    await changeRule(admin, { id: rule.id, patch: { outcome: 'hold', isOn: true } })
    await send('pills')
    await changeRule(admin, { id: rule.id, patch: { isOn: false } })
    await tryRule(admin, { id: rule.id, input: {} })
    await send('pills')
    expect(await readFigures(rule.id)).toMatchObject({ reject: spans(2), hold: spans(1), unseen: spans(3) })
    const runs = await getDb().query<{ run: number }>('SELECT run FROM rule_deed WHERE site_id = $1 ORDER BY at', [site.id])
    expect(runs.map(({ run }) => run)).toEqual([2, 2, 3])
  })
})

describe('what people saw otherwise', () => {
  it('is listed as the rule saw it, the newest first, without what is gone', async () => {
    const { id } = await makeRule(admin, SPAM)
    const [first, second, same, gone] = await send('pills one', 'pills two', 'pills three', 'pills four')
    for (const one of [first, second, gone]) await decide(one, APPROVE)
    await decide(same, REJECT)
    const names = await getDb().query<{ id: string; external_id: string }>('SELECT id, external_id FROM comment WHERE site_id = $1', [
      site.id,
    ])
    const nameOf = (one: string | undefined) => names.find((row) => row.id === one)?.external_id ?? ''
    await removeComment(site.asKey('ingest'), nameOf(gone))
    await editComment(site.asKey('ingest'), nameOf(first), { body: 'Something else' })
    const { comments, hasMore } = await listSeenOtherwise(admin, id)
    expect(hasMore).toBe(false)
    expect(
      comments.map(({ id: comment, excerpt, articleTitle, did, made }) => ({ comment, excerpt, articleTitle, did, made })).sort(byText),
    ).toEqual([
      { comment: first, excerpt: 'pills one', articleTitle: 'The tram', did: 'reject', made: 'kept' },
      { comment: second, excerpt: 'pills two', articleTitle: 'The tram', did: 'reject', made: 'kept' },
    ])
  })
})
const byText = (a: { excerpt: string }, b: { excerpt: string }) => a.excerpt.localeCompare(b.excerpt)

describe('watching', () => {
  it('is for administrators, of their own site', async () => {
    const { id } = await makeRule(admin, SPAM)
    for (const other of [await site.as('moderator'), await site.as('editor'), site.asKey('ingest', 'read')]) {
      await expect(readRuleFigures(other)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(listSeenOtherwise(other, id)).rejects.toMatchObject({ code: 'forbidden' })
    }
    const elsewhere = await (await makeSite()).as('admin')
    expect(await readRuleFigures(elsewhere)).toEqual([])
    await expect(listSeenOtherwise(elsewhere, id)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('begins again where it was when it dies, and counts nothing twice', async () => {
    const { id } = await makeRule(admin, SPAM)
    const [one] = await send('pills', 'pills')
    await decide(one, APPROVE)
    const dying = getDb().transaction(async (db) => {
      await followRules(db, site.id)
      throw new Error('killed')
    })
    await expect(dying).rejects.toThrow('killed')
    await Promise.all([followRules(getDb(), site.id), followRules(getDb(), site.id)])
    await getDb().query('UPDATE rule_watch SET position = 0 WHERE site_id = $1', [site.id])
    expect(await readFigures(id)).toMatchObject({ reject: spans(2), otherwise: spans(1), unseen: spans(1) })
  })

  it('costs ingest one statement where a rule fits, and none where none does', async () => {
    const count = async (body: string) => {
      const db = recordStatements(getDb())
      await ingestComments({ ...site.asKey('ingest'), db }, [{ externalId: uuidv7(), articleExternalId: 'a', body }])
      return db.statements.map(({ text }) => text)
    }
    const before = await count('pills')
    const { id } = await makeRule(admin, { condition: 'pills', outcome: 'hold' })
    expect(await count('plain')).toHaveLength(before.length)
    const fitted = await count('pills')
    expect(fitted.filter((text) => text.includes('rule_deed'))).toHaveLength(1)
    expect(fitted).toHaveLength(before.length + 1)
    expect(await readFigures(id)).toMatchObject({ hold: spans(1) })
  })

  it.each(['custom', 'generic'] as const)('reads no table from end to end: %s plans', async (mode) => {
    const { id } = await makeRule(admin, SPAM)
    await getDb().query(
      `INSERT INTO rule_deed (site_id, comment_id, revision, rule_id, run, outcome, at, made, made_at)
       SELECT $1, gen_random_uuid(), 1, $2, 2, 'reject', $3::timestamptz - n * interval '1 hour', CASE WHEN n % 50 = 0 THEN 'kept'::rule_made END,
         CASE WHEN n % 50 = 0 THEN $3::timestamptz END
       FROM generate_series(1, 20000) n`,
      [site.id, id, new Date(at)],
    )
    await getDb().query('ANALYZE rule_deed')
    const [one] = await send('pills')
    await decide(one, APPROVE)
    const db = recordStatements(getDb())
    await readRuleFigures({ ...admin, db })
    await listSeenOtherwise({ ...admin, db }, id)
    const asked = db.statements.filter(({ text }) => text.includes('rule_deed'))
    const plans = await Promise.all(asked.map((statement) => explain(getDb(), statement, mode)))
    expect(plans.flatMap(({ sequential }) => sequential)).toEqual([])
    expect(new Set(plans.flatMap(({ indexes }) => indexes.filter((name) => name.startsWith('rule_'))))).toEqual(
      new Set(['rule_deed_pkey', 'rule_deed_newest', 'rule_deed_made']),
    )
  })
})
