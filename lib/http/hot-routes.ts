import { handleDeleteComment } from './delete-comment'
import { handleGetDecisions } from './get-decisions'
import type { Handler } from './handler'
import { handlePatchComment } from './patch-comment'
import { handlePostBulk } from './post-bulk'
import { handlePostComments } from './post-comments'
import { handlePostCoral } from './post-coral'
import { postImport } from './settings-imports'

/** Handlers that the listener answers itself, by path and method. The route files under app/ export the same ones. */
const EXACT: Record<string, Partial<Record<string, Handler>>> = {
  '/api/v1/comments': { POST: handlePostComments },
  '/api/v1/decisions': { GET: handleGetDecisions },
  // A file may be large, and is kept as it comes in.
  '/api/v1/settings/imports': { POST: postImport },
  '/api/v1/comments/bulk': { POST: handlePostBulk },
}
const COMMENT = /^\/api\/v1\/comments\/[^/]+$/
const CORAL = /^\/api\/v1\/coral\/[^/]+$/
const ONE_COMMENT: Partial<Record<string, Handler>> = { PATCH: handlePatchComment, DELETE: handleDeleteComment }

/** The hot handler for a request; undefined leaves it to Next. */
export function findHotHandler(method: string, path: string): Handler | undefined {
  const exact = EXACT[path]
  if (exact) return exact[method]
  if (CORAL.test(path)) return method === 'POST' ? handlePostCoral : undefined
  return COMMENT.test(path) ? ONE_COMMENT[method] : undefined
}
