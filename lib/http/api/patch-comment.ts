import type { CommentPatch } from '../../contracts/ingest'
import { editComment } from '../../services/comment/edit'
import { readJson } from '../body'
import { externalIdOf } from '../external-id'
import { handle, json } from '../handler'

/** `PATCH /api/v1/comments/{externalId}`: 200 with the outcome updated, unchanged or stale. */
export const handlePatchComment = handle(async (ctx, request) => {
  return json(await editComment(ctx, externalIdOf(request, 'comments'), (await readJson(request)) as CommentPatch))
})
