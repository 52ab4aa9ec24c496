import type { WatchedWordInput } from '../../contracts/policy'
import { addWatchedWord } from '../../services/watched-word/add'
import { listWatchedWords } from '../../services/watched-word/list'
import { removeWatchedWord } from '../../services/watched-word/remove'
import { readJson } from '../body'
import { handle, json, segmentAfter } from '../handler'

/** `GET /api/v1/settings/watched-words` */
export const getWatchedWords = handle(async (ctx) => json({ words: await listWatchedWords(ctx) }))

/** `POST /api/v1/settings/watched-words` */
export const postWatchedWord = handle(async (ctx, request) =>
  json(await addWatchedWord(ctx, (await readJson(request)) as WatchedWordInput), 201),
)

/** `DELETE /api/v1/settings/watched-words/{id}` */
export const deleteWatchedWord = handle(async (ctx, request) => {
  await removeWatchedWord(ctx, segmentAfter(request, 'watched-words'))
  return new Response(null, { status: 204 })
})
