import { listKnownNames } from '../../services/queue/names'
import { handle, json } from '../handler'

/** `GET /api/v1/desk/names`: sections, languages and articles a search can name. */
export const getNames = handle(async (ctx) => json(await listKnownNames(ctx)))
