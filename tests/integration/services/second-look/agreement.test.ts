import { uuidv7 } from 'uuidv7'
import { beforeEach, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import type { DecisionAct } from '@/lib/domain/decisions'
import type { LookAnswer } from '@/lib/domain/second-look'
import { decideComment } from '@/lib/services/comment/decide'
import { editComment } from '@/lib/services/comment/edit'
import { removeComment } from '@/lib/services/comment/remove'
import { undoDecision } from '@/lib/services/decision/undo'
import { readAgreement } from '@/lib/services/second-look/agreement'
import { answerSecondLook, takeBackSecondLook } from '@/lib/services/second-look/answer'
import { listDisagreements, settleDisagreement } from '@/lib/services/second-look/disagreements'
import { drawLooks } from '@/lib/services/second-look/draw'
import { makeArticle } from '@/tests/factories/article'
import { makeComment, type CommentOverrides } from '@/tests/factories/comment'
import { listLooks, wantLooks } from '@/tests/factories/second-look'
import { makeSite, type TestSite } from '@/tests/factories/site'

const START = Date.parse('2026-03-10T12:00:00.000Z')
const MINUTE = 60_000
const APPROVE = { kind: 'approve' } as const
const SPAM = { kind: 'reject', reason: 'spam' } as const
const OFF_TOPIC = { kind: 'mark', mark: 'off_topic' } as const
const INSULT = { kind: 'mark', mark: 'uncivil', uncivilKind: 'insult' } as const

type Person = Awaited<ReturnType<TestSite['as']>>
let at: number
let site: TestSite
let [mo, teo, lead]: Person[] = []
beforeEach(async () => {
  at = START
  site = await makeSite(() => new Date(at))
  ;[mo, teo, lead] = [await site.as('moderator', 'Mo'), await site.as('moderator', 'Teo'), await site.as('admin', 'Ada')]
  await wantLooks(site)
})
const person = (one: Person | undefined): Person => one ?? expect.unreachable()

/** Mo decides, Teo answers. */
const look = async (act: DecisionAct, answer: LookAnswer, overrides: CommentOverrides = {}) => {
  const comment = await makeComment(site, { article: { id: articleId }, ...overrides })
  const { decisionId, version } = await decideComment(person(mo), comment.id, { version: comment.version, act })
  at += 11 * MINUTE
  while (await drawLooks(getDb(), site.id, new Date(at)));
  const lookId = (await listLooks(site)).find((one) => one.decision_id === decisionId)?.id ?? ''
  await answerSecondLook(person(teo), { id: lookId, input: { answer } })
  return { ...comment, decisionId, version, lookId }
}
let articleId: string
beforeEach(async () => {
  articleId = (await makeArticle(site, { section: 'City' })).id
})
const agreement = (days = '90') => readAgreement(person(lead), { days })
const open = async () => (await listDisagreements(person(lead))).disagreements

describe('how far two people agree', () => {
  it('is told of all, by what was decided, by section and week, and what is taken for what', async () => {
    const sports = (await makeArticle(site, { section: 'Sports' })).id
    for (let n = 0; n < 7; n += 1) await look(APPROVE, APPROVE)
    await look(APPROVE, OFF_TOPIC)
    await look(OFF_TOPIC, APPROVE, { article: { id: sports } })
    await look(SPAM, { kind: 'reject', reason: 'hate' })
    await look(INSULT, SPAM)
    await look(SPAM, { kind: 'unsure' })
    at += 7 * 24 * 60 * MINUTE
    for (let n = 0; n < 3; n += 1) await look(APPROVE, APPROVE, { article: { id: sports } })
    const found = await agreement()
    expect(found).toMatchObject({ days: 90, drawn: 15, unsure: 1, waiting: 0, expired: 0, alpha: 'too_few' })
    expect([found.overall.total, found.overall.share?.value]).toEqual([14, 11 / 14])
    expect(found.byVerdict.map(({ verdict, total, share }) => [verdict, total, share?.value ?? null])).toEqual([
      ['approve', 11, 10 / 11],
      ['off_topic', 1, null],
      ['uncivil', 1, null],
      ['reject', 1, null],
    ])
    expect(found.bySection.map(({ section, total }) => [section, total])).toEqual([
      ['City', 10],
      ['Sports', 4],
    ])
    expect(found.byWeek.map(({ week, total }) => [week, total])).toEqual([
      ['2026-03-16', 3],
      ['2026-03-09', 11],
    ])
    expect(found.confusions).toEqual([
      { verdicts: ['approve', 'off_topic'], count: 2 },
      { verdicts: ['uncivil', 'reject'], count: 1 },
    ])
    at += 85 * 24 * 60 * MINUTE
    expect((await agreement()).overall.total).toBe(3)
    expect((await agreement('365')).overall.total).toBe(14)
  })

  it('takes chance away from thirty answers on', async () => {
    await getDb().query(
      `INSERT INTO second_look (site_id, id, decision_id, comment_id, article_id, revision, verdict, decided_at, expires_at, second, answer, answered_by, answered_at)
       SELECT $1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), $2, 1, (CASE WHEN n <= 26 THEN 'approve' ELSE 'reject' END)::look_verdict, $3, $3,
         (CASE WHEN n <= 20 OR n > 36 THEN 'approve' ELSE 'reject' END)::look_verdict, '{}', gen_random_uuid(), $3 FROM generate_series(1, 40) n`,
      [site.id, articleId, new Date(at)],
    )
    // The table of tests/unit/domain/agreement.test.ts, worked out by hand there.
    expect((await agreement()).alpha).toMatchObject({ value: expect.closeTo(1 - 1580 / 3000, 12) as number })
  })

  it('counts what was answered as it was answered, whatever became of the comment', async () => {
    const differed = await look(APPROVE, SPAM)
    await undoDecision(person(mo), differed.decisionId)
    const gone = await look(APPROVE, APPROVE)
    await removeComment(site.asKey('ingest'), gone.externalId)
    const back = await look(APPROVE, SPAM)
    await takeBackSecondLook(person(teo), back.lookId)
    expect(await agreement()).toMatchObject({ drawn: 3, waiting: 1, overall: { total: 2, share: null } })
    at += 8 * 24 * 60 * MINUTE
    expect(await agreement()).toMatchObject({ drawn: 3, waiting: 0, expired: 1 })
  })

  it('is for leads, each of their own site', async () => {
    await look(APPROVE, SPAM)
    const other = await (await makeSite(() => new Date(at))).as('admin')
    expect(await readAgreement(other, {})).toMatchObject({ drawn: 0, overall: { total: 0 } })
    expect(await listDisagreements(other)).toEqual({ disagreements: [], hasMore: false })
    for (const ctx of [person(teo), await site.as('editor'), site.asKey('read')]) {
      await expect(readAgreement(ctx, {})).rejects.toMatchObject({ code: 'forbidden' })
      await expect(listDisagreements(ctx)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(settleDisagreement(ctx, uuidv7())).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(readAgreement(person(lead), { days: '7' })).rejects.toMatchObject({ code: 'invalid_input' })
  })
})

describe('a disagreement', () => {
  it('is listed with the text that was judged and both opinions, without names', async () => {
    const one = await look({ ...INSULT, alsoReject: true }, APPROVE, { body: 'As it was' })
    await editComment(site.asKey('ingest'), one.externalId, { body: 'Another', revision: 3 })
    const held = await makeComment(site, { status: 'pending', article: { id: articleId } })
    await decideComment(person(mo), held.id, { version: 1, act: OFF_TOPIC })
    await decideComment(person(mo), held.id, { version: 2, act: APPROVE })
    at += 11 * MINUTE
    while (await drawLooks(getDb(), site.id, new Date(at)));
    const second = (await listLooks(site)).find((row) => row.comment_id === held.id)
    await answerSecondLook(person(teo), { id: second?.id ?? '', input: { answer: APPROVE } })
    await look(SPAM, { kind: 'reject', reason: 'hate' })
    await look(SPAM, { kind: 'unsure' })
    const found = await open()
    expect(found.map(({ commentId, text, first, second: other }) => [commentId, text, first, other])).toEqual([
      // Approved while it carried a mark: it was let stand with it.
      [held.id, expect.any(String), OFF_TOPIC, APPROVE],
      [one.id, 'As it was', { ...INSULT, alsoReject: true }, APPROVE],
    ])
    for (const name of ['"Mo"', '"Teo"', person(mo).actor.id, person(teo).actor.id]) expect(JSON.stringify(found)).not.toContain(name)
  })

  it('is settled when a lead lets the first decision stand, once, and nothing else changes', async () => {
    const one = await look(APPROVE, SPAM)
    const read = () => getDb().query('SELECT * FROM comment WHERE id = $1', [one.id])
    const before = await read()
    await settleDisagreement(person(lead), one.lookId)
    expect(await open()).toEqual([])
    expect(await read()).toEqual(before)
    const rows = await getDb().query('SELECT settled_by, settled_at FROM second_look WHERE id = $1', [one.lookId])
    expect(rows).toEqual([{ settled_by: 'Ada', settled_at: new Date(at) }])
    await expect(settleDisagreement(person(lead), one.lookId)).rejects.toMatchObject({ code: 'conflict' })
    await expect(settleDisagreement(person(lead), uuidv7())).rejects.toMatchObject({ code: 'not_found' })
    await expect(takeBackSecondLook(person(teo), one.lookId)).rejects.toMatchObject({ code: 'not_allowed' })
    const same = await look(APPROVE, APPROVE)
    await expect(settleDisagreement(person(lead), same.lookId)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is settled by a decision at the desk, and gone with its comment', async () => {
    const [decided, gone] = [await look(APPROVE, SPAM), await look(APPROVE, SPAM)]
    await decideComment(person(lead), decided.id, { version: decided.version, act: SPAM })
    await removeComment(site.asKey('ingest'), gone.externalId)
    expect(await open()).toEqual([])
    await expect(settleDisagreement(person(lead), decided.lookId)).rejects.toMatchObject({ code: 'conflict' })
  })
})
