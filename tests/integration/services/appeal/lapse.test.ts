import { describe, expect, it } from 'vitest'
import { listAppeals } from '@/lib/services/appeal/list'
import { decideComment } from '@/lib/services/comment/decide'
import { editComment } from '@/lib/services/comment/edit'
import { removeComment } from '@/lib/services/comment/remove'
import { listQueue } from '@/lib/services/queue/list'
import { answer, appeal, decide, fillWorld, isFlagged, listOpen, readState, REJECT, WORDS, world } from '@/tests/factories/appeal-world'
import { makeComment } from '@/tests/factories/comment'

fillWorld()

describe('what the source does', () => {
  it('a deletion lets it lapse', async () => {
    await decide(REJECT)
    const { id } = await appeal()
    await removeComment(world.site.asKey('ingest'), 'c')
    expect([await listOpen(), await isFlagged()]).toEqual([[], false])
    expect((await listAppeals(world.ann, { state: 'answered', outcome: 'lapsed' })).appeals).toMatchObject([
      { id, row: { body: '' }, answer: null },
    ])
    await expect(answer(id, 'upheld')).rejects.toMatchObject({ code: 'not_allowed', message: /needs no answer/ })
    await expect(appeal('Other words')).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('a new text in place of a rejected one lets it lapse; that of a marked one leaves it open', async () => {
    await decide(REJECT)
    await appeal()
    await editComment(world.site.asKey('ingest'), 'c', { body: 'Milder words' })
    expect([await listOpen(), (await readState()).status]).toEqual([[], 'pending'])
    const marked = await makeComment(world.site, { externalId: 'm', status: 'published' })
    await decideComment(world.mo, marked.id, { version: 1, act: { kind: 'mark', mark: 'off_topic' } })
    await appeal(WORDS, 'm')
    await editComment(world.site.asKey('ingest'), 'm', { body: 'Other words' })
    expect(await listOpen()).toMatchObject([{ row: { externalId: 'm', revision: 2, body: 'Other words' }, decision: { revision: 1 } }])
  })
})

it('a search finds the comments on which an appeal is open', async () => {
  await makeComment(world.site, { externalId: 'calm', status: 'published' })
  await decide(REJECT)
  const { id } = await appeal()
  const find = async (q: string) => (await listQueue(world.ann, { queue: 'newest', q })).rows.map(({ externalId }) => externalId)
  expect([await find('is:appealed'), await find('-is:appealed'), await find('is:appealed is:rejected')]).toEqual([['c'], ['calm'], ['c']])
  await answer(id, 'upheld')
  expect(await find('is:appealed')).toEqual([])
})

it('lists the oldest first, page by page, and tells how many there are', async () => {
  for (const externalId of ['x', 'y', 'z']) {
    const { id } = await makeComment(world.site, { externalId, status: 'published' })
    await decideComment(world.mo, id, { version: 1, act: REJECT })
    await appeal(`About ${externalId}`, externalId)
  }
  const first = await listAppeals(world.ann, { limit: 2 })
  const second = await listAppeals(world.ann, { limit: 2, cursor: first.nextCursor })
  expect([first, second].map(({ appeals }) => appeals.map(({ statement }) => statement))).toEqual([['About x', 'About y'], ['About z']])
  expect([first.open, second.nextCursor]).toEqual([3, null])
  await expect(listAppeals(world.site.asKey('ingest'), {})).rejects.toMatchObject({ code: 'forbidden' })
})
