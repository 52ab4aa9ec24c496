import type { UserInput, UserPatch } from '../../contracts/settings'
import { createUser } from '../../services/user/create'
import { listUsers } from '../../services/user/list'
import { updateUser } from '../../services/user/update'
import { readJson } from '../body'
import { handle, json, segmentAfter } from '../handler'

/** `GET /api/v1/settings/users` */
export const getUsers = handle(async (ctx) => json({ users: await listUsers(ctx) }))

/** `POST /api/v1/settings/users` */
export const postUser = handle(async (ctx, request) => json(await createUser(ctx, (await readJson(request)) as UserInput), 201))

/** `PATCH /api/v1/settings/users/{id}`: role, disabled or not, new password. */
export const patchUser = handle(async (ctx, request) => {
  const patch = (await readJson(request)) as UserPatch
  return json(await updateUser(ctx, { id: segmentAfter(request, 'users'), patch }))
})
