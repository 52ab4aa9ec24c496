import { render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { Language } from '@/lib/domain/languages'
import { loadRooms, ROOMS, type Room } from '@/components/words/rooms'
import { WordsProvider } from '@/components/words/words-context'

const ALL_ROOMS = Object.keys(ROOMS) as Room[]
const words = { en: await loadRooms('en', ALL_ROOMS), de: await loadRooms('de', ALL_ROOMS), ar: await loadRooms('ar', ALL_ROOMS) }

/** Draws a component with every room of words, in English unless told otherwise. */
export function renderWorded(drawn: ReactNode, language: Language = 'en'): RenderResult {
  return render(drawn, {
    wrapper: ({ children }) => (
      <WordsProvider language={language} rooms={words[language]}>
        {children}
      </WordsProvider>
    ),
  })
}
