import { takeBack } from '../../services/decision/take-back'
import { handle, json, segmentAfter } from '../handler'

/** `POST /api/v1/desk/decisions/{id}/undo`: takes a decision back. Needs no body. */
export const postUndo = handle(async (ctx, request) => json(await takeBack(ctx, segmentAfter(request, 'decisions')), 201))
