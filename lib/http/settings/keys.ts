import type { ApiKeyInput, ApiKeyRotation } from '../../contracts/settings'
import { createApiKey } from '../../services/api-key/create'
import { listApiKeys } from '../../services/api-key/list'
import { revokeApiKey } from '../../services/api-key/revoke'
import { rotateApiKey } from '../../services/api-key/rotate'
import { readJson } from '../body'
import { handle, json, segmentAfter } from '../handler'

/** `GET /api/v1/settings/keys` */
export const getApiKeys = handle(async (ctx) => json({ keys: await listApiKeys(ctx) }))

/** `POST /api/v1/settings/keys`: the answer is the only place where the key itself is ever shown. */
export const postApiKey = handle(async (ctx, request) => {
  const { key, resource } = await createApiKey(ctx, (await readJson(request)) as ApiKeyInput)
  return json({ key, resource }, 201)
})

/** `POST /api/v1/settings/keys/{id}/rotation`: a key in the place of another, shown here only. */
export const postApiKeyRotation = handle(async (ctx, request) => {
  return json(await rotateApiKey(ctx, segmentAfter(request, 'keys'), (await readJson(request)) as ApiKeyRotation), 201)
})

/** `DELETE /api/v1/settings/keys/{id}`: revokes; the row stays in the list. */
export const deleteApiKey = handle(async (ctx, request) => json(await revokeApiKey(ctx, segmentAfter(request, 'keys'))))
