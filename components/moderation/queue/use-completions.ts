import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { KnownNames } from '@/lib/domain/search/complete'
import { sendDesk } from '../desk-api'
import type { Completing, COMPLETIONS } from './completions'

const NO_NAMES: KnownNames = { sections: [], languages: [], articles: [] }
const FRESH_MS = 300_000

/** What a search may go on with where one types, as soon as somebody is about to search: operators, and names that the newsroom knows. */
export function useCompletions(text: string) {
  /** Where one is completing, and which of the options is chosen; null: the list is closed. */
  const [place, setPlace] = useState<{ cursor: number; chosen: number } | null>(null)
  const [isUsed, setUsed] = useState(false)
  // Its code comes when somebody is about to search.
  const [code, setCode] = useState<typeof COMPLETIONS | null>(null)
  const names = useQuery({ queryKey: ['names'], queryFn: () => sendDesk<KnownNames>('GET', 'names'), enabled: isUsed, staleTime: FRESH_MS })
  const author = place === null || code === null ? null : code.findAuthorTyped(text, place.cursor)
  const authors = useQuery({
    queryKey: ['names', author],
    queryFn: () => sendDesk<Pick<KnownNames, 'authors'>>('GET', `names?author=${encodeURIComponent(author ?? '')}`),
    enabled: author !== null,
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
  })
  // Worked out anew when the names arrive: one may type before they are there.
  const known = { ...(names.data ?? NO_NAMES), ...(author === null ? {} : authors.data) }
  const options = place === null || code === null ? [] : code.completeSearch(text, place.cursor, known)
  const completing: Completing | null = place === null || options.length === 0 ? null : { options, at: place.chosen }

  function begin(): void {
    setUsed(true)
    if (code === null)
      void import('./completions').then(
        (module) => setCode(module.COMPLETIONS),
        () => undefined,
      )
  }

  /** Chooses the next option, or the one before; from none, the first or the last. */
  function step(by: 1 | -1): void {
    const count = options.length
    if (place !== null) setPlace({ ...place, chosen: (place.chosen + by + count + (place.chosen === -1 && by === -1 ? 1 : 0)) % count })
  }

  return {
    completing,
    Options: code?.CompletionOptions,
    Meant: code?.SearchMeant,
    isUsed,
    begin,
    step,
    openAt: (cursor: number) => setPlace({ cursor, chosen: -1 }),
    close: () => setPlace(null),
  }
}
