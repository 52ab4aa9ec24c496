import { getCommentContext as readContext } from '../../services/comment/context'
import { handle, json, segmentAfter } from '../handler'

/** `GET /api/v1/desk/comments/{id}`: everything the right pane shows of a comment. */
export const getCommentContext = handle(async (ctx, request) => json(await readContext(ctx, segmentAfter(request, 'comments'))))
