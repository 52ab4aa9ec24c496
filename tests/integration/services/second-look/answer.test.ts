import { uuidv7 } from 'uuidv7'
import { beforeEach, describe, expect, it } from 'vitest'
import { GET as getLook } from '@/app/api/v1/desk/second-looks/route'
import { getDb } from '@/lib/db/connection'
import type { DecisionAct } from '@/lib/domain/decisions'
import { LOOK_DAYS } from '@/lib/domain/second-look'
import { decideComment } from '@/lib/services/comment/decide'
import { editComment } from '@/lib/services/comment/edit'
import { removeComment } from '@/lib/services/comment/remove'
import type { Context } from '@/lib/services/context'
import { undoDecision } from '@/lib/services/decision/undo'
import { answerSecondLook, takeBackSecondLook } from '@/lib/services/second-look/answer'
import { drawLooks } from '@/lib/services/second-look/draw'
import { countLooks, findLook } from '@/lib/services/second-look/next'
import { makeArticle } from '@/tests/factories/article'
import { makeComment, type CommentOverrides, type MadeComment } from '@/tests/factories/comment'
import { requestAs } from '@/tests/factories/requests'
import { listLooks, wantLooks } from '@/tests/factories/second-look'
import { makeSite, type TestSite } from '@/tests/factories/site'

const START = Date.parse('2026-03-10T12:00:00.000Z')
const MINUTE = 60_000
const APPROVE = { kind: 'approve' } as const
const REJECT = { kind: 'reject', reason: 'hate' } as const

let at: number
let site: TestSite
let mo: Awaited<ReturnType<TestSite['as']>>
let teo: Awaited<ReturnType<TestSite['as']>>
beforeEach(async () => {
  at = START
  site = await makeSite(() => new Date(at))
  ;[mo, teo] = [await site.as('moderator', 'Mo'), await site.as('moderator', 'Teo')]
  await wantLooks(site)
})

const draw = async () => {
  at += 11 * MINUTE
  while (await drawLooks(getDb(), site.id, new Date(at)));
}
/** A comment that Mo has decided on, drawn for a second look. */
const makeLook = async (overrides: CommentOverrides = {}, act: DecisionAct = REJECT) => {
  const comment = await makeComment(site, overrides)
  const { decisionId } = await decideComment(mo, comment.id, { version: comment.version, act })
  await draw()
  const look = (await listLooks(site)).find(({ comment_id }) => comment_id === comment.id)
  return { ...comment, decisionId, lookId: look?.id ?? '' }
}
const answer = (ctx: Context, id: string, act: DecisionAct | { kind: 'unsure' } = APPROVE) =>
  answerSecondLook(ctx, { id, input: { answer: act } })
const next = async (ctx: Context, after?: string) => (await findLook(ctx, { after })).look

