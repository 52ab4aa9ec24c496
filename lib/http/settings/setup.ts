import { createPublicContext } from '../../services/create-context'
import { createFirstAdmin } from '../../services/setup/create-first-admin'
import { readJson } from '../body'
import { handlePublic, json } from '../handler'

/** `POST /api/v1/setup`: the first administrator and the site's name, once, by the token that the server printed. */
export const postSetup = handlePublic(async (request) => json(await createFirstAdmin(createPublicContext(), await readJson(request)), 201))
