import { beforeEach, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import type { DecisionAct } from '@/lib/domain/decisions'
import { addAppeal } from '@/lib/services/appeal/add'
import { answerAppeal } from '@/lib/services/appeal/answer'
import { listAppeals } from '@/lib/services/appeal/list'
import { getCommentContext } from '@/lib/services/comment/context'
import { decideComment } from '@/lib/services/comment/decide'
import { editComment } from '@/lib/services/comment/edit'
import { removeComment } from '@/lib/services/comment/remove'
import type { Context } from '@/lib/services/context'
import { listQueue } from '@/lib/services/queue/list'
import { makeComment, type MadeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

const WORDS = 'I was quoting the mayor.'
const REJECT = { kind: 'reject', reason: 'abuse' } as const

let site: TestSite
let mo: Context
let ann: Context
let made: MadeComment
beforeEach(async () => {
  site = await makeSite()
  mo = await site.as('moderator', 'Mo')
  ann = await site.as('moderator', 'Ann')
  made = await makeComment(site, { externalId: 'c', status: 'published', body: 'You lie, all of you' })
})

const decide = async (act: DecisionAct, by = mo) =>
  decideComment(by, made.id, { version: (await getCommentContext(by, made.id)).row.version, act })
const appeal = (statement = WORDS, on = 'c') => addAppeal(site.asKey('ingest'), on, { statement })
const readState = async () => {
  const { row } = await getCommentContext(mo, made.id)
  return { version: row.version, status: row.state.status, marks: row.state.marks }
}
const listOpen = async (by = ann) => (await listAppeals(by, {})).appeals
const answer = async (id: string, outcome: 'granted' | 'upheld', more: object = {}, by = ann) =>
  answerAppeal(by, id, { version: (await readState()).version, outcome, ...more })
const isFlagged = async () => {
  const [row] = await getDb().query<{ yes: boolean }>('SELECT appealed_at IS NOT NULL AS yes FROM comment WHERE id = $1', [made.id])
  return row?.yes
}

describe('what the source does', () => {
  it('a deletion lets it lapse', async () => {
    await decide(REJECT)
    const { id } = await appeal()
    await removeComment(site.asKey('ingest'), 'c')
    expect([await listOpen(), await isFlagged()]).toEqual([[], false])
    expect((await listAppeals(ann, { state: 'answered', outcome: 'lapsed' })).appeals).toMatchObject([
      { id, row: { body: '' }, answer: null },
    ])
    await expect(answer(id, 'upheld')).rejects.toMatchObject({ code: 'not_allowed', message: /needs no answer/ })
    await expect(appeal('Other words')).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('a new text in place of a rejected one lets it lapse; that of a marked one leaves it open', async () => {
    await decide(REJECT)
    await appeal()
    await editComment(site.asKey('ingest'), 'c', { body: 'Milder words' })
    expect([await listOpen(), (await readState()).status]).toEqual([[], 'pending'])
    const marked = await makeComment(site, { externalId: 'm', status: 'published' })
    await decideComment(mo, marked.id, { version: 1, act: { kind: 'mark', mark: 'off_topic' } })
    await appeal(WORDS, 'm')
    await editComment(site.asKey('ingest'), 'm', { body: 'Other words' })
    expect(await listOpen()).toMatchObject([{ row: { externalId: 'm', revision: 2, body: 'Other words' }, decision: { revision: 1 } }])
  })
})

it('a search finds the comments on which an appeal is open', async () => {
  await makeComment(site, { externalId: 'calm', status: 'published' })
  await decide(REJECT)
  const { id } = await appeal()
  const find = async (q: string) => (await listQueue(ann, { queue: 'newest', q })).rows.map(({ externalId }) => externalId)
  expect([await find('is:appealed'), await find('-is:appealed'), await find('is:appealed is:rejected')]).toEqual([['c'], ['calm'], ['c']])
  await answer(id, 'upheld')
  expect(await find('is:appealed')).toEqual([])
})

it('lists the oldest first, page by page, and tells how many there are', async () => {
  for (const externalId of ['x', 'y', 'z']) {
    const { id } = await makeComment(site, { externalId, status: 'published' })
    await decideComment(mo, id, { version: 1, act: REJECT })
    await appeal(`About ${externalId}`, externalId)
  }
  const first = await listAppeals(ann, { limit: 2 })
  const second = await listAppeals(ann, { limit: 2, cursor: first.nextCursor })
  expect([first, second].map(({ appeals }) => appeals.map(({ statement }) => statement))).toEqual([['About x', 'About y'], ['About z']])
  expect([first.open, second.nextCursor]).toEqual([3, null])
  await expect(listAppeals(site.asKey('ingest'), {})).rejects.toMatchObject({ code: 'forbidden' })
})
