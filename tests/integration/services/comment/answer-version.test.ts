import { beforeEach, expect, it } from 'vitest'
import type { AcceptedComment } from '@/lib/contracts/ingest'
import { decideComment } from '@/lib/services/comment/decide'
import { editComment } from '@/lib/services/comment/edit'
import { getComment } from '@/lib/services/comment/get'
import { ingestComments } from '@/lib/services/comment/ingest'
import { removeComment } from '@/lib/services/comment/remove'
import { readFeed } from '@/lib/services/feed/read'
import { makeArticle } from '@/tests/factories/article'
import { closeReplies } from '@/tests/factories/closed-replies'
import { makeRule } from '@/tests/factories/rule'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
beforeEach(async () => {
  site = await makeSite()
  await makeArticle(site, { externalId: 'a' })
})

/** Sends one comment; what the CMS is told must be what is stored. */
async function send(externalId: string, more: object = {}) {
  const sent = { externalId, articleExternalId: 'a', body: `Text of ${externalId}`, ...more }
  const { items } = await ingestComments(site.asKey('ingest'), [sent])
  return told(items[0] as AcceptedComment)
}

async function told({ id, externalId, outcome, status, version }: AcceptedComment) {
  expect(await getComment(site.asKey('read'), externalId)).toMatchObject({ status, version })
  return { id, told: [outcome, status, version] }
}

const edit = async (externalId: string, body: string) => told(await editComment(site.asKey('ingest'), externalId, { body }))
const readItems = async () => (await readFeed(site.asKey('read'), { after: 0, limit: 50, wait: 0 }, new AbortController().signal)).items

it('an edit’s answer is newer than the decision before it, so that a CMS which hears of that late leaves it', async () => {
  const { id, told: first } = await send('c')
  expect(first).toEqual(['created', 'published', 1])
  expect((await send('c')).told).toEqual(['unchanged', 'published', 1])
  await decideComment(await site.as('moderator'), id, { version: 1, act: { kind: 'approve' } })
  expect((await send('c')).told).toEqual(['unchanged', 'approved', 2])
  expect((await edit('c', 'Another text')).told).toEqual(['updated', 'published', 3])
  expect((await readItems()).map(({ comment }) => [comment?.status, comment?.version])).toEqual([['approved', 2]])
})

it('a deleted comment that is sent again, and one that was deleted before it came', async () => {
  await send('c', { revision: 1 })
  await removeComment(site.asKey('ingest'), 'c', 2)
  expect((await send('c', { revision: 1 })).told).toEqual(['stale', 'removed', 2])
  expect((await send('c', { revision: 3 })).told).toEqual(['updated', 'published', 3])
  await removeComment(site.asKey('ingest'), 'early', 2)
  expect((await send('early', { revision: 1 })).told).toEqual(['created', 'removed', 1])
})

it('what a rule rejects and what closed replies hold are decisions of their own', async () => {
  await makeRule(await site.as('admin'), { name: 'Pills', condition: 'pills', outcome: 'reject', reason: 'spam' })
  expect((await send('c', { body: 'Cheap pills' })).told).toEqual(['created', 'rejected', 2])
  await send('reply', { parentExternalId: 'parent' })
  const { id } = await send('closed')
  await closeReplies(await site.as('moderator'), id, 1)
  await send('parent', { parentExternalId: 'closed' })
  expect((await send('reply', { parentExternalId: 'parent' })).told).toEqual(['unchanged', 'pending', 2])
  expect((await edit('c', 'Cheap pills, still')).told).toEqual(['updated', 'pending', 3])
})
