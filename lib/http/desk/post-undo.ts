import { undoDecision } from '../../services/decision/undo'
import { handle, json, segmentAfter } from '../handler'

/** `POST /api/v1/desk/decisions/{id}/undo`: takes a decision back. Needs no body. */
export const postUndo = handle(async (ctx, request) => json(await undoDecision(ctx, segmentAfter(request, 'decisions')), 201))
