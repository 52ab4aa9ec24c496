import { handlePublic, json } from '../handler'
import { readApiDocument } from './openapi'

/** `GET /api/v1/openapi.json`: the description of this API, for anybody. */
export const getOpenapi = handlePublic(() => Promise.resolve(json(readApiDocument())))
