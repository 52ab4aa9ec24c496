import { expect } from 'vitest'
import type { ParleyClient } from '@/lib/contracts/client'
import { getDb } from '@/lib/db/connection'
import { decideComment } from '@/lib/services/comment/decide'
import { eraseNext } from '@/lib/services/erasure/work'
import type { TestSite } from './site'

/** A moderator rejects the comment as it was sent. */
export async function rejectComment(site: TestSite, externalId: string): Promise<void> {
  const [stored] = await getDb().query<{ id: string }>('SELECT id FROM comment WHERE site_id = $1 AND external_id = $2', [
    site.id,
    externalId,
  ])
  await decideComment(await site.as('moderator'), stored?.id ?? '', { version: 1, act: { kind: 'reject', reason: 'abuse' } })
}

/** A comment under article a, as a CMS sends it. */
export const comment = (externalId: string, more: object = {}) => ({
  externalId,
  articleExternalId: 'a',
  body: `Text of ${externalId}`,
  ...more,
})

/** Somebody with one comment, by the client: what is kept of them, and that it goes. */
export async function giveOutAndErase(client: ParleyClient): Promise<void> {
  await client.postComments([comment('c1', { author: { externalId: 'u1', name: 'Ann' } })])
  expect(await client.getCommenterData('u1')).toMatchObject({ commenter: { name: 'Ann' }, comments: [{ externalId: 'c1' }] })
  const asked = await client.eraseCommenter('u1')
  expect(asked).toMatchObject({ state: 'running', comments: 1 })
  expect(await client.getErasure('u1')).toEqual(asked)
  while (await eraseNext(getDb(), new Date()));
  expect(await client.eraseCommenter('u1')).toMatchObject({ state: 'done', erased: 1 })
  expect(await client.getErasure('u1')).toMatchObject({ state: 'done', erased: 1 })
  await expect(client.getCommenterData('u1')).rejects.toMatchObject({ problem: { status: 404 } })
}

/** One request for each operation that is right, on a rejected comment and an article that are there. */
export const OPERATIONS: { method: string; path: string; body?: object; scope: 'ingest' | 'read' | 'privacy' }[] = [
  { method: 'PUT', path: '/articles/a', body: { title: 'Bridges' }, scope: 'ingest' },
  { method: 'GET', path: '/articles/a', scope: 'read' },
  { method: 'POST', path: '/comments', body: comment('c1'), scope: 'ingest' },
  { method: 'PATCH', path: '/comments/c1', body: { body: 'Other' }, scope: 'ingest' },
  { method: 'DELETE', path: '/comments/c1', scope: 'ingest' },
  { method: 'GET', path: '/comments/c1', scope: 'read' },
  { method: 'GET', path: '/articles/a/comments', scope: 'read' },
  { method: 'GET', path: '/decisions', scope: 'read' },
  { method: 'GET', path: '/transparency', scope: 'read' },
  { method: 'POST', path: '/comments/c1/reports', body: { reason: 'abuse' }, scope: 'ingest' },
  { method: 'POST', path: '/comments/c1/appeals', body: { statement: 'I was quoting the mayor.' }, scope: 'ingest' },
  { method: 'GET', path: '/commenters/u1/data', scope: 'privacy' },
  { method: 'DELETE', path: '/commenters/u1', scope: 'privacy' },
  { method: 'GET', path: '/commenters/u1/erasure', scope: 'privacy' },
]