describe('a second look', () => {
  it('shows the comment with what stands above it and the article, and nothing of what was decided', async () => {
    // Over HTTP the clock is the real one.
    at = Date.now()
    const article = await makeArticle(site, { title: 'Night tram', section: 'City' })
    const top = await makeComment(site, { article, commenter: 'Vera', body: 'Why?' })
    const parent = await makeComment(site, { parent: top, commenter: 'Hannes', body: 'Because.' })
    const look = await makeLook({ parent, commenter: 'Vera', body: '<b>Nonsense</b>' })
    const request = await requestAs(teo.actor, 'GET', '/second-looks')
    const response = await getLook(request)
    const told = await response.text()
    const { body } = await readArticle(article.id)
    expect(JSON.parse(told)).toEqual({
      isOn: true,
      waiting: 1,
      look: {
        id: look.lookId,
        text: '<b>Nonsense</b>',
        isHarsh: false,
        ancestors: [
          { voice: 'A', text: 'Why?', isHarsh: false },
          { voice: 'B', text: 'Because.', isHarsh: false },
        ],
        article: { title: 'Night tram', section: 'City', standfirst: expect.toSatisfy(isTextOrNull) as unknown, body },
      },
    })
    for (const word of ['reject', 'hate', 'Mo"', 'Vera', 'Hannes', look.id, look.decisionId, mo.actor.id]) expect(told).not.toContain(word)
  })

  it('is never shown to who decided, undid, or had any other part in it; nor to other sites or to who may not decide', async () => {
    const { lookId, id } = await makeLook()
    expect([await next(mo), (await countLooks(mo)).waiting]).toEqual([null, 0])
    await expect(answer(mo, lookId)).rejects.toMatchObject({ code: 'not_allowed' })
    expect((await next(teo))?.id).toBe(lookId)
    const [row] = await getDb().query<{ version: number }>('SELECT version FROM comment WHERE id = $1', [id])
    await decideComment(teo, id, { version: row?.version ?? 0, act: APPROVE })
    expect(await next(teo)).toBeNull()
    await expect(answer(teo, lookId)).rejects.toMatchObject({ code: 'not_allowed' })
    const other = await (await makeSite(() => new Date(at))).as('moderator')
    expect(await findLook(other, {})).toEqual({ isOn: false, waiting: 0, look: null })
    await expect(answer(other, lookId)).rejects.toMatchObject({ code: 'not_found' })
    for (const ctx of [await site.as('editor'), site.asKey('read')]) {
      await expect(findLook(ctx, {})).rejects.toMatchObject({ code: 'forbidden' })
      await expect(answer(ctx, lookId)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(takeBackSecondLook(ctx, lookId)).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(answer(teo, uuidv7())).rejects.toMatchObject({ code: 'not_found' })
  })

  it('shows the text that was judged, and the one above as it stood then', async () => {
    const parent = await makeComment(site, { body: 'The parent as it was' })
    const look = await makeLook({ parent, body: 'The text as it was' })
    await editComment(site.asKey('ingest'), look.externalId, { body: 'Now another', revision: 5 })
    await editComment(site.asKey('ingest'), parent.externalId, { body: 'Another above', revision: 5 })
    const shown = await next(teo)
    expect([shown?.text, shown?.ancestors.map(({ text }) => text)]).toEqual(['The text as it was', ['The parent as it was']])
    await removeComment(site.asKey('ingest'), parent.externalId)
    expect((await next(teo))?.ancestors.map(({ text }) => text)).toEqual([null])
  })

  it('waits no longer when its comment is deleted, the decision undone, or its days are over', async () => {
    const [gone, undone, old] = [await makeLook(), await makeLook(), await makeLook()]
    await removeComment(site.asKey('ingest'), gone.externalId)
    await undoDecision(mo, undone.decisionId)
    expect([(await next(teo))?.id, (await countLooks(teo)).waiting]).toEqual([old.lookId, 1])
    at += LOOK_DAYS * 24 * 60 * MINUTE
    expect([await next(teo), (await countLooks(teo)).waiting]).toEqual([null, 0])
    for (const { lookId } of [gone, undone, old]) await expect(answer(teo, lookId)).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('comes round: each once, and again from the beginning', async () => {
    for (let n = 0; n < 4; n += 1) await makeLook()
    const seen: string[] = []
    let after: string | undefined
    for (let n = 0; n < 5; n += 1) seen.push((after = (await next(teo, after))?.id ?? ''))
    expect(new Set(seen).size).toBe(4)
    expect(seen[4]).toBe(seen[0])
  })

  it('is covered by its score, and not by a mark that would tell what was decided', async () => {
    await makeLook({}, { kind: 'mark', mark: 'uncivil', uncivilKind: 'threat' })
    expect((await next(teo))?.isHarsh).toBe(false)
    await getDb().query('UPDATE comment SET incivility = 0.7 WHERE site_id = $1', [site.id])
    expect((await next(teo))?.isHarsh).toBe(true)
  })
})

describe('an answer', () => {
  const read = async (id: string) => (await listLooks(site)).find((look) => look.id === id)?.second
  const comments = (of: MadeComment) => getDb().query('SELECT * FROM comment WHERE id = $1', [of.id])

  it('is kept and changes nothing of the comment', async () => {
    const [one, other] = [await makeLook(), await makeLook()]
    const before = [await comments(one), await getDb().query('SELECT count(*) FROM decision WHERE site_id = $1', [site.id])]
    await answer(teo, one.lookId, { kind: 'mark', mark: 'uncivil', uncivilKind: 'insult' })
    await answer(teo, other.lookId, { kind: 'unsure' })
    expect([await read(one.lookId), await read(other.lookId)]).toEqual(['uncivil', 'unsure'])
    expect([await comments(one), await getDb().query('SELECT count(*) FROM decision WHERE site_id = $1', [site.id])]).toEqual(before)
    expect((await countLooks(teo)).waiting).toBe(0)
  })

  it('is one: of two people who answer at once, one is told that a colleague was first', async () => {
    const { lookId } = await makeLook()
    const vera = await site.as('moderator', 'Vera')
    const outcomes = await Promise.allSettled([answer(teo, lookId, APPROVE), answer(vera, lookId, REJECT)])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
    expect(await read(lookId)).toBe(outcomes[0].status === 'fulfilled' ? 'approve' : 'reject')
  })

  it('can be taken back by who gave it, within minutes, and the look waits again', async () => {
    const { lookId } = await makeLook()
    await answer(teo, lookId)
    const vera = await site.as('moderator', 'Vera')
    await expect(takeBackSecondLook(vera, lookId)).rejects.toMatchObject({ code: 'not_found' })
    await takeBackSecondLook(teo, lookId)
    expect([await read(lookId), (await next(vera))?.id]).toEqual([null, lookId])
    await answer(vera, lookId)
    await expect(takeBackSecondLook(teo, lookId)).rejects.toMatchObject({ code: 'not_found' })
    at += 11 * MINUTE
    await expect(takeBackSecondLook(vera, lookId)).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('is in the words of the desk and by reasons that are in use', async () => {
    const { lookId } = await makeLook()
    await expect(answer(teo, lookId, { kind: 'clear_mark', mark: 'uncivil' })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(answer(teo, lookId, { kind: 'reject', reason: 'Never was' })).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(answer(teo, 'no-id')).rejects.toMatchObject({ code: 'not_found' })
  })
})

const isTextOrNull = (value: unknown) => value === null || typeof value === 'string'
async function readArticle(id: string) {
  const [row] = await getDb().query<{ body: string }>('SELECT body FROM article WHERE id = $1', [id])
  return row ?? { body: '' }
}
