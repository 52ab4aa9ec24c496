import { handleDeleteComment } from './api/delete-comment'
import { getCommentContext } from './desk/get-comment-context'
import { getDeskEvents } from './desk/events'
import { deleteClaim, putClaim } from './desk/teamwork'
import { getBatch, postBatch, postBatchStart, postBatchUndo } from './desk/batches'
import { getCounts } from './desk/get-counts'
import { handleGetDecisions } from './api/get-decisions'
import { getQueue } from './desk/get-queue'
import { getRows } from './desk/get-rows'
import type { Handler } from './handler'
import { handlePatchComment } from './api/patch-comment'
import { handlePostAnalyze, handlePostSuggestScore } from './api/post-analyze'
import { handlePostBulk } from './api/post-bulk'
import { handlePostComments } from './api/post-comments'
import { handlePostCoral } from './api/post-coral'
import { postDecision } from './desk/post-decision'
import { postUndo } from './desk/post-undo'
import { postImport } from './settings/imports'

type Methods = Partial<Record<string, Handler>>

/** Handlers that the listener answers itself, by path and method. The route files under app/ export the same ones. */
const EXACT: Record<string, Methods> = {
  '/api/v1/comments': { POST: handlePostComments },
  // As Perspective's clients call it.
  '/v1alpha1/comments:analyze': { POST: handlePostAnalyze },
  '/v1alpha1/comments:suggestscore': { POST: handlePostSuggestScore },
  '/api/v1/comments/bulk': { POST: handlePostBulk },
  '/api/v1/decisions': { GET: handleGetDecisions },
  '/api/v1/desk/queue': { GET: getQueue },
  '/api/v1/desk/rows': { GET: getRows },
  '/api/v1/desk/counts': { GET: getCounts },
  '/api/v1/desk/batches': { POST: postBatch },
  '/api/v1/desk/events': { GET: getDeskEvents },
  // A file may be large, and is kept as it comes in.
  '/api/v1/settings/imports': { POST: postImport },
}

/** The same, with one part of the path named by whoever asks. */
const PATTERNS: [path: RegExp, methods: Methods][] = [
  [/^\/api\/v1\/comments\/[^/]+$/, { PATCH: handlePatchComment, DELETE: handleDeleteComment }],
  [/^\/api\/v1\/desk\/comments\/[^/]+$/, { GET: getCommentContext }],
  [/^\/api\/v1\/desk\/comments\/[^/]+\/decisions$/, { POST: postDecision }],
  [/^\/api\/v1\/desk\/comments\/[^/]+\/claim$/, { PUT: putClaim, DELETE: deleteClaim }],
  [/^\/api\/v1\/desk\/decisions\/[^/]+\/undo$/, { POST: postUndo }],
  [/^\/api\/v1\/desk\/batches\/[^/]+$/, { GET: getBatch }],
  [/^\/api\/v1\/desk\/batches\/[^/]+\/start$/, { POST: postBatchStart }],
  [/^\/api\/v1\/desk\/batches\/[^/]+\/undo$/, { POST: postBatchUndo }],
  [/^\/api\/v1\/coral\/[^/]+$/, { POST: handlePostCoral }],
]

/** What is taken as it comes, however long that takes: a stream may be fed by hand, and a file be large. */
const UNHURRIED = new Set<Handler | undefined>([handlePostBulk, postImport])

/** Whether a handler's body may take as long as it likes. */
export function isUnhurried(handler: Handler): boolean {
  return UNHURRIED.has(handler)
}

/** The hot handler for a request; undefined leaves it to Next. */
export function findHotHandler(method: string, path: string): Handler | undefined {
  const methods = EXACT[path] ?? PATTERNS.find(([pattern]) => pattern.test(path))?.[1]
  return methods?.[method]
}
