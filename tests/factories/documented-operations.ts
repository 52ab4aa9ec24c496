import { getDb } from '@/lib/db/connection'
import { decideComment } from '@/lib/services/comment/decide'
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

/** One request for each operation that is right, on a rejected comment and an article that are there. */
export const OPERATIONS: { method: string; path: string; body?: object; scope: 'ingest' | 'read' }[] = [
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
]
