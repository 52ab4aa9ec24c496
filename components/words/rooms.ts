import type { PlainWords, RoomWords, Translate, Translated } from './catalogue'
import type { Language } from '@/lib/domain/languages'

type Load<Words> = () => Promise<{ words: Words }>

/** One room; the types of the translations follow from the English one. */
function room<const English extends RoomWords>(
  en: Load<English>,
  de: Load<Translated<English, 'de'>>,
  ar: Load<Translated<English, 'ar'>>,
) {
  return { en, de, ar }
}

/** Every room of words, one line each. Loaded on the server; the browser is sent what its page needs, in one language. */
export const ROOMS = {
  article: room(
    () => import('./article/en'),
    () => import('./article/de'),
    () => import('./article/ar'),
  ),
  articles: room(
    () => import('./articles/en'),
    () => import('./articles/de'),
    () => import('./articles/ar'),
  ),
  discussion: room(
    () => import('./discussion/en'),
    () => import('./discussion/de'),
    () => import('./discussion/ar'),
  ),
  figures: room(
    () => import('./figures/en'),
    () => import('./figures/de'),
    () => import('./figures/ar'),
  ),
  alerts: room(
    () => import('./alerts/en'),
    () => import('./alerts/de'),
    () => import('./alerts/ar'),
  ),
  appeals: room(
    () => import('./appeals/en'),
    () => import('./appeals/de'),
    () => import('./appeals/ar'),
  ),
  'alert-mail': room(
    () => import('./alert-mail/en'),
    () => import('./alert-mail/de'),
    () => import('./alert-mail/ar'),
  ),
  desk: room(
    () => import('./desk/en'),
    () => import('./desk/de'),
    () => import('./desk/ar'),
  ),
  entry: room(
    () => import('./entry/en'),
    () => import('./entry/de'),
    () => import('./entry/ar'),
  ),
  glossary: room(
    () => import('./glossary/en'),
    () => import('./glossary/de'),
    () => import('./glossary/ar'),
  ),
  newsroom: room(
    () => import('./newsroom/en'),
    () => import('./newsroom/de'),
    () => import('./newsroom/ar'),
  ),
  queue: room(
    () => import('./queue/en'),
    () => import('./queue/de'),
    () => import('./queue/ar'),
  ),
  deciding: room(
    () => import('./deciding/en'),
    () => import('./deciding/de'),
    () => import('./deciding/ar'),
  ),
  context: room(
    () => import('./context/en'),
    () => import('./context/de'),
    () => import('./context/ar'),
  ),
  decisions: room(
    () => import('./decisions/en'),
    () => import('./decisions/de'),
    () => import('./decisions/ar'),
  ),
  privacy: room(
    () => import('./privacy/en'),
    () => import('./privacy/de'),
    () => import('./privacy/ar'),
  ),
  commenter: room(
    () => import('./commenter/en'),
    () => import('./commenter/de'),
    () => import('./commenter/ar'),
  ),
  search: room(
    () => import('./search/en'),
    () => import('./search/de'),
    () => import('./search/ar'),
  ),
  'second-look': room(
    () => import('./second-look/en'),
    () => import('./second-look/de'),
    () => import('./second-look/ar'),
  ),
  shell: room(
    () => import('./shell/en'),
    () => import('./shell/de'),
    () => import('./shell/ar'),
  ),
  audit: room(
    () => import('./audit/en'),
    () => import('./audit/de'),
    () => import('./audit/ar'),
  ),
  coral: room(
    () => import('./coral/en'),
    () => import('./coral/de'),
    () => import('./coral/ar'),
  ),
  fairness: room(
    () => import('./fairness/en'),
    () => import('./fairness/de'),
    () => import('./fairness/ar'),
  ),
  import: room(
    () => import('./import/en'),
    () => import('./import/de'),
    () => import('./import/ar'),
  ),
  keys: room(
    () => import('./keys/en'),
    () => import('./keys/de'),
    () => import('./keys/ar'),
  ),
  health: room(
    () => import('./health/en'),
    () => import('./health/de'),
    () => import('./health/ar'),
  ),
  people: room(
    () => import('./people/en'),
    () => import('./people/de'),
    () => import('./people/ar'),
  ),
  scorers: room(
    () => import('./scorers/en'),
    () => import('./scorers/de'),
    () => import('./scorers/ar'),
  ),
  rules: room(
    () => import('./rules/en'),
    () => import('./rules/de'),
    () => import('./rules/ar'),
  ),
  scores: room(
    () => import('./scores/en'),
    () => import('./scores/de'),
    () => import('./scores/ar'),
  ),
  settings: room(
    () => import('./settings/en'),
    () => import('./settings/de'),
    () => import('./settings/ar'),
  ),
  site: room(
    () => import('./site/en'),
    () => import('./site/de'),
    () => import('./site/ar'),
  ),
  reasons: room(
    () => import('./reasons/en'),
    () => import('./reasons/de'),
    () => import('./reasons/ar'),
  ),
  transparency: room(
    () => import('./transparency/en'),
    () => import('./transparency/de'),
    () => import('./transparency/ar'),
  ),
  'figure-meanings': room(
    () => import('./figure-meanings/en'),
    () => import('./figure-meanings/de'),
    () => import('./figure-meanings/ar'),
  ),
  watched: room(
    () => import('./watched/en'),
    () => import('./watched/de'),
    () => import('./watched/ar'),
  ),
  webhooks: room(
    () => import('./webhooks/en'),
    () => import('./webhooks/de'),
    () => import('./webhooks/ar'),
  ),
}

export type Room = keyof typeof ROOMS
type EnglishOf<R extends Room> = Awaited<ReturnType<(typeof ROOMS)[R]['en']>>['words']

/** The messages of a room: what useWords and readWords give. */
export type Words<R extends Room> = Translate<EnglishOf<R>>

/** Some rooms in one language, as plain data. */
export async function loadRooms(language: Language, rooms: readonly Room[]): Promise<Partial<Record<Room, PlainWords>>> {
  const loaded = rooms.map(async (name) => [name, (await ROOMS[name][language]()).words] as const)
  return Object.fromEntries(await Promise.all(loaded))
}
