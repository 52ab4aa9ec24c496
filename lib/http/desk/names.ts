import { listAuthorsNamed, listKnownNames } from '../../services/queue/names'
import { handle, json } from '../handler'

/** Longer than any name. */
const MAX_ASKED = 100

/** `GET /api/v1/desk/names`: sections, languages and articles a search can name; with `?author=` the commenters called so. */
export const getNames = handle(async (ctx, request) => {
  const author = new URL(request.url).searchParams.get('author')?.trim().slice(0, MAX_ASKED)
  return json(author ? await listAuthorsNamed(ctx, author) : await listKnownNames(ctx))
})
