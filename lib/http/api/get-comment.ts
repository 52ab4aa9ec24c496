import { getComment } from '../../services/comment/get'
import { externalIdOf } from '../external-id'
import { handle } from '../handler'
import { revalidated } from '../revalidated'

/** `GET /api/v1/comments/{externalId}` */
export const handleGetComment = handle(async (ctx, request) =>
  revalidated(request, await getComment(ctx, externalIdOf(request, 'comments'))),
)
