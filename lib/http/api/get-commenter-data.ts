import { giveOutCommenter } from '../../services/commenter/give-out'
import { externalIdOf } from '../external-id'
import { handle } from '../handler'
import { streamedJson } from '../streamed-json'

/** `GET /api/v1/commenters/{externalId}/data?notes=`: everything that is kept about somebody. */
export const handleGetCommenterData = handle(async (ctx, request) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  return streamedJson('commenter', await giveOutCommenter(ctx, externalIdOf(request, 'commenters'), asked))
})
