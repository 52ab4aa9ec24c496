import type { ReactNode } from 'react'
import type { Language } from '@/lib/domain/languages'
import { makeTranslate } from './catalogue'
import { loadRooms, ROOMS, type Room, type Words } from './rooms'
import { WordsProvider } from './words-context'

/** Sends the words of some rooms, in one language, to the client components below. For pages and layouts. */
export async function PageWords({ language, rooms, children }: { language: Language; rooms: readonly Room[]; children: ReactNode }) {
  return (
    <WordsProvider language={language} rooms={await loadRooms(language, rooms)}>
      {children}
    </WordsProvider>
  )
}

/** The messages of a room, for what the server draws itself. */
export async function readWords<R extends Room>(language: Language, room: R): Promise<Words<R>> {
  const { words } = await ROOMS[room][language]()
  return makeTranslate(language, words)
}
