/** A comment under article a, as a CMS sends it. */
export const comment = (externalId: string, more: object = {}) => ({
  externalId,
  articleExternalId: 'a',
  body: `Text of ${externalId}`,
  ...more,
})

/** One request for each operation that is right, on a comment and an article that are there. */
export const OPERATIONS: { method: string; path: string; body?: object; scope: 'ingest' | 'read' }[] = [
  { method: 'PUT', path: '/articles/a', body: { title: 'Bridges' }, scope: 'ingest' },
  { method: 'GET', path: '/articles/a', scope: 'read' },
  { method: 'POST', path: '/comments', body: comment('c1'), scope: 'ingest' },
  { method: 'PATCH', path: '/comments/c1', body: { body: 'Other' }, scope: 'ingest' },
  { method: 'DELETE', path: '/comments/c1', scope: 'ingest' },
  { method: 'GET', path: '/comments/c1', scope: 'read' },
  { method: 'GET', path: '/articles/a/comments', scope: 'read' },
  { method: 'GET', path: '/decisions', scope: 'read' },
  { method: 'POST', path: '/comments/c1/reports', body: { reason: 'abuse' }, scope: 'ingest' },
]
