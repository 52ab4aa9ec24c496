import { DomainError } from '../../domain/errors'
import { removeComment } from '../../services/comment/remove'
import { externalIdOf } from '../external-id'
import { handle, json } from '../handler'

/**
 * `DELETE /api/v1/comments/{externalId}?revision=`: 204 when it is deleted, now or already; 200 with the outcome `stale`
 * when the revision is older than the stored one.
 */
export const handleDeleteComment = handle(async (ctx, request) => {
  const externalId = externalIdOf(request, 'comments')
  const outcome = await removeComment(ctx, externalId, readRevision(request))
  return outcome === 'stale' ? json({ externalId, outcome }) : new Response(null, { status: 204 })
})

function readRevision(request: Request): number | undefined {
  const text = new URL(request.url).searchParams.get('revision')
  if (text === null) return undefined
  if (/^\d{1,16}$/.test(text)) return Number(text)
  const problem = { path: ['revision'], message: 'is not a whole number' }
  throw new DomainError('invalid_input', `revision ${problem.message}`, { problems: [problem] })
}
