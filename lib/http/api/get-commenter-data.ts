import { giveOutCommenter } from '../../services/commenter/give-out'
import { externalIdOf } from '../external-id'
import { handle } from '../handler'
import { streamedJson } from '../streamed-json'
import { whileTaken } from '../taken-file'

/** `GET /api/v1/commenters/{externalId}/data?notes=`: everything that is kept about somebody. */
export const handleGetCommenterData = handle(async (ctx, request) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const pieces = await giveOutCommenter(ctx, externalIdOf(request, 'commenters'), asked)
  return streamedJson('commenter', whileTaken(request, 'privacy', pieces))
})
