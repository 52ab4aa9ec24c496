import { getComment } from '../../services/comment/get'
import { handle, json, segmentAfter } from '../handler'

/** `GET /api/v1/comments/{externalId}` */
export const handleGetComment = handle(async (ctx, request) => json(await getComment(ctx, segmentAfter(request, 'comments'))))
